#include "results/indicators.h"

namespace drivkraft {
namespace {

/// Sum of a field whose first axis is the region.
double sum(const Recorder& recorder, PathKind path, Field field, int year, const std::vector<int>& regions) {
  const std::size_t region_count = recorder.layout().cells(Field::real_gdp);
  const auto cells = recorder.cells(path, field, year);
  const std::size_t in_one = cells.size() / region_count;
  double total = 0.0;
  for (const int region : regions) {
    for (const double value : cells.subspan(static_cast<std::size_t>(region) * in_one, in_one)) total += value;
  }
  return total;
}

SumOf sums(const Recorder& recorder, PathKind path, int year, const std::vector<int>& regions) {
  return [&recorder, path, year, &regions](Field field) { return sum(recorder, path, field, year, regions); };
}

}  // namespace

double level(Indicator indicator, const SumOf& of) {
  const auto ratio = [](double part, double whole) { return whole == 0.0 ? 0.0 : part / whole; };
  switch (indicator) {
    case Indicator::productivity: return ratio(of(Field::value_added), of(Field::employment));
    case Indicator::employment: return of(Field::employment);
    case Indicator::unemployment: {
      const double labour_force = of(Field::labour_force);
      return 100.0 * ratio(labour_force - of(Field::employed_residents), labour_force);
    }
    case Indicator::real_gdp: return of(Field::real_gdp);
  }
  return 0.0;
}

double change(Indicator indicator, const SumOf& of_scenario, const SumOf& of_baseline) {
  const double scenario = level(indicator, of_scenario);
  const double baseline = level(indicator, of_baseline);
  if (indicator != Indicator::productivity) return scenario - baseline;
  return baseline == 0.0 ? 0.0 : 100.0 * (scenario / baseline - 1.0);
}

double level(const Recorder& recorder, PathKind path, Indicator indicator, int year, const std::vector<int>& regions) {
  return level(indicator, sums(recorder, path, year, regions));
}

double change(const Recorder& recorder, Indicator indicator, int year, const std::vector<int>& regions) {
  return change(indicator, sums(recorder, PathKind::scenario, year, regions),
                sums(recorder, PathKind::baseline, year, regions));
}

}  // namespace drivkraft
