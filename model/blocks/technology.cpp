#include "blocks/technology.h"

#include <algorithm>
#include <stdexcept>

#include "base/math.h"

namespace drivkraft {

namespace {

struct PracticeKeys {
  std::string_view id;
  Parameter b, q, ceiling, premium;
};
constexpr std::array practice_keys{
    PracticeKeys{"digital", Parameter::adoption_digital_b, Parameter::adoption_digital_q,
                 Parameter::adoption_digital_ceiling, Parameter::adoption_digital_premium},
    PracticeKeys{"automation", Parameter::adoption_automation_b, Parameter::adoption_automation_q,
                 Parameter::adoption_automation_ceiling, Parameter::adoption_automation_premium},
    PracticeKeys{"innovation", Parameter::adoption_innovation_b, Parameter::adoption_innovation_q,
                 Parameter::adoption_innovation_ceiling, Parameter::adoption_innovation_premium},
    PracticeKeys{"green", Parameter::adoption_green_b, Parameter::adoption_green_q, Parameter::adoption_green_ceiling,
                 Parameter::adoption_green_premium},
};

template <int W>
Lanes<W> lanes_of(const Parameters* lanes, Parameter parameter) {
  Lanes<W> values(0.0);
  for (int k = 0; k < W; ++k) values.set_lane(k, lanes[k][parameter]);
  return values;
}

template <int W>
Lanes<W> within(Lanes<W> x, Lanes<W> low, Lanes<W> high) {
  for (int k = 0; k < W; ++k) x.set_lane(k, std::clamp(x.lane(k), low.lane(k), high.lane(k)));
  return x;
}

/// (1 - exp(-s x)) / s, which is x at s = 0: from exponential (s < 0) to logistic (s > 0) catching up.
template <int W>
Lanes<W> bent(Lanes<W> x, Lanes<W> s) {
  Lanes<W> value = x;
  const Lanes<W> curved = expm1(-(s * x));
  for (int k = 0; k < W; ++k) {
    if (s.lane(k) != 0.0) value.set_lane(k, -curved.lane(k) / s.lane(k));
  }
  return value;
}

/// Employed residents, weighted with mean wages: the higher educated, and all.
template <int W>
struct Employed {
  Lanes<W> higher = Lanes<W>(0.0), all = Lanes<W>(0.0);
};

template <int W>
Employed<W> employed_in(const BaseYear& base, const BaseTechnology& technology, const State<W>& state, int region) {
  Employed<W> employed;
  const int educations = base.dimensions.education_count();
  for (int e = 0; e < educations; ++e) {
    const Lanes<W> weight = Lanes<W>(technology.mean_wage[static_cast<std::size_t>(e)]) *
                            state[Field::employed_residents][region * educations + e];
    employed.all += weight;
    if (base.dimensions.higher[static_cast<std::size_t>(e)]) employed.higher += weight;
  }
  return employed;
}

}  // namespace

template <int W>
TechnologyParameters<W> technology_parameters(const std::vector<std::string>& practices, const Parameters* lanes) {
  TechnologyParameters<W> p;
  p.drift_shrink = lanes_of<W>(lanes, Parameter::drift_shrink);
  p.drift_half_life = lanes_of<W>(lanes, Parameter::drift_half_life);
  p.drift_cap = lanes_of<W>(lanes, Parameter::drift_cap);
  p.catch_up = lanes_of<W>(lanes, Parameter::catch_up);
  p.catch_up_shape = lanes_of<W>(lanes, Parameter::catch_up_shape);
  p.basic_displacement = lanes_of<W>(lanes, Parameter::automation_basic_displacement);
  for (const std::string& practice : practices) {
    const auto keys = std::find_if(practice_keys.begin(), practice_keys.end(),
                                   [&](const PracticeKeys& k) { return k.id == practice; });
    if (keys == practice_keys.end()) throw std::invalid_argument("no adoption parameters for the practice " + practice);
    if (practice == "automation") p.automation = static_cast<int>(p.practices.size());
    p.practices.push_back({lanes_of<W>(lanes, keys->b), lanes_of<W>(lanes, keys->q), lanes_of<W>(lanes, keys->ceiling),
                           lanes_of<W>(lanes, keys->premium)});
  }
  return p;
}

template <int W>
void set_drift(const BaseTechnology& base, const TechnologyParameters<W>& parameters, int years_from_base,
               State<W>& this_year) {
  const auto regions = base.productivity_drift.cells();
  if (regions == 0) return;
  Lanes<W> mean(0.0);
  for (std::size_t r = 0; r < regions; ++r) {
    mean +=
        Lanes<W>(base.drift_weight.data()[r]) * parameters.drift_shrink * Lanes<W>(base.productivity_drift.data()[r]);
  }
  const Lanes<W> fading = Lanes<W>(-log(2.0)) / parameters.drift_half_life;
  const Lanes<W> years = expm1(Lanes<W>(static_cast<double>(years_from_base)) * fading) / expm1(fading);
  const std::size_t industries = this_year.all(Field::technology).size() / regions;
  for (std::size_t r = 0; r < regions; ++r) {
    const Lanes<W> drift = within(parameters.drift_shrink * Lanes<W>(base.productivity_drift.data()[r]) - mean,
                                  -parameters.drift_cap, parameters.drift_cap);
    const Lanes<W> level = exp(drift * years);
    for (std::size_t j = 0; j < industries; ++j) this_year[Field::technology][r * industries + j] = level;
  }
}

template <int W>
void set_catch_up(const BaseYear& base, const BaseTechnology& technology, const TechnologyParameters<W>& parameters,
                  State<W>& this_year) {
  const int regions = base.dimensions.region_count(), industries = base.dimensions.industry_count();
  Employed<W> nation;
  for (int r = 0; r < regions; ++r) {
    const Employed<W> region = employed_in(base, technology, this_year, r);
    nation.higher += region.higher;
    nation.all += region.all;
  }
  for (int j = 0; j < industries; ++j) {
    Lanes<W> frontier(0.0);
    for (int r = 0; r < regions; ++r)
      frontier += Lanes<W>(technology.frontier_weight({r}, {j})) * this_year[Field::technology][r * industries + j];
    for (int r = 0; r < regions; ++r) {
      Lanes<W>& catch_up = this_year[Field::catch_up][r * industries + j];
      if (!technology.catches_up[static_cast<std::size_t>(j)] || !(frontier.lane(0) > 0.0)) {
        catch_up = Lanes<W>(0.0);
        continue;
      }
      const Lanes<W> gap =
          log(frontier / this_year[Field::technology][r * industries + j]) + Lanes<W>(technology.gap({r}, {j}));
      const Employed<W> region = employed_in(base, technology, this_year, r);
      catch_up = parameters.catch_up * (region.higher / region.all) / (nation.higher / nation.all) *
                 bent(gap, parameters.catch_up_shape);
    }
  }
}

template <int W>
void advance_technology(const TechnologyParameters<W>& parameters, const std::vector<Lanes<W>>& policy,
                        const State<W>& baseline_last, const State<W>& baseline, const State<W>& last_year,
                        State<W>& this_year) {
  const std::size_t practices = parameters.practices.size();
  for (std::size_t cell = 0; cell < policy.size(); ++cell) {
    const Lanes<W> sum = last_year[Field::catch_up_sum][cell] +
                         (last_year[Field::catch_up][cell] - baseline_last[Field::catch_up][cell]);
    this_year[Field::catch_up_sum][cell] = sum;
    Lanes<W> rise = sum + policy[cell];
    for (std::size_t k = 0; k < practices; ++k) {
      const std::size_t at = cell * practices + k;
      rise += parameters.practices[k].premium * (this_year[Field::adoption][at] - baseline[Field::adoption][at]);
    }
    this_year[Field::technology][cell] = baseline[Field::technology][cell] * exp(rise);
  }
}

template <int W>
void advance_adoption(const TechnologyParameters<W>& parameters, const std::vector<Lanes<W>>& policy,
                      const State<W>& last_year, State<W>& this_year) {
  const std::size_t practices = parameters.practices.size();
  const std::size_t cells = this_year.all(Field::adoption).size();
  for (std::size_t at = 0; at < cells; ++at) {
    const auto& practice = parameters.practices[at % practices];
    const Lanes<W> now = last_year[Field::adoption][at];
    Lanes<W> room = practice.ceiling - now;
    for (int k = 0; k < W; ++k) room.set_lane(k, std::max(0.0, room.lane(k)));
    Lanes<W> next = now + (practice.b + practice.q * now) * room;
    if (!policy.empty()) {
      for (int k = 0; k < W; ++k) {
        const double left = std::max(0.0, practice.ceiling.lane(k) - next.lane(k));
        next.set_lane(k, next.lane(k) + std::min(left, policy[at].lane(k)));
      }
    }
    this_year[Field::adoption][at] = next;
  }
}

#define DRIVKRAFT_INSTANTIATE(W)                                                                                     \
  template TechnologyParameters<W> technology_parameters<W>(const std::vector<std::string>&, const Parameters*);     \
  template void set_drift<W>(const BaseTechnology&, const TechnologyParameters<W>&, int, State<W>&);                 \
  template void set_catch_up<W>(const BaseYear&, const BaseTechnology&, const TechnologyParameters<W>&, State<W>&);  \
  template void advance_technology<W>(const TechnologyParameters<W>&, const std::vector<Lanes<W>>&, const State<W>&, \
                                      const State<W>&, const State<W>&, State<W>&);                                  \
  template void advance_adoption<W>(const TechnologyParameters<W>&, const std::vector<Lanes<W>>&, const State<W>&,   \
                                    State<W>&);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
