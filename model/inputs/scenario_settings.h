#pragma once

#include <span>

#include "inputs/toml_document.h"

namespace drivkraft {

/// Lays settings over a scenario's document: scenario.KEY, closures.KEY, parameters.KEY (the key may hold dots), and
/// lever.ID.KEY, which changes every [[lever]] table with that id. Later settings win over earlier ones.
void apply_settings(TomlDocument& document, std::span<const Setting> settings, Problems& problems);

/// Settings that change the baseline too: its years are those of the scenario.
[[nodiscard]] bool concerns_baseline(const Setting& setting);

}  // namespace drivkraft
