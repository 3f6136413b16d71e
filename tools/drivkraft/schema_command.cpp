#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "drivkraft/commands.h"
#include "drivkraft/load.h"
#include "inputs/dose_profile.h"
#include "inputs/key_rules.h"
#include "inputs/read_catalogue.h"
#include "inputs/read_dimensions.h"

namespace drivkraft {

namespace {

using Json = nlohmann::ordered_json;

/// The names that a scenario may use.
struct Names {
  std::vector<std::string> regions, industries, levers;
  ParameterTable parameters;
  int base_year = 0;
  std::vector<std::string> falling = {};  // levers whose dose may lie below zero
};

Names read_names(const std::filesystem::path& data) {
  InputRecord record;
  Problems problems;
  const Dimensions dimensions = read_dimensions(data, record, problems);
  problems.throw_if_any();
  Names names{ids_of(dimensions.regions), ids_of(dimensions.industries), {}, {}, dimensions.base_year};
  const ParameterFile parameters = read_parameter_table(data / "parameters" / "parameters.csv", record, problems);
  names.parameters.rows = parameters.rows;
  const LeverCatalogue catalogue = read_catalogue(data / "levers", dimensions, parameters, record, problems);
  names.levers = lever_ids(catalogue);
  for (const LeverEntry& entry : catalogue.entries) {
    if (may_fall(entry)) names.falling.push_back(entry.id);
  }
  problems.throw_if_any();
  return names;
}

Json list_of(const std::vector<std::string>& choices) {
  return {{"type", "array"}, {"items", {{"enum", choices}}}, {"uniqueItems", true}};
}

Json text() {
  return {{"type", "string"}, {"pattern", "\\S"}};
}

/// A number, or a table of years.
Json number_or_years(const Json& number, const Names& names) {
  std::string years;
  for (int year = names.base_year + 1; year <= last_possible_year; ++year)
    years += (years.empty() ? "" : "|") + std::to_string(year);
  const Json table{{"type", "object"},
                   {"patternProperties", {{"^(" + years + ")$", number}}},
                   {"additionalProperties", false},
                   {"minProperties", 1}};
  return {{"anyOf", {number, table}}};
}

Json dose(const Names& names) {
  const Json amount{{"type", "number"}};
  const Json share{{"type", "number"}, {"minimum", 0}, {"maximum", 1}};
  Json choices = number_or_years(amount, names), regions = Json::object();
  for (const std::string& region : names.regions) regions[region] = amount;
  choices["anyOf"].push_back(
      {{"type", "object"}, {"properties", regions}, {"additionalProperties", false}, {"minProperties", 1}});
  choices["anyOf"].push_back({{"type", "object"},
                              {"properties", {{"share", number_or_years(share, names)}}},
                              {"required", {"share"}},
                              {"additionalProperties", false}});
  return choices;
}

Json profile() {
  const Json years{{"type", "integer"}, {"minimum", 1}};
  const Json left{{"type", "number"}, {"exclusiveMinimum", 0}, {"exclusiveMaximum", 1}};
  Json words = Json::array(), with_number = Json::object();
  for (std::size_t k = 0; k < profile_names.size(); ++k) {
    const auto shape = static_cast<ProfileShape>(k);
    if (takes_number(shape)) {
      with_number[profile_names[k]] = shape == ProfileShape::decay ? left : years;
    } else {
      words.push_back(profile_names[k]);
    }
  }
  const Json table{{"type", "object"},
                   {"properties", with_number},
                   {"additionalProperties", false},
                   {"minProperties", 1},
                   {"maxProperties", 1}};
  return {{"anyOf", {{{"enum", words}}, table}}};
}

const std::vector<std::string>& closure_choices(std::string_view key) {
  if (key == "wages") return wage_closure_names;
  if (key == "capital") return capital_closure_names;
  if (key == "migration") return migration_closure_names;
  return financing_names;
}

Json names_of(const KeyRule& rule, const Names& names) {
  if (rule.key == "hold") return list_of(hold_names);
  if (rule.key == "regions") return list_of(names.regions);
  if (rule.key == "industries") return list_of(names.industries);
  return {{"type", "array"}, {"items", text()}, {"uniqueItems", true}};
}

/// What a key may hold.
Json value_of(const KeyRule& rule, const Names& names) {
  switch (rule.kind) {
    case Kind::text:
      if (rule.section == "closures") return {{"enum", closure_choices(rule.key)}};
      if (rule.section == "lever" && rule.key == "id") return {{"enum", names.levers}};
      return text();
    case Kind::whole_number:
      return {{"type", "integer"}, {"minimum", names.base_year + 1}, {"maximum", last_possible_year}};
    case Kind::year_range:
      return {{"type", "array"},
              {"items",
               {{{"const", names.base_year}},
                {{"type", "integer"}, {"minimum", names.base_year + 1}, {"maximum", last_possible_year}}}},
              {"minItems", 2},
              {"maxItems", 2}};
    case Kind::names: return names_of(rule, names);
    case Kind::names_or_all: {
      Json some = names_of(rule, names);
      some["minItems"] = 1;
      return {{"anyOf", {{{"const", "all"}}, some}}};
    }
    case Kind::dose: return dose(names);
    case Kind::profile: return profile();
    default: return {{"type", "number"}};
  }
}

Json section(const std::string& name, const Names& names) {
  Json properties = Json::object(), required = Json::array();
  for (const KeyRule& rule : scenario_keys) {
    if (rule.section != name) continue;
    Json value = value_of(rule, names);
    value["description"] = rule.meaning;
    properties[std::string{rule.key}] = value;
    // a file that extends another may leave its years to that one
    if (rule.need == Need::required && rule.key != "years") required.push_back(rule.key);
  }
  Json table{{"type", "object"}, {"properties", properties}};
  if (!required.empty()) table["required"] = required;
  table["additionalProperties"] = false;
  return table;
}

Json parameters(const Names& names) {
  Json properties = Json::object();
  for (const ParameterRow& row : names.parameters.rows)
    properties[row.key] = {{"type", "number"}, {"description", row.description + " [" + row.unit + "]"}};
  const auto rule = std::find_if(scenario_keys.begin(), scenario_keys.end(),
                                 [](const KeyRule& each) { return each.section == "parameters"; });
  return {
      {"type", "object"}, {"description", rule->meaning}, {"properties", properties}, {"additionalProperties", false}};
}

/// A dose that is one number, or one a region, needs its years; one that is given by year takes none. Only shocks to
/// demand fall below zero.
Json lever_rules(const Names& names) {
  Json one_number = Json::parse(R"({"anyOf": [
    {"properties": {"dose": {"type": "number"}}},
    {"properties": {"dose": {"type": "object", "minProperties": 1}}},
    {"properties": {"dose": {"type": "object", "properties": {"share": {"type": "number"}}, "required": ["share"]}}}]})");
  one_number["anyOf"][1]["properties"]["dose"]["propertyNames"] = {{"enum", names.regions}};
  const Json with_years = Json::parse(R"({"required": ["from"], "anyOf": [
    {"required": ["to"], "not": {"required": ["profile"], "properties": {"profile": {"type": "string"}}}},
    {"required": ["profile"], "not": {"required": ["to"]}}]})");
  const Json without = Json::parse(R"({"not": {"anyOf": [
    {"required": ["from"]}, {"required": ["to"]}, {"required": ["profile"]}]}})");
  const Json others{{"properties", {{"id", {{"not", {{"enum", names.falling}}}}}}}};
  const Json not_negative =
      Json::parse(R"({"properties": {"dose": {"minimum": 0, "additionalProperties": {"minimum": 0}}}})");
  return {{"if", one_number},
          {"then", with_years},
          {"else", without},
          {"allOf", Json::array({{{"if", others}, {"then", not_negative}}})}};
}

Json scenario_schema(const Names& names) {
  Json head = section("scenario", names);
  head["anyOf"] = {{{"required", {"years"}}}, {{"required", {"extends"}}}};
  Json lever = section("lever", names);
  lever.update(lever_rules(names));
  return {{"$schema", "http://json-schema.org/draft-07/schema#"},
          {"title", "A scenario of Drivkraft"},
          {"type", "object"},
          {"properties",
           {{"scenario", head},
            {"closures", section("closures", names)},
            {"lever", {{"type", "array"}, {"items", lever}}},
            {"parameters", parameters(names)}}},
          {"required", {"scenario"}},
          {"additionalProperties", false}};
}

}  // namespace

int schema_command(const Arguments& arguments) {
  const SchemaOptions options = parse_schema(arguments);
  if (options.help) {
    std::cout << schema_help();
    return exit_done;
  }
  std::cout << scenario_schema(read_names(find_data(options.data, {}))).dump(2) << '\n';
  return exit_done;
}

}  // namespace drivkraft
