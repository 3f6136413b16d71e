#include <fmt/format.h>
#include <toml++/toml.h>

#include <filesystem>
#include <sstream>
#include <string>

#include "inputs/read_scenario.h"

namespace drivkraft {

namespace {

toml::table head_of(const Scenario& scenario) {
  toml::table head{{"name", scenario.name},
                   {"about", scenario.about},
                   {"years", toml::array{scenario.first_year, scenario.last_year}}};
  if (!scenario.baseline.empty()) head.insert("baseline", std::filesystem::path(scenario.baseline).filename().string());
  return head;
}

toml::table closures_of(const Closures& closures) {
  const auto name = [](const std::vector<std::string>& names, auto choice) {
    return names[static_cast<std::size_t>(choice)];
  };
  const Hold& hold = closures.hold;
  const bool held[] = {hold.wages,         hold.capital,    hold.investment,   hold.consumption,
                       hold.government,    hold.exports,    hold.labour_force, hold.migration,
                       hold.participation, hold.technology, hold.adoption,     hold.firms};
  toml::array blocks;
  for (std::size_t k = 0; k < hold_names.size(); ++k) {
    if (held[k]) blocks.push_back(hold_names[k]);
  }
  return toml::table{{"wages", name(wage_closure_names, closures.wages)},
                     {"capital", name(capital_closure_names, closures.capital)},
                     {"migration", name(migration_closure_names, closures.migration)},
                     {"financing", name(financing_names, closures.financing)},
                     {"hold", blocks}};
}

bool same_table(const LeverDose& a, const LeverDose& b) {
  return a.entry == b.entry && a.region == b.region && a.industries == b.industries;
}

/// One [[lever]] table for each lever and region, and for each change of industries.
toml::array levers_of(const Scenario& scenario, const ScenarioContext& context) {
  toml::array levers;
  const LeverDose* last = nullptr;
  for (const LeverDose& dose : scenario.doses) {
    if (!last || !same_table(*last, dose)) {
      toml::table lever{
          {"id", context.catalogue.entries[static_cast<std::size_t>(dose.entry)].id},
          {"regions", toml::array{context.dimensions.regions[static_cast<std::size_t>(dose.region.index)].id}},
          {"dose", toml::table{}}};
      lever["dose"].as_table()->is_inline(true);
      toml::array industries;
      for (const IndustryId industry : dose.industries)
        industries.push_back(context.dimensions.industries[static_cast<std::size_t>(industry.index)].id);
      if (!industries.empty()) lever.insert("industries", industries);
      levers.push_back(std::move(lever));
    }
    levers.back().as_table()->get("dose")->as_table()->insert(std::to_string(dose.year), dose.amount);
    last = &dose;
  }
  return levers;
}

void write(std::ostream& text, const std::string& section, const toml::node& value) {
  toml::table whole;
  if (const auto* table = value.as_table()) whole.insert(section, *table);
  if (const auto* list = value.as_array()) whole.insert(section, *list);
  text << toml::toml_formatter{whole} << "\n\n";
}

}  // namespace

std::string expanded_text(const Scenario& scenario, const ScenarioContext& context) {
  std::ostringstream text;
  write(text, "scenario", head_of(scenario));
  if (!scenario.baseline.empty()) {
    write(text, "closures", closures_of(scenario.closures));
    if (!scenario.doses.empty()) write(text, "lever", levers_of(scenario, context));
  }
  toml::table beliefs;
  for (const ParameterOverride& belief : scenario.parameters) beliefs.insert(belief.key, belief.value);
  if (!beliefs.empty()) write(text, "parameters", beliefs);
  std::string whole = text.str();
  while (whole.ends_with("\n\n")) whole.pop_back();
  return whole;
}

}  // namespace drivkraft
