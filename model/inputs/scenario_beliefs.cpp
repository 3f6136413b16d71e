#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/checks.h"
#include "inputs/scenario_levers.h"

namespace drivkraft {

namespace {

/// What a unit demands of every value; a value outside the plausible range is a belief and allowed.
std::string belief_broken(const ParameterRow& row, double value) {
  const auto starts = [&](std::string_view with) { return row.unit.starts_with(with); };
  const std::string name = fmt::format("parameter \"{}\"", row.key);
  if (row.distribution == Distribution::lognormal) return check_positive(name, value, row.unit);
  if (starts("share") && row.distribution != Distribution::normal) return check_share(name, value);
  if (starts("switch"))
    return value == 0.0 || value == 1.0 ? std::string{}
                                        : fmt::format("{} is {}, must be 0 or 1", name, number_text(value));
  if (starts("years") && row.low >= 1.0 && !(value >= 1.0))
    return fmt::format("{} is {} years, must be at least 1", name, number_text(value));
  if (row.low >= 0.0 && !starts("proportion")) return check_non_negative(name, value, row.unit);
  return check_finite(name, value, row.unit);
}

}  // namespace

void read_beliefs(const TomlDocument& document, const ScenarioContext& context, Scenario& scenario,
                  Problems& problems) {
  const TomlEntry* section = document.root().find("parameters");
  if (!section) return;
  std::vector<std::string> known;
  for (const ParameterRow& row : context.parameters.rows) known.push_back(row.key);
  for (const TomlEntry& entry : section->value.entries) {
    if (entry.value.kind == TomlKind::table) {
      problems.add(document.place(entry.key_span), fmt::format("\"{}\" in [parameters] is a table", entry.key),
                   "a key with dots stands in quotes: \"wages.epsilon\" = 0.02");
      continue;
    }
    const auto at = choose({entry.key, entry.key_span}, known, "parameter", "[parameters]", document, problems);
    if (!entry.value.is_number()) {
      problems.add(document.place(entry.value.span),
                   fmt::format("parameter \"{}\" is {}, it must be a number", entry.key, kind_name(entry.value.kind)));
      continue;
    }
    if (!at) continue;
    const std::string broken =
        belief_broken(context.parameters.rows[static_cast<std::size_t>(*at)], entry.value.number);
    if (broken.empty()) {
      scenario.parameters.push_back({entry.key, entry.value.number});
    } else {
      problems.add(document.place(entry.value.span), broken);
    }
  }
  // settings of the command line come last, and overlays in any order
  std::sort(scenario.parameters.begin(), scenario.parameters.end(),
            [](const ParameterOverride& a, const ParameterOverride& b) { return a.key < b.key; });
}

}  // namespace drivkraft
