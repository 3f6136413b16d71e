// Each channel by hand: what a dose moves, in a region with round numbers.
#include <catch2/catch.hpp>
#include <cmath>

#include "policy/access_channels.h"
#include "policy/demand_channels.h"
#include "policy/dose_chain.h"
#include "policy/effects.h"
#include "policy/firm_channels.h"
#include "policy/firm_stock_channels.h"
#include "policy/labour_channels.h"

using namespace drivkraft;

namespace {

SourcedNumber number(double value) {
  SourcedNumber sourced;
  sourced.value = value;
  return sourced;
}

/// Half would have happened anyway, four fifths succeed, a quarter is displaced, a tenth substituted: net 0.27. From
/// the year after, all at once, halving in four years.
ChannelUse chain(Channel channel, std::map<std::string, SourcedNumber> own) {
  ChannelUse use;
  use.channel = channel;
  use.parameters = {{"deadweight", number(0.5)},   {"success", number(0.8)}, {"displacement", number(0.25)},
                    {"substitution", number(0.1)}, {"delay", number(1.0)},   {"ramp", number(1.0)},
                    {"half_life", number(4.0)}};
  use.parameters.merge(own);
  return use;
}
constexpr double net = 0.27;
const double year_later = std::pow(2.0, -0.25);

/// One region, two industries, two educations, one practice.
BaseYear one_region() {
  BaseYear base;
  base.dimensions.regions = {{"island", "", ""}};
  base.dimensions.industries = {{"goods", "", ""}, {"services", "", ""}};
  base.dimensions.educations = {{"basic", "", ""}, {"higher", "", ""}};
  base.dimensions.practices = {{"green", "", ""}, {"digital", "", ""}};
  base.employment = decltype(base.employment)(1, 2, 2, 100.0);
  base.employment({0}, {1}, {1}) = 300.0;
  base.wage = decltype(base.wage)(1, 2, 2, 0.4);
  base.wage({0}, {1}, {1}) = 0.6;
  base.exports = decltype(base.exports)(1, 2, 500.0);
  base.investment = decltype(base.investment)(1, 2, 30.0);
  base.investment({0}, {1}) = 10.0;
  base.labour_force = decltype(base.labour_force)(1, 2, 1000.0);
  base.unemployment = decltype(base.unemployment)(1, 2, 0.05);
  base.final_tax_rate = decltype(base.final_tax_rate)(use_count);
  base.final_tax_rate({static_cast<int>(Use::government)}) = 0.25;
  base.final_tax_rate({static_cast<int>(Use::investment)}) = 0.1;
  base.final_tax_rate({static_cast<int>(Use::visitors)}) = 0.2;
  return base;
}

/// The effects of one dose in 2020, by year from 2018 to 2023.
std::vector<PolicyEffects<1>> path_of(const ChannelUse& use, double dose, std::vector<IndustryId> industries = {}) {
  LeverEntry entry;
  entry.industries = std::move(industries);
  entry.public_cost = number(0.0);
  entry.spending = {1.0, 0.0};
  entry.channels = {use};
  Scenario scenario;
  scenario.last_year = 2023;
  scenario.doses = {{0, {0}, 2020, dose, {}}};
  const Draw draw;
  return policy_path<1>(one_region(), scenario, {{entry}}, &draw);
}

}  // namespace

TEST_CASE("doses in effect are net, delayed and fade", "[policy][channels][unit]") {
  const ChannelUse use = chain(Channel::firms_productivity, {});
  const Draw draw;
  const std::vector<double> doses{0.0, 10.0, 0.0, 20.0, 0.0};
  CHECK(doses_in_effect(doses, 0, use, draw) == 0.0);
  CHECK(doses_in_effect(doses, 1, use, draw) == 0.0);
  CHECK(doses_in_effect(doses, 2, use, draw) == Approx(10.0 * net).epsilon(1e-14));
  CHECK(doses_in_effect(doses, 3, use, draw) == Approx(10.0 * net * year_later).epsilon(1e-14));
  CHECK(doses_in_effect(doses, 4, use, draw) == Approx(net * (20.0 + 10.0 * std::pow(2.0, -0.5))).epsilon(1e-14));
  ChannelUse for_ever = use;
  for_ever.parameters.erase("half_life");
  CHECK(doses_in_effect(doses, 4, for_ever, draw) == Approx(30.0 * net).epsilon(1e-14));
}

TEST_CASE("adopters are added once and stay", "[policy][channels][unit]") {
  ChannelUse use = chain(Channel::adoption_digital, {{"employees_per_firm", number(10.0)}});
  use.parameters.erase("half_life");
  use.parameters["ramp"] = number(2.0);
  const auto path = path_of(use, 4.0, {{1}});
  const double share = 4.0 * net * 10.0 / 400.0;                                         // of the 400 jobs in services
  const auto rise = [&](std::size_t year) { return path[year].adoption[1 * 2 + 1].v; };  // services, digital
  CHECK(rise(2) == 0.0);
  CHECK(rise(3) == Approx(share / 2.0).epsilon(1e-13));
  CHECK(rise(4) == Approx(share / 2.0).epsilon(1e-13));
  CHECK(rise(5) == Approx(0.0).margin(1e-17));
  CHECK(path[3].adoption[1 * 2].v == 0.0);  // the other practice
  CHECK(path[3].adoption[1].v == 0.0);      // the other industry
}

TEST_CASE("treated firms' extra exports are a share of their products'", "[policy][channels][unit]") {
  const ChannelUse use = chain(Channel::firms_exports, {{"exports_per_firm", number(20.0)}, {"effect", number(0.05)}});
  const auto path = path_of(use, 10.0, {{0}, {1}});
  const double rise = 10.0 * net * 20.0 * 0.05 / 1000.0;
  CHECK(path[2].exports[0].v == 0.0);
  CHECK(path[3].exports[0].v == Approx(rise).epsilon(1e-13));
  CHECK(path[3].exports[1].v == path[3].exports[0].v);
  CHECK(path[4].exports[1].v == Approx(rise * year_later).epsilon(1e-13));
  CHECK(export_rise({10.0}, 0, 0.0, use, Draw{}) == 0.0);
}

TEST_CASE("a first academic raises productivity and is somebody to hire", "[policy][channels][unit]") {
  ChannelUse use =
      chain(Channel::firms_first_academic,
            {{"employees_per_firm", number(10.0)}, {"effect", number(0.1)}, {"hires_per_firm", number(0.4)}});
  use.hired_education = EducationId{1};
  const auto path = path_of(use, 10.0, {{0}, {1}});
  CHECK(path[3].log_technology[0].v == Approx(std::log(1.0 + 10.0 * net * 10.0 / 600.0 * 0.1)).epsilon(1e-13));
  // 1.08 persons, a quarter of the higher educated jobs being in goods
  CHECK(path[3].hires[1].v == Approx(10.0 * net * 0.4 * 0.25).epsilon(1e-13));
  CHECK(path[3].hires[3].v == Approx(10.0 * net * 0.4 * 0.75).epsilon(1e-13));
  CHECK(path[3].hires[0].v == 0.0);
  CHECK(path[2].hires[3].v == 0.0);
}

TEST_CASE("better matching is a share of the unemployed", "[policy][channels][unit]") {
  ChannelUse use = chain(Channel::matching_efficiency, {{"effect", number(0.3)}});
  use.education_shares = {0.75, 0.25};
  const auto path = path_of(use, 40.0);
  CHECK(path[3].matching[0].v == Approx(40.0 * net * 0.75 / 50.0 * 0.3).epsilon(1e-13));  // 5% of 1,000 are 50
  CHECK(path[3].matching[1].v == Approx(40.0 * net * 0.25 / 50.0 * 0.3).epsilon(1e-13));
  CHECK(path[4].matching[0].v == Approx(path[3].matching[0].v * year_later).epsilon(1e-13));
  CHECK(matching_rise({40.0}, 0, 1.0, 0.0, use, Draw{}) == 0.0);
}

TEST_CASE("a wage subsidy is paid for all and acts on a part", "[policy][channels][unit]") {
  ChannelUse use;
  use.channel = Channel::labour_wage_subsidy;
  use.parameters = {{"wage_share", number(0.5)},
                    {"monthly_cap", number(0.01)},
                    {"months", number(6.0)},
                    {"deadweight", number(0.6)},
                    {"displacement", number(0.5)}};
  use.education_shares = {0.0, 1.0};
  // 40 persons of 400 jobs. In goods half of 0.4 is above the cap of 0.12 a year: 0.3 of the wage; in services 0.2.
  const auto path = path_of(use, 40.0, {{0}, {1}});
  const double goods = 40.0 / 400.0 * 0.3 * 0.5, services = 40.0 / 400.0 * 0.2 * 0.5;
  CHECK(path[2].wage_subsidy[1].v == Approx(goods * 0.4 * 0.5).epsilon(1e-13));
  CHECK(path[2].wage_subsidy[3].v == Approx(services * 0.4 * 0.5).epsilon(1e-13));
  CHECK(path[2].wage_subsidy[0].v == 0.0);
  CHECK(path[2].subsidy_windfall[0].v == Approx(0.8 * (goods * 0.4 * 100.0 + services * 0.6 * 300.0)).epsilon(1e-13));
  // What is paid in all: 40 persons, half a year, 0.12 of money each.
  const double acting = path[2].wage_subsidy[1].v * 0.4 * 100.0 + path[2].wage_subsidy[3].v * 0.6 * 300.0;
  CHECK(acting + path[2].subsidy_windfall[0].v == Approx(40.0 * 0.12 * 0.5).epsilon(1e-13));
  LeverEntry entry;
  entry.industries = {{0}, {1}};
  entry.channels = {use, chain(Channel::matching_efficiency, {})};
  Scenario scenario;
  scenario.doses = {{0, {0}, 2020, 40.0, {}}, {0, {0}, 2021, 10.0, {{1}}}, {1, {0}, 2020, 7.0, {}}};
  const std::vector<double> bill = subsidies_paid(one_region(), scenario, {{entry, LeverEntry{}}}, Draw{});
  REQUIRE(bill.size() == 3);
  CHECK(bill[0] == Approx(40.0 * 0.12 * 0.5).epsilon(1e-13));
  CHECK(bill[1] == Approx(10.0 * 0.12 * 0.5).epsilon(1e-13));
  CHECK(bill[2] == 0.0);
  // Gone the year after.
  CHECK((path[3].wage_subsidy.empty() || path[3].wage_subsidy[1].v == 0.0));
  use.parameters["monthly_cap"] = number(1.0);
  CHECK(wage_subsidy(40.0, 400.0, 0.4, use, Draw{}).paid == Approx(0.1 * 0.5 * 0.5).epsilon(1e-14));
  CHECK(wage_subsidy(40.0, 0.0, 0.4, use, Draw{}).paid == 0.0);
}

TEST_CASE("private investment goes where investment goes, in the year of the dose", "[policy][channels][unit]") {
  ChannelUse use;
  use.channel = Channel::investment_private;
  use.parameters = {{"effect", number(1.5)}};
  const auto path = path_of(use, 22.0, {{0}, {1}});
  CHECK(path[2].investment[0].v == Approx(22.0 * 1.5 / 1.1 * 0.75).epsilon(1e-14));
  CHECK(path[2].investment[1].v == Approx(22.0 * 1.5 / 1.1 * 0.25).epsilon(1e-14));
  CHECK(path[1].investment[0].v == 0.0);
  CHECK(path[3].investment[0].v == 0.0);
}

TEST_CASE("tourists and builders buy at the prices they pay", "[policy][channels][unit]") {
  ChannelUse use;
  use.channel = Channel::demand_tourism;
  use.parameters = {{"effect", number(3.0)}, {"displacement", number(0.85)}};
  use.product_shares = {0.25, 0.75};
  const auto visitors = path_of(use, 10.0);
  CHECK(visitors[2].visitors_demand[1].v == Approx(10.0 * 3.0 * 0.15 / 1.2 * 0.75).epsilon(1e-14));
  CHECK(visitors[3].visitors_demand[1].v == 0.0);
  use.channel = Channel::demand_construction;
  use.parameters = {{"effect", number(1.0)}};
  const auto builders = path_of(use, 10.0);
  CHECK(builders[2].construction_demand[0].v == Approx(10.0 / 1.1 * 0.25).epsilon(1e-14));
  CHECK(builders[2].visitors_demand.empty());
}

TEST_CASE("demand abroad moves by the dose, up or down, and only then", "[policy][channels][unit]") {
  ChannelUse use;
  use.channel = Channel::world_demand;
  const auto path = path_of(use, -5.0, {{1}});
  CHECK(path[2].world_demand[1].v == Approx(-0.05).epsilon(1e-14));
  CHECK(path[2].world_demand[0].v == 0.0);
  CHECK(path[3].world_demand[1].v == 0.0);
}

namespace {

const YoungFirms starters{.one_year = 0.8, .five_years = 0.5, .exit_rate = 0.1, .jobs = 2.0, .average_jobs = 5.0};

ChannelUse stock_channel(Channel channel, std::map<std::string, SourcedNumber> own) {
  ChannelUse use = chain(channel, std::move(own));
  for (const char* timing : {"delay", "ramp", "half_life"}) use.parameters.erase(timing);
  return use;
}

}  // namespace

TEST_CASE("new firms die and grow as stated", "[policy][firms][channels][unit]") {
  CHECK(starters.survival(0) == 1.0);
  CHECK(starters.survival(1) == Approx(0.8).epsilon(1e-15));
  CHECK(starters.survival(3) == Approx(std::sqrt(0.8 * 0.5)).epsilon(1e-14));  // half way in logs
  CHECK(starters.survival(5) == Approx(0.5).epsilon(1e-14));
  CHECK(starters.survival(7) == Approx(0.5 * 0.81).epsilon(1e-14));
  CHECK(starters.size(0) == Approx(0.4).epsilon(1e-15));
  CHECK(starters.size(5) == Approx(0.4).epsilon(1e-15));
  CHECK(starters.size(8) == Approx(0.4 + 0.6 * 0.6).epsilon(1e-14));
  CHECK(starters.size(10) == 1.0);
  CHECK(starters.size(30) == 1.0);
  CHECK(YoungFirms{}.size(3) == 0.0);
}

TEST_CASE("entry, survival and growth in units of the average firm", "[policy][firms][channels][unit]") {
  const Draw draw;
  const std::vector<double> doses{0.0, 100.0, 0.0, 100.0, 0.0, 0.0, 0.0, 0.0};
  const ChannelUse entry = stock_channel(Channel::firms_entry, {});
  CHECK(firms_from_entry(doses, 0, starters, entry, draw) == 0.0);
  CHECK(firms_from_entry(doses, 1, starters, entry, draw) == Approx(100.0 * net * 0.4).epsilon(1e-14));
  CHECK(firms_from_entry(doses, 4, starters, entry, draw) ==
        Approx(100.0 * net * 0.4 * (std::sqrt(0.4) + 0.8)).epsilon(1e-13));

  // A quarter fewer exits: S' = S^0.75.
  const ChannelUse survival = stock_channel(Channel::firms_survival, {{"effect", number(0.25)}});
  CHECK(firms_from_survival(doses, 1, starters, survival, draw) == 0.0);  // everybody lives in the first year
  CHECK(firms_from_survival(doses, 2, starters, survival, draw) ==
        Approx(100.0 * net * (std::pow(0.8, 0.75) - 0.8) * 0.4).epsilon(1e-13));
  const double after_six = std::pow(0.5, 0.75) * 0.9 - 0.5 * 0.9;
  const double after_four = std::pow(starters.survival(4), 0.75) - starters.survival(4);
  CHECK(firms_from_survival(doses, 7, starters, survival, draw) ==
        Approx(100.0 * net * (after_six * (0.4 + 0.6 * 0.2) + after_four * 0.4)).epsilon(1e-13));

  const ChannelUse growth =
      chain(Channel::firms_scaleup, {{"effect", number(0.2)}, {"employees_per_firm", number(10.0)}});
  CHECK(firms_from_scaleup(doses, 2, 5.0, growth, draw) == Approx(100.0 * net * 2.0 * 0.2).epsilon(1e-14));
  CHECK(firms_from_scaleup(doses, 3, 5.0, growth, draw) == Approx(100.0 * net * 2.0 * 0.2 * year_later).epsilon(1e-14));
  CHECK(firms_from_scaleup(doses, 3, 0.0, growth, draw) == 0.0);
}

TEST_CASE("treated firms save materials and emissions", "[policy][channels][unit]") {
  ChannelUse use =
      chain(Channel::resource_efficiency,
            {{"employees_per_firm", number(10.0)}, {"effect", number(0.02)}, {"emission_effect", number(0.05)}});
  use.inputs = {{0}};
  const auto path = path_of(use, 10.0, {{1}});
  const double share = 10.0 * net * 10.0 / 400.0;
  CHECK(path[3].material_saving[1].v == Approx(share * 0.02).epsilon(1e-13));  // goods used by services
  CHECK(path[3].material_saving[0].v == 0.0);
  CHECK(path[3].material_saving[3].v == 0.0);
  CHECK(path[3].emission_saving[1].v == Approx(share * 0.05).epsilon(1e-13));
  CHECK(path[3].emission_saving[0].v == 0.0);
  CHECK(path[4].emission_saving[1].v == Approx(share * 0.05 * year_later).epsilon(1e-13));
}

TEST_CASE("commuting answers travel cost with the stated elasticity", "[policy][access][channels][unit]") {
  const CommutingAccess access{.midpoint = 22.0, .elasticity = 4.0, .depth = 6.0};
  CHECK(access.factor(100.0, 80.0, 0.0) == 1.0);
  // By hand: ln f(c) = -6 / (1 + (c/22)^(-8/3)), 40 km to 30 km.
  const auto log_access = [](double km) { return -6.0 / (1.0 + std::pow(km / 22.0, -8.0 / 3.0)); };
  CHECK(access.factor(40.0, 40.0, 10.0) == Approx(std::exp(log_access(30.0) - log_access(40.0))).epsilon(1e-13));
  // At the midpoint a percent less cost is four percent more commuting.
  CHECK(std::log(access.factor(22.0, 1000.0, 1.0)) == Approx(0.004).epsilon(2e-3));
  CHECK(access.factor(40.0, 40.0, 10.0) > 1.0);
}

TEST_CASE("trade follows gravity", "[policy][access][channels][unit]") {
  CHECK(trade_factor(0.03, 0.5, 10.0) == Approx(std::exp(0.15)).epsilon(1e-15));
  CHECK(trade_factor(0.03, 0.5, 0.0) == 1.0);
}

TEST_CASE("faster ways make a region denser", "[policy][access][channels][unit]") {
  BaseYear base;
  base.dimensions.regions = {{"west", "", ""}, {"east", "", ""}};
  base.dimensions.educations = {{"all", "", ""}};
  base.jobs_by_workplace = decltype(base.jobs_by_workplace)(2, 1, 100.0);
  base.jobs_by_workplace({1}, {0}) = 300.0;
  base.travel_minutes = decltype(base.travel_minutes)(2, 2, 10.0);
  base.travel_minutes({0}, {1}) = base.travel_minutes({1}, {0}) = 60.0;
  const std::vector<double> denser = density_change(base, {0.0, 20.0, 20.0, 0.0}, 20.0);
  const double near = std::exp(-0.5), far = std::exp(-3.0), closer = std::exp(-2.0);
  CHECK(denser[0] == Approx(std::log((100.0 * near + 300.0 * closer) / (100.0 * near + 300.0 * far))).epsilon(1e-13));
  CHECK(denser[1] == Approx(std::log((300.0 * near + 100.0 * closer) / (300.0 * near + 100.0 * far))).epsilon(1e-13));
  CHECK(density_change(base, {0.0, 0.0, 0.0, 0.0}, 20.0)[0] == 0.0);
}

TEST_CASE("a lever that reaches a part of an industry treats firms of that part", "[policy][channels][unit]") {
  LeverEntry entry;
  entry.industries = {{0}, {1}};
  entry.reach = {0.5, 0.25};  // of 200 and 400 jobs: 100 of each
  entry.public_cost = number(0.0);
  entry.spending = {1.0, 0.0};
  entry.channels = {
      chain(Channel::firms_productivity, {{"employees_per_firm", number(10.0)}, {"effect", number(0.1)}})};
  Scenario scenario;
  scenario.last_year = 2023;
  scenario.doses = {{0, {0}, 2020, 4.0, {}}};
  const Draw draw;
  const auto path = policy_path<1>(one_region(), scenario, {{entry}}, &draw);
  const double share = 4.0 * net * 10.0 / 200.0;
  CHECK(path[3].log_technology[0].v == Approx(std::log(1.0 + share * 0.5 * 0.1)).epsilon(1e-13));
  CHECK(path[3].log_technology[1].v == Approx(std::log(1.0 + share * 0.25 * 0.1)).epsilon(1e-13));
  scenario.doses = {{0, {0}, 2020, 4.0, {{1}}}};  // only the second industry: its part alone
  const auto second = policy_path<1>(one_region(), scenario, {{entry}}, &draw);
  CHECK(second[3].log_technology[0].v == 0.0);
  CHECK(second[3].log_technology[1].v == Approx(std::log(1.0 + 4.0 * net * 10.0 / 100.0 * 0.25 * 0.1)).epsilon(1e-13));
}
