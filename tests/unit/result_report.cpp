#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "results/report.h"
#include "results/report_text.h"
#include "support/made_up_run.h"

using namespace drivkraft;

namespace {

std::size_t columns_of(const std::string& line) {
  return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

void check_screen(const std::string& text) {
  const std::vector<std::string> lines = lines_of(text);
  CHECK(lines.size() <= 30);
  for (const std::string& line : lines) {
    CAPTURE(line);
    CHECK(columns_of(line) <= 100);
  }
}

/// An economy of many regions in which region r gains 10 r + 1 jobs and mio. DKK in every year.
Recorder many_regions(const Dimensions& dimensions) {
  const StateLayout layout(dimensions);
  Recorder recorder(dimensions);
  for (const PathKind path : {PathKind::baseline, PathKind::scenario}) {
    std::vector<double> state(layout.size(), 1000.0);
    if (path == PathKind::scenario) {
      for (std::size_t r = 0; r < dimensions.regions.size(); ++r) {
        const double gain = 10.0 * static_cast<double>(r) + 1.0;
        state[layout.offset(Field::employment) + r * dimensions.industries.size()] += gain;
        state[layout.offset(Field::real_gdp) + r] += gain;
      }
    }
    recorder.observe(path, 2018, layout, state);
    recorder.observe(path, 2019, layout, state);
  }
  return recorder;
}

}  // namespace

TEST_CASE("the summary says what changed, where, by how much, by when and at what cost", "[results][summary]") {
  const std::string text = terminal_summary(made_up::recorder(), made_up::base_year(), made_up::description());
  check_screen(text);
  CHECK(text == R"(Rådgivning til små virksomheder
Changes against baseline.toml, 2018-2021

Asked: lever, dose in total, years, public cost
  Business advice                                   1,200 firms       2019        42.5 mio. DKK

                      Productivity        Employment      Unemployment          Real GDP Public cost
                                 %           persons percentage points          mio. DKK    mio. DKK
                     2020     2021     2020     2021     2020     2021     2020     2021   all years
North Jutland      +0.009   +0.012    +18.0    +24.0   -0.015   -0.020     +750   +1,000        30.0
Funen              +0.007   +0.009    +18.0    +24.0   -0.014   -0.019     +750   +1,000        12.5
All regions        +0.008   +0.010    +36.0    +48.0   -0.015   -0.019   +1,500   +2,000        42.5

Largest change in all regions: employment +48.0 persons (2021), real GDP +2,000 mio. DKK (2021)
Productivity is value added (volume) per employed person; GDP and public cost are at 2018 prices.
Employment is counted at the workplace, unemployment among residents.
Closures: wages fixed_real, capital adjusting, migration logit, financing none
Held on the baseline's path: migration technology
Assumed cells of the data: 500 of 4,000 (12.5%); grade C-D: 75% of GDP, 50% of jobs, 2021
Result: results/made-up.h5
)");
}

TEST_CASE("the summary speaks Danish", "[results][summary]") {
  const std::string text =
      terminal_summary(made_up::recorder(), made_up::base_year(), made_up::description(), Language::danish);
  check_screen(text);
  CHECK_THAT(
      text,
      Catch::Contains("Erhvervsrådgivning                         1.200 virksomheder       2019        42,5 mio. kr."));
  CHECK_THAT(
      text,
      Catch::Contains(
          "Nordjylland        +0,009   +0,012    +18,0    +24,0   -0,015   -0,020     +750   +1.000        30,0"));
  CHECK_THAT(text, !Catch::Contains("…"));
}

TEST_CASE("doses that do not add up are shown at their largest", "[results][summary]") {
  RunDescription run = made_up::description();
  run.levers[0].unit = DoseUnit::percent;
  run.levers[0].doses[2] = run.levers[0].doses[3] = -10.0;
  run.levers[0].doses[4] = 5.0;
  const std::string text = terminal_summary(made_up::recorder(), made_up::base_year(), run);
  check_screen(text);
  CHECK_THAT(text, Catch::Contains(" -10.0 % at most "));
  run.levers[0].unit = DoseUnit::minutes;
  CHECK_THAT(terminal_summary(made_up::recorder(), made_up::base_year(), run, Language::danish),
             Catch::Contains(" -10,0 minutter højst "));
}

TEST_CASE("numbers of the summary are those of the paths", "[results][summary]") {
  const Recorder recorder = made_up::recorder();
  // Fyn in 2021 (year number 3): value added of cells 3 to 5, shift 0.25 x 4 = 1, see made_up::value.
  const double before = (23300.0 + 24300.0 + 25300.0) / (33000.0 + 34000.0 + 35000.0);
  const double after = (23308.0 + 24308.0 + 25308.0) / (33008.0 + 34008.0 + 35008.0);
  CHECK(change(recorder, Indicator::productivity, 2021, {1}) == Approx(100.0 * (after / before - 1.0)));
  CHECK(change(recorder, Indicator::employment, 2021, {1}) == Approx(24.0));
  CHECK(level(recorder, PathKind::baseline, Indicator::unemployment, 2021, {1}) ==
        Approx(100.0 * (1.0 - (49800.0 + 50700.0) / (52000.0 + 53000.0))));
  CHECK(change(recorder, Indicator::real_gdp, 2021, {0, 1}) == Approx(2000.0));
}

TEST_CASE("a file that is its own baseline is shown with its levels", "[results][summary]") {
  RunDescription run = made_up::description();
  run.scenario.baseline.clear();
  run.levers.clear();
  const std::string text = terminal_summary(made_up::recorder(), made_up::base_year(), run);
  check_screen(text);
  CHECK_THAT(text, Catch::Contains("levels, not changes, 2018-2021"));
  CHECK_THAT(text,
             Catch::Contains(
                 "All regions          0.692     0.702   195,000   195,000      4.17      4.17   149,000   152,000"));
  CHECK_THAT(text, !Catch::Contains("Public cost"));
}

TEST_CASE("many regions and levers still fit one screen and add up", "[results][summary]") {
  Dimensions dimensions = made_up::dimensions();
  dimensions.regions.clear();
  for (int r = 0; r < 98; ++r) {
    const std::string number = std::to_string(r);
    dimensions.regions.push_back({"m" + number, "Kommune " + number, "Municipality of very long name " + number});
  }
  BaseYear base = made_up::base_year();
  base.dimensions = dimensions;
  RunDescription run = made_up::description();
  run.scenario.name = std::string(300, 'n');
  run.levers.assign(9, run.levers.front());
  for (LeverUse& lever : run.levers) lever.public_cost.assign(98, 2.0);
  for (const Language language : {Language::english, Language::danish}) {
    check_screen(terminal_summary(many_regions(dimensions), base, run, language));
  }
  const std::string text = terminal_summary(many_regions(dimensions), base, run, Language::danish);
  CHECK_THAT(text, Catch::Contains("5 andre indsatser"));
  CHECK_THAT(text, Catch::Contains("Kommune 97") && !Catch::Contains("Kommune 90 "));
  CHECK_THAT(text, Catch::Contains("91 andre"));
  // 98 regions gain 10 (0 + ... + 97) + 98 = 47,628 and cost 2 x 9 each
  const std::vector<std::string> lines = lines_of(text);
  const auto total = std::find_if(lines.begin(), lines.end(),
                                  [](const std::string& line) { return line.starts_with("Alle regioner"); });
  REQUIRE(total != lines.end());
  CHECK_THAT(*total, Catch::Contains("+47.628") && Catch::EndsWith(" 1.764"));
}

TEST_CASE("indicators and units are named in both languages", "[results][summary]") {
  CHECK(in_a_sentence(Indicator::productivity, Language::english) == "productivity");
  CHECK(in_a_sentence(Indicator::unemployment, Language::danish) == "ledighed");
  CHECK(unit_of(DoseUnit::percent, Language::danish) == "%");
  CHECK(unit_of(DoseUnit::minutes, Language::english) == "minutes");
  CHECK(unit_of(DoseUnit::minutes, Language::danish) == "minutter");
}

TEST_CASE("nothing that changed prints as a plain zero", "[results][summary]") {
  CHECK(change_text(-0.0004, 3, Language::english) == "0.000");
  CHECK(change_text(0.0004, 3, Language::english) == "0.000");
  CHECK(change_text(-0.0006, 3, Language::english) == "-0.001");
  CHECK(change_text(-0.0, 0, Language::english) == "0");
  CHECK(number_text(-0.3, 0, Language::english) == "0");
  Recorder recorder(made_up::dimensions());
  const StateLayout layout(made_up::dimensions());
  recorder.observe(PathKind::baseline, 2018, layout, std::vector<double>(layout.size(), 5.0));
  recorder.observe(PathKind::scenario, 2018, layout, std::vector<double>(layout.size(), 5.0 - 1e-12));
  const std::string text = terminal_summary(recorder, made_up::base_year(), made_up::description());
  check_screen(text);
  CHECK_THAT(text, !Catch::Contains("-0") && !Catch::Contains("+0"));
}

TEST_CASE("numbers are written the way of the language", "[results][summary]") {
  CHECK(number_text(1234567.891, 1, Language::english) == "1,234,567.9");
  CHECK(number_text(1234567.891, 1, Language::danish) == "1.234.567,9");
  CHECK(change_text(-1234.5, 1, Language::danish) == "-1.234,5");
  CHECK(sensible_decimals({0.0, 0.0}, 3) == 0);
  CHECK(sensible_decimals({0.0123, -4.5}, 3) == 2);
  CHECK(sensible_decimals({0.0123}, 3) == 3);
  CHECK(sensible_decimals({12345.0}, 3) == 0);
}

TEST_CASE("long names are cut between characters", "[results][summary]") {
  CHECK(cut("Sjælland", 8) == "Sjælland");
  CHECK(cut("Sjælland", 4) == "Sjæ…");
  CHECK(cut("æøå", 2) == "æ…");
  CHECK(cut("", 3).empty());
}
