#include "blocks/demography.h"

#include <algorithm>
#include <cmath>

#include "blocks/age_step.h"
#include "blocks/people_levers.h"

namespace drivkraft {

namespace {

template <int W>
Lanes<W>* account(State<W>& state, Field field, const BasePeople& people, int r, int e) {
  return state[field] + static_cast<std::size_t>(r * people.educations + e) * flow_count;
}

/// Chances of dying in the year, which fall by their own yearly rates.                                 (PE-3)
template <int W>
void set_deaths(const BasePeople& people, int years_from_base, PeopleWorkspace<W>& work) {
  if (work.years > years_from_base) {
    work.dying = people.death_probability, work.newborn_dying = people.newborn_death_probability;
    work.years = 0;
  }
  for (; work.years < years_from_base; ++work.years) {
    for (std::size_t k = 0; k < work.dying.size(); ++k) work.dying[k] *= 1.0 - people.death_improvement[k];
    for (std::size_t k = 0; k < work.newborn_dying.size(); ++k)
      work.newborn_dying[k] *= 1.0 - people.newborn_death_improvement[k];
  }
}

/// Births by the women of 1 January; the newborn have basic education, die by a rate of their own and do not move.
/// (PE-3)
template <int W>
void add_births(const BasePeople& people, int years, const State<W>& last_year, State<W>& this_year,
                const PeopleWorkspace<W>& work) {
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
      for (int e = people.educations_at(a).first; e < people.educations_at(a).end; ++e) mothers += stock[e];
      births += mothers * Lanes<W>(rate);
    }
    births *= Lanes<W>(fertility);
    Lanes<W>* skills = account(this_year, Field::skills_account, people, r, people.lowest_education);
    this_year[Field::births][r] = births;
    skills[place_of(Flow::born)] = births;
    for (int g = 0; g < sex_count; ++g) {
      const Lanes<W> born = births * Lanes<W>(g == women ? 1.0 - people.boys_share : people.boys_share),
                     died = born * Lanes<W>(work.newborn_dying[static_cast<std::size_t>(r * sex_count + g)]);
      Lanes<W>* stock = this_year[Field::population] + people.place(r, g, 0);
      std::fill(stock, stock + people.educations, Lanes<W>(0.0));
      stock[people.lowest_education] = born - died;
      skills[place_of(Flow::died)] -= died;
    }
  }
}

/// The share of movers out that levers keep: their number is exactly what the levers say.               (PO-9)
template <int W>
void set_kept(const BasePeople& people, const PeoplePolicy<W>& policy, int years, AgeStep<W>& step,
              std::vector<Lanes<W>>& kept) {
  for (const auto& lever : policy.retentions) {
    Lanes<W> movers(0.0), share(0.0);
    for (int a = lever.age_from; a <= lever.age_to; ++a) movers += step.movers(a, lever.region, lever.education);
    for (int lane = 0; lane < W; ++lane) {
      const double wanted = lever.persons.lane(lane);
      if (wanted == 0.0) continue;
      if (!(wanted <= movers.lane(lane))) too_many(people, "retention", years, wanted, movers.lane(lane));
      share.set_lane(lane, wanted / movers.lane(lane));
    }
    kept.push_back(share);
  }
}

/// People of one region by education, both sexes and all ages.
template <int W>
void count_stock(const BasePeople& people, const State<W>& state, int r, std::vector<Lanes<W>>& stock) {
  std::fill(stock.begin(), stock.end(), Lanes<W>(0.0));
  const Lanes<W>* persons = state[Field::population];
  for (std::size_t place = people.place(r, 0, 0); place < people.place(r + 1, 0, 0); place += stock.size()) {
    for (std::size_t e = 0; e < stock.size(); ++e) stock[e] += persons[place + e];
  }
}

/// The year's flows, signed, by region and education.                                            (PE-7, PE-8)
template <int W>
void write_flows(const BasePeople& people, const PeopleWorkspace<W>& work, State<W>& this_year) {
  const auto cells = static_cast<std::size_t>(people.regions * people.educations);
  for (std::size_t flow = 0; flow < flow_count; ++flow) {
    const bool leaves = flow == place_of(Flow::died) || flow == place_of(Flow::emigrated) ||
                        flow == place_of(Flow::moved_out) || flow == place_of(Flow::left_for_higher);
    for (std::size_t k = 0; k < cells; ++k) {
      const Lanes<W> persons = work.skills[flow * cells + k], force = work.force[flow * cells + k];
      this_year[Field::skills_account][k * flow_count + flow] = leaves ? Lanes<W>(0.0) - persons : persons;
      this_year[Field::labour_force_account][k * flow_count + flow] = leaves ? Lanes<W>(0.0) - force : force;
    }
  }
}

/// Closing stocks, net flows by region, and the largest change nobody explains.
template <int W>
void close_accounts(const BasePeople& people, const State<W>& last_year, State<W>& this_year,
                    std::vector<Lanes<W>>& stock) {
  Lanes<W> worst(0.0);
  for (int r = 0; r < people.regions; ++r) {
    count_stock(people, this_year, r, stock);
    Lanes<W> died(0.0);
    for (int e = 0; e < people.educations; ++e) {
      const int k = r * people.educations + e;
      Lanes<W>* skills = account(this_year, Field::skills_account, people, r, e);
      skills[place_of(Flow::opening)] =
          last_year[Field::skills_account][static_cast<std::size_t>(k) * flow_count + place_of(Flow::closing)];
      skills[place_of(Flow::closing)] = stock[static_cast<std::size_t>(e)];
      this_year[Field::net_internal_migration][k] =
          skills[place_of(Flow::moved_in)] + skills[place_of(Flow::moved_out)];
      this_year[Field::net_foreign_migration][k] =
          skills[place_of(Flow::immigrated)] + skills[place_of(Flow::emigrated)];
      died -= skills[place_of(Flow::died)];
      Lanes<W> unexplained = -stock[static_cast<std::size_t>(e)];
      for (std::size_t f = 0; f < place_of(Flow::closing); ++f) unexplained += skills[f];
      for (int lane = 0; lane < W; ++lane) {
        const double miss = std::fabs(unexplained.lane(lane));
        if (!(miss <= worst.lane(lane))) worst.set_lane(lane, miss);
      }
    }
    this_year[Field::deaths][r] = died;
  }
  this_year[Field::residual_people][0] = worst;
}

}  // namespace

template <int W>
PeopleWorkspace<W>::PeopleWorkspace(const BasePeople& people) {
  const auto educations = static_cast<std::size_t>(people.educations);
  const std::size_t cells = static_cast<std::size_t>(people.regions) * educations;
  for (auto* array : {&persons, &leaving}) array->assign(sex_count * cells, Lanes<W>(0.0));
  for (auto* array : {&weight, &away, &pull}) array->assign(cells, Lanes<W>(0.0));
  for (auto* array : {&left, &completed}) array->assign(educations, Lanes<W>(0.0));
  for (auto* array : {&skills, &force}) array->assign(flow_count * cells, Lanes<W>(0.0));
  dying = people.death_probability, newborn_dying = people.newborn_death_probability;
}

template <int W>
void advance_people(const BasePeople& people, const PeopleMoves<W>& moves, int years_from_base,
                    const State<W>& last_year, State<W>& this_year, PeopleWorkspace<W>& work) {
  for (auto* sums : {&work.skills, &work.force}) std::fill(sums->begin(), sums->end(), Lanes<W>(0.0));
  work.kept.clear();
  set_deaths(people, years_from_base, work);
  AgeStep<W> step(people, moves, last_year, this_year, work);
  if (moves.policy != nullptr) set_kept(people, *moves.policy, years_from_base, step, work.kept);
  for (int age = 0; age < age_count; ++age) step.run(age);
  write_flows(people, work, this_year);
  add_births(people, years_from_base, last_year, this_year, work);
  if (moves.policy != nullptr) apply_people_policy(people, *moves.policy, years_from_base, this_year);
  close_accounts(people, last_year, this_year, work.left);
}

template <int W>
void first_people(const BasePeople& people, State<W>& base_year) {
  for (std::size_t k = 0; k < people.population.size(); ++k)
    base_year[Field::population][k] = Lanes<W>(people.population[k]);
  std::vector<Lanes<W>> stock(static_cast<std::size_t>(people.educations));
  for (int r = 0; r < people.regions; ++r) {
    count_stock(people, base_year, r, stock);
    for (int e = 0; e < people.educations; ++e) {
      Lanes<W>* skills = account(base_year, Field::skills_account, people, r, e);
      skills[place_of(Flow::opening)] = skills[place_of(Flow::closing)] = stock[static_cast<std::size_t>(e)];
    }
  }
}

#define DRIVKRAFT_INSTANTIATE(W)                                                                             \
  template struct PeopleWorkspace<W>;                                                                        \
  template void advance_people<W>(const BasePeople&, const PeopleMoves<W>&, int, const State<W>&, State<W>&, \
                                  PeopleWorkspace<W>&);                                                      \
  template void first_people<W>(const BasePeople&, State<W>&);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
