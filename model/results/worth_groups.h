#pragma once

// Internal to results/: the groups that say what a scenario's levers are worth and how the answer comes about.

#include "economy/dimensions.h"
#include "economy/evaluation.h"
#include "economy/gross_to_net.h"
#include "results/hdf5_layer.h"

namespace drivkraft {

/// /evaluation: the package and each lever.
void write_evaluation(hdf5::hid_t file, const EvaluationTable& table, const Dimensions& dimensions);

/// /explanation/waterfall: from gross to net.
void write_waterfall(hdf5::hid_t file, const GrossToNet& gross_to_net, int first_year, int year_count);

}  // namespace drivkraft
