#pragma once

#include <string>

#include "economy/base_tables.h"
#include "economy/base_year.h"
#include "economy/parameters.h"

// The steps of calibrate(), in their order; each fills its part of the BaseYear from the tables and the parts before.
namespace drivkraft::calibration {

/// National table whose supply equals use and whose value added is that of the regional accounts (GRAS where they
/// disagree by more than rounding), and exports by region that add to it.                           (BY-10)
[[nodiscard]] BaseTables reconciled(const BaseTables& tables, BaseYear& base);

// Each set_ function fills what its equations of model/README.md, section 2, define; money is mio. DKK at base-year
// prices. They throw InputError where tables contradict each other, naming region and industry.

/// x0 = va0 / v; alpha, v, tau and production taxes as ratios to national output or value added.        (BY-1)
void set_production(const BaseTables& tables, BaseYear& base);

/// L0, w0 (labour share at most calibration.labour_share_cap), thL, omega0.                             (BY-6)
void set_labour(const BaseTables& tables, const Parameters& central, BaseYear& base);

/// Labour force [persons] from participation and people, commuting shares, employed residents, unemployment. (BY-6)
void set_people(const BaseTables& tables, BaseYear& base);

/// K0, I0 = s (delta + g_K) K0 with the table's total, capital_units = 1 / s.                           (BY-7)
void set_capital(const BaseTables& tables, double capital_growth, BaseYear& base);

/// C0 by disposable income, G0 by people, inventories by value added, visitors' foreign products by their spending;
/// tax rates of final uses.                                                                             (BY-2)
void set_final_demand(const BaseTables& tables, BaseYear& base);

/// E0 with visitors; what exceeds calibration.export_output_cap of output goes to other regions by room. (BY-4)
void set_exports(const BaseTables& tables, const Parameters& central, BaseYear& base);

/// C0 and G0 of local products placed where they are supplied; mu, D0.                            (BY-2, BY-3)
void set_use(const BaseTables& tables, BaseYear& base);

/// Gravity of every product at the one decay that gives trade.interregional_share; s0 = T0 / D0.        (BY-5)
void set_trade(const BaseTables& tables, const Parameters& central, BaseYear& base);

/// Tax rate, share of the surplus, benefits and remainder that close disposable income by region.       (BY-8)
void set_households(const BaseTables& tables, BaseYear& base);

/// Records what a step changed: every cell's old and new value goes through `note`.
class AdjustmentMeter {
 public:
  AdjustmentMeter(std::string table, std::string unit)
      : adjustment_{std::move(table), 0.0, 0.0, 0.0, std::move(unit)} {}
  void note(double before, double after);
  [[nodiscard]] const Adjustment& result() const { return adjustment_; }

 private:
  Adjustment adjustment_;
};

/// Throws an InputError about the base-year tables as a whole.
[[noreturn]] void contradiction(const std::string& table, const std::string& message);

}  // namespace drivkraft::calibration
