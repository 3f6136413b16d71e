#include "results/catalogue.h"

#include <array>
#include <stdexcept>

namespace drivkraft {
namespace {

struct DimensionName {
  std::string_view id;
  std::string_view label;
  std::string_view label_da;
};

constexpr std::array dimension_names{
    DimensionName{"year", "Year", "År"},
    DimensionName{"region", "Region", "Region"},
    DimensionName{"region_origin", "Region where the product is made", "Region, hvor varen er fremstillet"},
    DimensionName{"region_residence", "Region where people live", "Bopælsregion"},
    DimensionName{"industry", "Industry", "Branche"},
    DimensionName{"product", "Product (one for each industry)", "Vare (en for hver branche)"},
    DimensionName{"education", "Highest completed education", "Højeste fuldførte uddannelse"},
    DimensionName{"sector", "Institutional sector", "Institutionel sektor"},
    DimensionName{"use", "Taxed final use", "Beskattet endelig anvendelse"},
    DimensionName{"parameter", "Key of the parameter", "Parameterens nøgle"},
    DimensionName{"input_file", "File that the run read", "Fil, som kørslen læste"},
    DimensionName{"lever", "Lever of the scenario", "Scenariets indsats"},
    DimensionName{"table", "Table of the base-year accounts", "Tabel i basisårets regnskab"},
};

// In the order of Sector and Use.
const std::vector<std::string> sector_ids{"households", "firms", "government", "abroad"};
const std::vector<std::string> use_ids{"consumption", "government", "investment", "visitors"};
static_assert(sector_count == 4 && use_count == 4);

bool is_internal(const FieldInfo& field) {
  return field.equation.empty() && field.label_da.empty();
}

}  // namespace

const std::vector<FieldInfo>& exported_fields() {
  static const std::vector<FieldInfo> fields = [] {
    std::vector<FieldInfo> exported;
    for (const FieldInfo& field : state_fields) {
      if (!is_internal(field)) exported.push_back(field);
    }
    return exported;
  }();
  return fields;
}

VariableInfo describe(const FieldInfo& field) {
  VariableInfo info;
  info.name = field.name;
  info.dimensions.emplace_back("year");
  for (const Axis axis : field.axes) {
    if (axis != Axis::none) info.dimensions.emplace_back(axis_names[static_cast<std::size_t>(axis)]);
  }
  info.unit = field.unit;
  info.label = field.label;
  info.label_da = field.label_da;
  info.equation = field.equation;
  return info;
}

std::vector<std::string> dimension_labels(const Dimensions& dimensions, std::string_view dimension) {
  if (dimension.starts_with("region")) return ids_of(dimensions.regions);
  if (dimension == "industry" || dimension == "product") return ids_of(dimensions.industries);
  if (dimension == "education") return ids_of(dimensions.educations);
  if (dimension == "sector") return sector_ids;
  if (dimension == "use") return use_ids;
  throw std::logic_error("no dimension is called " + std::string(dimension));
}

VariableInfo describe_dimension(std::string_view dimension) {
  for (const DimensionName& name : dimension_names) {
    if (name.id == dimension) {
      return {std::string(dimension),  {std::string(dimension)},   "",
              std::string(name.label), std::string(name.label_da), ""};
    }
  }
  throw std::logic_error("no dimension is called " + std::string(dimension));
}

}  // namespace drivkraft
