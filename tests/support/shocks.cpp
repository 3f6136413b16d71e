#include "support/shocks.h"

#include <cmath>
#include <stdexcept>
#include <utility>

namespace drivkraft::test {

Closures unfinanced() {
  Closures closures;
  closures.financing = Financing::none;
  return closures;
}

Closures everything_given() {
  Closures closures = unfinanced();
  closures.capital = CapitalClosure::mobile;  // with prices at base, a rental rate at base
  closures.hold.wages = closures.hold.consumption = closures.hold.government = true;
  closures.hold.investment = closures.hold.exports = true;
  return closures;
}

Draw steady_draw() {
  Draw draw = real_economy().draw;
  draw.equations[Parameter::productivity_growth] = 0.0;
  return draw;
}

Run steady_run(int years, const Closures& closures, const Shock& shock) {
  return run(steady_model(), steady_draw(), years, closures, shock);
}

int industry(const BaseYear& base, const std::string& id) {
  const std::vector<Label>& all = base.dimensions.industries;
  for (std::size_t j = 0; j < all.size(); ++j) {
    if (all[j].id == id) return static_cast<int>(j);
  }
  throw std::logic_error("no industry " + id);
}

Shock more_productive(const BaseYear& base, int region, double factor) {
  const auto industries = base.dimensions.industries.size();
  return [region, industries, factor](int year, PolicyEffects<1>& effects) {
    if (year < first_shock) return;
    for (std::size_t j = 0; j < industries; ++j)
      effects.log_technology[static_cast<std::size_t>(region) * industries + j] += Lanes<1>(std::log(factor));
  };
}

Shock more_people(const BaseYear& base, int region, double part) {
  std::vector<double> people;
  for (int e = 0; e < base.dimensions.education_count(); ++e) people.push_back(part * base.labour_force({region}, {e}));
  return [region, people](int year, PolicyEffects<1>& effects) {
    if (year < first_shock) return;
    for (std::size_t e = 0; e < people.size(); ++e)
      effects.labour_force_added[static_cast<std::size_t>(region) * people.size() + e] += Lanes<1>(people[e]);
  };
}

Shock purchase(const BaseYear& base, int region, int product, double mio_dkk) {
  const double volume = mio_dkk / (1.0 + base.final_tax_rate({static_cast<int>(Use::government)}));
  const auto cell = static_cast<std::size_t>(region * base.dimensions.industry_count() + product);
  return [cell, volume](int year, PolicyEffects<1>& effects) {
    if (year >= first_shock) effects.public_purchases[cell] += Lanes<1>(volume);
  };
}

Shock together(std::vector<Shock> shocks) {
  return [shocks = std::move(shocks)](int year, PolicyEffects<1>& effects) {
    for (const Shock& shock : shocks) shock(year, effects);
  };
}

double change(const Run& run, Field field, int year) {
  const auto at = static_cast<std::size_t>(year);
  return total(run.scenario[at], field) - total(run.baseline[at], field);
}

double percent(const Model& model, const Run& run, Field field, int year, int region) {
  const auto at = static_cast<std::size_t>(year);
  return 100.0 *
         (total(model, run.scenario[at], field, {region}) / total(model, run.baseline[at], field, {region}) - 1.0);
}

}  // namespace drivkraft::test
