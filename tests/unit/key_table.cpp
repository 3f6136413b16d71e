// The key table of scenarios/README.md is the table that reading is driven by.

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "inputs/catalogue_rules.h"
#include "inputs/key_rules.h"
#include "support/root.h"

using namespace drivkraft;

namespace {

std::string text_of(const std::string& file) {
  std::ifstream stream{test::root() / file};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

std::string escaped(std::string text) {
  for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) text.insert(at, "\\");
  return text;
}

std::string row_of(const KeyRule& rule) {
  const std::string section = rule.section == "lever" ? "`[[lever]]`" : "`[" + std::string{rule.section} + "]`";
  const std::string need = rule.need == Need::required ? "required" : "optional";
  return "| " + section + " | `" + std::string{rule.key} + "` | " + std::string{kind_text(rule.kind)} + " | " +
         std::string{rule.unit} + " | " + need + " | " + escaped(std::string{rule.meaning}) + " |\n";
}

}  // namespace

TEST_CASE("scenarios/README.md holds the key table that drives reading", "[documentation]") {
  std::string table = "| section | key | kind | unit | need | meaning |\n|---|---|---|---|---|---|\n";
  for (const KeyRule& rule : scenario_keys) table += row_of(rule);
  const std::string readme = text_of("scenarios/README.md");
  REQUIRE_FALSE(readme.empty());
  INFO("the table must read\n" << table);
  CHECK(readme.find("\n" + table + "\n") != std::string::npos);
}

TEST_CASE("no key stands twice in a section", "[documentation]") {
  std::set<std::string> seen;
  for (const KeyRule& rule : scenario_keys) {
    CHECK(seen.insert(std::string{rule.section} + "." + std::string{rule.key}).second);
  }
  seen.clear();
  for (const KeyRule& rule : catalogue_keys) {
    CHECK(seen.insert(std::string{rule.section} + "." + std::string{rule.key}).second);
  }
}

TEST_CASE("data/levers/README.md names every key of a lever and every number of a channel", "[documentation]") {
  const std::string readme = text_of("data/levers/README.md");
  for (const KeyRule& rule : catalogue_keys) {
    CAPTURE(rule.key);
    CHECK((readme.find("`" + std::string{rule.key}) != std::string::npos ||
           readme.find("[[lever." + std::string{rule.key} + "]]") != std::string::npos ||
           readme.find("{ " + std::string{rule.key} + " = ") != std::string::npos));
  }
  for (const std::string& channel : channel_names) {
    CAPTURE(channel);
    CHECK(readme.find("| `" + channel + "` |") != std::string::npos);
  }
  for (const ChannelNumber& number : channel_numbers) {
    CAPTURE(number.name);
    CHECK(readme.find("`" + std::string{number.name} + "`") != std::string::npos);
  }
  for (std::size_t k = 0; k < channel_rules.size(); ++k) CHECK(channel_rules[k].channel == static_cast<Channel>(k));
  CHECK(channel_rules.size() == channel_names.size());
}

TEST_CASE("a lever displaces only where the model does not", "[catalogue][specification]") {
  // Exports, the stock of firms, matching, wage subsidies and tourism; shifts of A and adoption displace by themselves.
  const std::set<std::string> displaces{"firms.exports",       "firms.entry",         "firms.survival", "firms.scaleup",
                                        "matching.efficiency", "labour.wage_subsidy", "demand.tourism"};
  for (std::size_t k = 0; k < channel_names.size(); ++k) {
    CAPTURE(channel_names[k]);
    bool may = false;
    for (const ChannelNumber& number : numbers_of(static_cast<Channel>(k), false))
      may = may || (number.name == "displacement" && number.rule != NumberRule::zero);
    CHECK(may == (displaces.count(channel_names[k]) == 1));
  }
}
