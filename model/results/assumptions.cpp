#include "results/catalogue.h"

namespace drivkraft {
namespace {

using Values = std::vector<double>;

template <class AnyTable>
Values all_of(const AnyTable& table) {
  return {table.values().begin(), table.values().end()};
}

/// A parameter that the file gives for every industry or product.
Values for_each_industry(const BaseYear& base, double value) {
  return Values(static_cast<std::size_t>(base.dimensions.industry_count()), value);
}

Values sigma_capital_labour(const BaseYear& base, const Parameters& parameters) {
  Values values;
  for (const Parameter group : base.sigma_capital_labour) values.push_back(parameters[group]);
  return values;
}

Values higher_education(const BaseYear& base, const Parameters&) {
  Values values;
  for (const bool higher : base.dimensions.higher) values.push_back(higher ? 1.0 : 0.0);
  return values;
}

std::vector<AssumptionVariable> list_assumptions() {
  // name, dimensions, unit, label, Danish label, equation that reads it, values
// clang-format off
#define TABLE(member) [](const BaseYear& base, const Parameters&) { return all_of(base.member); }
#define NUMBER(member) [](const BaseYear& base, const Parameters&) { return Values{base.member}; }
#define BY_INDUSTRY(name) [](const BaseYear& base, const Parameters& p) { return for_each_industry(base, p[Parameter::name]); }
#define PARAMETER(name) [](const BaseYear&, const Parameters& p) { return Values{p[Parameter::name]}; }
  return {
    {{"base_output", {"region", "industry"}, "mio_dkk", "Gross output, base year", "Produktionsværdi, basisår", "TD-7"}, TABLE(output)},
    {{"base_value_added", {"region", "industry"}, "mio_dkk", "Gross value added, base year", "Bruttoværditilvækst, basisår", "PR-8"}, TABLE(value_added)},
    {{"input_coefficients", {"product", "industry"}, "1", "Input of product (all origins) per unit of output", "Input af varen (alle oprindelser) pr. produceret enhed", "PR-14"}, TABLE(input_coefficients)},
    {{"value_added_ratio", {"industry"}, "1", "Value added per unit of output", "Værditilvækst pr. produceret enhed", "PR-8"}, TABLE(value_added_ratio)},
    {{"output_tax_share", {"industry"}, "1", "Product taxes per unit of output", "Produktskatter pr. produceret enhed", "AC-1"}, TABLE(output_tax_share)},
    {{"materials_share", {"industry"}, "1", "Share of materials in materials plus value added", "Råvarernes andel af råvarer plus værditilvækst", "PR-7"}, TABLE(materials_share)},
    {{"labour_share", {"region", "industry"}, "1", "Share of labour in value added", "Arbejdskraftens andel af værditilvæksten", "PR-5"}, TABLE(labour_share)},
    {{"education_wage_share", {"region", "industry", "education"}, "1", "Education's share of the wage bill", "Uddannelsens andel af lønsummen", "PR-2"}, TABLE(education_wage_share)},
    {{"base_employment", {"region", "industry", "education"}, "persons", "Employment, base year", "Beskæftigelse, basisår", "PR-3"}, TABLE(employment)},
    {{"base_wage", {"region", "industry", "education"}, "mio_dkk_per_person", "Wage by cell, base year", "Løn i cellen, basisår", "PR-11"}, TABLE(wage)},
    {{"base_capital", {"region", "industry"}, "mio_dkk", "Capital stock, base year", "Kapitalapparat, basisår", "CA-1"}, TABLE(capital)},
    {{"base_investment", {"region", "industry"}, "mio_dkk", "Investment, base year", "Investeringer, basisår", "DE-5"}, TABLE(investment)},
    {{"capital_units", {"region", "industry"}, "1", "Capital created by a unit of investment volume", "Kapital skabt af en enhed investering", "CA-1"}, TABLE(capital_units)},
    {{"base_exports", {"region", "product"}, "mio_dkk", "Exports, base year", "Eksport, basisår", "TD-6"}, TABLE(exports)},
    {{"foreign_share", {"product"}, "1", "Imports as share of use", "Importens andel af anvendelsen", "TD-3"}, TABLE(foreign_share)},
    {{"trade_shares", {"region_origin", "region", "product"}, "1", "Origin's share of domestic purchases in region", "Oprindelsesregionens andel af regionens indenlandske køb", "TD-2"}, TABLE(trade_share)},
    {{"capital_composition", {"product"}, "1", "Product's share of investment", "Varens andel af investeringerne", "DE-5"}, TABLE(capital_composition)},
    {{"consumption_shares", {"region", "product"}, "1", "Product's share of household spending", "Varens andel af husholdningernes forbrug", "DE-1"}, TABLE(consumption_share)},
    {{"shopping_shares", {"region", "region_residence", "product"}, "1", "Share of residents' purchases of the product made in region", "Andel af de bosattes køb af varen, som sker i regionen", "DE-2"}, TABLE(shopping_share)},
    {{"final_tax_rate", {"use"}, "1", "Tax on final use by use (consumption, government, investment, visitors)", "Skat på endelig anvendelse (forbrug, offentlig, investering, gæster)", "AC-1"}, TABLE(final_tax_rate)},
    {{"base_commuting_share", {"region", "region_residence", "education"}, "1", "Share of jobs in region held by residents of region_residence", "Andel af jobbene i regionen, som bosatte i region_residence har", "LM-1"}, TABLE(commuting_share)},
    {{"base_unemployment_rate", {"region", "education"}, "1", "Unemployment rate, base year", "Ledighed, basisår", "LM-3"}, TABLE(unemployment)},
    {{"base_labour_force", {"region", "education"}, "persons", "Labour force, base year", "Arbejdsstyrke, basisår", "LM-1"}, TABLE(labour_force)},
    {{"sigma_value_added", {"industry"}, "1", "Substitution between value added and materials", "Substitution mellem værditilvækst og råvarer", "PR-7"}, BY_INDUSTRY(sigma_value_added)},
    {{"sigma_capital_labour", {"industry"}, "1", "Substitution between capital and labour", "Substitution mellem kapital og arbejdskraft", "PR-5"}, sigma_capital_labour},
    {{"sigma_education_outer", {}, "1", "Substitution between higher and lower education bundles", "Substitution mellem højere og lavere uddannede", "PR-4"}, PARAMETER(sigma_education_outer)},
    {{"sigma_education_inner", {}, "1", "Substitution inside the bundles", "Substitution inden for bundterne", "PR-4"}, PARAMETER(sigma_education_inner)},
    {{"higher_education", {"education"}, "0 or 1", "1 where the education is in the higher bundle", "1 hvor uddannelsen er i det højere bundt", "PR-4"}, higher_education},
    {{"sigma_regions", {"product"}, "1", "Substitution between domestic regions of origin", "Substitution mellem indenlandske oprindelsesregioner", "TD-2"}, BY_INDUSTRY(sigma_regions)},
    {{"sigma_imports", {"product"}, "1", "Substitution between domestic and foreign", "Substitution mellem indenlandsk og udenlandsk", "TD-3"}, BY_INDUSTRY(sigma_imports)},
    {{"export_elasticity", {"product"}, "1", "Export price elasticity (positive)", "Eksportens priselasticitet (positiv)", "TD-6"}, BY_INDUSTRY(export_elasticity)},
    {{"export_adjustment", {}, "1", "Yearly adjustment of exports to their long-run level, ae", "Eksportens årlige tilpasning til det langsigtede niveau, ae", "TD-6"}, PARAMETER(export_adjustment)},
    {{"commuting_wage_elasticity", {}, "1", "Response of who fills the jobs to the wages within reach, chi", "Pendlingens reaktion på lønnen inden for rækkevidde, chi", "LM-1"}, PARAMETER(commuting_chi)},
    {{"investment_elasticity", {}, "1", "Response of investment to relative return", "Investeringernes reaktion på det relative afkast", "DE-5"}, PARAMETER(investment_xi)},
    {{"wage_curve_epsilon", {}, "1", "Effect of the change in log unemployment on the log wage", "Virkning af ændringen i log ledighed på log løn", "LM-6"}, PARAMETER(wage_epsilon)},
    {{"wage_curve_gamma", {}, "1", "Effect of log unemployment relative to structural", "Virkning af log ledighed i forhold til den strukturelle", "LM-6"}, PARAMETER(wage_gamma)},
    {{"wage_productivity_passthrough", {}, "1", "Share of productivity growth that wages follow, phi", "Andel af produktivitetsvæksten, som lønnen følger, phi", "LM-6"}, PARAMETER(wage_passthrough)},
    {{"wage_regional_weight", {}, "1", "Weight of the region's own productivity in wages, h", "Vægt på regionens egen produktivitet i lønnen, h", "LM-6"}, PARAMETER(wage_regional_weight)},
    {{"wage_national_weight", {}, "1", "Weight of national unemployment as seen from a workplace, nu", "Vægt på landets ledighed set fra et arbejdssted, nu", "LM-5"}, PARAMETER(wage_national_weight)},
    {{"depreciation", {"industry"}, "1", "Depreciation rate", "Afskrivningsrate", "CA-1"}, TABLE(depreciation)},
    {{"gravity_factor", {"product"}, "1", "Product's factor on the decay of trade with travel time, f", "Varens faktor på handelens aftagen med rejsetid, f", "BY-5"}, TABLE(gravity_factor)},
    {{"gravity_decay", {}, "1/minute", "Decay of trade with travel time", "Handelens aftagen med rejsetid", "BY-5"}, NUMBER(gravity_decay)},
    {{"capital_growth", {}, "1", "Yearly growth of capital that base-year investment keeps up, g_K", "Årlig kapitalvækst, som basisårets investeringer holder trit med, g_K", "BY-7"}, NUMBER(capital_growth)},
  };
#undef TABLE
#undef NUMBER
#undef BY_INDUSTRY
#undef PARAMETER
  // clang-format on
}

}  // namespace

const std::vector<AssumptionVariable>& assumption_variables() {
  static const std::vector<AssumptionVariable> variables = list_assumptions();
  return variables;
}

}  // namespace drivkraft
