#pragma once

#include <string>
#include <vector>

namespace drivkraft {

/// What a table's rows or columns must add up to, with the names that messages use.
struct Margin {
  std::vector<std::string> names;
  std::vector<double> targets;
};

/// A table that meets its margins, and how it was reached.
struct Reconciled {
  std::vector<double> cells;  // row-major, as given
  int sweeps = 0;             // passes over rows and columns
  double residual = 0.0;      // largest miss of a row or column, relative to the sum of all absolute targets
};

/// Changes a table as little as possible so that its rows and columns add up to given totals; cells keep their signs
/// and zeros stay zero (GRAS).                                                                       (BY-10)
///
///     x[i,j] = r[i] a[i,j] s[j]     where a > 0,        x[i,j] = a[i,j] / (r[i] s[j])     where a < 0,
///     r[i] = (u[i] + sqrt(u[i]^2 + 4 p[i] n[i])) / (2 p[i]),   p[i] = sum_j a+ s[j],   n[i] = sum_j a- / s[j]
///
/// and s[j] from the column totals v[j] in the same way, in turn until both hold: the smallest sum of
/// |a| z ln(z / e) with z = x / a. cells: rows x columns, row-major; all in the table's own unit.
///
/// Edge rules: a row without positive cells has r = -n / u and needs a negative target; one without negative cells has
/// r = u / p and needs a positive one; a row whose cells have one sign, or that is empty, becomes or stays empty when
/// its target is zero; an empty row with another target is an error. The same holds for columns.
/// Throws InputError about `table`, naming every row and column that cannot meet its target, or saying that the totals
/// of rows and columns differ (by more than 1e-9 of their size), or which total is missed when the zeros of the table
/// leave no solution.
/// Source: Junius and Oosterhaven (2003), Econ. Syst. Res. 15(1); objective as corrected by Lenzen, Wood and Gallego
/// (2007), Econ. Syst. Res. 19(4); edge rules Temurshoev, Miller and Bouwmeester (2013), Econ. Syst. Res. 25(3).
/// Tests: verification/reconcile, property/reconcile, errors/reconcile.
[[nodiscard]] Reconciled reconcile(const std::string& table, const std::vector<double>& cells, const Margin& rows,
                                   const Margin& columns);

}  // namespace drivkraft
