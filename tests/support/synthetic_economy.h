#pragma once

#include "economy/base_tables.h"
#include "economy/parameters.h"

namespace drivkraft::test {

/// Cells that are zero in the base year, for tests that they stay zero. The real base year has none.
struct ZeroCells {
  bool industry = false;   // the first industry is absent from the last region
  bool product = false;    // and the second product has no other user: nobody uses it in the last region
  bool education = false;  // nobody in the last region holds the last education, and nobody works there with it
};

/// A made-up economy of any size whose accounts are consistent as model/README.md wants them: supply equals use for
/// every product, jobs equal commuters equal employed residents, labour shares below 0.85, unemployment 3-6%, household
/// accounts that close, travel times that are a metric. The last fifth of the industries (at least one) makes local
/// products. The same arguments give the same bits everywhere. Zero cells need three regions, six industries
/// and two educations.
///
/// Interregional shares of 0.25 can be reached from two regions on; one region has no trade between regions.
[[nodiscard]] BaseTables synthetic_tables(int regions, int industries, int educations, unsigned seed,
                                          ZeroCells zero_cells = {});

/// Central values near those of data/parameters/parameters.csv, so that a test of an equation needs no file.
[[nodiscard]] Parameters synthetic_parameters();

}  // namespace drivkraft::test
