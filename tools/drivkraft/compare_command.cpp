#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <numeric>
#include <string>
#include <vector>

#include "base/checks.h"
#include "drivkraft/commands.h"
#include "drivkraft/result_sums.h"
#include "drivkraft/table_text.h"
#include "results/indicators.h"
#include "results/report_text.h"

namespace drivkraft {

namespace {

/// A result with the name its column gets.
struct Compared {
  ResultSums result;
  std::string name;
};

std::vector<Compared> read_all(const std::vector<std::filesystem::path>& files) {
  std::vector<Compared> all;
  all.reserve(files.size());
  for (const auto& file : files) all.push_back({ResultSums{file}, file.stem().string()});
  const bool same_names =
      std::any_of(all.begin() + 1, all.end(), [&](const Compared& each) { return each.name == all.front().name; });
  for (std::size_t k = 0; same_names && k < all.size(); ++k)
    all[k].name = (files[k].parent_path().filename() / files[k].stem()).string();
  for (const Compared& each : all) {
    if (each.result.regions() != all.front().result.regions())
      throw ReadError(fmt::format("{} and {} have different regions", all.front().name, each.name));
  }
  return all;
}

/// The years that all results have; those asked for must be among them.
std::vector<int> years_of(const std::vector<Compared>& all, const CompareOptions& options) {
  int last = all.front().result.years().back();
  for (const Compared& each : all) last = std::min(last, each.result.years().back());
  const int first = all.front().result.years().front();
  for (const int year : options.years) {
    if (year < first || year > last)
      throw UsageError{fmt::format("--years {}: the results share the years {} to {}", year, first, last)};
  }
  if (!options.years.empty()) return options.years;
  std::vector<int> years;
  for (int year = options.format == TableFormat::csv ? first : last; year <= last; ++year) years.push_back(year);
  return years;
}

double change_in(const ResultSums& result, Indicator indicator, const std::vector<int>& regions, int year) {
  const auto of = [&](const std::string& group) {
    return [&, group](Field field) {
      return result.sum(group, std::string{state_fields[static_cast<std::size_t>(field)].name}, regions, year);
    };
  };
  return change(indicator, of("scenario"), of("baseline"));
}

struct Place {
  std::string name;
  std::vector<int> regions;
};

std::vector<Place> places_of(const ResultSums& result, Language language) {
  std::vector<Place> places;
  places.reserve(result.regions().size() + 1);
  std::vector<int> all(result.regions().size());
  std::iota(all.begin(), all.end(), 0);
  for (const int region : all) places.push_back({result.regions()[static_cast<std::size_t>(region)], {region}});
  places.push_back({language == Language::danish ? "alle" : "all", all});
  return places;
}

/// A row for each indicator, region and year: the change of each scenario against its baseline, and how much more it is
/// than that of the first.
TextTable comparison(const std::vector<Compared>& all, const CompareOptions& options) {
  const bool danish = options.language == Language::danish;
  const bool exact = options.format == TableFormat::csv;
  TextTable table;
  table.columns = danish ? std::vector<std::string>{"indikator", "region", "år", "enhed"}
                         : std::vector<std::string>{"indicator", "region", "year", "unit"};
  table.numbers = {false, false, true, false};
  for (const Compared& each : all) table.columns.push_back(each.name);
  for (std::size_t k = 1; k < all.size(); ++k) table.columns.push_back(all[k].name + " - " + all.front().name);
  table.numbers.resize(table.columns.size(), true);
  const std::vector<int> years = years_of(all, options);
  for (const Indicator indicator : all_indicators) {
    for (const Place& place : places_of(all.front().result, options.language)) {
      for (const int year : years) {
        std::vector<double> values;
        values.reserve(2 * all.size());
        for (const Compared& each : all) values.push_back(change_in(each.result, indicator, place.regions, year));
        for (std::size_t k = 1; k < all.size(); ++k) values.push_back(values[k] - values[0]);
        std::vector<std::string> row{name_of(indicator, options.language), place.name, std::to_string(year),
                                     unit_of(indicator, true, options.language)};
        const int decimals = sensible_decimals(values, 3);
        for (const double value : values)
          row.push_back(exact ? number_text(value) : change_text(value, decimals, options.language));
        table.rows.push_back(std::move(row));
      }
    }
  }
  return table;
}

/// Results of other inputs differ for other reasons than their scenarios; that is said, not forbidden.
void warn_of_other_baselines(const std::vector<Compared>& all, Language language) {
  const ResultVariable first = all.front().result.file().read("baseline", "real_gdp");
  for (const Compared& each : all) {
    const ResultVariable other = each.result.file().read("baseline", "real_gdp");
    const std::size_t shared = std::min(first.values.size(), other.values.size());
    if (std::equal(first.values.begin(), first.values.begin() + static_cast<std::ptrdiff_t>(shared),
                   other.values.begin()))
      continue;
    std::cerr << fmt::format(
        fmt::runtime(language == Language::danish
                         ? "{} og {} har forskellige grundforløb: andre data, antagelser eller år\n"
                         : "{} and {} have different baselines: other data or beliefs\n"),
        all.front().name, each.name);
  }
}

}  // namespace

int compare_command(const Arguments& arguments) {
  const CompareOptions options = parse_compare(arguments);
  if (options.help) {
    std::cout << compare_help();
    return exit_done;
  }
  const std::vector<Compared> all = read_all(options.results);
  warn_of_other_baselines(all, options.language);
  std::cout << table_text(comparison(all, options), options.format);
  return exit_done;
}

}  // namespace drivkraft
