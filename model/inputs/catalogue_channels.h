#pragma once

#include <string>

#include "inputs/catalogue_numbers.h"

namespace drivkraft {

/// One [[lever.channel]] table, added to the channels of `entry`. `lever` names the entry in messages.
void read_channel(const CatalogueContext& in, const TomlValue& table, const std::string& lever, LeverEntry& entry);

}  // namespace drivkraft
