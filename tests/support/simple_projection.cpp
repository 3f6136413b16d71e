#include "support/simple_projection.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace drivkraft::test {

namespace {

constexpr int last_age = age_count - 1;

}  // namespace

SimpleProjection::SimpleProjection(const BaseTables& tables, const PeopleTables& people, double fertility_long_run)
    : tables_(tables),
      people_(people),
      fertility_long_run_(fertility_long_run),
      year_(tables.dimensions.base_year),
      now_(tables.population) {
  fit_moves();
  // Emigrants beyond the cap come from the other educations of the region and age, by persons.
  const int R = now_.size(0), E = now_.size(3);
  share_ = Table<RatioUnit, RegionId, AgeId, EducationId>(R, age_count, E);
  for (int r = 0; r < R; ++r) {
    for (int a = 0; a < age_count; ++a) {
      double beyond = 0.0;
      for (int e = 0; e < E; ++e) {
        const double stock = base_stock(r, a, e);
        const double wanted = people.emigrants({r}, {a}, {e});
        const double most = people.emigration_rate_cap * stock;
        beyond += std::max(0.0, wanted - most);
        if (stock > 0.0) share_({r}, {a}, {e}) = std::min(wanted, most) / stock;
      }
      double room = 0.0;
      for (int e = 0; e < E; ++e) {
        if (share_({r}, {a}, {e}) < people.emigration_rate_cap) room += base_stock(r, a, e);
      }
      for (int e = 0; e < E && room > 0.0; ++e) {
        double& share = share_({r}, {a}, {e});
        if (share < people.emigration_rate_cap) share = std::min(people.emigration_rate_cap, share + beyond / room);
      }
    }
  }
}

double SimpleProjection::base_stock(int r, int a, int e) const {
  return tables_.population({r}, {0}, {a}, {e}) + tables_.population({r}, {1}, {a}, {e});
}

/// The factors shift moves between regions; the nation's moves at each age on the base stock stay those of the table.
/// Educations deviate from the rate of their region and age by multipliers whose mean there is 1.
void SimpleProjection::fit_moves() {
  const int R = now_.size(0), E = now_.size(3);
  move_ = Table<RatioUnit, RegionId, RegionId, AgeId, EducationId>(R, R, age_count, E);
  level_ = Table<RatioUnit, AgeId>(age_count);
  for (int a = 0; a < age_count; ++a) {
    double in_table = 0.0, with_factors = 0.0;
    for (int o = 0; o < R; ++o) {
      double stock = 0.0;
      for (int e = 0; e < E; ++e) stock += base_stock(o, a, e);
      for (int d = 0; d < R; ++d) {
        const double moves = stock * people_.move_rate({o}, {d}, {a});
        in_table += moves;
        with_factors += moves * people_.move_factor({d}, {a}) / people_.move_factor({o}, {a});
      }
    }
    level_({a}) = with_factors > 0.0 ? in_table / with_factors : 1.0;
    for (int o = 0; o < R; ++o) {
      for (int d = 0; d < R; ++d) {
        const auto deviation = [&](int e) {
          return people_.move_multiplier({a}, {e}) * people_.move_factor_education({d}, {a}, {e}) /
                 people_.move_factor_education({o}, {a}, {e});
        };
        double stock = 0.0, deviations = 0.0;
        for (int e = 0; e < E; ++e) {
          stock += base_stock(o, a, e);
          deviations += base_stock(o, a, e) * deviation(e);
        }
        const double mean = stock > 0.0 ? deviations / stock : 1.0;
        const double rate = people_.move_rate({o}, {d}, {a}) * people_.move_factor({d}, {a}) /
                            people_.move_factor({o}, {a}) * level_({a});
        for (int e = 0; e < E; ++e) move_({o}, {d}, {a}, {e}) = rate * deviation(e) / mean;
      }
    }
  }
}

YearFlows SimpleProjection::step() {
  ++year_;
  YearFlows flows;
  Population newborn = births(flows);  // of the women of 1 January
  deaths(flows);
  abroad(flows);
  moves(flows);
  steps();  // by the age before the birthday
  birthdays(std::move(newborn));
  return flows;
}

Population SimpleProjection::births(YearFlows& flows) const {
  const int R = now_.size(0), E = now_.size(3);
  Population newborn(R, sex_count, 1, 1);
  const int years = year_ - tables_.dimensions.base_year;
  const double glide = std::min(1.0, years / people_.fertility_glide_years);
  const double level = 1.0 + (fertility_long_run_ / people_.fertility_base - 1.0) * glide;
  for (int r = 0; r < R; ++r) {
    double born = 0.0;
    for (int a = 0; a < age_count; ++a) {
      for (int e = 0; e < E; ++e) born += level * people_.birth_rate({r}, {a}) * now_({r}, {0}, {a}, {e});
    }
    flows.born += born;
    for (int s = 0; s < sex_count; ++s) {
      const double share = s == 0 ? 1.0 - people_.boys_share : people_.boys_share;
      const double death = people_.newborn_death_probability({r}, {s}) *
                           std::pow(1.0 - people_.newborn_death_improvement({r}, {s}), years);
      newborn({r}, {s}, {0}, {0}) = born * share * (1.0 - death);
      flows.died += born * share * death;
    }
  }
  return newborn;
}

void SimpleProjection::deaths(YearFlows& flows) {
  const int years = year_ - tables_.dimensions.base_year;
  for (int r = 0; r < now_.size(0); ++r) {
    for (int s = 0; s < sex_count; ++s) {
      for (int a = 0; a < age_count; ++a) {
        const double death =
            people_.death_probability({r}, {s}, {a}) * std::pow(1.0 - people_.death_improvement({r}, {s}, {a}), years);
        for (int e = 0; e < now_.size(3); ++e) {
          flows.died += now_({r}, {s}, {a}, {e}) * death;
          now_({r}, {s}, {a}, {e}) *= 1.0 - death;
        }
      }
    }
  }
}

void SimpleProjection::abroad(YearFlows& flows) {
  for (int r = 0; r < now_.size(0); ++r) {
    for (int s = 0; s < sex_count; ++s) {
      for (int a = 0; a < age_count; ++a) {
        for (int e = 0; e < now_.size(3); ++e) {
          double& people = now_({r}, {s}, {a}, {e});
          flows.emigrated += people * share_({r}, {a}, {e});
          flows.immigrated += people_.immigrants({r}, {s}, {a}, {e});
          people += people_.immigrants({r}, {s}, {a}, {e}) - people * share_({r}, {a}, {e});
        }
      }
    }
  }
}

void SimpleProjection::moves(YearFlows& flows) {
  const Population before = now_;
  for (int o = 0; o < now_.size(0); ++o) {
    for (int d = 0; d < now_.size(0); ++d) {
      if (d == o) continue;
      for (int s = 0; s < sex_count; ++s) {
        for (int a = 0; a < age_count; ++a) {
          for (int e = 0; e < now_.size(3); ++e) {
            const double movers = before({o}, {s}, {a}, {e}) * move_({o}, {d}, {a}, {e});
            flows.moved += movers;
            now_({o}, {s}, {a}, {e}) -= movers;
            now_({d}, {s}, {a}, {e}) += movers;
          }
        }
      }
    }
  }
}

void SimpleProjection::steps() {
  const Population before = now_;
  for (int r = 0; r < now_.size(0); ++r) {
    for (int s = 0; s < sex_count; ++s) {
      for (int a = 0; a < age_count; ++a) {
        for (int from = 0; from < now_.size(3); ++from) {
          for (int to = 0; to < now_.size(3); ++to) {
            const double taken = before({r}, {s}, {a}, {from}) * people_.transition_rate({r}, {s}, {a}, {from}, {to});
            now_({r}, {s}, {a}, {from}) -= taken;
            now_({r}, {s}, {a}, {to}) += taken;
          }
        }
      }
    }
  }
}

void SimpleProjection::birthdays(Population newborn) {
  for (int r = 0; r < now_.size(0); ++r) {
    for (int s = 0; s < sex_count; ++s) {
      for (int e = 0; e < now_.size(3); ++e) {
        now_({r}, {s}, {last_age}, {e}) += now_({r}, {s}, {last_age - 1}, {e});
        for (int a = last_age - 1; a > 0; --a) now_({r}, {s}, {a}, {e}) = now_({r}, {s}, {a - 1}, {e});
        now_({r}, {s}, {0}, {e}) = e == 0 ? newborn({r}, {s}, {0}, {0}) : 0.0;
      }
    }
  }
}

double SimpleProjection::move_chance(RegionId origin, RegionId destination, AgeId age, EducationId education) const {
  return move_(origin, destination, age, education);
}

double SimpleProjection::total() const {
  double sum = 0.0;
  for (const double persons : now_.values()) sum += persons;
  return sum;
}

double SimpleProjection::total(RegionId region) const {
  double sum = 0.0;
  for (int s = 0; s < sex_count; ++s) {
    for (int a = 0; a < age_count; ++a) {
      for (int e = 0; e < now_.size(3); ++e) sum += now_(region, {s}, {a}, {e});
    }
  }
  return sum;
}

}  // namespace drivkraft::test
