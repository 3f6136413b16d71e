#include <cmath>
#include <vector>

#include "calibration/reconcile.h"
#include "calibration/steps.h"

namespace drivkraft::calibration {

namespace {

/// The national table as one array: domestic products, imported products and product taxes by industry and final use.
/// Its margins are what balancing must meet; cells are read and written in one order.
class UseTable {
 public:
  explicit UseTable(BaseTables& tables)
      : tables_(tables),
        products_(tables.dimensions.industry_count()),
        finals_{&tables.private_consumption, &tables.public_consumption, &tables.investment, &tables.inventories,
                &tables.visitors} {}

  [[nodiscard]] int rows() const { return 2 * products_ + 1; }
  [[nodiscard]] int columns() const { return products_ + static_cast<int>(finals_.size()) + 1; }

  double& cell(int row, int column) {
    const bool domestic = row < products_, tax = row == 2 * products_;
    const IndustryId product{row % products_};
    if (column < products_) {
      if (tax) return tables_.product_taxes_on_inputs({column});
      return domestic ? tables_.domestic_inputs(product, {column}) : tables_.imported_inputs(product, {column});
    }
    const auto final = static_cast<std::size_t>(column - products_);
    if (final == finals_.size())
      return domestic && !tax ? tables_.exports(product) : none_;  // exports are domestic, untaxed
    if (tax) return finals_[final]->product_taxes;
    return domestic ? finals_[final]->domestic(product) : finals_[final]->imported(product);
  }

  [[nodiscard]] std::string row_name(int row) const {
    if (row == 2 * products_) return "product_taxes";
    return tables_.dimensions.industries[static_cast<std::size_t>(row % products_)].id +
           (row < products_ ? " domestic" : " imported");
  }
  [[nodiscard]] std::string column_name(int column) const {
    static const std::vector<std::string> names{"private_consumption", "public_consumption",   "investment",
                                                "inventories",         "visitors_consumption", "exports"};
    return column < products_ ? tables_.dimensions.industries[static_cast<std::size_t>(column)].id
                              : names[static_cast<std::size_t>(column - products_)];
  }

 private:
  BaseTables& tables_;
  int products_;
  std::vector<BaseTables::FinalUse*> finals_;
  double none_ = 0.0;
};

double regional_total(const Table<MioDkkUnit, RegionId, IndustryId>& table, int industry) {
  double total = 0.0;
  for (int r = 0; r < table.size(0); ++r) total += table({r}, {industry});
  return total;
}

/// Largest difference between a product's supply (inputs, taxes and regional value added) and its use, over output.
double imbalance(UseTable& table, const BaseTables& tables) {
  double worst = 0.0;
  for (int j = 0; j < tables.dimensions.industry_count(); ++j) {
    double supply = regional_total(tables.value_added, j), use = 0.0;
    for (int row = 0; row < table.rows(); ++row) supply += table.cell(row, j);
    for (int column = 0; column < table.columns(); ++column) use += table.cell(j, column);
    if (supply != 0.0 || use != 0.0)
      worst = std::max(worst, std::abs(supply - use) / std::max(std::abs(supply), std::abs(use)));
  }
  return worst;
}

/// Margins: every industry keeps the ratio of output to value added that the table shows, at the regional accounts'
/// value added; imports and taxes keep their totals; final uses share the rest in proportion.
void balance(UseTable& table, BaseTables& tables) {
  const int industries = tables.dimensions.industry_count();
  Margin rows, columns;
  std::vector<double> cells, output(static_cast<std::size_t>(industries), 0.0);
  double all_value_added = 0.0, other_rows = 0.0, final_use = 0.0;
  for (int j = 0; j < industries; ++j) {
    double use = 0.0, inputs = 0.0;
    for (int column = 0; column < table.columns(); ++column) use += table.cell(j, column);
    for (int row = 0; row < table.rows(); ++row) inputs += table.cell(row, j);
    const double value_added = regional_total(tables.value_added, j), old_value_added = use - inputs;
    if (!(old_value_added > 0.0) && value_added > 0.0) {
      contradiction("io_use_7regions.csv",
                    tables.dimensions.industries[j].id +
                        ": inputs and taxes exceed output, but the regional accounts have value added");
    }
    output[j] = old_value_added > 0.0 ? use * value_added / old_value_added : use;
    all_value_added += value_added;
    rows.targets.push_back(output[j]);
    columns.targets.push_back(output[j] - value_added);
  }
  for (int row = industries; row < table.rows(); ++row) {
    double total = 0.0;
    for (int column = 0; column < table.columns(); ++column) total += table.cell(row, column);
    rows.targets.push_back(total);
    other_rows += total;
  }
  for (int column = industries; column < table.columns(); ++column) {
    double total = 0.0;
    for (int row = 0; row < table.rows(); ++row) total += table.cell(row, column);
    columns.targets.push_back(total);
    final_use += total;
  }
  for (int column = industries; column < table.columns(); ++column)
    columns.targets[column] *= (all_value_added + other_rows) / final_use;
  for (int row = 0; row < table.rows(); ++row) {
    rows.names.push_back(table.row_name(row));
    for (int column = 0; column < table.columns(); ++column) cells.push_back(table.cell(row, column));
  }
  for (int column = 0; column < table.columns(); ++column) columns.names.push_back(table.column_name(column));
  const Reconciled result = reconcile("io_use_7regions.csv", cells, rows, columns);
  std::size_t at = 0;
  for (int row = 0; row < table.rows(); ++row) {
    for (int column = 0; column < table.columns(); ++column, ++at) {
      table.cell(row, column) = result.cells[at];
    }
  }
}

/// Exports by region add to the national table's.
void scale_regional_exports(BaseTables& tables, BaseYear& base) {
  AdjustmentMeter meter("exports_by_region.csv", "mio_dkk");
  for (int i = 0; i < tables.dimensions.industry_count(); ++i) {
    const double national = tables.exports({i}), regional = regional_total(tables.regional_exports, i);
    if (regional == 0.0 && national > 0.0) {
      contradiction("exports_by_region.csv",
                    tables.dimensions.industries[i].id + ": no region exports what the nation exports");
    }
    for (int r = 0; r < tables.regional_exports.size(0); ++r) {
      double& cell = tables.regional_exports({r}, {i});
      const double before = cell;
      if (regional > 0.0) cell *= national / regional;
      meter.note(before, cell);
    }
  }
  base.adjustments.push_back(meter.result());
}

}  // namespace

BaseTables reconciled(const BaseTables& tables, BaseYear& base) {
  constexpr double rounding = 1e-9;
  BaseTables balanced = tables;
  UseTable table(balanced);
  AdjustmentMeter meter("io_use_7regions.csv", "mio_dkk");
  if (imbalance(table, balanced) > rounding) {
    BaseTables before = tables;
    UseTable old(before);
    balance(table, balanced);
    for (int row = 0; row < table.rows(); ++row) {
      for (int column = 0; column < table.columns(); ++column)
        meter.note(old.cell(row, column), table.cell(row, column));
    }
  }
  base.adjustments.push_back(meter.result());
  scale_regional_exports(balanced, base);
  return balanced;
}

}  // namespace drivkraft::calibration
