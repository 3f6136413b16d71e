#pragma once

#include <string>

#include "base/errors.h"
#include "results/report.h"

namespace drivkraft {

/// A message or hint in Danish, by the catalogue of danish.cpp; what it does not hold stays English.
[[nodiscard]] std::string danish(const std::string& text);

/// The same problems in a language.
[[nodiscard]] Problems in_language(const Problems& problems, Language language);

/// The whole text of problems in a language, as Problems::text() has it in English.
[[nodiscard]] std::string text_of(const Problems& problems, Language language);

/// Warnings in a language: place, "warning: " and message, the line and the hint; nothing when there are none.
[[nodiscard]] std::string text_of_warnings(const Problems& warnings, Language language);

}  // namespace drivkraft
