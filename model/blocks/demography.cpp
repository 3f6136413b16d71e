#include "blocks/demography.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "base/errors.h"
#include "base/math.h"
#include "economy/participation.h"
#include "economy/people_flows.h"

namespace drivkraft {

namespace {

template <int W>
void clear(std::vector<Lanes<W>>& values) {
  std::fill(values.begin(), values.end(), Lanes<W>(0.0));
}

template <int W>
Lanes<W>* account(State<W>& state, Field field, const BasePeople& people, int r, int e) {
  return state[field] + static_cast<std::size_t>(r * people.educations + e) * flow_names.size();
}

constexpr std::size_t at(Flow flow) {
  return static_cast<std::size_t>(flow);
}

/// Moves of one age between regions; both sexes move alike. In a scenario a logit around the baseline's rates, which
/// can never move more people than there are.                                                           (PE-4)
template <int W>
void set_move_rates(const BasePeople& people, const PeopleMoves<W>& moves, int age, std::vector<Lanes<W>>& rates) {
  const int regions = people.regions, educations = people.educations;
  const int active = people.active_educations[static_cast<std::size_t>(age)];
  const double* base = people.move_rate.data() + static_cast<std::size_t>(age * regions * regions * educations);
  for (int o = 0; o < regions; ++o) {
    for (int e = 0; e < active; ++e) {
      const auto pair = [&](int d) { return static_cast<std::size_t>((o * regions + d) * educations + e); };
      if (moves.attraction == nullptr) {
        for (int d = 0; d < regions; ++d) rates[pair(d)] = Lanes<W>(base[pair(d)]);
        continue;
      }
      Lanes<W> sum(0.0);
      for (int d = 0; d < regions; ++d) sum += Lanes<W>(base[pair(d)]) * (moves.attraction[pair(d)] - Lanes<W>(1.0));
      const Lanes<W> scale = Lanes<W>(1.0) + sum;
      for (int d = 0; d < regions; ++d) rates[pair(d)] = Lanes<W>(base[pair(d)]) * moves.attraction[pair(d)] / scale;
    }
  }
}

/// What one age and sex goes through in all regions.
template <int W>
class AgeStep {
 public:
  AgeStep(const BasePeople& people, const State<W>& last_year, State<W>& this_year, PeopleWorkspace<W>& work)
      : people_(people),
        work_(work),
        start_(last_year[Field::population]),
        part_last_(last_year[Field::participation_rate]),
        part_now_(this_year[Field::participation_rate]),
        stock_(this_year[Field::population]),
        deaths_(this_year[Field::deaths]),
        skills_(this_year[Field::skills_account]),
        labour_(this_year[Field::labour_force_account]) {}

  void run(int g, int a) {
    choose(g, a);
    const int next = std::min(a + 1, age_count - 1);
    next_active_ = people_.active_educations[static_cast<std::size_t>(next)];
    for (int r = 0; r < people_.regions; ++r) leave_and_arrive_from_abroad(r);
    move();
    for (int r = 0; r < people_.regions; ++r) {
      learn(r);
      have_birthday(r, next);
    }
  }

  /// Movers out of one region, education and age if nothing kept them [persons].
  [[nodiscard]] Lanes<W> movers(int g, int a, int origin, int e) {
    choose(g, a);
    if (e >= active_) return Lanes<W>(0.0);
    Lanes<W> rate(0.0);
    for (int d = 0; d < people_.regions; ++d)
      rate += work_.rates[static_cast<std::size_t>((origin * people_.regions + d) * people_.educations + e)];
    return abroad(origin, e).left * rate;
  }

 private:
  void choose(int g, int a) { sex_ = g, age_ = a, active_ = people_.active_educations[static_cast<std::size_t>(a)]; }
  /// The flows of one region and education.
  [[nodiscard]] Lanes<W>* skills(int r, int e) const { return skills_ + cell(r, e) * flow_names.size(); }
  [[nodiscard]] Lanes<W>* labour(int r, int e) const { return labour_ + cell(r, e) * flow_names.size(); }
  [[nodiscard]] std::size_t cell(int r, int e) const { return static_cast<std::size_t>(r * people_.educations + e); }

  /// What death and abroad do to one cell.
  struct Abroad {
    Lanes<W> died, emigrated, immigrated, left;
  };
  [[nodiscard]] Abroad abroad(int r, int e) const {
    const std::size_t place = people_.place(r, sex_, age_) + static_cast<std::size_t>(e);
    const Lanes<W> start = start_[place];
    Abroad cell;
    cell.died = start * Lanes<W>(work_.dying[static_cast<std::size_t>((r * sex_count + sex_) * age_count + age_)]);
    const Lanes<W> alive = start - cell.died;
    cell.emigrated =
        alive *
        Lanes<W>(people_.emigration_rate[static_cast<std::size_t>((r * age_count + age_) * people_.educations + e)]);
    cell.immigrated = Lanes<W>(people_.immigrants[place]);
    cell.left = alive - cell.emigrated + cell.immigrated;
    return cell;
  }

  void leave_and_arrive_from_abroad(int r) {
    const Lanes<W>* part = part_last_ + people_.place(r, sex_, age_);
    for (int e = 0; e < active_; ++e) {
      const Abroad change = abroad(r, e);
      work_.persons[cell(r, e)] = change.left;
      Lanes<W>* learned = skills(r, e);
      learned[at(Flow::died)] -= change.died;
      learned[at(Flow::emigrated)] -= change.emigrated;
      learned[at(Flow::immigrated)] += change.immigrated;
      Lanes<W>* force = labour(r, e);
      force[at(Flow::died)] -= change.died * part[e];
      force[at(Flow::emigrated)] -= change.emigrated * part[e];
      force[at(Flow::immigrated)] += change.immigrated * part[e];
      deaths_[r] += change.died;
    }
  }

  void move() {
    const int regions = people_.regions;
    for (int r = 0; r < regions; ++r) {
      for (int e = 0; e < active_; ++e) work_.moved_in[cell(r, e)] = work_.moved_out[cell(r, e)] = Lanes<W>(0.0);
    }
    for (int o = 0; o < regions; ++o) {
      for (int d = 0; d < regions; ++d) {
        if (o == d) continue;
        const Lanes<W>* rates = work_.rates.data() + static_cast<std::size_t>((o * regions + d) * people_.educations);
        for (int e = 0; e < active_; ++e) {
          const Lanes<W> movers = work_.persons[cell(o, e)] * rates[e];
          work_.moved_out[cell(o, e)] += movers;
          work_.moved_in[cell(d, e)] += movers;
        }
      }
    }
    for (int r = 0; r < regions; ++r) {
      const Lanes<W>* part = part_last_ + people_.place(r, sex_, age_);
      for (int e = 0; e < active_; ++e) {
        const Lanes<W> in = work_.moved_in[cell(r, e)], out = work_.moved_out[cell(r, e)];
        work_.persons[cell(r, e)] += in - out;
        Lanes<W>* learned = skills(r, e);
        learned[at(Flow::moved_in)] += in;
        learned[at(Flow::moved_out)] -= out;
        labour(r, e)[at(Flow::moved)] += (in - out) * part[e];
      }
    }
  }

  /// Steps of the education ladder, all at once from the same stock, by age before the birthday.     (PE-5)
  void learn(int r) {
    const auto rate_place = static_cast<std::size_t>((r * sex_count + sex_) * age_count + age_);
    const Lanes<W>* part = part_last_ + people_.place(r, sex_, age_);
    for (int e = 0; e < people_.educations; ++e) work_.changed[static_cast<std::size_t>(e)] = Lanes<W>(0.0);
    for (const BasePeople::Transition& step : people_.transitions) {
      const double rate = step.rate[rate_place];
      if (rate == 0.0 || step.from >= active_) continue;
      const Lanes<W> persons = work_.persons[cell(r, step.from)] * Lanes<W>(rate);
      work_.changed[static_cast<std::size_t>(step.from)] -= persons;
      work_.changed[static_cast<std::size_t>(step.to)] += persons;
      skills(r, step.from)[at(Flow::left_for_higher)] -= persons;
      skills(r, step.to)[at(Flow::completed)] += persons;
      labour(r, step.from)[at(Flow::education)] -= persons * part[step.from];
      labour(r, step.to)[at(Flow::education)] += persons * part[step.to];
    }
    for (int e = 0; e < next_active_; ++e) {
      Lanes<W>& persons = work_.persons[cell(r, e)];
      if (e >= active_) persons = Lanes<W>(0.0);
      persons += work_.changed[static_cast<std::size_t>(e)];
    }
  }

  void have_birthday(int r, int next) {
    constexpr int entered_below = 30, retired_from = 60;
    const Flow flow = next < entered_below   ? Flow::entered
                      : next >= retired_from ? Flow::retired
                                             : Flow::other_participation;
    const Lanes<W>* before = part_last_ + people_.place(r, sex_, age_);
    const Lanes<W>* after = part_now_ + people_.place(r, sex_, next);
    Lanes<W>* stock = stock_ + people_.place(r, sex_, next);
    for (int e = 0; e < next_active_; ++e) {
      const Lanes<W> persons = work_.persons[cell(r, e)];
      stock[e] += persons;
      labour(r, e)[at(flow)] += persons * (after[e] - before[e]);
    }
  }

  const BasePeople& people_;
  PeopleWorkspace<W>& work_;
  const Lanes<W>*start_, *part_last_, *part_now_;  // stock and participation of last year, participation of this
  Lanes<W>*stock_, *deaths_, *skills_, *labour_;
  int sex_ = 0, age_ = 0, active_ = 0, next_active_ = 0;
};

/// Births by the women of 1 January; the newborn have basic education, die by a rate of their own and do not move.
/// (PE-3)
template <int W>
void add_births(const BasePeople& people, int years, const State<W>& last_year, State<W>& this_year) {
  const double fertility =
      1.0 + people.fertility_change * std::min(1.0, static_cast<double>(years) / people.fertility_glide_years);
  constexpr int women = 0;
  for (int r = 0; r < people.regions; ++r) {
    Lanes<W> births(0.0);
    for (int a = 0; a < age_count; ++a) {
      const double rate = people.birth_rate[static_cast<std::size_t>(r * age_count + a)];
      if (rate == 0.0) continue;
      const Lanes<W>* stock = last_year[Field::population] + people.place(r, women, a);
      Lanes<W> mothers(0.0);
      for (int e = 0; e < people.active_educations[static_cast<std::size_t>(a)]; ++e) mothers += stock[e];
      births += mothers * Lanes<W>(rate);
    }
    births *= Lanes<W>(fertility);
    Lanes<W>* skills = account(this_year, Field::skills_account, people, r, 0);
    this_year[Field::births][r] = births;
    skills[at(Flow::born)] += births;
    for (int g = 0; g < sex_count; ++g) {
      const auto rate = static_cast<std::size_t>(r * sex_count + g);
      const double share = g == women ? 1.0 - people.boys_share : people.boys_share;
      const double dying = people.newborn_death_probability[rate] *
                           exp(static_cast<double>(years) * log1p(-people.newborn_death_improvement[rate]));
      const Lanes<W> born = births * Lanes<W>(share), died = born * Lanes<W>(dying);
      this_year[Field::population][people.place(r, g, 0)] = born - died;
      this_year[Field::deaths][r] += died;
      skills[at(Flow::died)] -= died;
    }
  }
}

[[noreturn]] void too_many(const BasePeople& people, const char* lever, int year, double wanted, double there) {
  char numbers[80];
  std::snprintf(numbers, sizeof numbers, "%.0f, but there are %.0f", wanted, there);
  throw InputError(Place{.file = "scenario", .line_text = {}},
                   std::string(lever) + " in " + std::to_string(people.base_year + year) + " would move " + numbers);
}

/// The share of movers out that levers keep, by age: their number is exactly what the levers say.      (PO-9)
template <int W>
void set_stays(const BasePeople& people, const PeopleMoves<W>& moves, int years, AgeStep<W>& step,
               std::vector<Lanes<W>>& kept_share, std::vector<Lanes<W>>& rates) {
  const auto& retentions = moves.policy->retentions;
  kept_share.assign(retentions.size(), Lanes<W>(0.0));
  for (std::size_t k = 0; k < retentions.size(); ++k) {
    const auto& lever = retentions[k];
    Lanes<W> movers(0.0);
    for (int a = lever.age_from; a <= lever.age_to; ++a) {
      set_move_rates(people, moves, a, rates);
      for (int g = 0; g < sex_count; ++g) movers += step.movers(g, a, lever.region, lever.education);
    }
    for (int lane = 0; lane < W; ++lane) {
      const double wanted = lever.persons.lane(lane);
      if (wanted == 0.0) continue;
      if (wanted > movers.lane(lane)) too_many(people, "retention", years, wanted, movers.lane(lane));
      kept_share[k].set_lane(lane, wanted / movers.lane(lane));
    }
  }
}

/// Less moving out of the regions, educations and ages where levers keep people.
template <int W>
void keep_movers(const BasePeople& people, const PeoplePolicy<W>& policy, int age,
                 const std::vector<Lanes<W>>& kept_share, std::vector<Lanes<W>>& rates) {
  for (int o = 0; o < people.regions; ++o) {
    for (int e = 0; e < people.educations; ++e) {
      Lanes<W> leaving(1.0);
      for (std::size_t k = 0; k < policy.retentions.size(); ++k) {
        const auto& lever = policy.retentions[k];
        if (lever.region == o && lever.education == e && age >= lever.age_from && age <= lever.age_to)
          leaving -= kept_share[k];
      }
      for (int d = 0; d < people.regions; ++d)
        rates[static_cast<std::size_t>((o * people.regions + d) * people.educations + e)] *= leaving;
    }
  }
}

/// Adds `persons` to one education in a region, over ages and sexes like the stock of education `like` there.
template <int W>
void add_by_stock(const BasePeople& people, int region, int to, int like, int age_from, int age_to, Lanes<W> persons,
                  const char* lever, int years, State<W>& this_year) {
  Lanes<W> stock(0.0);
  for (int g = 0; g < sex_count; ++g) {
    for (int a = age_from; a <= age_to; ++a)
      stock += this_year[Field::population][people.place(region, g, a) + static_cast<std::size_t>(like)];
  }
  for (int lane = 0; lane < W; ++lane) {
    if (-persons.lane(lane) > stock.lane(lane) || (persons.lane(lane) != 0.0 && !(stock.lane(lane) > 0.0))) {
      too_many(people, lever, years, std::fabs(persons.lane(lane)), stock.lane(lane));
    }
    if (!(stock.lane(lane) > 0.0)) stock.set_lane(lane, 1.0);  // nobody to move, nobody moved
  }
  const Lanes<W> share = persons / stock;
  for (int g = 0; g < sex_count; ++g) {
    for (int a = age_from; a <= age_to; ++a) {
      const std::size_t place = people.place(region, g, a);
      const Lanes<W> moved = share * this_year[Field::population][place + static_cast<std::size_t>(like)];
      this_year[Field::population][place + static_cast<std::size_t>(to)] += moved;
      account(this_year, Field::labour_force_account, people, region, to)[at(Flow::policy)] +=
          moved * this_year[Field::participation_rate][place + static_cast<std::size_t>(to)];
    }
  }
}

/// Upgrades, recruits and those of them who leave, at the end of the year.                               (PO-9)
template <int W>
void apply_people_policy(const BasePeople& people, const PeoplePolicy<W>& policy, int years, State<W>& this_year) {
  for (const auto& lever : policy.upgrades) {
    // First the newcomers, by the stock they come from; then that stock shrinks by the same persons.
    add_by_stock(people, lever.region, lever.to, lever.from, lever.age_from, lever.age_to, lever.persons, "an upgrade",
                 years, this_year);
    add_by_stock(people, lever.region, lever.from, lever.from, lever.age_from, lever.age_to, -lever.persons,
                 "an upgrade", years, this_year);
    account(this_year, Field::skills_account, people, lever.region, lever.to)[at(Flow::policy)] += lever.persons;
    account(this_year, Field::skills_account, people, lever.region, lever.from)[at(Flow::policy)] -= lever.persons;
  }
  for (const auto& lever : policy.recruitments) {
    add_by_stock(people, lever.region, lever.education, lever.education, lever.age_from, lever.age_to,
                 lever.arrivals - lever.exits, "recruitment", years, this_year);
    account(this_year, Field::skills_account, people, lever.region, lever.education)[at(Flow::immigrated)] +=
        lever.arrivals;
    account(this_year, Field::skills_account, people, lever.region, lever.education)[at(Flow::emigrated)] -=
        lever.exits;
  }
}

/// Closing stocks, net flows by region, and the largest change nobody explains.
template <int W>
void close_accounts(const BasePeople& people, const State<W>& last_year, State<W>& this_year) {
  Lanes<W> worst(0.0);
  for (int r = 0; r < people.regions; ++r) {
    for (int e = 0; e < people.educations; ++e) {
      const int k = r * people.educations + e;
      Lanes<W>* skills = account(this_year, Field::skills_account, people, r, e);
      Lanes<W> stock(0.0);
      for (int g = 0; g < sex_count; ++g) {
        for (int a = 0; a < age_count; ++a)
          stock += this_year[Field::population][people.place(r, g, a) + static_cast<std::size_t>(e)];
      }
      skills[at(Flow::opening)] =
          account(const_cast<State<W>&>(last_year), Field::skills_account, people, r, e)[at(Flow::closing)];
      skills[at(Flow::closing)] = stock;
      this_year[Field::net_internal_migration][k] = skills[at(Flow::moved_in)] + skills[at(Flow::moved_out)];
      this_year[Field::net_foreign_migration][k] = skills[at(Flow::immigrated)] + skills[at(Flow::emigrated)];
      Lanes<W> unexplained = -stock;
      for (std::size_t f = 0; f < at(Flow::closing); ++f) unexplained += skills[f];
      for (int lane = 0; lane < W; ++lane) {
        const double miss = std::fabs(unexplained.lane(lane));
        if (!(miss <= worst.lane(lane))) worst.set_lane(lane, miss);
      }
    }
  }
  this_year[Field::residual_people][0] = worst;
}

}  // namespace

namespace {

/// Chances of dying in the year, [r,g,a].                                                             (PE-3)
template <int W>
void set_deaths(const BasePeople& people, int years_from_base, PeopleWorkspace<W>& work) {
  if (work.years == years_from_base) return;  // the baseline's year serves its scenarios
  work.years = years_from_base;
  for (std::size_t k = 0; k < people.death_probability.size(); ++k) {
    work.dying[k] =
        people.death_probability[k] * exp(static_cast<double>(years_from_base) * log1p(-people.death_improvement[k]));
  }
}

}  // namespace

template <int W>
PeopleWorkspace<W>::PeopleWorkspace(const BasePeople& people) {
  const auto cells = static_cast<std::size_t>(people.regions * people.educations);
  for (auto* array : {&persons, &moved_in, &moved_out, &changed}) array->assign(cells, Lanes<W>(0.0));
  rates.assign(cells * static_cast<std::size_t>(people.regions), Lanes<W>(0.0));
  dying.assign(people.death_probability.size(), 0.0);
}

template <int W>
void set_participation(const BasePeople& people, Lanes<W> passthrough, int years_from_base, State<W>& this_year) {
  const int educations = people.educations, year = people.base_year + years_from_base;
  const auto pension_age = [&](int birth_year) {
    const int last = static_cast<int>(people.pension_age.size()) - 1;
    return people.pension_age[static_cast<std::size_t>(std::clamp(birth_year - people.first_birth_year, 0, last))];
  };
  const auto national = [&](int g, int a, int e) {
    return people.participation[static_cast<std::size_t>((g * age_count + a) * educations + e)];
  };
  for (int a = 0; a < age_count; ++a) {
    const double later = a < people.pension_from_age ? 0.0 : pension_age(year - a) - pension_age(people.base_year - a);
    for (int g = 0; g < sex_count; ++g) {
      for (int e = 0; e < educations; ++e) {
        Lanes<W> rate(national(g, a, e));
        if (later != 0.0) {
          for (int lane = 0; lane < W; ++lane) {
            const double younger = std::max(0.0, static_cast<double>(a) - passthrough.lane(lane) * later);
            const int below = static_cast<int>(younger);
            const double above = younger - static_cast<double>(below);
            const double upper = above > 0.0 ? national(g, below + 1, e) : 0.0;
            rate.set_lane(lane, national(g, below, e) * (1.0 - above) + upper * above);
          }
        }
        for (int r = 0; r < people.regions; ++r) {
          this_year[Field::participation_rate][people.place(r, g, a) + static_cast<std::size_t>(e)] =
              regional_participation(rate, people.participation_odds[static_cast<std::size_t>(r * educations + e)]);
        }
      }
    }
  }
}

template <int W>
void advance_people(const BasePeople& people, const PeopleMoves<W>& moves, int years_from_base,
                    const State<W>& last_year, State<W>& this_year, PeopleWorkspace<W>& work) {
  for (const Field field :
       {Field::population, Field::skills_account, Field::labour_force_account, Field::births, Field::deaths}) {
    for (Lanes<W>& cell : this_year.all(field)) cell = Lanes<W>(0.0);
  }
  set_deaths(people, years_from_base, work);
  AgeStep<W> step(people, last_year, this_year, work);
  const bool retains = moves.policy != nullptr && !moves.policy->retentions.empty();
  if (retains) set_stays(people, moves, years_from_base, step, work.stays, work.rates);
  for (int a = 0; a < age_count; ++a) {
    set_move_rates(people, moves, a, work.rates);
    if (retains) keep_movers(people, *moves.policy, a, work.stays, work.rates);
    for (int g = 0; g < sex_count; ++g) step.run(g, a);
  }
  add_births(people, years_from_base, last_year, this_year);
  if (moves.policy != nullptr) apply_people_policy(people, *moves.policy, years_from_base, this_year);
  close_accounts(people, last_year, this_year);
}

template <int W>
void first_people(const BasePeople& people, State<W>& base_year) {
  for (std::size_t k = 0; k < people.population.size(); ++k)
    base_year[Field::population][k] = Lanes<W>(people.population[k]);
  for (int r = 0; r < people.regions; ++r) {
    for (int e = 0; e < people.educations; ++e) {
      Lanes<W> stock(0.0);
      for (int g = 0; g < sex_count; ++g) {
        for (int a = 0; a < age_count; ++a)
          stock += base_year[Field::population][people.place(r, g, a) + static_cast<std::size_t>(e)];
      }
      Lanes<W>* skills = account(base_year, Field::skills_account, people, r, e);
      skills[at(Flow::opening)] = skills[at(Flow::closing)] = stock;
    }
  }
}

template <int W>
void count_people(const BasePeople& people, State<W>& this_year) {
  constexpr int working_age = 15, adult_age = 18, pension_from = 65;
  const auto regions = static_cast<std::size_t>(people.regions),
             educations = static_cast<std::size_t>(people.educations);
  for (const Field field : {Field::labour_force, Field::people, Field::adults, Field::pensioners, Field::people_15_64,
                            Field::labour_force_under_65, Field::need}) {
    for (Lanes<W>& cell : this_year.all(field)) cell = Lanes<W>(0.0);
  }
  const std::size_t profiles = people.need_weights.size();
  std::vector<Lanes<W>> need(profiles);
  for (std::size_t r = 0; r < regions; ++r) {
    std::fill(need.begin(), need.end(), Lanes<W>(0.0));
    for (int g = 0; g < sex_count; ++g) {
      for (int a = 0; a < age_count; ++a) {
        const std::size_t place = people.place(static_cast<int>(r), g, a);
        const Lanes<W>* stock = this_year[Field::population] + place;
        const Lanes<W>* rate = this_year[Field::participation_rate] + place;
        Lanes<W> persons(0.0), active(0.0);
        for (int e = 0; e < people.active_educations[static_cast<std::size_t>(a)]; ++e) {
          const Lanes<W> force = stock[e] * rate[e];
          this_year[Field::labour_force][r * educations + static_cast<std::size_t>(e)] += force;
          persons += stock[e];
          active += force;
        }
        this_year[Field::people][r] += persons;
        if (a >= adult_age) this_year[Field::adults][r] += persons;
        if (a >= pension_from)
          this_year[Field::pensioners][r] += persons;
        else
          this_year[Field::labour_force_under_65][r] += active;
        if (a >= working_age && a < pension_from) this_year[Field::people_15_64][r] += persons;
        for (std::size_t p = 0; p < profiles; ++p)
          need[p] += persons * Lanes<W>(people.need_weights[p][static_cast<std::size_t>(a)]);
      }
    }
    this_year[Field::outside_labour_force][r] =
        this_year[Field::people_15_64][r] - this_year[Field::labour_force_under_65][r];
    const std::size_t products = people.need_profile.size();
    for (std::size_t i = 0; i < products; ++i)
      this_year[Field::need][r * products + i] = need[static_cast<std::size_t>(people.need_profile[i])];
  }
}

#define DRIVKRAFT_INSTANTIATE(W)                                                                             \
  template struct PeopleWorkspace<W>;                                                                        \
  template void set_participation<W>(const BasePeople&, Lanes<W>, int, State<W>&);                           \
  template void advance_people<W>(const BasePeople&, const PeopleMoves<W>&, int, const State<W>&, State<W>&, \
                                  PeopleWorkspace<W>&);                                                      \
  template void first_people<W>(const BasePeople&, State<W>&);                                               \
  template void count_people<W>(const BasePeople&, State<W>&);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
