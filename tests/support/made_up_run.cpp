#include "support/made_up_run.h"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <limits>
#include <stdexcept>

namespace drivkraft::made_up {
namespace {

/// Numbers a table's cells: start, start + 0.5, ...
template <class AnyTable>
AnyTable numbered(AnyTable table, double start) {
  double next = start;
  for (double& cell : table.values()) {
    cell = next;
    next += 0.5;
  }
  return table;
}

void fill_production(BaseYear& base, int r, int s, int e) {
  base.output = numbered(decltype(base.output){r, s}, 100);
  base.value_added = numbered(decltype(base.value_added){r, s}, 110);
  base.input_coefficients = numbered(decltype(base.input_coefficients){s, s}, 120);
  base.value_added_ratio = numbered(decltype(base.value_added_ratio){s}, 130);
  base.output_tax_share = numbered(decltype(base.output_tax_share){s}, 140);
  base.materials_share = numbered(decltype(base.materials_share){s}, 150);
  base.labour_share = numbered(decltype(base.labour_share){r, s}, 160);
  base.education_wage_share = numbered(decltype(base.education_wage_share){r, s, e}, 170);
  base.employment = numbered(decltype(base.employment){r, s, e}, 180);
  base.wage = numbered(decltype(base.wage){r, s, e}, 190);
  base.capital = numbered(decltype(base.capital){r, s}, 200);
  base.investment = numbered(decltype(base.investment){r, s}, 210);
  base.capital_units = numbered(decltype(base.capital_units){r, s}, 220);
  base.depreciation = numbered(decltype(base.depreciation){s}, 230);
  base.capital_composition = numbered(decltype(base.capital_composition){s}, 240);
  base.sigma_capital_labour = {Parameter::sigma_kl_agriculture, Parameter::sigma_kl_construction,
                               Parameter::sigma_kl_services};
}

void fill_the_rest(BaseYear& base, int r, int s, int e) {
  base.foreign_share = numbered(decltype(base.foreign_share){s}, 250);
  base.exports = numbered(decltype(base.exports){r, s}, 260);
  base.trade_share = numbered(decltype(base.trade_share){r, r, s}, 270);
  base.gravity_factor = numbered(decltype(base.gravity_factor){s}, 280);
  base.consumption_share = numbered(decltype(base.consumption_share){r, s}, 290);
  base.shopping_share = numbered(decltype(base.shopping_share){r, r, s}, 300);
  base.final_tax_rate = numbered(decltype(base.final_tax_rate){use_count}, 310);
  base.commuting_share = numbered(decltype(base.commuting_share){r, r, e}, 320);
  base.labour_force = numbered(decltype(base.labour_force){r, e}, 330);
  base.unemployment = numbered(decltype(base.unemployment){r, e}, 340);
  base.gravity_decay = 0.03;
  base.capital_growth = 0.011;
}

}  // namespace

Dimensions dimensions() {
  Dimensions dimensions;
  dimensions.regions = {{"nordjylland", "Nordjylland", "North Jutland"}, {"fyn", "Fyn", "Funen"}};
  dimensions.industries = {{"agriculture", "Landbrug", "Agriculture"},
                           {"construction", "Bygge og anlæg", "Construction"},
                           {"services", "Tjenester", "Services"}};
  dimensions.educations = {{"basic", "Grundskole", "Basic"}, {"long_cycle", "Lang videregående", "Long cycle"}};
  dimensions.higher = {false, true};
  dimensions.practices = {{"digital", "Digitalisering", "Digital tools"}, {"green", "Grøn praksis", "Green practice"}};
  return dimensions;
}

BaseYear base_year() {
  BaseYear base;
  base.dimensions = dimensions();
  const int r = base.dimensions.region_count();
  const int s = base.dimensions.industry_count();
  const int e = base.dimensions.education_count();
  fill_production(base, r, s, e);
  fill_the_rest(base, r, s, e);
  base.adjustments = {{"input-output table", 0.5, 0.001, 2.0, "mio_dkk"}, {"commuting", 0.25, 0.002, 1.0, "persons"}};
  base.flq_differences = {{RegionId{1}, IndustryId{2}, 0.75, 0.5}};
  return base;
}

Parameters parameters() {
  Parameters parameters;
  for (std::size_t p = 0; p < parameter_count; ++p) {
    parameters[static_cast<Parameter>(p)] = 0.5 + 0.125 * static_cast<double>(p);
  }
  return parameters;
}

RunDescription description() {
  RunDescription run;
  run.program_version = "0.1.0";
  run.scenario.name = "Rådgivning til små virksomheder";
  run.scenario.about = "A made-up scenario.";
  run.scenario.stem = "made-up";
  run.scenario.baseline = "baseline.toml";
  run.scenario.first_year = first_year;
  run.scenario.last_year = first_year + year_count - 1;
  run.scenario.text = "[scenario]\nname = \"Rådgivning til små virksomheder\"\n";
  run.scenario.closures.wages = WageClosure::fixed_real;
  run.scenario.closures.financing = Financing::none;
  run.scenario.closures.hold.migration = true;
  run.scenario.closures.hold.technology = true;
  run.baseline_text = "[scenario]\nname = \"Baseline\"\n";
  run.levers = {
      {"business-advice", "Erhvervsrådgivning", "Business advice", DoseUnit::firms, 1200.0, 2019, 2019, {30.0, 12.5}}};
  run.levers[0].channels = "firms.productivity";
  run.levers[0].doses = run.levers[0].public_costs = run.levers[0].private_costs =
      std::vector<double>(static_cast<std::size_t>(2 * year_count), 0.0);
  run.levers[0].doses[2] = 850.0;  // the second year, the first region
  run.levers[0].doses[3] = 350.0;
  run.evaluation = EvaluationTable{.dose_year = 2019, .headline_year = 2021};
  run.evaluation->weak_gdp_share = 0.75;
  run.evaluation->weak_jobs_share = 0.5;
  run.evaluation->package.net_present_value = 30.0;
  run.evaluation->package.cost_per_job_year = {std::numeric_limits<double>::quiet_NaN(), Blank::below_noise};
  run.evaluation->package.public_balance = {-10.0, -20.0};
  run.evaluation->levers = {{.id = "business-advice", .grade = 'B', .gdp_change = 8.0, .jobs_change = 2.0}};
  run.gross_to_net = GrossToNet{};  // 100 times the step, 20 times the indicator, and the year's number
  for (std::size_t step = 0; step < gross_to_net_steps.size(); ++step) {
    for (std::size_t indicator = 0; indicator < change_indicators.size(); ++indicator) {
      for (int year = 0; year < year_count; ++year)
        run.gross_to_net->values.push_back(100.0 * static_cast<double>(step) + 20.0 * static_cast<double>(indicator) +
                                           year);
    }
  }
  run.input_files = {{"base-year/regional_accounts.csv", std::string(64, 'a')},
                     {"scenarios/made-up.toml", std::string(64, 'b')}};
  run.lever_parameters = {{"advice-effect", 0.02}};
  run.input_cells = 4000;
  run.assumed_cells = 500;
  run.result_path = "results/made-up.h5";
  return run;
}

double value(PathKind path, Field field, int year_number, std::size_t cell) {
  const double shift = path == PathKind::baseline ? 0.0 : 0.25 * (year_number + 1);
  const auto position = static_cast<double>(cell);
  switch (field) {
    case Field::value_added: return 20000.0 + 1000.0 * position + 100.0 * year_number + 8.0 * shift;
    case Field::employment: return 30000.0 + 1000.0 * position + 8.0 * shift;
    case Field::labour_force: return 50000.0 + 1000.0 * position;
    case Field::employed_residents: return 48000.0 + 900.0 * position + 10.0 * shift;
    case Field::real_gdp: return 70000.0 + 9000.0 * position + 500.0 * year_number + 1000.0 * shift;
    default: return 1000.0 * (static_cast<double>(field) + 1.0) + 100.0 * year_number + 0.5 * position + shift;
  }
}

Recorder recorder(const Dimensions& sizes) {
  const StateLayout layout(sizes);
  Recorder recorder(sizes);
  for (const PathKind path : {PathKind::baseline, PathKind::scenario}) {
    for (int t = 0; t < year_count; ++t) {
      std::vector<double> state(layout.size());
      for (const FieldInfo& info : state_fields) {
        for (std::size_t k = 0; k < layout.cells(info.field); ++k) {
          state[layout.offset(info.field) + k] = value(path, info.field, t, k);
        }
      }
      recorder.observe(path, first_year + t, layout, state);
    }
  }
  return recorder;
}

Folder::Folder() {
  std::string name = (std::filesystem::temp_directory_path() / "drivkraft-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a folder for a test");
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace drivkraft::made_up
