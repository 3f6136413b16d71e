// What the author of a lever is told, word by word.

#include <catch2/catch.hpp>
#include <string>

#include "inputs/read_catalogue.h"
#include "support/scenario_world.h"

using namespace drivkraft;

namespace {

/// Problems of the world's lever file after one change.
std::string told(const std::string& from, const std::string& to) {
  std::string text = lever_file();
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  const ScenarioWorld world;
  LeverCatalogue catalogue;
  Problems problems;
  read_levers(text, "l.toml", world.dimensions, world.parameters, catalogue, problems);
  return problems.empty() ? "" : problems.text();
}

/// The message alone, without place and line.
std::string message(const std::string& from, const std::string& to) {
  const std::string text = told(from, to);
  const std::size_t begin = text.find(": ");
  return begin == std::string::npos ? text : text.substr(begin + 2, text.find('\n') - begin - 2);
}

}  // namespace

TEST_CASE("the levers of the small world are read with their numbers", "[catalogue]") {
  const ScenarioWorld world;
  REQUIRE(lever_ids(world.catalogue) == std::vector<std::string>{"advice", "purchases", "people"});
  const LeverEntry& advice = world.catalogue.entries[0];
  CHECK(advice.document == "Document");
  CHECK(advice.regions.size() == 3);
  CHECK(advice.industries == std::vector<IndustryId>{{0}, {1}});
  CHECK(advice.public_cost.value == 0.5);
  CHECK(advice.spending == std::vector<double>{0.0, 0.75, 0.25});
  REQUIRE(advice.channels.size() == 1);
  const SourcedNumber& effect = advice.channels[0].parameters.at("effect");
  CHECK(effect.value == 0.03);
  CHECK(effect.unit == "proportion");
  CHECK(effect.parameter == "effect");
  CHECK(effect.grade == 'C');
  CHECK(world.catalogue.entries[2].regions == std::vector<RegionId>{{0}, {1}});
  CHECK(world.catalogue.entries[2].channels[0].education_shares == std::vector<double>{0.6, 0.4});
  CHECK(parameters_named(world.catalogue) ==
        std::vector<std::string>{"policy.deadweight", "effect", "policy.half_life", "policy.ramp"});
}

TEST_CASE("a lever that names what there is not", "[errors][catalogue]") {
  CHECK(told("effect = { parameter = \"effect\" }", "effect = { parameter = \"efect\" }") ==
        "l.toml:26:24: unknown parameter \"efect\" in effect of lever \"advice\"\n"
        "   26 | effect = { parameter = \"efect\" }\n"
        "      |                        ^~~~~~~ did you mean \"effect\"?\n"
        "1 problem found; nothing was run.");
  CHECK(message("\"food\"", "\"fod\"") == "unknown industry \"fod\" in lever \"advice\"");
  CHECK(message("\"fyn\"", "\"fin\"") == "unknown region \"fin\" in lever \"people\"");
  CHECK(message("education = 0.25", "eduction = 0.25") ==
        "unknown product \"eduction\" in spending of lever \"advice\"");
  CHECK(message("demand.public", "demand.pubic") ==
        "unknown channel \"demand.pubic\" in a channel of lever \"purchases\"");
  CHECK(message("\"firms\"\n", "\"firm\"\n") == "unknown dose_unit \"firm\" in lever \"advice\"");
  CHECK(message("status = \"assumed\"", "status = \"guess\"") ==
        "unknown status \"guess\" in default_dose of lever \"advice\"");
  CHECK(message("grade = \"D\"", "grade = \"E\"") == "unknown grade \"E\" in default_dose of lever \"advice\"");
}

TEST_CASE("a number of a lever against its rule or unit", "[errors][catalogue]") {
  CHECK(message("basic = 0.6", "basic = 0.5") ==
        "shares of education_shares of lever \"people\" add to 0.9, must add to 1");
  CHECK(message("value = 0.05", "value = 1.05") ==
        "substitution of lever \"advice\" is 1.05 share, must lie in 0 to 1");
  CHECK(message("value = 0, unit = \"share\"", "value = 0.2, unit = \"share\"") ==
        "displacement of lever \"advice\" is 0.2, must be 0: the model displaces by itself");
  CHECK(message("unit = \"firms a year\"", "unit = \"firms\"") ==
        "default_dose of lever \"advice\" has the unit \"firms\", must be \"firms a year\"");
  CHECK(message("value = 10", "value = -10") ==
        "default_dose of lever \"advice\" is -10 firms a year, must not be negative");
  CHECK(message("parameter = \"policy.ramp\"", "parameter = \"policy.deadweight\"") ==
        "ramp of lever \"advice\" has the unit \"share\", must be \"years\"");
}

TEST_CASE("a key of a lever of another kind", "[errors][catalogue]") {
  CHECK(message("private_cost = {", "private_cost = 3 #") ==
        "\"private_cost\" of lever \"advice\" is a whole number, it must be a table with a value or a parameter");
  CHECK(message("spending = {", "spending = \"food\" #") ==
        "\"spending\" of lever \"advice\" is \"food\", it must be a table with shares");
  CHECK(message("[[lever.channel]]\nchannel = \"demand.public\"", "channel = \"demand.public\"") ==
        "\"channel\" of lever \"purchases\" is \"demand.public\", it must be a list of tables");
  CHECK(message("year = 2020", "year = 20200000000") == "\"year\" of [document] is too large");
}

TEST_CASE("keys of a lever that are missing, unknown or twice", "[errors][catalogue]") {
  CHECK(message("notes = \"h\"\n", "") == "lever \"advice\" has no key \"notes\": what the evidence does not support");
  CHECK(message("driver", "driv") == "lever \"advice\" has no key \"driver\": driver of growth");
  CHECK(message("delay = ", "delai = ") ==
        "channel firms.productivity of lever \"advice\" has no key \"delay\": years to the first effect");
  CHECK(message("channel = \"demand.public\"\n", "channel = \"demand.public\"\nexit = 3\n") ==
        "unknown key \"exit\" in channel demand.public of lever \"purchases\"");
  CHECK(message("id = \"purchases\"", "id = \"advice\"") == "two levers have the id \"advice\"");
  CHECK(message("industries = [\"food\", \"knowledge_services\"]\n", "") ==
        "lever \"advice\" reaches firms and must say in which industries");
  CHECK(message("status = \"assumed\", ", "") ==
        "default_dose of lever \"advice\" has no key \"status\": observed, derived or assumed");
  CHECK(message("year = 2020\n", "year = 2020\nshocks = 1\n") ==
        "\"shocks\" of [document] is a whole number, it must be true or false");
  CHECK(message("[document]", "[documents]") == "unknown section \"documents\" in a file of levers");
}

TEST_CASE("documents of the catalogue", "[errors][catalogue]") {
  const ScenarioWorld world;
  LeverCatalogue catalogue = world.catalogue;
  REQUIRE(catalogue.documents.size() == 1);
  CHECK(catalogue.documents[0].id == "doc");
  CHECK(catalogue.documents[0].title_en == "Document");
  CHECK(!catalogue.documents[0].shocks);
  CHECK(catalogue.entries[0].document_id == "doc");
  const std::string head = "[document]\nid = \"doc\"\ntitle_da = \"x\"\ntitle_en = \"y\"\npublisher = \"z\"\n";
  Problems problems;
  read_levers(head + "year = 2020\nshocks = true\nlever = []\n", "l.toml", world.dimensions, world.parameters,
              catalogue, problems);
  CHECK(catalogue.documents[1].shocks);
  CHECK_THAT(problems.text(), Catch::Contains("l.toml:2:6: two documents have the id \"doc\""));
}
