#pragma once

#include <string>
#include <vector>

namespace drivkraft {

/// One member of a dimension: the id used in files, and its names.
struct Label {
  std::string id;
  std::string name_da;
  std::string name_en;
};

/// A position of strength is no industry: it holds a part of the jobs of some.
struct StrengthPosition {
  std::string id;
  std::vector<double> share_of_jobs;  // by industry
};

/// The sizes and labels of an economy. Everything comes from data; nothing may assume a size.
struct Dimensions {
  std::vector<Label> regions;
  std::vector<Label> industries;  // also the products: one product an industry
  std::vector<Label> educations;
  std::vector<Label> practices;  // that firms adopt: digital, automation, innovation, green
  int lowest_education = 0;      // with which people are born; the file's first
  std::vector<bool> higher;      // by education: in the higher bundle (short, medium, long cycle)
  std::vector<StrengthPosition> strength_positions;
  int base_year = 2018;
  int trend_year = 2040;  // the trend's growth a worker holds on average from base_year to here

  [[nodiscard]] int region_count() const { return static_cast<int>(regions.size()); }
  [[nodiscard]] int industry_count() const { return static_cast<int>(industries.size()); }
  [[nodiscard]] int education_count() const { return static_cast<int>(educations.size()); }
};

inline constexpr int sex_count = 2;     // women, men
inline constexpr int age_count = 100;   // 0..99, the last is 99 and over
inline constexpr int sector_count = 4;  // households, firms, government, abroad
inline constexpr int use_count = 4;     // consumption, government, investment, visitors

/// Taxed final uses, in the order of final_tax_rate.
enum class Use { consumption, government, investment, visitors };
/// Sectors, in the order of net_lending.
enum class Sector { households, firms, government, abroad };

/// Ids of one list of labels, for messages.
[[nodiscard]] inline std::vector<std::string> ids_of(const std::vector<Label>& labels) {
  std::vector<std::string> ids;
  ids.reserve(labels.size());
  for (const Label& label : labels) ids.push_back(label.id);
  return ids;
}

}  // namespace drivkraft
