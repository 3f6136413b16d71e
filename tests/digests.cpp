// Prints one digest of all bits for each exported series of the strategy, its baseline and members of an ensemble:
// tools/test runs this in the build of every compiler and sanitizer and names the series in which they differ.
#include <array>
#include <iostream>
#include <string>
#include <string_view>

#include "inputs/text_file.h"
#include "policy/effects.h"
#include "results/catalogue.h"
#include "support/real_economy.h"
#include "support/strategy.h"

using namespace drivkraft;

namespace {

constexpr int W = 4;

/// The bytes of all years of one path, by lane and field.
using Series = std::array<std::array<std::string, field_count>, W>;

void append(const State<W>& state, Series& series) {
  for (const FieldInfo& info : exported_fields()) {
    for (int lane = 0; lane < W; ++lane) {
      std::string& bytes = series[static_cast<std::size_t>(lane)][static_cast<std::size_t>(info.field)];
      for (const Lanes<W>& cell : state.all(info.field)) {
        const double value = cell.lane(lane);
        bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
      }
    }
  }
}

}  // namespace

int main() {
  const Model& model = test::peopled_model();
  const auto& [catalogue, scenario] = test::strategy();
  std::array<Draw, W> draws;
  for (int lane = 0; lane < W; ++lane) draws[static_cast<std::size_t>(lane)] = test::member(lane);
  const auto policy = policy_path<W>(model.base(), scenario, catalogue, draws.data());
  std::array<Series, 2> paths;
  simulate<W>(model, {draws.data(), scenario.closures, &policy, scenario.last_year},
              [&](PathKind path, int, const State<W>& state) { append(state, paths[path == PathKind::scenario]); });
  constexpr std::array<std::string_view, 2> names{"baseline", "scenario"};
  for (int lane = 0; lane < W; ++lane) {
    for (std::size_t path = 0; path < paths.size(); ++path) {
      for (const FieldInfo& info : exported_fields()) {
        const std::string& bytes = paths[path][static_cast<std::size_t>(lane)][static_cast<std::size_t>(info.field)];
        std::cout << "digest member " << lane << ' ' << names[path] << ' ' << info.name << ' ' << sha256_of(bytes)
                  << '\n';
      }
    }
  }
}
