#pragma once

#include <string>

#include "economy/base_tables.h"
#include "economy/base_year.h"
#include "economy/parameters.h"

// The steps of calibrate(), in their order; each fills its part of the BaseYear from the tables and the parts before.
namespace drivkraft::calibration {

/// National table whose supply equals use and whose value added is that of the regional accounts (GRAS where they
/// disagree by more than rounding), and exports by region that add to it.
[[nodiscard]] BaseTables reconciled(const BaseTables& tables, BaseYear& base);

void set_production(const BaseTables& tables, BaseYear& base);                          // (CA-1)
void set_labour(const BaseTables& tables, const Parameters& central, BaseYear& base);   // (CA-6)
void set_people(const BaseTables& tables, BaseYear& base);                              // labour force, adults, ages
void set_capital(const BaseTables& tables, double capital_growth, BaseYear& base);      // (CA-7)
void set_final_demand(const BaseTables& tables, BaseYear& base);                        // (CA-2)
void set_exports(const BaseTables& tables, const Parameters& central, BaseYear& base);  // (CA-4)
void set_use(const BaseTables& tables, BaseYear& base);  // (CA-2, CA-3), local products placed
void set_trade(const BaseTables& tables, const Parameters& central, BaseYear& base);  // (CA-5)
void set_households(const BaseTables& tables, BaseYear& base);                        // (CA-8)

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

/// An InputError about the base-year tables as a whole.
[[noreturn]] void contradiction(const std::string& table, const std::string& message);

}  // namespace drivkraft::calibration
