#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "economy/dimensions.h"
#include "economy/parameters.h"
#include "economy/scenario.h"
#include "inputs/catalogue_rules.h"
#include "inputs/toml_document.h"

namespace drivkraft {

/// What one file of levers is read against.
struct CatalogueContext {
  const TomlDocument& document;
  const Dimensions& dimensions;
  const ParameterTable& parameters;
  Problems& problems;
};

/// { value, unit, ... } or { parameter }. An empty `unit` accepts any.
[[nodiscard]] SourcedNumber read_number(const CatalogueContext& in, const TomlValue& entry, const std::string& title,
                                        std::string_view unit, NumberRule rule);

/// { shares = { name = share }, ... } over the members of a dimension; what is not named is 0.
[[nodiscard]] std::vector<double> read_shares(const CatalogueContext& in, const TomlValue& entry,
                                              const std::string& title, const std::vector<std::string>& members,
                                              const std::string& what);

}  // namespace drivkraft
