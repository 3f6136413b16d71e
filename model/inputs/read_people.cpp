#include "inputs/read_people.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "inputs/age_groups.h"
#include "inputs/key_rules.h"
#include "inputs/people_ages.h"
#include "inputs/people_source.h"

namespace drivkraft {

namespace {

void read_mortality(PeopleSource& source, PeopleTables& tables) {
  const CsvTable table = source.open(table_rules::mortality);
  CellQuery query;
  query.keys = {source.region(), {"sex", sexes(), {}}, {"age", ages(age_of_newborn, last_age), {}}};
  query.column = "death_probability_forward";
  const std::vector<int> rows = find_rows(table, query, source.problems);
  const int regions = source.dimensions.region_count();
  tables.death_probability = Table<RatioUnit, RegionId, SexId, AgeId>(regions, sex_count, age_count);
  tables.death_improvement = tables.death_probability;
  tables.newborn_death_probability = Table<RatioUnit, RegionId, SexId>(regions, sex_count);
  tables.newborn_death_improvement = tables.newborn_death_probability;
  std::size_t cell = 0;
  for (int r = 0; r < regions; ++r) {
    for (int s = 0; s < sex_count; ++s) {
      for (int a = age_of_newborn; a <= last_age; ++a, ++cell) {
        const double chance = source.number(table, rows[cell], "death_probability_forward", Rule::share);
        const double improvement = source.number(table, rows[cell], "annual_improvement", Rule::share);
        if (a == age_of_newborn) {
          tables.newborn_death_probability({r}, {s}) = chance;
          tables.newborn_death_improvement({r}, {s}) = improvement;
        } else {
          tables.death_probability({r}, {s}, {a}) = chance;
          tables.death_improvement({r}, {s}, {a}) = improvement;
        }
      }
    }
  }
}

/// Ages that stand in the table: every region must have all of them, and no age between them may be left out.
void read_fertility(PeopleSource& source, PeopleTables& tables) {
  tables.birth_rate = Table<RatioUnit, RegionId, AgeId>(source.dimensions.region_count(), age_count);
  const CsvTable table = source.open(table_rules::fertility);
  if (!table.sound()) return;
  int first = age_count;
  int last = -1;
  for (int row = 0; row < table.rows(); ++row) {
    const std::optional<double> age = parse_number(table.text(row, table.column("age"))).value;
    if (!age || !(*age >= 0.0 && *age <= last_age)) continue;  // an unknown age when the rows are found
    first = std::min(first, static_cast<int>(*age));
    last = std::max(last, static_cast<int>(*age));
  }
  if (first > last) {
    source.problems.add(table.place_of_file(), "no row has an age from 0 to 99");
    return;
  }
  CellQuery query;
  query.keys = {source.region(), {"age", ages(first, last), {}}};
  query.column = "birth_rate_forward";
  query.rule = Rule::share;
  Table<RatioUnit, RegionId, AgeId> fertile;
  fill(fertile, table, query, source.record, source.problems);
  for (int r = 0; r < fertile.size(0); ++r) {
    for (int a = first; a <= last; ++a) tables.birth_rate({r}, {a}) = fertile({r}, {a - first});
  }
}

/// Emigrants of both sexes, immigrants by sex. Children come and go with the first education.
void read_abroad(PeopleSource& source, PeopleTables& tables) {
  const CsvTable table = source.open(table_rules::international_migration);
  const int regions = source.dimensions.region_count();
  const int educations = source.dimensions.education_count();
  tables.emigrants = Table<PersonUnit, RegionId, AgeId, EducationId>(regions, age_count, educations);
  tables.immigrants = Table<PersonUnit, RegionId, SexId, AgeId, EducationId>(regions, sex_count, age_count, educations);
  CellQuery query;
  query.keys = {source.region(), {"age", ages(0, last_age), {}}, source.education()};
  query.column = "immigrants_2018";
  const auto education_of = [&](std::size_t cell) { return static_cast<int>(cell) % educations; };
  const auto age_of = [&](std::size_t cell) { return static_cast<int>(cell) / educations % age_count; };
  query.may_lack = [&](std::size_t cell) { return age_of(cell) < first_age_with_education && education_of(cell) > 0; };
  const std::vector<int> rows = find_rows(table, query, source.problems);
  for (std::size_t cell = 0; cell < rows.size(); ++cell) {
    if (rows[cell] < 0) continue;
    const RegionId region{static_cast<int>(cell) / educations / age_count};
    const AgeId age{age_of(cell)};
    const EducationId education{education_of(cell)};
    if (query.may_lack(cell)) {
      source.problems.add(
          table.place(rows[cell], table.column("education")),
          fmt::format("people of {} hold {}, the first education, and no other", age.index, source.educations.front()));
    }
    tables.emigrants(region, age, education) =
        source.number(table, rows[cell], "emigrants_forward", Rule::non_negative);
    const double arrivals = source.number(table, rows[cell], "immigrants_2018", Rule::non_negative);
    const double women = source.number(table, rows[cell], "female_share", Rule::share);
    tables.immigrants(region, {0}, age, education) = women * arrivals;
    tables.immigrants(region, {1}, age, education) = (1.0 - women) * arrivals;
  }
}

/// From the oldest of the base year to those born in the last year that a scenario may reach.
void read_pension_age(PeopleSource& source, PeopleTables& tables) {
  struct Cohorts {
    int first, last, row;
    double age;
  };
  const CsvTable table = source.open(table_rules::pension_age);
  if (!table.sound()) return;
  const int oldest = source.dimensions.base_year - last_age;
  std::vector<Cohorts> list;
  for (int row = 0; row < table.rows(); ++row) {
    const int first = source.whole(table, row, "birth_year_from", oldest);
    const int last = source.whole(table, row, "birth_year_to", oldest);
    const double age = source.number(table, row, "age", Rule::positive);
    if (first > last) {
      source.problems.add(table.place(row, table.column("birth_year_from")),
                          fmt::format("birth years run from {} to {}, the first must not be later", first, last));
    } else if (age > last_age) {
      source.problems.add(table.place(row, table.column("age")),
                          fmt::format("age is {}, must be at most {}", number_text(age), last_age));
    } else {
      list.push_back({first, last, row, age});
    }
  }
  std::stable_sort(list.begin(), list.end(), [](const Cohorts& a, const Cohorts& b) { return a.first < b.first; });
  tables.first_birth_year = list.empty() ? oldest : list.front().first;
  int next = tables.first_birth_year;
  for (const Cohorts& cohorts : list) {
    if (cohorts.first != next) {
      source.problems.add(table.place(cohorts.row, table.column("birth_year_from")),
                          fmt::format("birth year {} {}", std::min(cohorts.first, next),
                                      cohorts.first < next ? "stands twice" : "is missing"));
    }
    next = std::max(next, cohorts.last + 1);
    tables.pension_age.resize(static_cast<std::size_t>(next - tables.first_birth_year), cohorts.age);
  }
  if (tables.first_birth_year > oldest || next <= last_possible_year) {
    source.problems.add(table.place_of_file(), fmt::format("birth years must run from {} or earlier to {} or later",
                                                           oldest, last_possible_year));
  }
}

/// Groups of ages of one product, with the weight of each.
void read_need_of(PeopleSource& source, const CsvTable& table, const std::string& product, PeopleTables& tables,
                  const std::vector<int>& industries) {
  std::vector<AgeGroup> groups;
  for (int row = 0; row < table.rows(); ++row) {
    if (table.text(row, table.column("product")) != product) continue;
    const int first = source.whole(table, row, "age_from", 0);
    const int last = source.whole(table, row, "age_to", last_age);
    if (first < 0 || last > last_age || first > last) {
      source.problems.add(
          table.place(row, table.column("age_from")),
          fmt::format("ages run from {} to {}, they must rise and lie in 0 to {}", first, last, last_age));
      return;
    }
    groups.push_back({fmt::format("{}-{}", first, last), first, last, row});
  }
  check_age_groups(groups, table, "age_from", Cover::every_age, "product " + product, source.problems);
  double largest = 0.0;
  for (const AgeGroup& group : groups) {
    const double weight = source.number(table, group.row, "weight", Rule::non_negative);
    largest = std::max(largest, weight);
    for (const int j : industries) {
      for (int a = group.first; a <= group.last; ++a) tables.need_weight({j}, {a}) = weight;
    }
  }
  if (!groups.empty() && largest == 0.0) {
    source.problems.add(table.place(groups.front().row, table.column("weight")),
                        fmt::format("product {} has no weight above zero", product));
  }
}

/// Products with rows of their own, and `other` for the rest.
void read_need(PeopleSource& source, PeopleTables& tables) {
  static const std::string other = "other";
  tables.need_weight = Table<RatioUnit, IndustryId, AgeId>(source.dimensions.industry_count(), age_count);
  const CsvTable table = source.open(table_rules::public_consumption_age);
  if (!table.sound()) return;
  std::vector<std::string> products = source.industries;
  products.push_back(other);
  std::vector<bool> has_rows(products.size());
  for (int row = 0; row < table.rows(); ++row) {
    const std::string_view product = table.text(row, table.column("product"));
    const auto found = std::find(products.begin(), products.end(), product);
    if (found == products.end()) {
      source.problems.add(table.place(row, table.column("product")), fmt::format("unknown product \"{}\"", product),
                          did_you_mean(product, products));
    } else {
      has_rows[static_cast<std::size_t>(found - products.begin())] = true;
    }
  }
  std::vector<int> without_rows;
  for (int j = 0; j < source.dimensions.industry_count(); ++j) {
    if (has_rows[static_cast<std::size_t>(j)]) {
      read_need_of(source, table, products[static_cast<std::size_t>(j)], tables, {j});
    } else {
      without_rows.push_back(j);
    }
  }
  if (has_rows.back() || !without_rows.empty()) read_need_of(source, table, other, tables, without_rows);
}

/// One number of demography.csv: key, unit, rule, and where it goes.
struct Setting {
  std::string key;
  std::string unit;
  Rule rule;
  double PeopleTables::*into;
};

void read_settings(PeopleSource& source, PeopleTables& tables) {
  static const std::vector<Setting> settings{
      {"boys_share", "share", Rule::share, &PeopleTables::boys_share},
      {"fertility_base", "births per woman", Rule::positive, &PeopleTables::fertility_base},
      {"fertility_glide_years", "years", Rule::positive, &PeopleTables::fertility_glide_years},
      {"emigration_rate_cap", "share a year", Rule::share, &PeopleTables::emigration_rate_cap},
      {"participation_end_age", "years", Rule::positive, &PeopleTables::participation_end_age},
  };
  const CsvTable table = source.open(table_rules::demography);
  CellQuery query;
  query.keys = {{"key", {}, {}}};
  for (const Setting& setting : settings) query.keys.front().ids.push_back(setting.key);
  query.column = "value";
  const std::vector<int> rows = find_rows(table, query, source.problems);
  for (std::size_t k = 0; k < settings.size(); ++k) {
    if (rows[k] < 0) continue;
    const std::string_view unit = table.text(rows[k], table.column("unit"));
    if (unit != settings[k].unit) {
      source.problems.add(table.place(rows[k], table.column("unit")),
                          fmt::format("unit is \"{}\", must be \"{}\"", unit, settings[k].unit));
    }
    tables.*settings[k].into = source.number(table, rows[k], "value", settings[k].rule, settings[k].key);
  }
  if (rows.back() >= 0 && tables.participation_end_age != last_working_age + 1.0) {
    source.problems.add(table.place(rows.back(), table.column("value")),
                        fmt::format("participation_end_age is {}, must be {}: participation_smooth.csv ends at {}",
                                    number_text(tables.participation_end_age), last_working_age + 1, last_working_age));
  }
}

}  // namespace

PeopleTables read_people_tables(const std::filesystem::path& data_folder, const Dimensions& dimensions,
                                InputRecord& record, Problems& problems) {
  PeopleTables tables;
  std::error_code error;
  if (!std::filesystem::is_directory(data_folder, error)) {
    problems.add(Place{data_folder.generic_string(), 0, 0, 1, {}}, "is no data folder");
    return tables;
  }
  // Without dimensions every row of every table would be unknown; their own problems say enough.
  if (dimensions.regions.empty() || dimensions.industries.empty() || dimensions.educations.empty()) return tables;
  PeopleSource source(data_folder, dimensions, record, problems);
  read_mortality(source, tables);
  read_fertility(source, tables);
  read_abroad(source, tables);
  read_moves(source, tables);
  read_education_steps(source, tables);
  read_pension_age(source, tables);
  read_need(source, tables);
  read_settings(source, tables);
  read_technology(source, tables);
  return tables;
}

}  // namespace drivkraft
