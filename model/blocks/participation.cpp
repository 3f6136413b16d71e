#include "blocks/participation.h"

#include <algorithm>
#include <array>

#include "economy/participation.h"

namespace drivkraft {

namespace {

/// By how much the pension age of those of one age has risen since the base year [years].
double later_pension(const BasePeople& people, int years_from_base, int age) {
  const auto pension_age = [&](int birth_year) {
    const int last = static_cast<int>(people.pension_age.size()) - 1;
    return people.pension_age[static_cast<std::size_t>(std::clamp(birth_year - people.first_birth_year, 0, last))];
  };
  const int born = people.base_year - age;
  return pension_age(born + years_from_base) - pension_age(born);
}

/// The nation's participation at an age between two whole ones.
template <int W>
Lanes<W> participation_at(const BasePeople& people, int g, Lanes<W> age, int e) {
  const auto national = [&](int a) {
    return people.participation[static_cast<std::size_t>((g * age_count + a) * people.educations + e)];
  };
  Lanes<W> rate(0.0);
  for (int lane = 0; lane < W; ++lane) {
    const int below = static_cast<int>(age.lane(lane));
    const double above = age.lane(lane) - static_cast<double>(below);
    const double upper = above > 0.0 ? national(below + 1) : 0.0;
    rate.set_lane(lane, national(below) * (1.0 - above) + upper * above);
  }
  return rate;
}

template <int W>
bool nobody(Lanes<W> rate) {
  for (int lane = 0; lane < W; ++lane) {
    if (rate.lane(lane) != 0.0) return false;
  }
  return true;
}

}  // namespace

template <int W>
void set_participation(const BasePeople& people, Lanes<W> passthrough, int years_from_base, State<W>& this_year) {
  const int educations = people.educations;
  Lanes<W>* rates = this_year[Field::participation_rate];
  for (int r = 0; r < people.regions; ++r) {
    for (int g = 0; g < sex_count; ++g) {
      const std::size_t from = people.place(r, g, 0), to = people.place(r, g, people.pension_from_age);
      for (std::size_t k = from; k < to; ++k) rates[k] = Lanes<W>(people.participation_there[k]);
    }
  }
  for (int a = people.pension_from_age; a < age_count; ++a) {
    const Lanes<W> age =
        Lanes<W>(static_cast<double>(a)) - passthrough * Lanes<W>(later_pension(people, years_from_base, a));
    const Lanes<W> like = smaller(larger(age, Lanes<W>(0.0)), Lanes<W>(static_cast<double>(age_count - 1)));
    for (int g = 0; g < sex_count; ++g) {
      for (int e = 0; e < educations; ++e) {
        const Lanes<W> rate = participation_at(people, g, like, e);
        const bool none = nobody(rate);  // a division saved
        for (int r = 0; r < people.regions; ++r) {
          rates[people.place(r, g, a) + static_cast<std::size_t>(e)] =
              none ? rate
                   : regional_participation(rate,
                                            people.participation_odds[static_cast<std::size_t>(r * educations + e)]);
        }
      }
    }
  }
}

template <int W>
void set_discouraged_participation(const BasePeople& people, Lanes<W> discouraged_worker, const State<W>& baseline_last,
                                   const State<W>& last_year, const State<W>& baseline, State<W>& this_year) {
  const Lanes<W>*unemployment = last_year[Field::unemployment_rate], *usual = baseline_last[Field::unemployment_rate],
        *from = baseline[Field::participation_rate];
  Lanes<W>* to = this_year[Field::participation_rate];
  const auto educations = static_cast<std::size_t>(people.educations);
  for (int r = 0; r < people.regions; ++r) {
    const std::size_t first = people.place(r, 0, 0), end = people.place(r + 1, 0, 0);
    for (std::size_t e = 0; e < educations; ++e) {
      const std::size_t k = static_cast<std::size_t>(r) * educations + e;
      const Lanes<W> factor = Lanes<W>(1.0) - discouraged_worker * (unemployment[k] - usual[k]);
      for (std::size_t cell = first + e; cell < end; cell += educations) to[cell] = from[cell] * factor;
    }
  }
}

template <int W>
void count_people(const BasePeople& people, State<W>& this_year) {
  constexpr int working_age = 15, adult_age = 18, pension_from = 65;
  const auto educations = static_cast<std::size_t>(people.educations), products = people.need_profile.size();
  const Lanes<W>*population = this_year[Field::population], *participation = this_year[Field::participation_rate];
  for (std::size_t r = 0; r < static_cast<std::size_t>(people.regions); ++r) {
    std::array<Lanes<W>, age_count> persons, active;  // by age
    persons.fill(Lanes<W>(0.0)), active.fill(Lanes<W>(0.0));
    Lanes<W>* force = this_year[Field::labour_force] + r * educations;
    std::fill(force, force + educations, Lanes<W>(0.0));
    for (int g = 0; g < sex_count; ++g) {
      for (int a = 0; a < age_count; ++a) {
        const std::size_t place = people.place(static_cast<int>(r), g, a), age = static_cast<std::size_t>(a);
        const auto [first, end] = people.educations_at(a);
        for (std::size_t e = static_cast<std::size_t>(first); e < static_cast<std::size_t>(end); ++e) {
          const Lanes<W> stock = population[place + e], working = stock * participation[place + e];
          force[e] += working;
          persons[age] += stock;
          active[age] += working;
        }
      }
    }
    const auto between = [](const std::array<Lanes<W>, age_count>& by_age, std::size_t from, std::size_t to) {
      Lanes<W> sum(0.0);
      for (std::size_t a = from; a < to; ++a) sum += by_age[a];
      return sum;
    };
    this_year[Field::people][r] = between(persons, 0, age_count);
    this_year[Field::adults][r] = between(persons, adult_age, age_count);
    this_year[Field::pensioners][r] = between(persons, pension_from, age_count);
    this_year[Field::people_15_64][r] = between(persons, working_age, pension_from);
    this_year[Field::labour_force_under_65][r] = between(active, 0, pension_from);
    this_year[Field::outside_labour_force][r] =
        this_year[Field::people_15_64][r] - this_year[Field::labour_force_under_65][r];
    for (std::size_t profile = 0; profile < people.need_weights.size(); ++profile) {
      Lanes<W> need(0.0);
      for (std::size_t a = 0; a < age_count; ++a) need += persons[a] * Lanes<W>(people.need_weights[profile][a]);
      for (std::size_t i = 0; i < products; ++i) {
        if (people.need_profile[i] == static_cast<int>(profile)) this_year[Field::need][r * products + i] = need;
      }
    }
  }
}

#define DRIVKRAFT_INSTANTIATE(W)                                                                                \
  template void set_participation<W>(const BasePeople&, Lanes<W>, int, State<W>&);                              \
  template void set_discouraged_participation<W>(const BasePeople&, Lanes<W>, const State<W>&, const State<W>&, \
                                                 const State<W>&, State<W>&);                                   \
  template void count_people<W>(const BasePeople&, State<W>&);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
