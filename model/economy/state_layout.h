#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "economy/dimensions.h"

namespace drivkraft {

/// Dimensions that a series may have beside the year.
enum class Axis : char {
  none,
  region,
  region_origin,
  region_residence,
  industry,
  product,
  education,
  sector,
  sex,
  age,
  practice,
  flow
};
inline constexpr std::array<std::string_view, 12> axis_names{"",         "region",  "region_origin", "region_residence",
                                                             "industry", "product", "education",     "sector",
                                                             "sex",      "age",     "practice",      "flow"};

// The one list of what a state holds. A line: field, dimensions, unit, label, Danish label, equation of
// model/README.md (one without equation and Danish label stays out of result files), how a difference is taken (1
// scenario less baseline, 0 none).
// clang-format off
#define AX(...) {__VA_ARGS__}
#define DRIVKRAFT_STATE_FIELDS(X) \
  X(labour_efficiency, AX(), "1", "Labour efficiency B, index, base year = 1", "Arbejdskraftens effektivitet B, indeks, basisår = 1", "TR-1", 1) \
  X(technology, AX(Axis::region, Axis::industry), "1", "Total factor productivity A, index, base year = 1", "Totalfaktorproduktivitet A, indeks, basisår = 1", "TE-1", 1) \
  X(capital, AX(Axis::region, Axis::industry), "mio_dkk_base_year_prices", "Capital stock at the start of the year", "Kapitalapparat ved årets begyndelse", "CA-1", 1) \
  X(world_demand, AX(Axis::product), "1", "World demand, index", "Verdensefterspørgsel, indeks", "TR-2", 1) \
  X(export_shifter, AX(Axis::region, Axis::product), "1", "Export shifter from policy, index", "Eksportskift fra indsatser, indeks", "PO-4", 1) \
  X(variety_index, AX(Axis::region, Axis::product), "1", "Variety (firm) index", "Variationsindeks (virksomheder)", "FI-1", 1) \
  X(resource_efficiency, AX(Axis::region, Axis::product, Axis::industry), "1", "Factor on the input coefficient", "Faktor på inputkoefficienten", "PO-5", 1) \
  X(wage_subsidy_rate, AX(Axis::region, Axis::industry, Axis::education), "1", "Wage subsidy, share of the wage", "Løntilskud, andel af lønnen", "PO-6", 1) \
  X(education_wage_share, AX(Axis::region, Axis::industry, Axis::education), "1", "Share of education in the wage bill at base prices, omega_t", "Uddannelsens andel af lønsummen i basispriser, omega_t", "PR-2", 1) \
  X(employment_at_base_prices, AX(Axis::region, Axis::industry, Axis::education), "persons", "Employment at base output and prices, L0_t", "Beskæftigelse ved basisårets produktion og priser, L0_t", "PR-3", 1) \
  X(trade_access, AX(Axis::region_origin, Axis::region, Axis::product), "1", "Factor on the origin's share from travel time, before renormalisation, base year = 1", "Faktor på oprindelsesregionens andel fra rejsetid, før normalisering, basisår = 1", "TD-1", 1) \
  X(commuting_access, AX(Axis::region, Axis::region_residence, Axis::education), "1", "Access factor of commuting, base year = 1", "Tilgængelighedsfaktor for pendling, basisår = 1", "LM-1", 1) \
  X(output, AX(Axis::region, Axis::industry), "mio_dkk_base_year_prices", "Gross output, volume", "Produktionsværdi, mængde", "TD-7", 1) \
  X(output_price, AX(Axis::region, Axis::industry), "1", "Price of output, index", "Produktionspris, indeks", "PR-7", 1) \
  X(value_added, AX(Axis::region, Axis::industry), "mio_dkk_base_year_prices", "Gross value added, volume", "Bruttoværditilvækst, mængde", "PR-8", 1) \
  X(value_added_price, AX(Axis::region, Axis::industry), "1", "Unit cost of value added, index", "Enhedsomkostning for værditilvækst, indeks", "PR-5", 1) \
  X(intermediate_price, AX(Axis::region, Axis::industry), "1", "Price of the materials bundle, index", "Pris på råvarebundtet, indeks", "PR-6", 1) \
  X(labour_cost_index, AX(Axis::region, Axis::industry), "1", "Price of the labour bundle for an efficiency unit, index", "Pris på arbejdskraftbundtet pr. effektivitetsenhed, indeks", "PR-4", 1) \
  X(rental_rate, AX(Axis::region, Axis::industry), "1", "Rental rate of capital, index", "Kapitalens lejepris, indeks", "PR-9", 1) \
  X(composite_price, AX(Axis::region, Axis::product), "1", "Price of the composite of domestic and foreign product, before final taxes, index", "Pris på sammensat indenlandsk og udenlandsk vare, før endelige skatter, indeks", "TD-3", 1) \
  X(domestic_price, AX(Axis::region, Axis::product), "1", "Price of the domestic composite, index", "Pris på den indenlandske sammensætning, indeks", "TD-2", 1) \
  X(employment, AX(Axis::region, Axis::industry), "persons", "Employment by workplace", "Beskæftigelse efter arbejdssted", "PR-10", 1) \
  X(employment_by_education, AX(Axis::region, Axis::industry, Axis::education), "persons", "Employment by workplace and education", "Beskæftigelse efter arbejdssted og uddannelse", "PR-10", 1) \
  X(wage_bill, AX(Axis::region, Axis::industry), "mio_dkk", "Compensation of labour, current prices, before subsidy", "Lønsum, løbende priser, før tilskud", "PR-11", 1) \
  X(operating_surplus, AX(Axis::region, Axis::industry), "mio_dkk", "Gross operating surplus, current prices", "Bruttooverskud af produktionen, løbende priser", "PR-12", 1) \
  X(labour_productivity, AX(Axis::region, Axis::industry), "mio_dkk_base_year_prices_per_person", "Value added (volume) per employed person", "Værditilvækst (mængde) pr. beskæftiget", "PR-13", 1) \
  X(intermediate_use, AX(Axis::region, Axis::product), "mio_dkk_base_year_prices", "Intermediate use of product, volume", "Forbrug i produktionen af varen, mængde", "PR-14", 1) \
  X(private_consumption, AX(Axis::region, Axis::product), "mio_dkk_base_year_prices", "Household consumption by place of residence, volume", "Husholdningernes forbrug efter bopæl, mængde", "DE-1", 1) \
  X(consumption_purchased, AX(Axis::region, Axis::product), "mio_dkk_base_year_prices", "Household consumption by place of purchase, volume", "Husholdningernes forbrug efter købssted, mængde", "DE-2", 1) \
  X(public_consumption, AX(Axis::region, Axis::product), "mio_dkk_base_year_prices", "Public consumption, volume", "Offentligt forbrug, mængde", "DE-3", 1) \
  X(other_final_use, AX(Axis::region, Axis::product), "mio_dkk_base_year_prices", "Inventories and visitors' use of foreign products, volume", "Lagre og gæsters forbrug af udenlandske varer, mængde", "DE-4", 1) \
  X(investment, AX(Axis::region, Axis::industry), "mio_dkk_base_year_prices", "Investment by investing industry, volume", "Investeringer efter investerende branche, mængde", "DE-5", 1) \
  X(policy_investment, AX(Axis::region, Axis::industry), "mio_dkk_base_year_prices", "Investment added by policy, volume", "Investeringer fra indsatser, mængde", "PO-7", 1) \
  X(policy_demand, AX(Axis::region, Axis::product), "mio_dkk_base_year_prices", "Demand from policy (public purchases, tourists, construction), volume", "Efterspørgsel fra indsatser (offentlige køb, turister, byggeri), mængde", "PO-2", 1) \
  X(public_purchases, AX(Axis::region, Axis::product), "mio_dkk_base_year_prices", "Part of policy demand that the public buys, volume", "Del af efterspørgslen fra indsatser, som det offentlige køber, mængde", "PO-2", 1) \
  X(visitors_demand, AX(Axis::region, Axis::product), "mio_dkk_base_year_prices", "Part of policy demand that visitors buy, volume", "Del af efterspørgslen fra indsatser, som gæster køber, mængde", "PO-14", 1) \
  X(construction_demand, AX(Axis::region, Axis::product), "mio_dkk_base_year_prices", "Part of policy demand that firms who build buy, volume", "Del af efterspørgslen fra indsatser, som byggende virksomheder køber, mængde", "PO-14", 1) \
  X(total_use, AX(Axis::region, Axis::product), "mio_dkk_base_year_prices", "Total use of product, volume", "Samlet anvendelse af varen, mængde", "TD-4", 1) \
  X(exports, AX(Axis::region, Axis::product), "mio_dkk_base_year_prices", "Exports to abroad, volume", "Eksport til udlandet, mængde", "TD-6", 1) \
  X(imports, AX(Axis::region, Axis::product), "mio_dkk_base_year_prices", "Imports from abroad, volume", "Import fra udlandet, mængde", "TD-5", 1) \
  X(labour_income, AX(Axis::region), "mio_dkk", "Labour income by residence", "Lønindkomst efter bopæl", "IN-1", 1) \
  X(property_income, AX(Axis::region), "mio_dkk", "Share of pooled operating surplus received by households", "Husholdningernes andel af virksomhedernes overskud", "IN-2", 1) \
  X(social_benefits, AX(Axis::region), "mio_dkk", "Benefits received by households", "Overførsler til husholdninger", "IN-3", 1) \
  X(other_transfers, AX(Axis::region), "mio_dkk", "Remainder that closes household income on the regional accounts", "Restpost, der lukker husholdningernes indkomst på de regionale regnskaber", "IN-4", 1) \
  X(income_tax, AX(Axis::region), "mio_dkk", "Taxes and contributions on household income", "Skatter og bidrag af husholdningernes indkomst", "IN-5", 1) \
  X(subsidy_windfall, AX(Axis::region), "mio_dkk", "Wage subsidies for jobs that were there anyway", "Løntilskud til job, der alligevel fandtes", "PO-6", 1) \
  X(financing, AX(Axis::region), "mio_dkk", "Lump-sum financing of policy paid by households", "Finansiering af indsatser betalt af husholdningerne", "PO-3", 1) \
  X(disposable_income, AX(Axis::region), "mio_dkk", "Household disposable income, current prices", "Husholdningernes disponible indkomst, løbende priser", "IN-6", 1) \
  X(real_disposable_income, AX(Axis::region), "mio_dkk_base_year_prices", "Household disposable income at base-year consumer prices", "Husholdningernes disponible indkomst i basisårets forbrugerpriser", "IN-7", 1) \
  X(consumer_price_index, AX(Axis::region), "1", "Consumer price index", "Forbrugerprisindeks", "IN-8", 1) \
  X(gdp, AX(Axis::region), "mio_dkk", "Gross domestic product at market prices, current prices", "Bruttonationalprodukt i markedspriser, løbende priser", "AC-1", 1) \
  X(real_gdp, AX(Axis::region), "mio_dkk_base_year_prices", "Gross domestic product at base-year prices", "Bruttonationalprodukt i basisårets priser", "AC-2", 1) \
  X(net_lending, AX(Axis::sector), "mio_dkk", "Net lending of households, firms, government, abroad", "Fordringserhvervelse, netto: husholdninger, virksomheder, offentlig, udland", "AC-3", 1) \
  X(public_balance, AX(Axis::region), "mio_dkk", "Change in the public balance against the baseline", "Ændring i den offentlige saldo i forhold til grundforløbet", "AC-8", 1) \
  X(wage_index, AX(Axis::region, Axis::education), "1", "Wage at the workplace, index", "Løn på arbejdsstedet, indeks", "LM-6", 1) \
  X(labour_force, AX(Axis::region, Axis::education), "persons", "Labour force by residence", "Arbejdsstyrke efter bopæl", "PE-1", 1) \
  X(employed_residents, AX(Axis::region, Axis::education), "persons", "Employed persons by residence", "Beskæftigede efter bopæl", "LM-2", 1) \
  X(unemployment_rate, AX(Axis::region, Axis::education), "1", "Unemployment rate by residence", "Ledighed efter bopæl", "LM-3", 1) \
  X(structural_unemployment_rate, AX(Axis::region, Axis::education), "1", "Structural unemployment rate by residence", "Strukturel ledighed efter bopæl", "LM-4", 1) \
  X(national_unemployment_rate, AX(Axis::education), "1", "Unemployment rate, all regions", "Ledighed, alle regioner", "LM-3", 1) \
  X(commuting_share, AX(Axis::region, Axis::region_residence, Axis::education), "1", "Share of jobs in region held by residents of region_residence", "Andel af jobbene i regionen, som bosatte i region_residence har", "LM-1", 1) \
  X(population, AX(Axis::region, Axis::sex, Axis::age, Axis::education), "persons", "Population on 1 January of the following year", "Befolkning 1. januar det følgende år", "PE-2", 1) \
  X(participation_rate, AX(Axis::region, Axis::sex, Axis::age, Axis::education), "1", "Labour force as share of population", "Arbejdsstyrkens andel af befolkningen", "PE-6", 1) \
  X(births, AX(Axis::region), "persons", "Live births", "Levendefødte", "PE-3", 1) \
  X(deaths, AX(Axis::region), "persons", "Deaths", "Døde", "PE-3", 1) \
  X(net_internal_migration, AX(Axis::region, Axis::education), "persons", "Net migration from other regions", "Nettoflytning fra andre regioner", "PE-4", 1) \
  X(net_foreign_migration, AX(Axis::region, Axis::education), "persons", "Net migration from abroad", "Nettoindvandring fra udlandet", "PE-3", 1) \
  X(skills_account, AX(Axis::region, Axis::education, Axis::flow), "persons", "Opening stock, flows and closing stock of people by education", "Primobeholdning, strømme og ultimobeholdning af personer efter uddannelse", "PE-7", 1) \
  X(labour_force_account, AX(Axis::region, Axis::education, Axis::flow), "persons", "Opening labour force, flows (retired among them) and closing labour force", "Arbejdsstyrkens primobeholdning, strømme (herunder pensionerede) og ultimobeholdning", "PE-8", 1) \
  X(adoption, AX(Axis::region, Axis::industry, Axis::practice), "1", "Employment share of firms that have adopted the practice", "Beskæftigelsesandel i virksomheder, der har taget praksissen i brug", "TE-4", 1) \
  X(firms, AX(Axis::region, Axis::industry), "firms", "Active firms", "Aktive virksomheder", "FI-2", 1) \
  X(emissions, AX(Axis::region, Axis::industry), "kt_co2e", "Greenhouse gas emissions", "Udledning af drivhusgasser", "EN-1", 1) \
  X(green_turnover, AX(Axis::region), "mio_dkk", "Turnover of green goods and services", "Omsætning af grønne varer og tjenester", "EN-2", 1) \
  X(residual_people, AX(), "persons", "Largest unexplained change of population", "Største uforklarede ændring i befolkningen", "AC-7", 0) \
  X(residual_gdp, AX(), "1", "Largest relative difference between GDP by production, income and expenditure", "Største relative forskel mellem BNP efter produktion, indkomst og anvendelse", "AC-4", 0) \
  X(residual_net_lending, AX(), "1", "Sum of the four sectors' net lending, relative to GDP", "Summen af de fire sektorers fordringserhvervelse i forhold til BNP", "AC-5", 0) \
  X(residual_jobs, AX(), "1", "Jobs by workplace less employed residents, relative to jobs", "Job efter arbejdssted minus beskæftigede bosatte i forhold til job", "AC-6", 0) \
  X(solver_iterations, AX(), "1", "Sweeps used", "Anvendte gennemløb", "", 0) \
  X(solver_residual, AX(), "1", "Largest residual at the solution", "Største residual i løsningen", "", 0) \
  X(log_productivity, AX(Axis::region), "1", "Log productivity in wage-weighted units", "", "", 0) \
  X(log_productivity_national, AX(), "1", "Log productivity in wage-weighted units, all regions", "", "", 0) \
  X(productivity_growth, AX(Axis::region), "1", "Growth of log productivity since last year", "", "", 0) \
  X(productivity_growth_national, AX(), "1", "Growth of log productivity since last year, all regions", "", "", 0) \
  X(unemployed_log_seen, AX(Axis::region, Axis::education), "1", "Log unemployment as seen from the workplace, U", "", "", 0) \
  X(structural_log_seen, AX(Axis::region, Axis::education), "1", "Log structural unemployment as seen from the workplace, U*", "", "", 0) \
  X(unemployment_seen, AX(Axis::region, Axis::education), "1", "Unemployment as seen from the workplace, uq", "", "", 0) \
  X(trend, AX(), "1", "Trend of demand Gamma, base year = 1", "", "", 0) \
  X(catch_up, AX(Axis::region, Axis::industry), "log growth a year", "Catch-up with the frontier, acts next year", "", "", 0) \
  X(catch_up_sum, AX(Axis::region, Axis::industry), "log points", "Catch-up so far beyond the baseline's, c", "", "", 0) \
  X(labour_force_added, AX(Axis::region, Axis::education), "persons", "Persons whom policy brought into the labour force, stock", "", "", 0) \
  X(people, AX(Axis::region), "persons", "People of all ages", "", "", 0) \
  X(adults, AX(Axis::region), "persons", "People of 18 and over", "", "", 0) \
  X(outside_labour_force, AX(Axis::region), "persons", "People of 15-64 outside the labour force", "", "", 0) \
  X(people_15_64, AX(Axis::region), "persons", "People of 15-64", "", "", 0) \
  X(labour_force_under_65, AX(Axis::region), "persons", "Labour force under 65", "", "", 0) \
  X(need, AX(Axis::region, Axis::product), "1", "Need of public consumption, people weighted by age", "", "", 0) \
  X(pensioners, AX(Axis::region), "persons", "People of 65 and over", "", "", 0) \
  X(public_net_lending, AX(Axis::region), "mio_dkk", "What the public takes in less what it pays", "", "", 0) \
  X(lever_cost_value, AX(Axis::region), "mio_dkk", "Gross public cost of the levers, current prices", "", "", 0)
// clang-format on

enum class Field : int {
#define X(name, ...) name,
  DRIVKRAFT_STATE_FIELDS(X)
#undef X
};

struct FieldInfo {
  Field field;
  std::string_view name;
  std::array<Axis, 4> axes;  // Axis::none fills up
  std::string_view unit;
  std::string_view label;
  std::string_view label_da;
  std::string_view equation;
  bool has_difference;
};

inline constexpr std::array state_fields{
#define X(name, axes, unit, label, label_da, equation, difference) \
  FieldInfo{Field::name, #name, std::array<Axis, 4> axes, unit, label, label_da, equation, (difference) == 1},
    DRIVKRAFT_STATE_FIELDS(X)
#undef X
};
#undef AX
inline constexpr std::size_t field_count = state_fields.size();

/// Where each field stands in the flat state of one economy; row-major in the order of its axes.
class StateLayout {
 public:
  explicit StateLayout(const Dimensions& dimensions);
  [[nodiscard]] std::size_t offset(Field f) const { return offsets_[static_cast<std::size_t>(f)]; }
  [[nodiscard]] std::size_t cells(Field f) const { return cells_[static_cast<std::size_t>(f)]; }
  [[nodiscard]] std::size_t size() const { return size_; }
  /// Length of one axis (1 for Axis::none).
  [[nodiscard]] static std::size_t length(Axis axis, const Dimensions& dimensions);

 private:
  std::array<std::size_t, field_count> offsets_{};
  std::array<std::size_t, field_count> cells_{};
  std::size_t size_ = 0;
};

}  // namespace drivkraft
