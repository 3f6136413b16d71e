#include "calibration/people_rates.h"

#include <algorithm>

#include "base/math.h"
#include "calibration/steps.h"
#include "economy/participation.h"

namespace drivkraft {

namespace {

/// Persons of both sexes, [r,a,e].
Table<PersonUnit, RegionId, AgeId, EducationId> both_sexes(const BaseTables& base) {
  const int regions = base.dimensions.region_count(), educations = base.dimensions.education_count();
  Table<PersonUnit, RegionId, AgeId, EducationId> persons(regions, age_count, educations);
  for (int r = 0; r < regions; ++r) {
    for (int g = 0; g < sex_count; ++g) {
      for (int a = 0; a < age_count; ++a) {
        for (int e = 0; e < educations; ++e) persons({r}, {a}, {e}) += base.population({r}, {g}, {a}, {e});
      }
    }
  }
  return persons;
}

/// Emigrants of one region and age with no education above the cap.
void spread_emigrants(std::vector<double>& emigrants, const std::vector<double>& persons, double cap,
                      const std::string& where) {
  for (std::size_t round = 0; round <= emigrants.size(); ++round) {
    double excess = 0.0, room_persons = 0.0;
    std::vector<bool> full(emigrants.size(), false);
    for (std::size_t e = 0; e < emigrants.size(); ++e) {
      const double most = cap * persons[e];
      if (emigrants[e] >= most) {
        excess += emigrants[e] - most;
        emigrants[e] = most;
        full[e] = true;
      } else {
        room_persons += persons[e];
      }
    }
    if (excess == 0.0) return;
    if (room_persons == 0.0)
      calibration::contradiction("international_migration.csv", where + ": more emigrants than may leave a year");
    for (std::size_t e = 0; e < emigrants.size(); ++e) {
      if (!full[e]) emigrants[e] += excess * persons[e] / room_persons;
    }
  }
}

void set_emigration(const BaseTables& base, const PeopleTables& tables,
                    const Table<PersonUnit, RegionId, AgeId, EducationId>& persons, BasePeople& people) {
  for (int r = 0; r < people.regions; ++r) {
    for (int a = 0; a < age_count; ++a) {
      std::vector<double> leaving, living;
      for (int e = 0; e < people.educations; ++e) {
        leaving.push_back(tables.emigrants({r}, {a}, {e}));
        living.push_back(persons({r}, {a}, {e}));
      }
      spread_emigrants(leaving, living, tables.emigration_rate_cap,
                       base.dimensions.regions[static_cast<std::size_t>(r)].id + ", age " + std::to_string(a));
      for (std::size_t e = 0; e < leaving.size(); ++e)
        people.emigration_rate.push_back(living[e] > 0.0 ? leaving[e] / living[e] : 0.0);
    }
  }
}

/// The nation's moves at one age on the base stock, by the table and with the regional factors.
double age_scale(const PeopleTables& tables, const std::vector<double>& persons, int regions, int a) {
  double printed = 0.0, factored = 0.0;
  for (int o = 0; o < regions; ++o) {
    for (int d = 0; d < regions; ++d) {
      const double moves = tables.move_rate({o}, {d}, {a}) * persons[static_cast<std::size_t>(o)];
      printed += moves;
      factored += moves * tables.move_factor({d}, {a}) / tables.move_factor({o}, {a});
    }
  }
  return factored > 0.0 ? printed / factored : 1.0;
}

void set_moves(const PeopleTables& tables, const Table<PersonUnit, RegionId, AgeId, EducationId>& persons,
               BasePeople& people) {
  const int regions = people.regions, educations = people.educations;
  people.move_rate.assign(static_cast<std::size_t>(age_count * regions * regions * educations), 0.0);
  people.move_away.assign(static_cast<std::size_t>(age_count * regions * educations), 0.0);
  for (int a = 0; a < age_count; ++a) {
    std::vector<double> living(static_cast<std::size_t>(regions), 0.0);
    for (int o = 0; o < regions; ++o) {
      for (int e = 0; e < educations; ++e) living[static_cast<std::size_t>(o)] += persons({o}, {a}, {e});
    }
    const double scale = age_scale(tables, living, regions, a);
    for (int o = 0; o < regions; ++o) {
      for (int d = 0; d < regions; ++d) {
        if (o == d) continue;
        const double rate =
            tables.move_rate({o}, {d}, {a}) * tables.move_factor({d}, {a}) / tables.move_factor({o}, {a}) * scale;
        const auto relative = [&](int e) {
          return tables.move_multiplier({a}, {e}) * tables.move_factor_education({d}, {a}, {e}) /
                 tables.move_factor_education({o}, {a}, {e});
        };
        double mean = 0.0;
        for (int e = 0; e < educations; ++e) mean += persons({o}, {a}, {e}) * relative(e);
        mean = living[static_cast<std::size_t>(o)] > 0.0 ? mean / living[static_cast<std::size_t>(o)] : 1.0;
        for (int e = 0; e < educations; ++e) {
          const double moving = rate * relative(e) / mean;
          people.move_rate[static_cast<std::size_t>(((a * regions + o) * regions + d) * educations + e)] = moving;
          people.move_away[static_cast<std::size_t>((a * regions + o) * educations + e)] += moving;
        }
      }
    }
  }
}

/// The first age at which anybody holds more than the lowest education, or a lever may lift people to it.
int educated_from(const PeopleTables& tables, const BasePeople& people) {
  constexpr int first_age_of_levers = 15;
  for (int a = 0; a < first_age_of_levers; ++a) {
    for (int r = 0; r < people.regions; ++r) {
      for (int g = 0; g < sex_count; ++g) {
        for (int e = 0; e < people.educations; ++e) {
          if (e == people.lowest_education) continue;
          const std::size_t cell = people.place(r, g, a) + static_cast<std::size_t>(e);
          if (people.population[cell] > 0.0 || people.immigrants[cell] > 0.0) return a;
          if (tables.transition_rate({r}, {g}, {a}, {people.lowest_education}, {e}) > 0.0) return a + 1;
        }
      }
    }
  }
  return first_age_of_levers;
}

void set_steps(const PeopleTables& tables, BasePeople& people) {
  for (int r = 0; r < people.regions; ++r) {
    for (int g = 0; g < sex_count; ++g) {
      for (int a = 0; a < age_count; ++a) {
        people.first_step.push_back(static_cast<int>(people.steps.size()));
        for (int from = people.educations_at(a).first; from < people.educations_at(a).end; ++from) {
          for (int to = 0; to < people.educations; ++to) {
            const double rate = tables.transition_rate({r}, {g}, {a}, {from}, {to});
            if (rate != 0.0) people.steps.push_back({from, to, rate});
          }
        }
      }
    }
  }
  people.first_step.push_back(static_cast<int>(people.steps.size()));
}

/// The nation's participation with each region's factor on the odds.
void set_participation_there(BasePeople& people) {
  const auto educations = static_cast<std::size_t>(people.educations);
  const std::size_t each = people.participation.size();
  for (std::size_t r = 0; r < static_cast<std::size_t>(people.regions); ++r) {
    for (std::size_t k = 0; k < each; ++k) {
      people.participation_there.push_back(
          regional_participation(people.participation[k], people.participation_odds[r * educations + k % educations]));
    }
  }
}

/// Products with the same age profile share it.
void set_needs(const PeopleTables& tables, int products, BasePeople& people) {
  for (int i = 0; i < products; ++i) {
    std::vector<double> profile;
    profile.reserve(age_count);
    for (int a = 0; a < age_count; ++a) profile.push_back(tables.need_weight({i}, {a}));
    const auto known = std::find(people.need_weights.begin(), people.need_weights.end(), profile);
    people.need_profile.push_back(static_cast<int>(known - people.need_weights.begin()));
    if (known == people.need_weights.end()) people.need_weights.push_back(std::move(profile));
  }
}

}  // namespace

BasePeople people_rates(const BaseTables& base, const PeopleTables& tables, const Parameters& central) {
  BasePeople people;
  people.regions = base.dimensions.region_count();
  people.educations = base.dimensions.education_count();
  people.lowest_education = base.dimensions.lowest_education;
  people.base_year = base.dimensions.base_year;
  const auto copy = [](const auto& table) { return std::vector<double>(table.values().begin(), table.values().end()); };
  people.population = copy(base.population);
  people.death_probability = copy(tables.death_probability);
  people.death_improvement = copy(tables.death_improvement);
  people.newborn_death_probability = copy(tables.newborn_death_probability);
  people.newborn_death_improvement = copy(tables.newborn_death_improvement);
  people.birth_rate = copy(tables.birth_rate);
  people.boys_share = tables.boys_share;
  people.fertility_change = central[Parameter::fertility_long_run] / tables.fertility_base - 1.0;
  people.fertility_glide_years = tables.fertility_glide_years;
  people.immigrants = copy(tables.immigrants);
  people.participation = copy(base.participation_national);
  for (const double shift : base.participation_shift.values()) people.participation_odds.push_back(exp(shift));
  people.pension_from_age = static_cast<int>(central[Parameter::pension_from_age]);
  people.first_birth_year = tables.first_birth_year;
  people.pension_age = tables.pension_age;
  set_needs(tables, base.dimensions.industry_count(), people);
  const auto persons = both_sexes(base);
  set_emigration(base, tables, persons, people);
  set_moves(tables, persons, people);
  people.educated_from = educated_from(tables, people);
  set_steps(tables, people);
  set_participation_there(people);
  return people;
}

}  // namespace drivkraft
