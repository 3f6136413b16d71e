#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "inputs/csv_table.h"
#include "inputs/people_ages.h"
#include "inputs/read_data.h"
#include "inputs/read_dimensions.h"
#include "inputs/read_firms.h"
#include "inputs/sources.h"
#include "inputs/table_cells.h"
#include "inputs/table_rules.h"

namespace drivkraft {

namespace {

constexpr double mio_per_thousand = 1e-3;

/// Reads one data folder into BaseTables; every table is opened, read and closed in one function.
class BaseTableReader {
 public:
  BaseTableReader(const std::filesystem::path& folder, InputRecord& record, Problems& problems)
      : folder_(folder), record_(record), problems_(problems) {}

  BaseTables read() {
    sources_ = Sources::read(folder_, record_, problems_);
    tables_.dimensions = read_dimensions(folder_, record_, problems_);
    regions_ = ids_of(tables_.dimensions.regions);
    industries_ = ids_of(tables_.dimensions.industries);
    educations_ = ids_of(tables_.dimensions.educations);
    // Without dimensions every row of every table would be unknown; their own problems say enough.
    if (regions_.empty() || industries_.empty() || educations_.empty()) return std::move(tables_);
    read_input_output();
    read_regional_accounts();
    read_capital();
    read_exports();
    read_households();
    read_industry_parameters();
    read_jobs();
    read_people();
    read_travel();
    PeopleSource source(folder_, tables_.dimensions, record_, problems_);
    read_firms(source, tables_);
    return std::move(tables_);
  }

 private:
  CsvTable open(const TableRule& rule) {
    CsvTable table = CsvTable::read(folder_ / rule.file, rule.file, rule.columns, record_, problems_);
    sources_.check_rows(table, problems_);
    return table;
  }

  /// Cells by the given keys of a tidy table with the columns variable, value and unit.
  static CellQuery tidy(std::vector<KeyColumn> keys, std::string variable, std::string unit, Rule rule) {
    CellQuery query;
    query.keys = std::move(keys);
    query.where = {{"variable", std::move(variable)}};
    query.column = "value";
    query.unit = std::move(unit);
    query.rule = rule;
    return query;
  }

  static CellQuery plain(std::vector<KeyColumn> keys, std::string column, Rule rule) {
    CellQuery query;
    query.keys = std::move(keys);
    query.column = std::move(column);
    query.rule = rule;
    return query;
  }

  [[nodiscard]] KeyColumn by_region(std::vector<std::string> skipped = {}) const {
    return {"region", regions_, std::move(skipped)};
  }
  [[nodiscard]] KeyColumn by_industry(std::vector<std::string> skipped = {}) const {
    return {"industry", industries_, std::move(skipped)};
  }
  [[nodiscard]] KeyColumn by_education(std::vector<std::string> skipped = {}) const {
    return {"education", educations_, std::move(skipped)};
  }

  void read_input_output() {
    const CsvTable table = open(table_rules::input_output);
    read_flow(table, "domestic", tables_.domestic_inputs);
    read_flow(table, "imported", tables_.imported_inputs);
    tables_.product_taxes_on_inputs = read_industry_row(table, "product_taxes", "tax");
    tables_.production_taxes = read_industry_row(table, "production_taxes", "value_added");
    tables_.private_consumption = read_final_use(table, "private_consumption", Rule::non_negative);
    tables_.public_consumption = read_final_use(table, "public_consumption", Rule::non_negative);
    tables_.investment = read_final_use(table, "investment", Rule::non_negative);
    tables_.inventories = read_final_use(table, "inventories", Rule::finite);
    tables_.visitors = read_final_use(table, "visitors_consumption", Rule::non_negative);
    tables_.exports = read_use_column(table, "exports", "domestic", Rule::non_negative);
    check_words(table, "flow", {"domestic", "imported", "tax", "value_added"});
    // Re-exports and the parts of value added other than taxes stand in the table; the model does not use them.
    std::vector<std::string> uses = industries_;
    for (const char* use : {"private_consumption", "public_consumption", "investment", "inventories",
                            "visitors_consumption", "exports", "re_exports"}) {
      uses.emplace_back(use);
    }
    check_words(table, "use", uses);
    std::vector<std::string> rows = industries_;
    for (const char* row :
         {"product_taxes", "production_taxes", "compensation_of_employees", "gross_operating_surplus"}) {
      rows.emplace_back(row);
    }
    check_words(table, "row", rows);
  }

  [[nodiscard]] CellQuery flow_query(std::vector<KeyColumn> keys, std::string flow, Rule rule) const {
    CellQuery query = plain(std::move(keys), "value", rule);
    query.where = {{"flow", std::move(flow)}};
    query.unit = "mio DKK";
    return query;
  }

  /// Product by using industry; the rows of final uses are read by their own columns.
  void read_flow(const CsvTable& table, const std::string& flow, Table<MioDkkUnit, IndustryId, IndustryId>& into) {
    const KeyColumn use{"use",
                        industries_,
                        {"private_consumption", "public_consumption", "investment", "inventories",
                         "visitors_consumption", "exports", "re_exports"}};
    fill(into, table, flow_query({{"row", industries_, {}}, use}, flow, Rule::non_negative), record_, problems_);
  }

  Table<MioDkkUnit, IndustryId> read_use_column(const CsvTable& table, const std::string& use, const std::string& flow,
                                                Rule rule) {
    CellQuery query = flow_query({{"row", industries_, {}}}, flow, rule);
    query.where.push_back({"use", use});
    Table<MioDkkUnit, IndustryId> column;
    fill(column, table, query, record_, problems_);
    return column;
  }

  /// Taxes, by using industry; they may be subsidies.
  Table<MioDkkUnit, IndustryId> read_industry_row(const CsvTable& table, const std::string& row,
                                                  const std::string& flow) {
    const KeyColumn use{
        "use",
        industries_,
        {"private_consumption", "public_consumption", "investment", "inventories", "visitors_consumption"}};
    CellQuery query = flow_query({use}, flow, Rule::finite);
    query.where.push_back({"row", row});
    Table<MioDkkUnit, IndustryId> values;
    fill(values, table, query, record_, problems_);
    return values;
  }

  BaseTables::FinalUse read_final_use(const CsvTable& table, const std::string& use, Rule rule) {
    BaseTables::FinalUse result;
    result.domestic = read_use_column(table, use, "domestic", rule);
    result.imported = read_use_column(table, use, "imported", rule);
    CellQuery taxes = flow_query({{"row", {"product_taxes"}, {}}}, "tax", Rule::finite);
    taxes.where.push_back({"use", use});
    result.product_taxes = read_cells(table, taxes, record_, problems_).front();
    return result;
  }

  /// Every row of a column must hold one of these words: a misspelt one would leave its row unread.
  void check_words(const CsvTable& table, const std::string& column, const std::vector<std::string>& words) {
    if (!table.sound()) return;
    const int at = table.column(column);
    for (int row = 0; row < table.rows(); ++row) {
      const std::string_view word = table.text(row, at);
      if (std::find(words.begin(), words.end(), word) != words.end()) continue;
      problems_.add(table.place(row, at), fmt::format("unknown {} \"{}\"", column, word), did_you_mean(word, words));
    }
  }

  void read_regional_accounts() {
    const CsvTable table = open(table_rules::regional_accounts);
    // Two accounting lines stand beside the regions: the North Sea, and what a normal year of farming adds.
    const std::vector<std::string> no_regions{"extra_regio", "normal_year_adjustment"};
    fill(tables_.value_added, table, tidy({by_region(no_regions), by_industry()}, "gva", "mio DKK", Rule::non_negative),
         record_, problems_);
    fill(tables_.jobs, table, tidy({by_region(no_regions), by_industry()}, "jobs", "persons", Rule::non_negative),
         record_, problems_);
    check_words(table, "variable", {"gva", "jobs"});
  }

  void read_capital() {
    const CsvTable table = open(table_rules::capital_stock);
    // The capital of the North Sea stands apart; the model leaves the North Sea out.
    const KeyColumn industry = by_industry({"extra_regio"});
    fill(tables_.capital_gva_ratio, table, tidy({industry}, "capital_gva_ratio", "ratio", Rule::positive), record_,
         problems_);
    fill(tables_.depreciation_rate, table, tidy({industry}, "depreciation_rate", "share a year", Rule::share), record_,
         problems_);
  }

  void read_exports() {
    const CsvTable table = open(table_rules::exports_by_region);
    fill(tables_.regional_exports, table,
         tidy({by_region(), by_industry()}, "exports_domestic_products", "mio DKK", Rule::non_negative), record_,
         problems_);
    fill(tables_.visitors_spending, table, tidy({by_region()}, "visitors_consumption", "mio DKK", Rule::non_negative),
         record_, problems_);
  }

  void read_households() {
    const CsvTable table = open(table_rules::household_accounts);
    const auto account = [&](Table<MioDkkUnit, RegionId>& into, const char* variable) {
      fill(into, table, tidy({by_region({"denmark"})}, variable, "mio DKK", Rule::positive), record_, problems_);
    };
    account(tables_.households.primary_income, "primary_income_B5N");
    account(tables_.households.income_taxes, "taxes_on_income_D5");
    account(tables_.households.social_contributions, "social_contributions_D61");
    account(tables_.households.social_benefits, "social_benefits_D62");
    account(tables_.households.disposable_income, "disposable_income_B6N");

    const CsvTable benefits = open(table_rules::benefits);
    // The benefit of people of 65 and over closes the regional accounts, that of children is inside the remainder.
    CellQuery query =
        plain({{"group", {"unemployed", "other_15_64"}, {"pensioner_65", "children"}}}, "benefit", Rule::non_negative);
    query.unit = "mio_dkk_per_person_year";
    const std::vector<double> heads = read_cells(benefits, query, record_, problems_);
    tables_.benefit_unemployed = heads[0];
    tables_.benefit_other_15_64 = heads[1];
  }

  void read_industry_parameters() {
    const CsvTable table = open(table_rules::industry_parameters);
    fill(tables_.gravity_factor, table, tidy({by_industry()}, "gravity_factor", "1 = average", Rule::positive), record_,
         problems_);
    fill(tables_.world_demand_deviation, table,
         tidy({by_industry()}, "world_demand_deviation", "log growth a year", Rule::finite), record_, problems_);
    const std::vector<std::string> classes = read_words(table, "class", {"local", "traded"});
    for (const std::string& word : classes) tables_.local_product.push_back(word == "local");
    tables_.sigma_group = read_words(table, "sigma_group", sigma_groups());
  }

  /// Groups of industries that share an elasticity: what follows the common start of their parameter keys.
  static std::vector<std::string> sigma_groups() {
    constexpr std::string_view start = "production.sigma_capital_labour.";
    std::vector<std::string> groups;
    for (const std::string_view key : parameter_keys) {
      if (key.substr(0, start.size()) == start) groups.emplace_back(key.substr(start.size()));
    }
    return groups;
  }

  std::vector<std::string> read_words(const CsvTable& table, const std::string& variable,
                                      const std::vector<std::string>& choices) {
    CellQuery query = tidy({by_industry()}, variable, {}, Rule::finite);
    query.column = "text";
    std::vector<std::string> words = read_texts(table, query, problems_);
    if (!table.sound()) return words;
    const int variable_column = table.column("variable");
    const int text_column = table.column("text");
    for (int row = 0; row < table.rows(); ++row) {
      if (table.text(row, variable_column) != variable) continue;
      const std::string_view word = table.text(row, text_column);
      if (std::find(choices.begin(), choices.end(), word) != choices.end() || word.empty()) continue;
      problems_.add(table.place(row, text_column), fmt::format("unknown {} \"{}\"", variable, word),
                    did_you_mean(word, choices));
    }
    return words;
  }

  void read_jobs() {
    CellQuery wage = plain({by_region(), by_industry(), by_education()}, "labour_income_per_job_incl_self_employed",
                           Rule::non_negative);
    wage.multiply_by = mio_per_thousand;  // thousand DKK a job to mio. DKK a person
    fill(tables_.labour_income_per_job, open(table_rules::wages), wage, record_, problems_);
    fill(tables_.jobs_by_education, open(table_rules::jobs_by_education),
         plain({by_region(), by_industry(), by_education()}, "jobs", Rule::non_negative), record_, problems_);
    fill(tables_.commuters, open(table_rules::commuting),
         plain({{"workplace", regions_, {}}, {"residence", regions_, {}}, by_education()}, "persons",
               Rule::non_negative),
         record_, problems_);
  }

  void read_people() {
    read_population();
    read_participation();
    fill(tables_.participation_shift, open(table_rules::participation_shift),
         plain({by_region(), by_education()}, "log_odds_shift", Rule::finite), record_, problems_);
    fill(tables_.labour_force, open(table_rules::labour_force),
         plain({by_region(), by_education()}, "persons", Rule::non_negative), record_, problems_);
    // The rows of all educations together are a check figure.
    fill(tables_.structural_unemployment, open(table_rules::unemployment),
         plain({by_region(), by_education({"all"})}, "structural_rate", Rule::share), record_, problems_);
  }

  void read_population() {
    Table<PersonUnit, RegionId, SexId, AgeId> everybody;
    fill(everybody, open(table_rules::population),
         plain({by_region(), {"sex", sexes(), {}}, {"age", ages(0, last_age), {}}}, "persons", Rule::non_negative),
         record_, problems_);
    Table<PersonUnit, RegionId, SexId, AgeId, EducationId> educated;
    fill(educated, open(table_rules::population_by_education),
         plain(
             {by_region(), {"sex", sexes(), {}}, {"age", ages(first_age_with_education, last_age), {}}, by_education()},
             "persons", Rule::non_negative),
         record_, problems_);
    Table<PersonUnit, RegionId, SexId, AgeId, EducationId> population(everybody.size(0), sex_count, age_count,
                                                                      educated.size(3));
    for (int r = 0; r < everybody.size(0); ++r) {
      for (int s = 0; s < sex_count; ++s) {
        for (int a = 0; a < first_age_with_education; ++a) {  // children hold the first education, basic school
          population(RegionId{r}, SexId{s}, AgeId{a}, EducationId{0}) = everybody(RegionId{r}, SexId{s}, AgeId{a});
        }
        for (int a = first_age_with_education; a < age_count; ++a) {
          for (int e = 0; e < educated.size(3); ++e) {
            population(RegionId{r}, SexId{s}, AgeId{a}, EducationId{e}) =
                educated(RegionId{r}, SexId{s}, AgeId{a - first_age_with_education}, EducationId{e});
          }
        }
      }
    }
    tables_.population = std::move(population);
  }

  void read_participation() {
    Table<RatioUnit, SexId, AgeId, EducationId> working_ages;
    fill(working_ages, open(table_rules::participation),
         plain({{"sex", sexes(), {}}, {"age", ages(first_working_age, last_working_age), {}}, by_education()},
               "participation", Rule::share),
         record_, problems_);
    Table<RatioUnit, SexId, AgeId, EducationId> national(sex_count, age_count, working_ages.size(2));
    for (int s = 0; s < sex_count; ++s) {
      for (int a = first_working_age; a <= last_working_age; ++a) {
        for (int e = 0; e < working_ages.size(2); ++e) {
          national(SexId{s}, AgeId{a}, EducationId{e}) =
              working_ages(SexId{s}, AgeId{a - first_working_age}, EducationId{e});
        }
      }
    }
    tables_.participation_national = std::move(national);
  }

  void read_travel() {
    const CsvTable travel = open(table_rules::travel);
    const std::vector<KeyColumn> pairs{{"origin", regions_, {}}, {"destination", regions_, {}}};
    fill(tables_.travel_minutes, travel, plain(pairs, "minutes", Rule::positive), record_, problems_);
    fill(tables_.travel_km, travel, plain(pairs, "km", Rule::positive), record_, problems_);
  }

  const std::filesystem::path& folder_;
  InputRecord& record_;
  Problems& problems_;
  Sources sources_;
  BaseTables tables_;
  std::vector<std::string> regions_;
  std::vector<std::string> industries_;
  std::vector<std::string> educations_;
};

}  // namespace

BaseTables read_base_tables(const std::filesystem::path& data_folder, InputRecord& record, Problems& problems) {
  std::error_code error;
  if (!std::filesystem::is_directory(data_folder, error)) {
    problems.add(Place{data_folder.generic_string(), 0, 0, 1, {}}, "is no data folder");
    return {};
  }
  return BaseTableReader(data_folder, record, problems).read();
}

}  // namespace drivkraft
