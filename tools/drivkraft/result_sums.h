#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "results/result_file.h"

namespace drivkraft {

/// Sums of the series of a result by region and year.
class ResultSums {
 public:
  /// ReadError when the file is no result.
  explicit ResultSums(const std::filesystem::path& path);

  [[nodiscard]] const ResultFile& file() const { return file_; }
  [[nodiscard]] const std::vector<std::string>& regions() const { return regions_; }
  [[nodiscard]] const std::vector<int>& years() const { return years_; }
  [[nodiscard]] bool own_baseline() const { return file_.text_attribute("run", "baseline").empty(); }

  /// Sum of a series in some regions in a year of the run, over its other dimensions; with `by` only where that
  /// dimension has the label at position `label`.
  [[nodiscard]] double sum(const std::string& group, const std::string& series, const std::vector<int>& regions,
                           int year, const std::string& by = {}, std::size_t label = 0) const;
  [[nodiscard]] std::vector<std::string> labels(const std::string& dimension) const;

 private:
  struct Sums {
    std::size_t labels = 1;
    std::vector<double> values;  // year, region, label
  };
  [[nodiscard]] const Sums& sums(const std::string& group, const std::string& series, const std::string& by) const;

  ResultFile file_;
  std::vector<std::string> regions_;
  std::vector<int> years_;
  mutable std::map<std::tuple<std::string, std::string, std::string>, Sums> kept_;
};

}  // namespace drivkraft
