// The table of model/docs/solver-limits.md: how large a blow each size of economy survives. Where the page and the
// solver differ the test prints the table as it is now; put it into the page and say why under "numbers that move".
#include <fmt/core.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iostream>
#include <sstream>

#include "base/errors.h"
#include "support/driver_shocks.h"
#include "support/root.h"
#include "support/shocked_year.h"
#include "support/shocks.h"
#include "support/synthetic_economy.h"

using namespace drivkraft;
using namespace drivkraft::test;

namespace {

constexpr std::array falls{2, 5, 10, 20, 30, 50, 70, 90};  // per cent

struct Limit {
  int survived = 0;  // the largest fall of the list that is solved, per cent
  bool people_run_out = false;
};

Limit limit_of(const Model& model, const Draw& draw, const Closures& closures, Blow blow, int region) {
  Limit limit;
  for (const int fall : falls) {
    try {
      (void)shocked_year(model, draw, closures, struck(model.base(), blow, region, 1.0 - fall / 100.0));
      limit.survived = fall;
    } catch (const ConvergenceError& problem) {
      limit.people_run_out = std::string(problem.what()).find("unemployment") != std::string::npos;
      return limit;
    }
  }
  return limit;
}

std::string text_of(const Limit& limit) {
  if (limit.survived == falls.back()) return fmt::format("{} %", limit.survived);
  return fmt::format("{} %, then {}", limit.survived, limit.people_run_out ? "no people" : "no equilibrium");
}

/// The region that stands least.
Limit weakest_region(const Model& model, const Draw& draw, const Closures& closures, Blow blow) {
  Limit weakest{.survived = 100};
  for (int r = 0; r < model.base().dimensions.region_count(); ++r) {
    const Limit limit = limit_of(model, draw, closures, blow, r);
    if (limit.survived < weakest.survived) weakest = limit;
  }
  return weakest;
}

int products_without_public_purchases(const Model& model, const Draw& draw, const Closures& closures) {
  int solved = 0;
  for (int i = 0; i < model.base().dimensions.industry_count(); ++i) {
    try {
      (void)shocked_year(model, draw, closures, no_public_purchases(model.base(), everywhere, i));
      ++solved;
    } catch (const ConvergenceError&) {
    }
  }
  return solved;
}

void add_rows(const std::string& size, const Model& model, const Draw& draw, std::string& table) {
  const std::array names{"curve", "fixed_real", "flexible"};
  for (const WageClosure wages : {WageClosure::curve, WageClosure::fixed_real, WageClosure::flexible}) {
    Closures closures = unfinanced();
    closures.wages = wages;
    const char* name = names[static_cast<std::size_t>(wages)];
    for (const Blow blow : blows) {
      table += fmt::format("| {} | {} | {} | {} | {} |\n", size, name, name_of(blow),
                           text_of(weakest_region(model, draw, closures, blow)),
                           text_of(limit_of(model, draw, closures, blow, everywhere)));
    }
    table +=
        fmt::format("| {} | {} | public purchases of one product to zero | | {} of {} products |\n", size, name,
                    products_without_public_purchases(model, draw, closures), model.base().dimensions.industry_count());
  }
}

std::string limits_table() {
  std::string table =
      "| economy | wages | what falls | in the weakest region | everywhere |\n"
      "|---|---|---|---|---|\n";
  Draw draw;
  draw.equations = synthetic_parameters();
  draw.equations[Parameter::productivity_growth] = 0.0;
  const auto made_up = [&](int regions, int industries, int educations) {
    const Model model(steady_base(synthetic_tables(regions, industries, educations, 7U), draw.equations, 0.0),
                      draw.equations);
    add_rows(fmt::format("{} x {} x {}, made up", regions, industries, educations), model, draw, table);
  };
  made_up(1, 3, 2);
  made_up(3, 6, 2);
  add_rows("7 x 21 x 6, delivered", steady_model(), steady_draw(), table);
  return table;
}

}  // namespace

TEST_CASE("the page on the solver's limits is up to date", "[.slow][solver][verification]") {
  std::ifstream page(test::root() / "model/docs/solver-limits.md");
  std::stringstream text;
  text << page.rdbuf();
  const std::string table = limits_table();
  const bool up_to_date = text.str().find(table) != std::string::npos;
  if (!up_to_date) std::cout << "The table is now:\n" << table;
  CHECK(up_to_date);
}
