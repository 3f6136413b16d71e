#pragma once

#include <string>

#include "support/real_economy.h"

namespace drivkraft::test {

/// Shocks of the behavioural tests start in the third year.
inline constexpr int first_shock = 2;

/// Levers cost households nothing: what demand does, without what paying for it does.
[[nodiscard]] Closures unfinanced();

/// Wages, rental rates and final demand as in the baseline: what is left is input-output.
[[nodiscard]] Closures everything_given();

/// The central draw without growth.
[[nodiscard]] Draw steady_draw();

/// The steady model under a shock.
[[nodiscard]] Run steady_run(int years, const Closures& closures, const Shock& shock);

/// Position of an industry; throws when the name is unknown.
[[nodiscard]] int industry(const BaseYear& base, const std::string& id);

/// A in one region, all industries, times `factor`, lasting.
[[nodiscard]] Shock more_productive(const BaseYear& base, int region, double factor);

/// A part of one region's labour force more, lasting.
[[nodiscard]] Shock more_people(const BaseYear& base, int region, double part);

/// A lasting purchase of one product in one region, mio. DKK a year at purchasers' prices.
[[nodiscard]] Shock purchase(const BaseYear& base, int region, int product, double mio_dkk);

/// Several shocks at once.
[[nodiscard]] Shock together(std::vector<Shock> shocks);

/// Scenario less baseline, summed over all cells.
[[nodiscard]] double change(const Run& run, Field field, int year);

/// Scenario less baseline in one region, in per cent.
[[nodiscard]] double percent(const Model& model, const Run& run, Field field, int year, int region);

}  // namespace drivkraft::test
