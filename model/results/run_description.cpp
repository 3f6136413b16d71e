#include "results/run_description.h"

#include <algorithm>
#include <array>

namespace drivkraft {
namespace {

LeverUse start_use(const LeverEntry& entry, const Dimensions& dimensions, int years) {
  LeverUse use;
  use.id = entry.id;
  use.name_da = entry.name_da;
  use.name_en = entry.name_en;
  use.unit = entry.dose_unit;
  for (const ChannelUse& channel : entry.channels)
    use.channels += (use.channels.empty() ? "" : " ") + channel_names.at(static_cast<std::size_t>(channel.channel));
  use.public_cost.assign(dimensions.regions.size(), 0.0);
  for (auto* path : {&use.doses, &use.public_costs, &use.private_costs})
    path->assign(static_cast<std::size_t>(years) * dimensions.regions.size(), 0.0);
  return use;
}

void add(LeverUse& use, const LeverDose& dose, const LeverEntry& entry, double subsidy, int year) {
  const double public_cost = dose.amount * entry.public_cost.value + subsidy;
  use.first_year = use.first_year == 0 ? dose.year : std::min(use.first_year, dose.year);
  use.last_year = std::max(use.last_year, dose.year);
  use.total_dose += dose.amount;
  use.public_cost.at(static_cast<std::size_t>(dose.region.index)) += public_cost;
  const std::size_t at =
      static_cast<std::size_t>(year) * use.public_cost.size() + static_cast<std::size_t>(dose.region.index);
  use.doses.at(at) += dose.amount;
  use.public_costs.at(at) += public_cost;
  use.private_costs.at(at) += dose.amount * entry.private_cost.value;
}

}  // namespace

std::vector<LeverUse> levers_used(const Scenario& scenario, const LeverCatalogue& catalogue,
                                  const Dimensions& dimensions, const std::vector<double>& subsidies) {
  std::vector<LeverUse> uses;
  for (std::size_t entry = 0; entry < catalogue.entries.size(); ++entry) {
    LeverUse use = start_use(catalogue.entries[entry], dimensions, scenario.last_year - scenario.first_year + 1);
    bool used = false;
    for (std::size_t k = 0; k < scenario.doses.size(); ++k) {
      const LeverDose& dose = scenario.doses[k];
      if (dose.entry != static_cast<int>(entry) || dose.amount == 0.0) continue;
      add(use, dose, catalogue.entries[entry], subsidies.at(k), dose.year - scenario.first_year);
      used = true;
    }
    if (used) uses.push_back(std::move(use));
  }
  return uses;
}

std::string held_blocks(const Hold& hold) {
  // In the order of hold_names.
  const std::array held{hold.wages,         hold.capital,    hold.investment,   hold.consumption,
                        hold.government,    hold.exports,    hold.labour_force, hold.migration,
                        hold.participation, hold.technology, hold.adoption,     hold.firms};
  std::string text;
  for (std::size_t k = 0; k < held.size(); ++k) {
    if (held[k]) text += (text.empty() ? "" : " ") + hold_names[k];
  }
  return text;
}

}  // namespace drivkraft
