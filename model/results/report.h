#pragma once

#include <string>

#include "economy/base_year.h"
#include "results/recorder.h"
#include "results/run_description.h"

namespace drivkraft {

enum class Language { english, danish };

/// One screen (at most 30 lines of at most 100 columns): what was asked, what changed where, by how much, by when, at
/// what public cost, and where the result is. A file that is its own baseline gets its levels instead of changes.
/// Productivity is value added (volume) over employment; employment counts workplaces, unemployment residents.
[[nodiscard]] std::string terminal_summary(const Recorder& recorder, const BaseYear& base, const RunDescription& run,
                                           Language language = Language::english);

}  // namespace drivkraft
