#include "equilibrium/behaviour.h"

#include <array>
#include <cmath>
#include <utility>

namespace drivkraft {

namespace {

/// Which parameter each elasticity comes from.
template <int W>
auto behaviour_members() {
  using B = Behaviour<W>;
  using Entry = std::pair<Lanes<W> B::*, Parameter>;
  return std::array{Entry{&B::sigma_va, Parameter::sigma_value_added},
                    Entry{&B::sigma_outer, Parameter::sigma_education_outer},
                    Entry{&B::sigma_inner, Parameter::sigma_education_inner},
                    Entry{&B::sigma_regions, Parameter::sigma_regions},
                    Entry{&B::sigma_imports, Parameter::sigma_imports},
                    Entry{&B::export_elasticity, Parameter::export_elasticity},
                    Entry{&B::export_adjustment, Parameter::export_adjustment},
                    Entry{&B::investment_xi, Parameter::investment_xi},
                    Entry{&B::commuting_chi, Parameter::commuting_chi},
                    Entry{&B::wage_epsilon, Parameter::wage_epsilon},
                    Entry{&B::wage_gamma, Parameter::wage_gamma},
                    Entry{&B::wage_national_weight, Parameter::wage_national_weight},
                    Entry{&B::wage_regional_weight, Parameter::wage_regional_weight},
                    Entry{&B::wage_passthrough, Parameter::wage_passthrough},
                    Entry{&B::structural_glide_years, Parameter::structural_glide_years},
                    Entry{&B::skill_demand, Parameter::skill_demand}};
}

}  // namespace

template <int W>
Lanes<W> Behaviour<W>::one_less(Lanes<W> sigma) {
  constexpr double nearest = 1e-10;
  Lanes<W> power = Lanes<W>(1.0) - sigma;
  for (int k = 0; k < W; ++k) {
    if (std::abs(power.lane(k)) < nearest) power.set_lane(k, nearest);
  }
  return power;
}

template <int W>
Behaviour<W> behaviour_of(const BaseYear& base, const Parameters* lanes) {
  Behaviour<W> b;
  for (const auto& [member, parameter] : behaviour_members<W>()) {
    for (int k = 0; k < W; ++k) (b.*member).set_lane(k, lanes[k][parameter]);
  }
  for (const Parameter parameter : base.sigma_capital_labour) {
    Lanes<W> sigma(0.0);
    for (int k = 0; k < W; ++k) sigma.set_lane(k, lanes[k][parameter]);
    b.sigma_kl.push_back(sigma);
  }
  b.minimum_unemployment = lanes[0][Parameter::minimum_unemployment];
  b.set_powers();
  return b;
}

template <int W>
void Behaviour<W>::set_powers() {
  power_va = one_less(sigma_va);
  power_outer = one_less(sigma_outer);
  power_inner = one_less(sigma_inner);
  power_regions = one_less(sigma_regions);
  power_imports = one_less(sigma_imports);
  const Lanes<W> one(1.0);
  inverse_va = one / power_va;
  inverse_outer = one / power_outer;
  inverse_inner = one / power_inner;
  inverse_regions = one / power_regions;
  inverse_imports = one / power_imports;
  power_kl.clear();
  inverse_kl.clear();
  for (const Lanes<W>& sigma : sigma_kl) {
    power_kl.push_back(one_less(sigma));
    inverse_kl.push_back(one / power_kl.back());
  }
}

template <int W>
template <int V>
Behaviour<V> Behaviour<W>::spread_lane(int k) const {
  Behaviour<V> lane;
  const auto from = behaviour_members<W>();
  const auto to = behaviour_members<V>();
  for (std::size_t m = 0; m < from.size(); ++m) lane.*(to[m].first) = Lanes<V>((this->*(from[m].first)).lane(k));
  for (const Lanes<W>& sigma : sigma_kl) lane.sigma_kl.emplace_back(sigma.lane(k));
  lane.minimum_unemployment = minimum_unemployment;
  lane.set_powers();
  return lane;
}

template struct Behaviour<1>;
template struct Behaviour<4>;
template struct Behaviour<8>;
template Behaviour<1> Behaviour<1>::spread_lane<1>(int) const;
template Behaviour<1> Behaviour<4>::spread_lane<1>(int) const;
template Behaviour<1> Behaviour<8>::spread_lane<1>(int) const;
template Behaviour<4> Behaviour<1>::spread_lane<4>(int) const;
template Behaviour<4> Behaviour<4>::spread_lane<4>(int) const;
template Behaviour<4> Behaviour<8>::spread_lane<4>(int) const;
template Behaviour<1> behaviour_of<1>(const BaseYear&, const Parameters*);
template Behaviour<4> behaviour_of<4>(const BaseYear&, const Parameters*);
template Behaviour<8> behaviour_of<8>(const BaseYear&, const Parameters*);

}  // namespace drivkraft
