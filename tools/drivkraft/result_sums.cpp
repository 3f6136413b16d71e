#include "drivkraft/result_sums.h"

#include <algorithm>

namespace drivkraft {

namespace {

/// Position of a dimension, or the number of dimensions when the variable has none of the name.
std::size_t position(const ResultVariable& variable, const std::string& dimension) {
  const auto found = std::find(variable.dimensions.begin(), variable.dimensions.end(), dimension);
  return static_cast<std::size_t>(found - variable.dimensions.begin());
}

/// Where each cell of a variable falls along one dimension: 0 everywhere when it has none of the name.
struct Along {
  std::size_t size = 1, stride = 1;
  [[nodiscard]] std::size_t at(std::size_t cell) const { return cell / stride % size; }
};

Along along(const ResultVariable& variable, const std::string& dimension) {
  const std::size_t at = position(variable, dimension);
  if (at == variable.dimensions.size()) return {1, 1};
  Along result{variable.sizes[at], 1};
  for (std::size_t k = at + 1; k < variable.sizes.size(); ++k) result.stride *= variable.sizes[k];
  return result;
}

}  // namespace

ResultSums::ResultSums(const std::filesystem::path& path)
    : file_(path), regions_(file_.texts("scenario", "region")), years_(file_.years("scenario")) {}

std::vector<std::string> ResultSums::labels(const std::string& dimension) const {
  return file_.texts("scenario", dimension);
}

const ResultSums::Sums& ResultSums::sums(const std::string& group, const std::string& series,
                                         const std::string& by) const {
  const auto [place, is_new] = kept_.try_emplace({group, series, by});
  Sums& sums = place->second;
  if (!is_new) return sums;
  const ResultVariable variable = file_.read(group, series);
  const Along year = along(variable, "year"), region = along(variable, "region"),
              label = by.empty() ? Along{} : along(variable, by);
  if (year.size != years_.size() || region.size != regions_.size())
    throw ReadError(group + "/" + series + " is no series by year and region");
  if (!by.empty() && position(variable, by) == variable.dimensions.size())
    throw ReadError(group + "/" + series + " has no dimension " + by);
  sums.labels = label.size;
  sums.values.assign(year.size * region.size * label.size, 0.0);
  for (std::size_t cell = 0; cell < variable.values.size(); ++cell) {
    const std::size_t to = (year.at(cell) * region.size + region.at(cell)) * label.size + label.at(cell);
    sums.values[to] += variable.values[cell];
  }
  return sums;
}

double ResultSums::sum(const std::string& group, const std::string& series, const std::vector<int>& regions, int year,
                       const std::string& by, std::size_t label) const {
  const Sums& all = sums(group, series, by);
  const auto t = static_cast<std::size_t>(year - years_.front());
  double total = 0.0;
  for (const int region : regions)
    total += all.values.at((t * regions_.size() + static_cast<std::size_t>(region)) * all.labels + label);
  return total;
}

}  // namespace drivkraft
