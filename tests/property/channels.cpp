// Every channel in the delivered economy: nothing for nothing, the right way, in proportion, fading as stated.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>

#include "policy/effects.h"
#include "support/real_economy.h"

using namespace drivkraft;
using test::peopled_model;
using test::real_economy;
using test::Run;

namespace {

constexpr int fyn = 3, years = 8, basic = 0, vocational = 2, long_cycle = 5;

SourcedNumber number(double value) {
  SourcedNumber sourced;
  sourced.value = value;
  return sourced;
}

std::vector<double> one_at(std::size_t at, int size) {
  std::vector<double> shares(static_cast<std::size_t>(size), 0.0);
  shares[at] = 1.0;
  return shares;
}

int industry(const std::string& id) {
  const std::vector<std::string> known = ids_of(peopled_model().base().dimensions.industries);
  return static_cast<int>(std::find(known.begin(), known.end(), id) - known.begin());
}

/// A lever of one channel on manufacturing and advice; the number of every channel, those it does not ask for unread.
LeverEntry lever(Channel channel) {
  const Dimensions& d = peopled_model().base().dimensions;
  LeverEntry entry;
  entry.industries = {{industry("machinery_energy_tech")}, {industry("knowledge_services")}};
  entry.public_cost = number(0.0);
  entry.spending = one_at(0, d.industry_count());
  ChannelUse use;
  use.channel = channel;
  use.parameters = {{"deadweight", number(0.4)},
                    {"displacement", number(0.25)},
                    {"substitution", number(0.1)},
                    {"success", number(0.9)},
                    {"delay", number(1.0)},
                    {"ramp", number(1.0)},
                    {"half_life", number(2.0)},
                    {"employees_per_firm", number(10.0)},
                    {"effect", number(0.1)},
                    {"exports_per_firm", number(20.0)},
                    {"hires_per_firm", number(0.4)},
                    {"wage_share", number(0.5)},
                    {"monthly_cap", number(0.02)},
                    {"months", number(6.0)},
                    {"emission_effect", number(0.1)},
                    {"exposed_share", number(0.3)},
                    {"exit", number(0.1)},
                    {"exit_two_years", number(0.3)},
                    {"exit_five_years", number(0.5)},
                    {"age_from", number(22.0)},
                    {"age_to", number(24.0)}};
  use.education_shares = one_at(basic, d.education_count());
  use.product_shares = one_at(static_cast<std::size_t>(industry("hotels_restaurants")), d.industry_count());
  use.hired_education = EducationId{long_cycle};
  use.inputs = {{industry("utilities_extraction")}, {industry("other_manufacturing")}};
  use.from_education = EducationId{basic};
  use.to_education = EducationId{vocational};
  use.to_region = RegionId{2};  // Sydjylland
  if (channel == Channel::demand_public) entry.public_cost = number(1.0);
  if (channel_names[static_cast<std::size_t>(channel)].starts_with("adoption.")) use.parameters.erase("half_life");
  entry.channels = {use};
  return entry;
}

/// One dose in 2020; demand abroad moves for all regions.
std::vector<PolicyEffects<1>> effects_of(const LeverEntry& entry, double dose) {
  Scenario scenario;
  scenario.last_year = scenario.first_year + years;
  const bool everywhere = entry.channels[0].channel == Channel::world_demand;
  for (int r = 0; r < 7; ++r) {
    if (everywhere || r == fyn) scenario.doses.push_back({0, {r}, 2020, dose, {}});
  }
  return policy_path<1>(peopled_model().base(), scenario, {{entry}}, &real_economy().draw);
}

Run run_with(const LeverEntry& entry, double dose, const Closures& closures = {}) {
  const std::vector<PolicyEffects<1>> path = effects_of(entry, dose);
  return test::run(peopled_model(), real_economy().draw, years, closures,
                   [&](int year, PolicyEffects<1>& effects) { effects = path[static_cast<std::size_t>(year)]; });
}

double change(const Run& run, std::size_t year, Field field, int region = fyn) {
  return test::total(peopled_model(), run.scenario[year], field, {region}) -
         test::total(peopled_model(), run.baseline[year], field, {region});
}

bool moves_people(Channel channel) {
  return channel == Channel::skills_upgrade || channel == Channel::skills_youth_completion ||
         channel == Channel::migration_retention || channel == Channel::migration_recruitment ||
         channel == Channel::labour_participation;
}

struct Case {
  Channel channel;
  double dose;
  Field field;       // what it moves in its region
  std::size_t year;  // from the base year, the dose being in the second
  int sign;
};

const std::vector<Case> cases{
    {Channel::firms_productivity, 50.0, Field::value_added, 4, 1},
    {Channel::firms_first_academic, 50.0, Field::value_added, 4, 1},
    {Channel::firms_exports, 20.0, Field::exports, 3, 1},
    {Channel::adoption_digital, 50.0, Field::adoption, 3, 1},
    {Channel::adoption_automation, 50.0, Field::technology, 3, 1},
    {Channel::adoption_innovation, 50.0, Field::technology, 3, 1},
    {Channel::adoption_green, 50.0, Field::green_turnover, 3, 1},
    {Channel::matching_efficiency, 500.0, Field::structural_unemployment_rate, 3, -1},
    {Channel::matching_efficiency, 500.0, Field::employed_residents, 5, 1},
    {Channel::labour_wage_subsidy, 200.0, Field::employment, 2, 1},
    {Channel::investment_private, 1000.0, Field::capital, 3, 1},
    {Channel::demand_tourism, 1000.0, Field::output, 2, 1},
    {Channel::demand_construction, 1000.0, Field::employment, 2, 1},
    {Channel::world_demand, 2.0, Field::exports, 2, 1},
    {Channel::firms_entry, 200.0, Field::output, 4, 1},
    {Channel::firms_entry, 200.0, Field::firms, 4, 1},
    {Channel::firms_survival, 200.0, Field::firms, 5, 1},
    {Channel::firms_scaleup, 50.0, Field::firms, 3, 1},
    {Channel::resource_efficiency, 50.0, Field::emissions, 3, -1},
    {Channel::resource_efficiency, 50.0, Field::value_added, 4, 1},
    {Channel::access_commuting, 5.0, Field::value_added, 2, 1},
    {Channel::access_trade, 5.0, Field::trade_access, 2, 1},
    {Channel::demand_public, 100.0, Field::value_added, 2, 1},
    {Channel::labour_participation, 100.0, Field::labour_force, 2, 1},
    {Channel::labour_participation, 100.0, Field::employed_residents, 6, 1},
    {Channel::skills_upgrade, 100.0, Field::value_added, 6, 1},
    {Channel::skills_youth_completion, 100.0, Field::value_added, 6, 1},
    {Channel::migration_retention, 20.0, Field::population, 2, 1},
    {Channel::migration_recruitment, 100.0, Field::population, 2, 1},
};

}  // namespace

TEST_CASE("every channel moves what it should, the right way", "[levers][channels][property]") {
  for (const Case& each : cases) {
    CAPTURE(channel_names[static_cast<std::size_t>(each.channel)], static_cast<int>(each.field));
    const Run run = run_with(lever(each.channel), each.dose);
    CHECK(each.sign * change(run, each.year, each.field) > 0.0);
    CHECK(test::same_bits(run.scenario[1], run.baseline[1]));  // nothing before the dose
    for (std::size_t year = 0; year <= years; ++year) {
      CHECK(std::abs(run.scenario[year][Field::residual_gdp][0].v) < 1e-9);
      CHECK(std::abs(run.scenario[year][Field::residual_net_lending][0].v) < 1e-9);
    }
  }
}

TEST_CASE("no channel is left out", "[levers][channels][property]") {
  for (std::size_t k = 0; k < channel_names.size(); ++k) {
    CAPTURE(channel_names[k]);
    CHECK(std::any_of(cases.begin(), cases.end(),
                      [&](const Case& each) { return each.channel == static_cast<Channel>(k); }));
  }
}

TEST_CASE("no dose is the baseline, bit for bit", "[levers][channels][property]") {
  for (std::size_t k = 0; k < channel_names.size(); ++k) {
    const auto channel = static_cast<Channel>(k);
    CAPTURE(channel_names[k]);
    const Run run = run_with(lever(channel), 0.0);
    for (std::size_t year = 0; year <= years; ++year) CHECK(test::same_bits(run.scenario[year], run.baseline[year]));
  }
}

TEST_CASE("small doses are proportional", "[levers][channels][property]") {
  for (const Case& each : cases) {
    CAPTURE(channel_names[static_cast<std::size_t>(each.channel)], static_cast<int>(each.field));
    const double small = change(run_with(lever(each.channel), each.dose / 20.0), each.year, each.field);
    const double twice = change(run_with(lever(each.channel), each.dose / 10.0), each.year, each.field);
    CHECK(twice / small == Approx(2.0).epsilon(0.02));
  }
}

TEST_CASE("what fades, fades as stated", "[levers][channels][property]") {
  const std::vector<std::pair<Channel, std::vector<Lanes<1>> PolicyEffects<1>::*>> fading{
      {Channel::firms_productivity, &PolicyEffects<1>::log_technology},
      {Channel::firms_exports, &PolicyEffects<1>::exports},
      {Channel::firms_first_academic, &PolicyEffects<1>::hires},
      {Channel::matching_efficiency, &PolicyEffects<1>::matching},
      {Channel::firms_scaleup, &PolicyEffects<1>::firms_added},
      {Channel::resource_efficiency, &PolicyEffects<1>::material_saving},
      {Channel::resource_efficiency, &PolicyEffects<1>::emission_saving}};
  const auto sum = [](const std::vector<Lanes<1>>& list) {
    double total = 0.0;
    for (const Lanes<1>& cell : list) total += cell.v;
    return total;
  };
  for (const auto& [channel, list] : fading) {
    CAPTURE(channel_names[static_cast<std::size_t>(channel)]);
    const auto path = effects_of(lever(channel), 10.0);
    CHECK(sum(path[2].*list) == 0.0);  // a year's delay
    CHECK(sum(path[3].*list) > 0.0);
    // Half-life of two years; ln A is a logarithm of what fades.
    const double close = channel == Channel::firms_productivity ? 1e-3 : 1e-12;
    CHECK(sum(path[5].*list) == Approx(sum(path[3].*list) / 2.0).epsilon(close));
    CHECK(sum(path[7].*list) == Approx(sum(path[3].*list) / 4.0).epsilon(close));
  }
  // What acts in its year alone is gone in the next; adopters stay.
  for (const Channel channel :
       {Channel::labour_wage_subsidy, Channel::investment_private, Channel::demand_tourism,
        Channel::demand_construction, Channel::world_demand, Channel::access_commuting, Channel::access_trade}) {
    CAPTURE(channel_names[static_cast<std::size_t>(channel)]);
    const Run run = run_with(lever(channel), 2.0);
    for (const Field driver : {Field::wage_subsidy_rate, Field::policy_investment, Field::policy_demand,
                               Field::commuting_access, Field::trade_access}) {
      CHECK(std::memcmp(run.scenario[3][driver], run.baseline[3][driver],
                        run.scenario[3].all(driver).size() * sizeof(Lanes<1>)) == 0);
    }
  }
  const Run adopters = run_with(lever(Channel::adoption_digital), 20.0);
  CHECK(change(adopters, 8, Field::adoption) > 0.0);
}

TEST_CASE("what a lever displaces is not its own", "[levers][channels][property]") {
  const auto size = [](Channel channel, double displacement) {
    LeverEntry entry = lever(channel);
    entry.channels[0].parameters["displacement"] = number(displacement);
    const auto path = effects_of(entry, 10.0);
    double total = 0.0;
    for (const auto* list : {&path[3].exports, &path[3].matching, &path[4].firms_added, &path[2].wage_subsidy,
                             &path[2].visitors_demand, &path[2].investment, &path[2].construction_demand}) {
      for (const Lanes<1>& cell : *list) total += cell.v;
    }
    return total;
  };
  for (const Channel channel :
       {Channel::firms_exports, Channel::matching_efficiency, Channel::firms_entry, Channel::firms_survival,
        Channel::firms_scaleup, Channel::labour_wage_subsidy, Channel::demand_tourism}) {
    CAPTURE(channel_names[static_cast<std::size_t>(channel)]);
    CHECK(size(channel, 0.5) == Approx(size(channel, 0.0) / 2.0).epsilon(1e-12));
  }
}

TEST_CASE("exports of treated firms by hand", "[levers][channels][property]") {
  // 20 firms, net 0.6 x 0.9 x 0.75 x 0.9, export 20 each and a tenth more: in a year without any answer of prices.
  Closures closures;
  const Run run = run_with(lever(Channel::firms_exports), 20.0, closures);
  const double typed = 20.0 * 0.6 * 0.9 * 0.75 * 0.9 * 20.0 * 0.1;
  CHECK(change(run, 3, Field::exports) == Approx(typed).epsilon(0.15));  // trend of demand, prices answer
}

TEST_CASE("firms can be held on their baseline path", "[levers][channels][property]") {
  Closures closures;
  closures.hold.firms = true;
  const Run run = run_with(lever(Channel::firms_entry), 200.0, closures);
  for (std::size_t year = 0; year <= years; ++year) CHECK(test::same_bits(run.scenario[year], run.baseline[year]));
}

TEST_CASE("the baseline's firms grow with the labour force of the trend", "[firms][property]") {
  const Run run = run_with(lever(Channel::demand_public), 0.0);
  const auto workers = [&](std::size_t year) {
    return run.baseline[year][Field::trend][0].v / run.baseline[year][Field::labour_efficiency][0].v;
  };
  const double first = test::total(run.baseline[0], Field::firms);
  CHECK(first == Approx(317088.0).epsilon(1e-6));
  for (std::size_t year = 1; year <= years; ++year) {
    CHECK(test::total(run.baseline[year], Field::firms) == Approx(first * workers(year)).epsilon(1e-12));
    for (const Lanes<1>& firms : run.baseline[year].all(Field::firms)) CHECK(firms.v > 0.0);
  }
}

TEST_CASE("a lane in which a channel does nothing feels no lane in which it acts",
          "[levers][channels][lanes][property]") {
  for (std::size_t k = 0; k < channel_names.size(); ++k) {
    const auto channel = static_cast<Channel>(k);
    if (moves_people(channel)) continue;
    LeverEntry entry = lever(channel);
    CAPTURE(channel_names[k]);
    SourcedNumber drawn;
    drawn.parameter = "made-up";
    const bool by_success = channel_names[k].starts_with("adoption.") || channel == Channel::firms_entry;
    const bool by_share = channel == Channel::labour_wage_subsidy;
    entry.channels[0].parameters[by_success ? "success" : by_share ? "wage_share" : "effect"] = drawn;
    std::vector<Draw> draws(4, real_economy().draw);
    for (std::size_t lane = 0; lane < 4; ++lane)
      draws[lane].effects["made-up"] = lane == 1 ? 0.0 : 0.1 * static_cast<double>(lane + 1);
    // Ways are as long as they are in every lane; density and commuting answer them by the lane's own parameters.
    draws[1].equations[Parameter::access_elasticity] = 0.0;
    Scenario scenario;
    scenario.last_year = scenario.first_year + 4;
    for (int r = 0; r < 7; ++r) {
      if (channel == Channel::world_demand || r == fyn) scenario.doses.push_back({0, {r}, 2020, 5.0, {}});
    }
    const LeverCatalogue catalogue{{entry}};
    std::vector<State<4>> together;
    const auto policy = policy_path<4>(peopled_model().base(), scenario, catalogue, draws.data());
    simulate<4>(peopled_model(), {draws.data(), {}, &policy, scenario.last_year},
                [&](PathKind path, int, const State<4>& state) {
                  if (path == PathKind::scenario) together.push_back(state);
                });
    for (int lane = 0; lane < 4; ++lane) {
      const Draw& draw = draws[static_cast<std::size_t>(lane)];
      const auto alone = policy_path<1>(peopled_model().base(), scenario, catalogue, &draw);
      std::size_t year = 0;
      simulate<1>(peopled_model(), {&draw, {}, &alone, scenario.last_year},
                  [&](PathKind path, int, const State<1>& state) {
                    if (path != PathKind::scenario) return;
                    State<1> beside = state;
                    for (const FieldInfo& info : state_fields) {
                      for (std::size_t c = 0; c < beside.all(info.field).size(); ++c)
                        beside[info.field][c] = Lanes<1>(together[year][info.field][c].lane(lane));
                    }
                    CAPTURE(lane, year);
                    CHECK(test::same_bits(beside, state));
                    ++year;
                  });
    }
  }
}
