#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <vector>

#include "inputs/age_groups.h"
#include "inputs/people_ages.h"
#include "inputs/people_source.h"

namespace drivkraft {

namespace {

using Multipliers = Table<RatioUnit, SexId, AgeId, EducationId, EducationId>;

/// Where a step leads must lie later in the list of educations: the highest completed education is never lost.
bool leads_up(PeopleSource& source, const CsvTable& table, int row, int from, int to) {
  if (to > from) return true;
  const auto name = [&](int e) { return source.educations[static_cast<std::size_t>(e)]; };
  source.problems.add(table.place(row, table.column("to_education")),
                      fmt::format("a step leads from {} to {}, must lead to a later education", name(from), name(to)));
  return false;
}

/// Which row of the rates holds a step at some age in any region; -1 where nobody takes it.
struct Steps {
  CsvTable table;
  std::vector<int> rows;  // region, age from first_age_of_a_step, from, to
  int regions = 0;
  int educations = 0;

  [[nodiscard]] int row(int r, int a, int from, int to) const {
    const int age = a - first_age_of_a_step;
    const int all_ages = age_count - first_age_of_a_step;
    if (age < 0 || rows.empty()) return -1;
    return rows[static_cast<std::size_t>(((r * all_ages + age) * educations + from) * educations + to)];
  }
  [[nodiscard]] bool taken(const AgeGroup& group, int from, int to) const {
    for (int r = 0; r < regions; ++r) {
      for (int a = group.first; a <= group.last; ++a) {
        if (row(r, a, from, to) >= 0) return true;
      }
    }
    return false;
  }
};

Steps find_steps(PeopleSource& source) {
  Steps steps;
  steps.table = source.open(table_rules::education_transitions);
  steps.regions = source.dimensions.region_count();
  steps.educations = source.dimensions.education_count();
  CellQuery query;
  query.keys = {source.region(),
                {"age", ages(first_age_of_a_step, last_age), {}},
                source.education("from_education"),
                source.education("to_education")};
  query.column = "rate_fitted";
  query.may_lack = [](std::size_t) { return true; };  // a step without a row is not taken
  steps.rows = find_rows(steps.table, query, source.problems);
  return steps;
}

/// Multipliers of one row for women and one for men; a step that only one of them has is a problem.
Multipliers read_multipliers(PeopleSource& source, const Steps& steps) {
  const CsvTable table = source.open(table_rules::education_transitions_sex);
  const int educations = source.dimensions.education_count();
  Multipliers multipliers(sex_count, age_count, educations, educations, 1.0);
  const AgeGroups groups = read_age_groups(table, "age_group", Cover::some, source.problems);
  CellQuery query;
  query.keys = {groups.key("age_group"),
                source.education("from_education"),
                source.education("to_education"),
                {"sex", sexes(), {}}};
  query.column = "multiplier";
  query.may_lack = [](std::size_t) { return true; };  // 1 where there is no row
  const std::vector<int> rows = find_rows(table, query, source.problems);
  for (std::size_t cell = 0; cell < rows.size(); ++cell) {
    const int row = rows[cell];
    if (row < 0) continue;
    const int sex = static_cast<int>(cell) % sex_count;
    const int to = static_cast<int>(cell) / sex_count % educations;
    const int from = static_cast<int>(cell) / sex_count / educations % educations;
    const AgeGroup& group = groups[static_cast<int>(cell) / sex_count / educations / educations];
    const double multiplier = source.number(table, row, "multiplier", Rule::non_negative);
    for (int a = group.first; a <= group.last; ++a) multipliers({sex}, {a}, {from}, {to}) = multiplier;
    if (!leads_up(source, table, row, from, to)) continue;
    if (rows[cell - static_cast<std::size_t>(sex) + static_cast<std::size_t>(1 - sex)] < 0) {
      source.problems.add(
          table.place(row, table.column("sex")),
          fmt::format("there is no row of {} for this step", sexes()[static_cast<std::size_t>(1 - sex)]));
    }
    if (steps.table.sound() && !steps.taken(group, from, to)) {
      source.problems.add(table.place(row, table.column("from_education")),
                          "nobody takes this step at these ages in education_transitions_smooth.csv");
    }
  }
  return multipliers;
}

/// Fills the rates out of one education at one age; together they are a chance.
void read_rates_out_of(PeopleSource& source, const Steps& steps, const Multipliers& multipliers, int r, int a, int from,
                       PeopleTables& tables) {
  double sum[sex_count] = {};
  int last_row = -1;
  for (int to = 0; to < steps.educations; ++to) {
    const int row = steps.row(r, a, from, to);
    if (row < 0 || !leads_up(source, steps.table, row, from, to)) continue;
    last_row = row;
    const double rate = source.number(steps.table, row, "rate_fitted", Rule::share);
    for (int s = 0; s < sex_count; ++s) {
      tables.transition_rate({r}, {s}, {a}, {from}, {to}) = rate * multipliers({s}, {a}, {from}, {to});
      sum[s] += tables.transition_rate({r}, {s}, {a}, {from}, {to});
    }
  }
  for (int s = 0; s < sex_count; ++s) {
    if (sum[s] <= 1.0) continue;
    source.problems.add(steps.table.place(last_row, steps.table.column("rate_fitted")),
                        fmt::format("rates out of {} at {} add up to {} for sex {}, must not exceed 1",
                                    source.educations[static_cast<std::size_t>(from)], a, number_text(sum[s]),
                                    sexes()[static_cast<std::size_t>(s)]));
  }
}

}  // namespace

void read_education_steps(PeopleSource& source, PeopleTables& tables) {
  const Steps steps = find_steps(source);
  const Multipliers multipliers = read_multipliers(source, steps);
  tables.transition_rate = Table<RatioUnit, RegionId, SexId, AgeId, EducationId, EducationId>(
      steps.regions, sex_count, age_count, steps.educations, steps.educations);
  for (int r = 0; r < steps.regions; ++r) {
    for (int a = first_age_of_a_step; a < age_count; ++a) {
      for (int from = 0; from < steps.educations; ++from) {
        read_rates_out_of(source, steps, multipliers, r, a, from, tables);
      }
    }
  }
}

}  // namespace drivkraft
