#include "support/synthetic_people.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <utility>

#include "support/synthetic_economy.h"

namespace drivkraft::test {

namespace {

constexpr int first_adult_age = 15;
constexpr int last_age = age_count - 1;
constexpr int first_mother = 18;
constexpr int last_mother = 45;

/// Makes the tables part by part; the variants leave parts out or make them differently.
class Maker {
 public:
  Maker(const BaseTables& tables, unsigned seed)
      : t(tables),
        R(tables.dimensions.region_count()),
        S(tables.dimensions.industry_count()),
        E(tables.dimensions.education_count()),
        random_(seed) {
    set_sizes();
    make_need();
    make_practices();
  }

  PeopleTables moving() {
    make_deaths();
    make_births();
    make_abroad();
    make_moves();
    make_steps();
    for (int born = p.first_birth_year; born <= 2100; ++born) {
      p.pension_age.push_back(65.0 + std::clamp((born - 1953) / 4.0, 0.0, 5.0));
    }
    for (int r = 0; r < R; ++r) p.productivity_drift({r}) = uniform(-0.006, 0.006);
    return std::move(p);
  }

  PeopleTables closed() {
    make_moves();
    make_steps();
    p.pension_age.assign(201, 65.0);
    return std::move(p);
  }

  PeopleTables stationary() {
    for (int r = 0; r < R; ++r) {
      balance_births(r);
      for (int s = 0; s < sex_count; ++s) {
        for (int a = 0; a < last_age; ++a) {
          if (a + 1 < first_adult_age) balance_children(r, s, a);
          if (a + 1 == first_adult_age) balance_first_steps(r, s);
          if (a + 1 > first_adult_age) balance_adults(r, s, a);
        }
        p.death_probability({r}, {s}, {last_age}) = 1.0;  // those of 98 who live on are the next of 99 and over
      }
    }
    p.fertility_base = synthetic_parameters()[Parameter::fertility_long_run];
    p.pension_age.assign(201, 65.0);
    return std::move(p);
  }

 private:
  double uniform(double low, double high) {
    return low + (high - low) * (static_cast<double>(random_() >> 11U) * 0x1.0p-53);
  }
  static double bell(double age, double centre, double width) {
    return std::exp(-(age - centre) * (age - centre) / (2.0 * width * width));
  }
  [[nodiscard]] double stock(int r, int a, int e) const {
    return t.population({r}, {0}, {a}, {e}) + t.population({r}, {1}, {a}, {e});
  }
  /// Nobody in the region holds an education: nobody shall arrive with it or reach it.
  [[nodiscard]] bool held(int r, int e) const { return t.labour_force({r}, {e}) > 0.0; }

  void set_sizes() {
    p.death_probability = Table<RatioUnit, RegionId, SexId, AgeId>(R, sex_count, age_count);
    p.death_improvement = p.death_probability;
    p.newborn_death_probability = Table<RatioUnit, RegionId, SexId>(R, sex_count);
    p.newborn_death_improvement = p.newborn_death_probability;
    p.birth_rate = Table<RatioUnit, RegionId, AgeId>(R, age_count);
    p.emigrants = Table<PersonUnit, RegionId, AgeId, EducationId>(R, age_count, E);
    p.immigrants = Table<PersonUnit, RegionId, SexId, AgeId, EducationId>(R, sex_count, age_count, E);
    p.move_rate = Table<RatioUnit, RegionId, RegionId, AgeId>(R, R, age_count);
    p.move_factor = Table<RatioUnit, RegionId, AgeId>(R, age_count, 1.0);
    p.move_factor_education = Table<RatioUnit, RegionId, AgeId, EducationId>(R, age_count, E, 1.0);
    p.move_multiplier = Table<RatioUnit, AgeId, EducationId>(age_count, E, 1.0);
    p.transition_rate =
        Table<RatioUnit, RegionId, SexId, AgeId, EducationId, EducationId>(R, sex_count, age_count, E, E);
    p.need_weight = Table<RatioUnit, IndustryId, AgeId>(S, age_count, 1.0);
    p.productivity_drift = Table<RatioUnit, RegionId>(R);
    p.practices = {"digital", "automation", "innovation", "green"};
    p.adoption = Table<RatioUnit, RegionId, IndustryId, PracticeId>(R, S, static_cast<int>(p.practices.size()));
    p.boys_share = 0.514;
    p.fertility_base = 1.73;
    p.fertility_glide_years = 12.0;
    p.emigration_rate_cap = 0.25;
    p.participation_end_age = 85.0;
  }

  /// The last fifth of the industries, public ones among them: one serves the young, one the old.
  void make_need() {
    for (int j = 0; j < S; ++j) {
      p.catches_up.push_back(!t.local_product[static_cast<std::size_t>(j)]);
      if (p.catches_up.back()) continue;
      const double centre = j % 2 == 0 ? 10.0 : 85.0;
      for (int a = 0; a < age_count; ++a) p.need_weight({j}, {a}) = 0.3 + 2.0 * bell(a, centre, 12.0);
    }
  }

  void make_practices() {
    for (double& share : p.adoption.values()) share = uniform(0.02, 0.6);
  }

  void make_deaths() {
    for (int r = 0; r < R; ++r) {
      const double level = uniform(0.9, 1.1);
      for (int s = 0; s < sex_count; ++s) {
        p.newborn_death_probability({r}, {s}) = 0.003 * level;
        p.newborn_death_improvement({r}, {s}) = 0.02;
        for (int a = 0; a < age_count; ++a) {
          p.death_probability({r}, {s}, {a}) = level * (s == 0 ? 2.4e-5 : 3.2e-5) * std::exp(0.095 * a);
          p.death_improvement({r}, {s}, {a}) = 0.025 - 0.0002 * a;
        }
      }
    }
  }

  void make_births() {
    for (int r = 0; r < R; ++r) {
      const double centre = uniform(29.0, 31.0);
      double sum = 0.0;
      for (int a = first_mother; a <= last_mother; ++a) sum += bell(a, centre, 5.0);
      const double level = uniform(0.95, 1.05) * p.fertility_base / sum;
      for (int a = first_mother; a <= last_mother; ++a) p.birth_rate({r}, {a}) = level * bell(a, centre, 5.0);
    }
  }

  void make_abroad() {
    for (int r = 0; r < R; ++r) {
      const double balance = uniform(0.95, 1.3);
      for (int a = 0; a < age_count; ++a) {
        for (int e = 0; e < E; ++e) {
          if ((a < first_adult_age && e > 0) || !held(r, e)) continue;
          p.emigrants({r}, {a}, {e}) = uniform(0.8, 1.2) * (0.002 + 0.03 * bell(a, 25.0, 6.0)) * stock(r, a, e);
          const double arrivals = balance * p.emigrants({r}, {a}, {e});
          const double women = uniform(0.45, 0.55);
          p.immigrants({r}, {0}, {a}, {e}) = women * arrivals;
          p.immigrants({r}, {1}, {a}, {e}) = (1.0 - women) * arrivals;
        }
      }
    }
  }

  /// The near and the large attract; the young move most, the long educated more than others.
  void make_moves() {
    for (int o = 0; o < R; ++o) {
      std::vector<double> pull(static_cast<std::size_t>(R));
      double pulls = 0.0;
      for (int d = 0; d < R; ++d) {
        if (d == o) continue;
        double people = 0.0;
        for (int a = 0; a < age_count; ++a) {
          for (int e = 0; e < E; ++e) people += stock(d, a, e);
        }
        pull[static_cast<std::size_t>(d)] = people * std::exp(-t.travel_minutes({o}, {d}) / 120.0);
        pulls += pull[static_cast<std::size_t>(d)];
      }
      const double level = uniform(0.7, 1.3);
      for (int d = 0; d < R; ++d) {
        for (int a = 0; a < age_count && d != o; ++a) {
          p.move_rate({o}, {d}, {a}) =
              level * (0.008 + 0.08 * bell(a, 22.0, 4.0)) * pull[static_cast<std::size_t>(d)] / pulls;
        }
      }
      const double young = uniform(0.75, 1.3);
      const double old = uniform(0.75, 1.3);
      for (int a = 0; a < age_count; ++a) p.move_factor({o}, {a}) = a < 40 ? young : old;
      for (int e = 0; e < E; ++e) {
        const double factor = uniform(0.9, 1.1);
        for (int a = 29; a < age_count; ++a) p.move_factor_education({o}, {a}, {e}) = factor;
      }
    }
    for (int a = first_adult_age; a < age_count; ++a) {
      for (int e = 0; e < E; ++e) p.move_multiplier({a}, {e}) = 0.6 + e * 1.0 / E;
    }
  }

  /// From each education to the next and the one after, sooner to the lower ones.
  void make_steps() {
    for (int r = 0; r < R; ++r) {
      const double level = uniform(0.85, 1.15);
      for (int from = 0; from + 1 < E; ++from) {
        for (int to = from + 1; to < std::min(E, from + 3); ++to) {
          if (!held(r, to)) continue;
          for (int s = 0; s < sex_count; ++s) {
            for (int a = first_adult_age; a < 65; ++a) {
              p.transition_rate({r}, {s}, {a}, {from}, {to}) =
                  level * (s == 0 ? 1.1 : 0.9) * (0.002 + 0.12 * bell(a, 19.0 + 6.0 * to / E, 3.0)) / (to - from);
            }
          }
        }
      }
    }
  }

  void balance_births(int r) {
    double women = 0.0;
    for (int a = first_mother; a <= last_mother; ++a) {
      for (int e = 0; e < E; ++e) women += t.population({r}, {0}, {a}, {e});
    }
    const double girls = t.population({r}, {0}, {0}, {0});
    const double boys = t.population({r}, {1}, {0}, {0});
    const double death = uniform(0.002, 0.004);
    const double births = (girls + boys) / (1.0 - death);
    p.boys_share = boys / (girls + boys);
    for (int s = 0; s < sex_count; ++s) p.newborn_death_probability({r}, {s}) = death;
    for (int a = first_mother; a <= last_mother; ++a) p.birth_rate({r}, {a}) = births / women;
  }

  /// So many die that those who are there a year later are never too many, and immigrants fill up. `next` is who must
  /// be there before steps of education.
  void balance(int r, int s, int a, const std::vector<double>& next) {
    double death = 0.0;
    for (int e = 0; e < E; ++e) {
      const double now = t.population({r}, {s}, {a}, {e});
      if (now > 0.0) death = std::max(death, 1.0 - next[static_cast<std::size_t>(e)] / now);
    }
    p.death_probability({r}, {s}, {a}) = death;
    const double leave = a < 60 ? 0.01 : 0.0;  // of those alive
    for (int e = 0; e < E; ++e) {
      const double now = t.population({r}, {s}, {a}, {e});
      const double stay = (1.0 - death) * now * (1.0 - leave);
      p.emigrants({r}, {a}, {e}) += leave * now;
      p.immigrants({r}, {s}, {a}, {e}) = std::max(0.0, next[static_cast<std::size_t>(e)] - stay);
    }
  }

  void balance_children(int r, int s, int a) {
    std::vector<double> next(static_cast<std::size_t>(E));
    next[0] = t.population({r}, {s}, {a + 1}, {0});
    balance(r, s, a, next);
  }

  /// Birthdays of 15: all hold the first education before their first steps.
  void balance_first_steps(int r, int s) {
    std::vector<double> next(static_cast<std::size_t>(E));
    for (int e = 0; e < E; ++e) next[0] += t.population({r}, {s}, {first_adult_age}, {e});
    balance(r, s, first_adult_age - 1, next);
    for (int e = 1; e < E; ++e) {
      p.transition_rate({r}, {s}, {first_adult_age - 1}, {0}, {e}) =
          t.population({r}, {s}, {first_adult_age}, {e}) / next[0];
    }
  }

  /// Few enough take a step that every education keeps its place.
  void balance_adults(int r, int s, int a) {
    std::vector<double> next(static_cast<std::size_t>(E));
    double arriving = 0.0;  // by a step into the education at hand
    for (int e = 0; e < E; ++e) {
      const double then = t.population({r}, {s}, {a + 1}, {e});
      const double above = e + 1 < E ? t.population({r}, {s}, {a + 1}, {e + 1}) : 0.0;
      const double before = then - arriving;
      arriving = 0.01 * std::min(then, above);
      next[static_cast<std::size_t>(e)] = before + arriving;
      if (e + 1 < E && arriving > 0.0) {
        p.transition_rate({r}, {s}, {a}, {e}, {e + 1}) = arriving / (before + arriving);
      }
    }
    balance(r, s, a, next);
  }

  const BaseTables& t;
  const int R;
  const int S;
  const int E;
  std::mt19937_64 random_;
  PeopleTables p;
};

}  // namespace

PeopleTables synthetic_people(const BaseTables& tables, unsigned seed) {
  return Maker(tables, seed).moving();
}

PeopleTables stationary_people(const BaseTables& tables, unsigned seed) {
  return Maker(tables, seed).stationary();
}

PeopleTables closed_people(const BaseTables& tables, unsigned seed) {
  return Maker(tables, seed).closed();
}

PeopleTables doubled(PeopleTables people) {
  for (double& persons : people.emigrants.values()) persons *= 2.0;
  for (double& persons : people.immigrants.values()) persons *= 2.0;
  return people;
}

}  // namespace drivkraft::test
