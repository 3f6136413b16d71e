#include "support/scenario_world.h"

#include "inputs/read_catalogue.h"

namespace drivkraft {

namespace {

ParameterRow row(const std::string& key, const std::string& unit, double central, double low, double high,
                 Distribution distribution) {
  ParameterRow made;
  made.key = key;
  made.unit = unit;
  made.central = central;
  made.low = low;
  made.high = high;
  made.distribution = distribution;
  made.source = "made up";
  made.grade = 'C';
  return made;
}

}  // namespace

std::string lever_file() {
  const std::string words =
      "name_da = \"a\"\nname_en = \"b\"\nplace = \"c\"\nexpected = { real_gdp = \"up\" }\ndriver = \"e\"\ninstrument = "
      "\"f\"\n"
      "target_group = \"g\"\nnotes = \"h\"\n";
  const auto number = [](const std::string& value, const std::string& unit) {
    return "{ value = " + value + ", unit = \"" + unit +
           "\", status = \"assumed\", source = \"judgement\", grade = \"D\" }\n";
  };
  const auto money = [&](const std::string& dose, const std::string& cost) {
    return "default_dose = " + number("10", dose) + "public_cost = " + number("0.5", cost) +
           "private_cost = " + number("0", cost);
  };
  const std::string spending =
      "spending = { shares = { knowledge_services = 0.75, education = 0.25 }, status = \"assumed\", source = "
      "\"judgement\", grade = \"D\" }\n";
  std::string text =
      "[document]\nid = \"doc\"\ntitle_da = \"x\"\ntitle_en = \"Document\"\npublisher = \"y\"\nyear = 2020\n";
  text += "[[lever]]\nid = \"advice\"\n" + words +
          "regions = \"all\"\nindustries = [\"food\", \"knowledge_services\"]\n" + "dose_unit = \"firms\"\n" +
          money("firms a year", "mio. DKK a firm") + spending +
          "[[lever.channel]]\nchannel = \"firms.productivity\"\neffect = { parameter = \"effect\" }\n" +
          "employees_per_firm = " + number("10", "persons a firm") +
          "deadweight = { parameter = \"policy.deadweight\" }\n" + "displacement = " + number("0", "share") +
          "substitution = " + number("0.05", "share") + "success = " + number("1", "share") +
          "delay = " + number("1", "years") +
          "ramp = { parameter = \"policy.ramp\" }\nhalf_life = { parameter = \"policy.half_life\" }\n";
  text += "[[lever]]\nid = \"purchases\"\n" + words + "regions = \"all\"\ndose_unit = \"mio_dkk\"\n" +
          money("mio. DKK a year", "mio. DKK a mio. DKK") + spending +
          "[[lever.channel]]\nchannel = \"demand.public\"\n";
  text += "[[lever]]\nid = \"people\"\n" + words + "regions = [\"nordjylland\", \"fyn\"]\ndose_unit = \"persons\"\n" +
          money("persons a year", "mio. DKK a person") + spending +
          "[[lever.channel]]\nchannel = \"labour.participation\"\n"
          "education_shares = { shares = { basic = 0.6, long_cycle = 0.4 }, status = \"assumed\", source = "
          "\"judgement\", grade = \"D\" }\n"
          "deadweight = { parameter = \"policy.deadweight\" }\nexit = " +
          number("0.5", "share per year");
  return text;
}

ScenarioWorld::ScenarioWorld() {
  dimensions.regions = {{"nordjylland", "", ""}, {"fyn", "", ""}, {"bornholm", "", ""}};
  dimensions.industries = {{"food", "", ""}, {"knowledge_services", "", ""}, {"education", "", ""}};
  dimensions.educations = {{"basic", "", ""}, {"long_cycle", "", ""}};
  dimensions.higher = {false, true};
  parameters.rows = {row("wages.epsilon", "elasticity", 0.01, 0.0, 0.03, Distribution::triangular),
                     row("policy.deadweight", "share", 0.4, 0.2, 0.6, Distribution::beta),
                     row("policy.ramp", "years", 2.0, 1.0, 4.0, Distribution::triangular),
                     row("policy.half_life", "years", 4.0, 1.0, 8.0, Distribution::lognormal),
                     row("effect", "proportion", 0.03, 0.0, 0.08, Distribution::triangular)};
  Problems problems;
  read_levers(lever_file(), "levers.toml", dimensions, parameters, catalogue, problems);
  problems.throw_if_any();
}

}  // namespace drivkraft
