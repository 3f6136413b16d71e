#include "results/catalogue.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "economy/people_flows.h"

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
    DimensionName{"sex", "Sex", "Køn"},
    DimensionName{"age", "Age on 1 January, the last: and over", "Alder 1. januar, den sidste: og derover"},
    DimensionName{"practice", "Practice that firms adopt", "Praksis, som virksomheder tager i brug"},
    DimensionName{"flow", "Flow of the accounts of people", "Strøm i regnskaberne over personer"},
    DimensionName{"use", "Taxed final use", "Beskattet endelig anvendelse"},
    DimensionName{"parameter", "Key of the parameter", "Parameterens nøgle"},
    DimensionName{"input_file", "File that the run read", "Fil, som kørslen læste"},
    DimensionName{"lever", "Lever of the scenario", "Scenariets indsats"},
    DimensionName{"step", "Step from gross to net, in order", "Trin fra brutto til netto, i rækkefølge"},
    DimensionName{"indicator", "Indicator of the summary", "Sammenfatningens indikator"},
    DimensionName{"table", "Table of the base-year accounts", "Tabel i basisårets regnskab"},
};

// In the order of Sector and Use.
const std::vector<std::string> sector_ids{"households", "firms", "government", "abroad"};
const std::vector<std::string> sex_ids{"F", "M"};
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

std::vector<FieldInfo> exported_fields(const std::vector<std::string>& without) {
  std::vector<FieldInfo> fields;
  std::size_t left_out = 0;
  for (const FieldInfo& field : exported_fields()) {
    if (std::find(without.begin(), without.end(), field.name) == without.end())
      fields.push_back(field);
    else
      ++left_out;
  }
  if (left_out != without.size()) throw std::logic_error("a series to leave out does not exist");
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
  if (dimension == "sex") return sex_ids;
  if (dimension == "practice") return ids_of(dimensions.practices);
  if (dimension == "flow") return {flow_names.begin(), flow_names.end()};
  if (dimension == "age") {
    std::vector<std::string> ages;
    ages.reserve(age_count);
    for (int age = 0; age < age_count; ++age) ages.push_back(std::to_string(age));
    return ages;
  }
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
