#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "inputs/age_groups.h"
#include "inputs/people_ages.h"
#include "inputs/people_source.h"

namespace drivkraft {

namespace {

const std::string everybody = "all";

/// Nobody moves from a region to itself, and no more people move away than live there.
void check_rates(PeopleSource& source, const CsvTable& table, const AgeGroups& groups, const std::vector<int>& rows,
                 const PeopleTables& tables) {
  const int regions = source.dimensions.region_count();
  const auto row_of = [&](int o, int d, int g) {
    return rows[static_cast<std::size_t>((o * regions + d) * groups.count() + g)];
  };
  for (int o = 0; o < regions; ++o) {
    for (int g = 0; g < groups.count(); ++g) {
      if (const int row = row_of(o, o, g); row >= 0) {
        source.problems.add(table.place(row, table.column("destination")),
                            "origin and destination are the same, moves are between regions");
      }
      double leaving = 0.0;
      int last_row = -1;
      for (int d = 0; d < regions; ++d) {
        leaving += d == o ? 0.0 : tables.move_rate({o}, {d}, {groups[g].first});
        if (d != o && row_of(o, d, g) >= 0) last_row = row_of(o, d, g);
      }
      if (last_row < 0 || leaving <= 1.0) continue;
      source.problems.add(
          table.place(last_row, table.column("rate")),
          fmt::format("rates of leaving {} at {} add up to {}, must not exceed 1",
                      source.regions[static_cast<std::size_t>(o)], groups[g].text, number_text(leaving)));
    }
  }
}

void read_rates(PeopleSource& source, PeopleTables& tables) {
  const CsvTable table = source.open(table_rules::internal_migration);
  const int regions = source.dimensions.region_count();
  tables.move_rate = Table<RatioUnit, RegionId, RegionId, AgeId>(regions, regions, age_count);
  // One region alone has nobody to exchange people with: a table without rows is right then.
  const Cover cover = regions > 1 ? Cover::every_age : Cover::some;
  const AgeGroups groups = read_age_groups(table, "age_group", cover, source.problems);
  CellQuery query;
  query.keys = {source.region("origin"), source.region("destination"), groups.key("age_group")};
  query.column = "rate";
  const auto origin = [&](std::size_t cell) { return static_cast<int>(cell) / groups.count() / regions; };
  const auto destination = [&](std::size_t cell) { return static_cast<int>(cell) / groups.count() % regions; };
  query.may_lack = [&](std::size_t cell) { return origin(cell) == destination(cell); };
  const std::vector<int> rows = find_rows(table, query, source.problems);
  for (std::size_t cell = 0; cell < rows.size(); ++cell) {
    if (rows[cell] < 0 || query.may_lack(cell)) continue;
    const double rate = source.number(table, rows[cell], "rate", Rule::share);
    const AgeGroup& group = groups[static_cast<int>(cell) % groups.count()];
    for (int a = group.first; a <= group.last; ++a) tables.move_rate({origin(cell)}, {destination(cell)}, {a}) = rate;
  }
  check_rates(source, table, groups, rows, tables);
}

/// Factors A (rows of everybody, every age) and S (rows of one education, 1 where there are none).
void read_factors(PeopleSource& source, PeopleTables& tables) {
  const CsvTable table = source.open(table_rules::migration_fit);
  const int regions = source.dimensions.region_count();
  const int educations = source.dimensions.education_count();
  tables.move_factor = Table<RatioUnit, RegionId, AgeId>(regions, age_count, 1.0);
  tables.move_factor_education = Table<RatioUnit, RegionId, AgeId, EducationId>(regions, age_count, educations, 1.0);
  if (!table.sound()) return;
  const int column = table.column("education");
  std::vector<std::string> words = source.educations;
  words.push_back(everybody);
  for (int row = 0; row < table.rows(); ++row) {
    const std::string_view text = table.text(row, column);
    if (std::find(words.begin(), words.end(), text) != words.end()) continue;
    source.problems.add(table.place(row, column), fmt::format("unknown education \"{}\"", text),
                        did_you_mean(text, words));
  }
  for (int e = -1; e < educations; ++e) {
    const std::string& whose = e < 0 ? everybody : source.educations[static_cast<std::size_t>(e)];
    const AgeGroups groups = read_age_groups(
        table, "age_group", e < 0 ? Cover::every_age : Cover::some, source.problems,
        [&](int row) { return table.text(row, column) == whose; }, "education " + whose);
    CellQuery query;
    query.keys = {source.region(), groups.key("age_group")};
    query.where = {{"education", whose}};
    query.column = "factor";
    query.rule = Rule::positive;
    Table<RatioUnit, RegionId, AgeId> factors;  // by group
    fill(factors, table, query, source.record, source.problems);
    for (int r = 0; r < regions; ++r) {
      for (int g = 0; g < groups.count(); ++g) {
        for (int a = groups[g].first; a <= groups[g].last; ++a) {
          (e < 0 ? tables.move_factor({r}, {a}) : tables.move_factor_education({r}, {a}, {e})) = factors({r}, {g});
        }
      }
    }
  }
}

void read_multipliers(PeopleSource& source, PeopleTables& tables) {
  const CsvTable table = source.open(table_rules::internal_migration_education);
  const int educations = source.dimensions.education_count();
  tables.move_multiplier = Table<RatioUnit, AgeId, EducationId>(age_count, educations, 1.0);
  const AgeGroups groups = read_age_groups(table, "age_group", Cover::some, source.problems);
  CellQuery query;
  query.keys = {groups.key("age_group"), source.education()};
  query.column = "multiplier";
  query.rule = Rule::positive;
  Table<RatioUnit, AgeId, EducationId> multipliers;  // by group
  fill(multipliers, table, query, source.record, source.problems);
  for (int g = 0; g < groups.count(); ++g) {
    for (int a = groups[g].first; a <= groups[g].last; ++a) {
      for (int e = 0; e < educations; ++e) tables.move_multiplier({a}, {e}) = multipliers({g}, {e});
    }
  }
}

}  // namespace

void read_moves(PeopleSource& source, PeopleTables& tables) {
  read_rates(source, tables);
  read_factors(source, tables);
  read_multipliers(source, tables);
}

}  // namespace drivkraft
