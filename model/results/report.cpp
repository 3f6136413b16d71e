#include "results/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "results/indicators.h"
#include "results/report_text.h"

namespace drivkraft {
namespace {

constexpr std::size_t screen_columns = 100;
constexpr std::size_t name_columns = 16;
constexpr std::size_t cost_columns = 12;
constexpr std::size_t most_regions = 8;
constexpr std::size_t most_levers = 5;

struct Row {
  std::string name;
  std::vector<int> regions;
};

struct Column {
  std::string name;
  std::string unit;
  int year = 0;
  std::vector<double> values;  // by row
  int decimals = 0;
};

class Summary {
 public:
  Summary(const Recorder& recorder, const BaseYear& base, const RunDescription& run, Language language)
      : recorder_(recorder), base_(base), run_(run), language_(language), levels_(run.own_baseline()) {}

  std::string text() {
    title();
    if (!levels_) asked();
    table();
    if (!levels_) peaks();
    notes();
    return text_;
  }

 private:
  [[nodiscard]] std::string words(std::string_view english, std::string_view danish) const {
    return std::string(language_ == Language::danish ? danish : english);
  }
  void line(std::string_view content) { text_ += cut(content, screen_columns) + "\n"; }

  void title();
  void asked();
  void lever_line(const std::string& name, const std::string& dose, const std::string& years, double cost);
  void table();
  void header(const std::vector<Column>& columns, std::size_t width);
  void peaks();
  void notes();
  [[nodiscard]] std::string weak_evidence() const;

  [[nodiscard]] std::vector<int> all_regions() const;
  [[nodiscard]] std::vector<Row> rows() const;
  [[nodiscard]] std::vector<int> shown_years() const;
  [[nodiscard]] std::vector<Column> columns(const std::vector<Row>& rows) const;
  [[nodiscard]] double cost_in(const std::vector<int>& regions) const;
  [[nodiscard]] std::pair<double, int> largest_change(Indicator indicator) const;

  const Recorder& recorder_;
  const BaseYear& base_;
  const RunDescription& run_;
  Language language_;
  bool levels_;  // the scenario is its own baseline: show levels
  std::string text_;
};

double total_cost(const LeverUse& lever) {
  return std::accumulate(lever.public_cost.begin(), lever.public_cost.end(), 0.0);
}

/// What a lever was given: the sum, or the largest where a sum says nothing, as of minutes and percent.
std::string dose_text(const LeverUse& lever, Language language) {
  const bool adds_up = lever.unit != DoseUnit::minutes && lever.unit != DoseUnit::percent;
  const auto smaller = [](double a, double b) { return std::abs(a) < std::abs(b); };
  const double dose = adds_up ? lever.total_dose : *std::max_element(lever.doses.begin(), lever.doses.end(), smaller);
  const char* most = language == Language::danish ? " højst" : " at most";
  return number_text(dose, sensible_decimals({dose}, 1), language) + " " + unit_of(lever.unit, language) +
         (adds_up ? "" : most);
}

std::string year_range(int first, int last) {
  return first == last ? std::to_string(first) : fmt::format("{}-{}", first, last);
}

int most_decimals(Indicator indicator, bool is_change) {
  switch (indicator) {
    case Indicator::productivity: return 3;
    case Indicator::unemployment: return is_change ? 3 : 2;
    case Indicator::employment:
    case Indicator::real_gdp: return is_change ? 1 : 0;
  }
  return 0;
}

void Summary::title() {
  line(run_.scenario.name);
  const std::string years = year_range(recorder_.first_year(), recorder_.last_year());
  if (levels_) {
    line(words("This scenario is its own baseline: levels, not changes, ",
               "Scenariet er sit eget grundforløb: niveauer, ikke ændringer, ") +
         years);
  } else {
    line(words("Changes against ", "Ændringer i forhold til ") + run_.scenario.baseline + ", " + years);
  }
  line("");
}

void Summary::lever_line(const std::string& name, const std::string& dose, const std::string& years, double cost) {
  line(fmt::format("  {:<38} {:>22} {:>10} {:>11} {}", cut(name, 38), dose, years,
                   number_text(cost, sensible_decimals({cost}, 1), language_), words("mio. DKK", "mio. kr.")));
}

void Summary::asked() {
  line(words("Asked: lever, dose in total, years, public cost", "Indsats, samlet dosis, år, offentlig udgift"));
  if (run_.levers.empty()) line("  " + words("no lever", "ingen indsats"));
  const bool all = run_.levers.size() <= most_levers;
  const std::size_t shown = all ? run_.levers.size() : most_levers - 1;
  std::vector<LeverUse> levers = run_.levers;
  if (!all) {  // the dearest are shown
    std::stable_sort(levers.begin(), levers.end(),
                     [](const LeverUse& a, const LeverUse& b) { return total_cost(a) > total_cost(b); });
  }
  for (std::size_t k = 0; k < shown; ++k) {
    const LeverUse& lever = levers[k];
    lever_line(language_ == Language::danish ? lever.name_da : lever.name_en, dose_text(lever, language_),
               year_range(lever.first_year, lever.last_year), total_cost(lever));
  }
  if (!all) {
    double rest = 0.0;
    for (std::size_t k = shown; k < levers.size(); ++k) rest += total_cost(levers[k]);
    lever_line(fmt::format("{} {}", levers.size() - shown, words("other levers", "andre indsatser")), "", "", rest);
  }
  line("");
}

std::vector<int> Summary::all_regions() const {
  std::vector<int> regions(base_.dimensions.regions.size());
  std::iota(regions.begin(), regions.end(), 0);
  return regions;
}

/// Every region, or the ones that change most and the others together; at last all of them.
std::vector<Row> Summary::rows() const {
  std::vector<int> order = all_regions();
  const std::size_t shown = order.size() <= most_regions ? order.size() : most_regions - 1;
  if (shown < order.size()) {
    const auto size = [&](int region) {
      const double value =
          levels_ ? level(recorder_, PathKind::baseline, Indicator::real_gdp, recorder_.last_year(), {region})
                  : change(recorder_, Indicator::real_gdp, recorder_.last_year(), {region});
      return std::abs(value);
    };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return size(a) > size(b); });
  }
  std::vector<Row> rows;
  for (std::size_t k = 0; k < shown; ++k) {
    const Label& label = base_.dimensions.regions[static_cast<std::size_t>(order[k])];
    rows.push_back({cut(language_ == Language::danish ? label.name_da : label.name_en, name_columns - 1), {order[k]}});
  }
  if (shown < order.size()) {
    const std::vector<int> rest(order.begin() + static_cast<std::ptrdiff_t>(shown), order.end());
    rows.push_back({fmt::format("{} {}", rest.size(), words("others", "andre")), rest});
  }
  rows.push_back({words("All regions", "Alle regioner"), all_regions()});
  return rows;
}

/// The year after the last dose (or the first year, for levels) and the horizon.
std::vector<int> Summary::shown_years() const {
  const int horizon = recorder_.last_year();
  int near = levels_ ? recorder_.first_year() : horizon;
  if (!levels_ && !run_.levers.empty()) {
    near = recorder_.first_year();
    for (const LeverUse& lever : run_.levers) near = std::max(near, lever.last_year + 1);
  }
  near = std::min(near, horizon);
  return near == horizon ? std::vector<int>{horizon} : std::vector<int>{near, horizon};
}

std::vector<Column> Summary::columns(const std::vector<Row>& rows) const {
  std::vector<Column> columns;
  for (const Indicator indicator : all_indicators) {
    std::vector<double> of_indicator;
    const std::size_t first = columns.size();
    for (const int year : shown_years()) {
      Column column{name_of(indicator, language_), unit_of(indicator, !levels_, language_), year, {}, 0};
      for (const Row& row : rows) {
        column.values.push_back(levels_ ? level(recorder_, PathKind::baseline, indicator, year, row.regions)
                                        : change(recorder_, indicator, year, row.regions));
      }
      of_indicator.insert(of_indicator.end(), column.values.begin(), column.values.end());
      columns.push_back(std::move(column));
    }
    const int decimals = sensible_decimals(of_indicator, most_decimals(indicator, !levels_));
    for (std::size_t k = first; k < columns.size(); ++k) columns[k].decimals = decimals;
  }
  return columns;
}

double Summary::cost_in(const std::vector<int>& regions) const {
  double cost = 0.0;
  for (const LeverUse& lever : run_.levers) {
    for (const int region : regions) cost += lever.public_cost.at(static_cast<std::size_t>(region));
  }
  return cost;
}

void Summary::header(const std::vector<Column>& columns, std::size_t width) {
  const std::size_t years = columns.size() / all_indicators.size();
  std::string names(name_columns, ' ');
  std::string units = names;
  std::string years_line = names;
  for (std::size_t k = 0; k < columns.size(); ++k) {
    if (k % years == 0) {
      names += fmt::format("{:>{}}", columns[k].name, width * years);
      units += fmt::format("{:>{}}", columns[k].unit, width * years);
    }
    years_line += fmt::format("{:>{}}", columns[k].year, width);
  }
  if (!levels_) {
    names += fmt::format("{:>{}}", words("Public cost", "Udgift"), cost_columns);
    units += fmt::format("{:>{}}", words("mio. DKK", "mio. kr."), cost_columns);
    years_line += fmt::format("{:>{}}", words("all years", "alle år"), cost_columns);
  }
  line(names);
  line(units);
  line(years_line);
}

void Summary::table() {
  const std::vector<Row> all_rows = rows();
  const std::vector<Column> all_columns = columns(all_rows);
  const std::size_t room = screen_columns - name_columns - (levels_ ? 0 : cost_columns);
  const std::size_t width = room / all_columns.size();
  header(all_columns, width);
  std::vector<double> costs;
  costs.reserve(all_rows.size());
  for (const Row& row : all_rows) costs.push_back(cost_in(row.regions));
  const int cost_decimals = sensible_decimals(costs, 1);
  for (std::size_t r = 0; r < all_rows.size(); ++r) {
    std::string content = fmt::format("{:<{}}", all_rows[r].name, name_columns);
    for (const Column& column : all_columns) {
      const double value = column.values[r];
      content += fmt::format(
          "{:>{}}",
          levels_ ? number_text(value, column.decimals, language_) : change_text(value, column.decimals, language_),
          width);
    }
    if (!levels_) content += fmt::format("{:>{}}", number_text(costs[r], cost_decimals, language_), cost_columns);
    line(content);
  }
  line("");
}

std::pair<double, int> Summary::largest_change(Indicator indicator) const {
  std::pair<double, int> largest{0.0, recorder_.first_year()};
  for (int year = recorder_.first_year(); year <= recorder_.last_year(); ++year) {
    const double value = change(recorder_, indicator, year, all_regions());
    if (std::abs(value) > std::abs(largest.first)) largest = {value, year};
  }
  return largest;
}

void Summary::peaks() {
  std::string content = words("Largest change in all regions:", "Størst i alle regioner:");
  for (const Indicator indicator : {Indicator::employment, Indicator::real_gdp}) {
    const auto [value, year] = largest_change(indicator);
    const int decimals = sensible_decimals({value}, most_decimals(indicator, true));
    content += fmt::format("{} {} {} {} ({})", indicator == Indicator::employment ? "" : ",",
                           in_a_sentence(indicator, language_), change_text(value, decimals, language_),
                           unit_of(indicator, true, language_), year);
  }
  line(content);
}

/// How much of the answer rests on evidence of grade C or D; nothing where that is not known.
std::string Summary::weak_evidence() const {
  if (!run_.evaluation || std::isnan(run_.evaluation->weak_gdp_share)) return {};
  const auto percent = [&](double share) { return number_text(100.0 * share, 0, language_); };
  return fmt::format("; {}: {}% {}, {}% {}, {}", words("grade C-D", "evidens C-D"),
                     percent(run_.evaluation->weak_gdp_share), words("of GDP", "af BNP"),
                     percent(run_.evaluation->weak_jobs_share), words("of jobs", "af job"),
                     run_.evaluation->headline_year);
}

void Summary::notes() {
  const int base_year = base_.dimensions.base_year;
  const std::string priced = levels_ ? words("GDP is", "BNP er") : words("GDP and public cost are", "BNP og udgift er");
  line(words("Productivity is value added (volume) per employed person; ",
             "Produktivitet er værditilvækst (mængde) pr. beskæftiget; ") +
       priced + words(" at ", " i ") + std::to_string(base_year) + words(" prices.", "-priser."));
  line(words("Employment is counted at the workplace, unemployment among residents.",
             "Beskæftigelse opgøres på arbejdsstedet, ledighed efter bopæl."));
  if (!levels_) {
    const Closures& closures = run_.scenario.closures;
    line(fmt::format("{}: wages {}, capital {}, migration {}, financing {}", words("Closures", "Lukninger"),
                     wage_closure_names.at(static_cast<std::size_t>(closures.wages)),
                     capital_closure_names.at(static_cast<std::size_t>(closures.capital)),
                     migration_closure_names.at(static_cast<std::size_t>(closures.migration)),
                     financing_names.at(static_cast<std::size_t>(closures.financing))));
    const std::string held = held_blocks(closures.hold);
    if (!held.empty()) line(words("Held on the baseline's path: ", "Holdt på grundforløbet: ") + held);
  }
  if (run_.input_cells > 0) {
    const double share = 100.0 * static_cast<double>(run_.assumed_cells) / static_cast<double>(run_.input_cells);
    line(fmt::format("{}: {} {} {} ({}%){}", words("Assumed cells of the data", "Antagne celler i data"),
                     number_text(static_cast<double>(run_.assumed_cells), 0, language_), words("of", "af"),
                     number_text(static_cast<double>(run_.input_cells), 0, language_), number_text(share, 1, language_),
                     weak_evidence()));
  }
  text_ += words("Result: ", "Resultat: ") + run_.result_path + "\n";
}

}  // namespace

std::string terminal_summary(const Recorder& recorder, const BaseYear& base, const RunDescription& run,
                             Language language) {
  recorder.require_complete();
  return Summary(recorder, base, run, language).text();
}

}  // namespace drivkraft
