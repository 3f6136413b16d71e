#include "inputs/read_catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/checks.h"
#include "inputs/catalogue_channels.h"
#include "inputs/catalogue_numbers.h"
#include "inputs/key_reader.h"
#include "inputs/text_file.h"
#include "inputs/toml_document.h"

namespace drivkraft {

namespace {

template <class AnyId>
std::vector<AnyId> read_members(KeyReader& keys, std::string_view key, const std::vector<std::string>& members,
                                const std::string& what) {
  std::vector<AnyId> chosen;
  const TomlValue* value = keys.value(key);
  if (!value) return chosen;
  if (value->kind == TomlKind::text) {
    for (std::size_t k = 0; k < members.size(); ++k) chosen.push_back(AnyId{static_cast<int>(k)});
    return chosen;
  }
  for (const PlacedName& name : keys.names(key)) {
    const auto at = choose(name, members, what, keys.title(), keys.document(), keys.problems());
    if (at) chosen.push_back(AnyId{*at});
  }
  if (value->items.empty()) keys.add(value->span, fmt::format("\"{}\" of {} names nothing", key, keys.title()));
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

void read_names_of(KeyReader& keys, LeverEntry& entry) {
  entry.name_da = keys.text("name_da");
  entry.name_en = keys.text("name_en");
  entry.place = keys.text("place");
  entry.driver = keys.text("driver");
  entry.instrument = keys.text("instrument");
  entry.target_group = keys.text("target_group");
  entry.notes = keys.text("notes");
}

void read_expected(KeyReader& keys, LeverEntry& entry) {
  const TomlValue* table = keys.value("expected");
  if (!table) return;
  const std::string where = "expected of " + keys.title();
  for (const TomlEntry& each : table->entries) {
    const auto indicator =
        choose({each.key, each.key_span}, expected_indicators, "indicator", where, keys.document(), keys.problems());
    const auto way = choose({each.value.text, each.value.span}, {"down", "up"}, "direction", where, keys.document(),
                            keys.problems());
    if (indicator && way) entry.expected.push_back({static_cast<ExpectedIndicator>(*indicator), *way == 1});
  }
  if (table->entries.empty()) keys.add(table->span, where + " names nothing");
}

/// Positions of strength stand for the parts of industries they are made of.
void read_strength_positions(const CatalogueContext& in, KeyReader& keys, LeverEntry& entry) {
  const TomlValue* value = keys.value("strength_positions");
  if (!value) return;
  if (keys.has("industries")) {
    keys.add(value->span,
             fmt::format("{} names both industries and strength_positions, one of them is enough", keys.title()));
  }
  const std::vector<StrengthPosition>& positions = in.dimensions.strength_positions;
  std::vector<std::string> known;
  known.reserve(positions.size());
  for (const StrengthPosition& position : positions) known.push_back(position.id);
  std::vector<double> reach(in.dimensions.industries.size(), 0.0);
  for (const PlacedName& name : keys.names("strength_positions")) {
    const auto at = choose(name, known, "strength position", keys.title(), keys.document(), keys.problems());
    if (!at) continue;
    const std::vector<double>& shares = positions[static_cast<std::size_t>(*at)].share_of_jobs;
    for (std::size_t j = 0; j < reach.size(); ++j) reach[j] += shares[j];
  }
  if (value->items.empty())
    keys.add(value->span, fmt::format("\"strength_positions\" of {} names nothing", keys.title()));
  entry.industries.clear();
  for (std::size_t j = 0; j < reach.size(); ++j) {
    if (reach[j] == 0.0) continue;
    if (reach[j] > 1.0) {
      keys.add(value->span, fmt::format("the strength positions of {} overlap: together they are {:.3g} of {}",
                                        keys.title(), reach[j], in.dimensions.industries[j].id));
    }
    entry.industries.push_back(IndustryId{static_cast<int>(j)});
    entry.reach.push_back(reach[j]);
  }
}

void read_money(const CatalogueContext& in, KeyReader& keys, const std::string& lever, LeverEntry& entry) {
  const std::array<std::string_view, 5> dose_units{"firms a year", "persons a year", "mio. DKK a year", "percent",
                                                   "minutes"};
  const std::array<std::string_view, 5> cost_units{"mio. DKK a firm", "mio. DKK a person", "mio. DKK a mio. DKK",
                                                   "mio. DKK a percent", "mio. DKK a minute"};
  const auto unit = static_cast<std::size_t>(entry.dose_unit);
  const auto number = [&](std::string_view key, std::string_view number_unit) {
    const TomlValue* value = keys.value(key);
    const std::string title = fmt::format("{} of {}", key, lever);
    const NumberRule rule = key == "default_dose" ? NumberRule::any : NumberRule::non_negative;  // see read_lever
    return value ? read_number(in, *value, title, number_unit, rule) : SourcedNumber{};
  };
  entry.default_dose = number("default_dose", dose_units[unit]);
  entry.public_cost = number("public_cost", cost_units[unit]);
  entry.private_cost = number("private_cost", cost_units[unit]);
  if (entry.dose_unit == DoseUnit::percent && entry.public_cost.value != 0.0) {
    keys.add(keys.raw("public_cost")->span,
             fmt::format("public_cost of {} is {}, must be 0: nobody buys a shock", lever, entry.public_cost.value));
  }
  if (const TomlValue* spending = keys.value("spending")) {
    entry.spending = read_shares(in, *spending, "spending of " + lever, ids_of(in.dimensions.industries), "product");
  }
}

void read_channels(const CatalogueContext& in, KeyReader& keys, const std::string& lever, const TomlValue& table,
                   LeverEntry& entry) {
  if (const TomlValue* channels = keys.value("channel")) {
    for (const TomlValue& channel : channels->items) read_channel(in, channel, lever, entry);
  }
  const auto reaches = [](const ChannelUse& use) { return rule_of(use.channel).reaches_industries; };
  if (entry.industries.empty() && std::any_of(entry.channels.begin(), entry.channels.end(), reaches)) {
    keys.add(table.span, fmt::format("{} reaches firms and must say in which industries", lever));
  }
}

LeverEntry read_lever(const CatalogueContext& in, const TomlValue& table, const LeverDocument& document) {
  LeverEntry entry;
  entry.document_id = document.id;
  entry.document = document.title_en;
  entry.shock = document.shocks;
  const TomlEntry* id = table.find("id");
  const std::string lever =
      id && id->value.kind == TomlKind::text ? fmt::format("lever \"{}\"", id->value.text) : "a lever without id";
  KeyReader keys{in.document, table, catalogue_keys, "lever", lever, in.problems};
  entry.id = keys.text("id");
  if (id && entry.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos) {
    keys.add(id->value.span, fmt::format("the id of {} may hold lower-case letters, digits and hyphens", lever));
  }
  read_names_of(keys, entry);
  read_expected(keys, entry);
  entry.regions = read_members<RegionId>(keys, "regions", ids_of(in.dimensions.regions), "region");
  entry.industries = read_members<IndustryId>(keys, "industries", ids_of(in.dimensions.industries), "industry");
  read_strength_positions(in, keys, entry);
  const TomlValue* unit = keys.value("dose_unit");
  if (unit) {
    const auto at = choose({unit->text, unit->span}, dose_unit_names, "dose_unit", lever, in.document, in.problems);
    if (at) entry.dose_unit = static_cast<DoseUnit>(*at);
  }
  read_money(in, keys, lever, entry);
  read_channels(in, keys, lever, table, entry);
  if (!may_fall(entry)) {
    const SourcedNumber& dose = entry.default_dose;
    const std::string broken = check_non_negative("default_dose of " + lever, dose.value, dose.unit);
    if (!broken.empty()) keys.add(keys.raw("default_dose")->span, broken);
  }
  keys.finish();
  return entry;
}

LeverDocument read_document_head(const CatalogueContext& in, const TomlValue& table) {
  KeyReader keys{in.document, table, catalogue_keys, "document", "[document]", in.problems};
  LeverDocument head;
  head.id = keys.text("id");
  head.title_da = keys.text("title_da");
  head.title_en = keys.text("title_en");
  head.publisher = keys.text("publisher");
  head.year = keys.whole_number("year").value_or(0);
  const TomlValue* shocks = keys.value("shocks");
  head.shocks = shocks && shocks->number == 1.0;
  keys.finish();
  return head;
}

void add_document(const CatalogueContext& in, LeverDocument head, LeverCatalogue& catalogue) {
  for (const LeverDocument& other : catalogue.documents) {
    if (head.id.empty() || other.id != head.id) continue;
    in.problems.add(in.document.place(in.document.root().find("document")->value.find("id")->value.span),
                    fmt::format("two documents have the id \"{}\"", head.id));
  }
  catalogue.documents.push_back(std::move(head));
}

void check_sections(const CatalogueContext& in) {
  for (const TomlEntry& entry : in.document.root().entries) {
    if (entry.key == "document" || entry.key == "lever") continue;
    in.problems.add(in.document.place(entry.key_span),
                    fmt::format("unknown section \"{}\" in a file of levers", entry.key),
                    did_you_mean(entry.key, {"document", "lever"}));
  }
}

void read_levers(const TomlDocument& document, const Dimensions& dimensions, const ParameterTable& parameters,
                 LeverCatalogue& catalogue, Problems& problems) {
  const CatalogueContext in{document, dimensions, parameters, problems};
  check_sections(in);
  LeverDocument of;
  const TomlEntry* head = document.root().find("document");
  if (head && head->value.kind == TomlKind::table) {
    of = read_document_head(in, head->value);
    add_document(in, of, catalogue);
  } else {
    problems.add(document.whole_file(), "a file of levers must have a [document] section");
  }
  const TomlEntry* levers = document.root().find("lever");
  if (!levers || levers->value.kind != TomlKind::list) {
    problems.add(document.whole_file(), "a file of levers must have [[lever]] tables");
    return;
  }
  for (const TomlValue& table : levers->value.items) {
    if (table.kind != TomlKind::table) {
      problems.add(document.place(table.span), "a lever must be a [[lever]] table");
      continue;
    }
    LeverEntry entry = read_lever(in, table, of);
    const std::vector<std::string> known = lever_ids(catalogue);
    if (!entry.id.empty() && std::find(known.begin(), known.end(), entry.id) != known.end()) {
      problems.add(document.place(table.find("id")->value.span),
                   fmt::format("two levers have the id \"{}\"", entry.id));
    }
    catalogue.entries.push_back(std::move(entry));
  }
}

}  // namespace

void read_levers(std::string text, std::string shown, const Dimensions& dimensions, const ParameterTable& parameters,
                 LeverCatalogue& catalogue, Problems& problems) {
  const auto document = TomlDocument::parse(std::move(text), std::move(shown), problems);
  if (document) read_levers(*document, dimensions, parameters, catalogue, problems);
}

LeverCatalogue read_catalogue(const std::filesystem::path& folder, const Dimensions& dimensions,
                              const ParameterTable& parameters, InputRecord& record, Problems& problems) {
  LeverCatalogue catalogue;
  std::error_code failed;
  std::vector<std::filesystem::path> files;
  for (const auto& file : std::filesystem::directory_iterator(folder, failed)) {
    if (file.path().extension() == ".toml") files.push_back(file.path());
  }
  if (failed) {
    problems.add({folder.string(), 0, 0, 1, {}}, "the folder of levers cannot be read: " + failed.message());
    return catalogue;
  }
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    const std::string name = "levers/" + file.filename().string();
    const auto document = TomlDocument::read(file, name, record, problems);
    if (document) read_levers(*document, dimensions, parameters, catalogue, problems);
  }
  return catalogue;
}

std::vector<std::string> parameters_named(const LeverCatalogue& catalogue) {
  std::vector<std::string> keys;
  const auto add = [&](const SourcedNumber& number) {
    if (!number.parameter.empty() && std::find(keys.begin(), keys.end(), number.parameter) == keys.end()) {
      keys.push_back(number.parameter);
    }
  };
  for (const LeverEntry& entry : catalogue.entries) {
    add(entry.default_dose);
    add(entry.public_cost);
    add(entry.private_cost);
    for (const ChannelUse& use : entry.channels) {
      for (const auto& [name, number] : use.parameters) add(number);
    }
  }
  return keys;
}

std::vector<std::string> lever_ids(const LeverCatalogue& catalogue) {
  std::vector<std::string> ids;
  ids.reserve(catalogue.entries.size());
  for (const LeverEntry& entry : catalogue.entries) ids.push_back(entry.id);
  return ids;
}

}  // namespace drivkraft
