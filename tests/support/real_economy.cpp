#include "support/real_economy.h"

#include <cstring>
#include <filesystem>

#include "calibration/calibrate.h"
#include "inputs/read_data.h"
#include "inputs/read_people.h"
#include "support/root.h"

namespace drivkraft::test {

namespace {

RealEconomy read_real_economy() {
  const std::filesystem::path data = root() / "data";
  InputRecord record;
  Problems problems;
  RealEconomy real;
  real.tables = read_base_tables(data, record, problems);
  real.people = read_people_tables(data, real.tables.dimensions, record, problems);
  real.parameters = read_parameter_table(data / "parameters" / "parameters.csv", record, problems);
  problems.throw_if_any();
  real.draw = central_draw(real.parameters, {});
  return real;
}

}  // namespace

const RealEconomy& real_economy() {
  static const RealEconomy real = read_real_economy();
  return real;
}

BaseYear steady_base(const BaseTables& tables, const Parameters& parameters, double capital_growth) {
  BaseYear base = calibrate(tables, parameters, capital_growth);
  for (double& deviation : base.world_demand_deviation.values()) deviation = 0.0;
  base.structural_unemployment = base.unemployment;
  return base;
}

const Model& real_model() {
  const Parameters& central = real_economy().draw.equations;
  static const Model model(calibrate(real_economy().tables, central, central[Parameter::productivity_growth]), central);
  return model;
}

const Model& peopled_model() {
  const Parameters& central = real_economy().draw.equations;
  static const Model model(build_economy(real_economy().tables, real_economy().people, central), central);
  return model;
}

const Model& steady_model() {
  static const Model model = [] {
    Parameters central = real_economy().draw.equations;
    central[Parameter::productivity_growth] = 0.0;
    return Model(steady_base(real_economy().tables, central, 0.0), central);
  }();
  return model;
}

Run run(const Model& model, const Draw& draw, int years, const Closures& closures, const Shock& shock) {
  std::vector<PolicyEffects<1>> policy(static_cast<std::size_t>(years) + 1, PolicyEffects<1>(model.base().dimensions));
  for (int year = 0; year <= years; ++year) shock(year, policy[static_cast<std::size_t>(year)]);
  Run result;
  simulate<1>(
      model,
      {.draws = &draw, .closures = closures, .policy = &policy, .last_year = model.base().dimensions.base_year + years},
      [&](PathKind path, int, const State<1>& state) {
        (path == PathKind::baseline ? result.baseline : result.scenario).push_back(state);
      });
  return result;
}

double total(const State<1>& state, Field field) {
  double sum = 0.0;
  for (const Lanes<1>& cell : state.all(field)) sum += cell.v;
  return sum;
}

double total(const Model& model, const State<1>& state, Field field, RegionId region) {
  const auto cells = state.all(field);
  const std::size_t each = cells.size() / model.base().dimensions.regions.size();
  double sum = 0.0;
  for (std::size_t k = 0; k < each; ++k) sum += cells[static_cast<std::size_t>(region.index) * each + k].v;
  return sum;
}

bool same_bits(const State<1>& a, const State<1>& b) {
  for (const FieldInfo& info : state_fields) {
    if (info.field == Field::solver_iterations || info.field == Field::solver_residual) continue;
    const auto x = a.all(info.field), y = b.all(info.field);
    if (std::memcmp(x.data(), y.data(), x.size_bytes()) != 0) return false;
  }
  return true;
}

}  // namespace drivkraft::test
