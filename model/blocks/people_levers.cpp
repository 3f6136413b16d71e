#include "blocks/people_levers.h"

#include <cmath>
#include <cstdio>
#include <string>

#include "base/errors.h"
#include "economy/people_flows.h"

namespace drivkraft {

void too_many(const BasePeople& people, const char* lever, int year, double wanted, double there) {
  char numbers[80];
  std::snprintf(numbers, sizeof numbers, "%.0f, but there are %.0f", wanted, there);
  throw InputError(Place{.file = "scenario", .line_text = {}},
                   std::string(lever) + " in " + std::to_string(people.base_year + year) + " would move " + numbers);
}

namespace {

template <int W>
Lanes<W>& flow_of(State<W>& state, Field account, const BasePeople& people, int r, int e, Flow flow) {
  return state[account][static_cast<std::size_t>(r * people.educations + e) * flow_count + place_of(flow)];
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
      flow_of(this_year, Field::labour_force_account, people, region, to, Flow::policy) +=
          moved * this_year[Field::participation_rate][place + static_cast<std::size_t>(to)];
    }
  }
}

}  // namespace

template <int W>
void apply_people_policy(const BasePeople& people, const PeoplePolicy<W>& policy, int years_from_base,
                         State<W>& this_year) {
  const auto skills = [&](int r, int e, Flow flow) -> Lanes<W>& {
    return flow_of(this_year, Field::skills_account, people, r, e, flow);
  };
  for (const auto& lever : policy.upgrades) {
    // First the newcomers, by the stock they come from; then that stock shrinks by the same persons.
    add_by_stock(people, lever.region, lever.to, lever.from, lever.age_from, lever.age_to, lever.persons, "an upgrade",
                 years_from_base, this_year);
    add_by_stock(people, lever.region, lever.from, lever.from, lever.age_from, lever.age_to, -lever.persons,
                 "an upgrade", years_from_base, this_year);
    skills(lever.region, lever.to, Flow::policy) += lever.persons;
    skills(lever.region, lever.from, Flow::policy) -= lever.persons;
  }
  for (const auto& lever : policy.recruitments) {
    add_by_stock(people, lever.region, lever.education, lever.education, lever.age_from, lever.age_to,
                 lever.arrivals - lever.exits, "recruitment", years_from_base, this_year);
    skills(lever.region, lever.education, Flow::immigrated) += lever.arrivals;
    skills(lever.region, lever.education, Flow::emigrated) -= lever.exits;
  }
}

#define DRIVKRAFT_INSTANTIATE(W) \
  template void apply_people_policy<W>(const BasePeople&, const PeoplePolicy<W>&, int, State<W>&);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
