#include <fmt/format.h>

#include <array>
#include <iostream>
#include <numeric>
#include <string>
#include <vector>

#include "base/checks.h"
#include "drivkraft/commands.h"
#include "drivkraft/danish.h"
#include "drivkraft/load.h"
#include "drivkraft/table_text.h"
#include "results/report_text.h"
#include "simulation/simulate.h"

namespace drivkraft {

namespace {

constexpr std::array watched_fields{Field::real_gdp, Field::employment};
constexpr std::array watched_years{1, 5, 15};  // the first is that of the first dose

/// Scenario less baseline of the watched fields in the watched years, by region.
class Effects : public YearObserver {
 public:
  Effects(int regions, int first_dose) : regions_(regions), first_dose_(first_dose) {
    changes_.assign(watched_fields.size() * watched_years.size() * static_cast<std::size_t>(regions), 0.0);
  }
  void observe(PathKind path, int year, const StateLayout& layout, std::span<const double> cells) override {
    const double sign = path == PathKind::scenario ? 1.0 : -1.0;
    for (std::size_t y = 0; y < watched_years.size(); ++y) {
      if (year != first_dose_ + watched_years[y] - 1) continue;
      for (std::size_t f = 0; f < watched_fields.size(); ++f) {
        const auto all = cells.subspan(layout.offset(watched_fields[f]), layout.cells(watched_fields[f]));
        const std::size_t of_region = all.size() / static_cast<std::size_t>(regions_);
        for (int r = 0; r < regions_; ++r) {
          const auto own = all.subspan(static_cast<std::size_t>(r) * of_region, of_region);
          changes_[at(f, y, r)] += sign * std::accumulate(own.begin(), own.end(), 0.0);
        }
      }
    }
  }
  /// In one region, or beside it; in all of them where the region is -1.
  [[nodiscard]] double change(std::size_t field, std::size_t year, int region, bool beside) const {
    double sum = 0.0;
    for (int r = 0; r < regions_; ++r) {
      if (region < 0 || (r == region) != beside) sum += changes_[at(field, year, r)];
    }
    return sum;
  }

 private:
  [[nodiscard]] std::size_t at(std::size_t field, std::size_t year, int region) const {
    return (field * watched_years.size() + year) * static_cast<std::size_t>(regions_) +
           static_cast<std::size_t>(region);
  }
  int regions_;
  int first_dose_;
  std::vector<double> changes_;
};

/// Shocks whose money comes from the same place run side by side.
std::vector<Effects> run_all(const Model& model, const Inputs& inputs, const std::vector<UnitShock>& shocks) {
  std::vector<Effects> effects;
  effects.reserve(shocks.size());
  for (const UnitShock& shock : shocks)
    effects.emplace_back(model.base().dimensions.region_count(), shock.file.scenario.doses.front().year);
  for (std::size_t financing = 0; financing < financing_names.size(); ++financing) {
    std::vector<Scenario> scenarios;
    std::vector<YearObserver*> observers;
    for (std::size_t k = 0; k < shocks.size(); ++k) {
      const Scenario& scenario = shocks[k].file.scenario;
      if (scenario.closures.financing != static_cast<Financing>(financing)) continue;
      scenarios.push_back(scenario);
      observers.push_back(&effects[k]);
    }
    simulate_each(model, central_draw(inputs.parameters, {}), scenarios, inputs.catalogue, observers);
  }
  return effects;
}

std::vector<std::string> columns(Language language) {
  const bool danish = language == Language::danish;
  std::vector<std::string> names = danish ? std::vector<std::string>{"stød", "region", "dosis", "år", "finansiering"}
                                          : std::vector<std::string>{"shock", "region", "dose", "years", "financing"};
  for (const char* what : danish ? std::array{"BNP", "job"} : std::array{"GDP", "jobs"}) {
    for (const char* where : {"", danish ? " andre" : " rest"}) {
      for (const int year : watched_years) names.push_back(fmt::format("{}{} {}", what, where, year));
    }
  }
  return names;
}

std::vector<std::string> row_of(const UnitShock& shock, const Effects& effects, const Inputs& inputs,
                                const MultipliersOptions& options) {
  const Scenario& scenario = shock.file.scenario;
  const LeverDose &first = scenario.doses.front(), &last = scenario.doses.back();
  const LeverEntry& lever = inputs.catalogue.entries[static_cast<std::size_t>(first.entry)];
  const std::string all = options.language == Language::danish ? "alle" : "all";
  std::vector<std::string> row{
      shock.id,
      shock.everywhere ? all : inputs.tables.dimensions.regions[static_cast<std::size_t>(first.region.index)].id,
      number_text(first.amount) + " " + unit_of(lever.dose_unit, options.language),
      first.year == last.year ? std::to_string(first.year) : fmt::format("{}-{}", first.year, last.year),
      financing_names[static_cast<std::size_t>(scenario.closures.financing)]};
  for (std::size_t f = 0; f < watched_fields.size(); ++f) {
    std::vector<double> values;
    for (const bool beside : {false, true}) {
      for (std::size_t y = 0; y < watched_years.size(); ++y)
        values.push_back(effects.change(f, y, shock.everywhere ? -1 : first.region.index, beside));
    }
    const int decimals = sensible_decimals(values, 2);
    for (std::size_t k = 0; k < values.size(); ++k) {
      if (shock.everywhere && k >= watched_years.size())
        row.emplace_back();  // nothing lies beside all regions
      else
        row.push_back(options.format == TableFormat::csv ? number_text(values[k])
                                                         : change_text(values[k], decimals, options.language));
    }
  }
  return row;
}

}  // namespace

int multipliers_command(const Arguments& arguments) {
  const MultipliersOptions options = parse_multipliers(arguments);
  if (options.help) {
    std::cout << multipliers_help();
    return exit_done;
  }
  const std::filesystem::path data = find_data(options.data, {});
  const Inputs inputs = load_inputs(data);
  const Model model{economy_of(inputs, inputs.central), inputs.central};
  Problems problems;
  const std::vector<UnitShock> shocks = load_unit_shocks(inputs, model.base(), data, problems);
  if (!problems.empty()) {
    std::cerr << text_of(problems, options.language) << '\n';
    return exit_input;
  }
  const std::vector<Effects> effects = run_all(model, inputs, shocks);
  TextTable table{.columns = columns(options.language), .numbers = {false, false, true, false, false}, .rows = {}};
  table.numbers.resize(table.columns.size(), true);
  for (std::size_t k = 0; k < shocks.size(); ++k) table.rows.push_back(row_of(shocks[k], effects[k], inputs, options));
  std::cout << table_text(table, options.format);
  return exit_done;
}

}  // namespace drivkraft
