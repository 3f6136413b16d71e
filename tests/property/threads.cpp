// Scenarios that run at the same time on threads of their own give the bits that they give one after another.
#include <catch2/catch.hpp>
#include <cstring>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "results/catalogue.h"
#include "results/recorder.h"
#include "support/real_economy.h"
#include "support/strategy.h"

using namespace drivkraft;

namespace {

/// What one thread simulates.
struct Task {
  Scenario scenario;
  Draw draw;
};

/// Different closures, so that the chord matrices that all share are formed while others run; different members.
std::vector<Task> tasks() {
  Scenario strategy = test::strategy().scenario;
  strategy.last_year = strategy.first_year + 8;
  std::vector<Task> list;
  const auto add = [&](const std::function<void(Scenario&)>& change) {
    list.push_back({strategy, test::member(static_cast<int>(list.size()))});
    change(list.back().scenario);
  };
  add([](Scenario&) {});
  add([](Scenario&) {});
  add([](Scenario& s) { s.closures.wages = WageClosure::flexible; });
  add([](Scenario& s) { s.closures.capital = CapitalClosure::mobile; });
  add([](Scenario& s) { s.closures.financing = Financing::within_budget; });
  add([](Scenario& s) { s.closures.migration = MigrationClosure::off; });
  add([](Scenario& s) { s.doses.clear(); });
  return list;
}

std::unique_ptr<const Model> new_model() {
  const test::RealEconomy& real = test::real_economy();
  return std::make_unique<const Model>(build_economy(real.tables, real.people, real.draw.equations),
                                       real.draw.equations);
}

/// Every number of both paths, by field.
std::vector<std::string> names_that_differ(const Recorder& a, const Recorder& b) {
  std::vector<std::string> names;
  for (const FieldInfo& info : state_fields) {
    for (const PathKind path : {PathKind::baseline, PathKind::scenario}) {
      const auto x = a.series(path, info.field), y = b.series(path, info.field);
      const bool same = x.size() == y.size() && std::memcmp(x.data(), y.data(), x.size_bytes()) == 0;
      if (!same) names.emplace_back(info.name);
    }
  }
  return names;
}

}  // namespace

TEST_CASE("scenarios on threads give the bits of one after another", "[threads][property]") {
  const std::vector<Task> list = tasks();
  const Dimensions& dimensions = test::real_economy().tables.dimensions;
  std::vector<Recorder> together(list.size(), Recorder{dimensions}), alone = together;
  const auto simulate_task = [&](const Model& model, std::size_t k, Recorder& recorder) {
    simulate(model, list[k].draw, list[k].scenario, test::strategy().catalogue, recorder);
  };
  const std::unique_ptr<const Model> shared = new_model();
  std::vector<std::thread> threads;
  for (std::size_t k = 0; k < list.size(); ++k)
    threads.emplace_back([&, k] { simulate_task(*shared, k, together[k]); });
  for (std::thread& thread : threads) thread.join();
  const std::unique_ptr<const Model> model = new_model();
  for (std::size_t k = list.size(); k-- > 0;) simulate_task(*model, k, alone[k]);  // chords are formed in other order
  for (std::size_t k = 0; k < list.size(); ++k) {
    CAPTURE(k);
    CHECK(together[k].year_count() == 9);
    CHECK(names_that_differ(together[k], alone[k]) == std::vector<std::string>{});
  }
  CHECK(!names_that_differ(alone[0], alone[1]).empty());  // the comparison sees another member
}
