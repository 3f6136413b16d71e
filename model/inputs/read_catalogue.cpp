#include "inputs/read_catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "base/checks.h"
#include "inputs/catalogue_rules.h"
#include "inputs/key_reader.h"
#include "inputs/text_file.h"
#include "inputs/toml_document.h"

namespace drivkraft {

namespace {

constexpr double shares_tolerance = 1e-9;  // shares typed with a few digits add to 1 up to rounding of the sum

const std::vector<std::string> statuses{"observed", "derived", "assumed"};
const std::vector<std::string> grades{"A", "B", "C", "D"};

/// What one file is read against.
struct Context {
  const TomlDocument& document;
  const Dimensions& dimensions;
  const ParameterTable& parameters;
  Problems& problems;
};

std::string rule_broken(NumberRule rule, const std::string& name, double value, const std::string& unit) {
  switch (rule) {
    case NumberRule::any: return check_finite(name, value, unit);
    case NumberRule::share: return check_share(name, value, unit);
    case NumberRule::non_negative: return check_non_negative(name, value, unit);
    case NumberRule::positive: return check_positive(name, value, unit);
    case NumberRule::at_least_one:
      return value >= 1.0 ? std::string{} : fmt::format("{} is {} {}, must be at least 1", name, value, unit);
    case NumberRule::zero:
      return value == 0.0 ? std::string{}
                          : fmt::format("{} is {}, must be 0: the model displaces by itself", name, value);
  }
  return {};
}

/// Status, source, grade and the rest that a number or a list of shares must carry.
void read_certificate(KeyReader& keys, SourcedNumber& number, const TomlSpan& span) {
  number.status = keys.text("status");
  if (!number.status.empty()) {
    (void)choose({number.status, span}, statuses, "status", keys.title(), keys.document(), keys.problems());
  }
  number.source = keys.text("source");
  const std::string grade = keys.text("grade");
  if (!grade.empty() && choose({grade, span}, grades, "grade", keys.title(), keys.document(), keys.problems())) {
    number.grade = grade.front();
  }
  (void)keys.value("register");
  (void)keys.value("note");
}

SourcedNumber number_of_parameter(KeyReader& keys, const ParameterTable& table) {
  SourcedNumber number;
  const TomlValue* named = keys.value("parameter");
  if (!named) return number;
  std::vector<std::string> known;
  for (const ParameterRow& row : table.rows) known.push_back(row.key);
  const auto at =
      choose({named->text, named->span}, known, "parameter", keys.title(), keys.document(), keys.problems());
  if (!at) return number;
  const ParameterRow& row = table.rows[static_cast<std::size_t>(*at)];
  number.value = row.central;
  number.unit = row.unit;
  number.status = row.grade == 'D' ? "assumed" : "derived";  // grade D is judgement
  number.source = row.source;
  number.parameter = row.key;
  number.grade = row.grade;
  return number;
}

/// { value, unit, ... } or { parameter }. An empty `unit` accepts any.
SourcedNumber read_number(const Context& in, const TomlValue& entry, const std::string& title, std::string_view unit,
                          NumberRule rule) {
  const bool named = entry.find("parameter") != nullptr;
  KeyReader keys{in.document, entry, catalogue_keys, named ? "parameter" : "number", title, in.problems};
  const std::size_t before = in.problems.size();
  SourcedNumber number;
  if (named) {
    number = number_of_parameter(keys, in.parameters);
  } else {
    if (const TomlValue* value = keys.value("value")) number.value = value->number;
    number.unit = keys.text("unit");
    read_certificate(keys, number, entry.span);
  }
  keys.finish();
  if (in.problems.size() != before) return number;
  if (!unit.empty() && number.unit != unit) {
    keys.add(entry.span, fmt::format("{} has the unit \"{}\", must be \"{}\"", title, number.unit, unit));
  } else if (const std::string broken = rule_broken(rule, title, number.value, number.unit); !broken.empty()) {
    keys.add(entry.span, broken);
  }
  return number;
}

/// { shares = { name = share }, ... } over the members of a dimension; what is not named is 0.
std::vector<double> read_shares(const Context& in, const TomlValue& entry, const std::string& title,
                                const std::vector<std::string>& members, const std::string& what) {
  std::vector<double> shares(members.size(), 0.0);
  KeyReader keys{in.document, entry, catalogue_keys, "shares", title, in.problems};
  SourcedNumber certificate;
  read_certificate(keys, certificate, entry.span);
  const std::size_t before = in.problems.size();
  const TomlValue* table = keys.value("shares");
  keys.finish();
  if (!table) return shares;
  double sum = 0.0;
  for (const TomlEntry& share : table->entries) {
    const auto at = choose({share.key, share.key_span}, members, what, title, in.document, in.problems);
    if (!share.value.is_number()) {
      keys.add(share.value.span, fmt::format("the share of \"{}\" in {} must be a number", share.key, title));
      continue;
    }
    const std::string broken = check_share(fmt::format("share of \"{}\" in {}", share.key, title), share.value.number);
    if (!broken.empty()) keys.add(share.value.span, broken);
    if (at) shares[static_cast<std::size_t>(*at)] = share.value.number;
    sum += share.value.number;
  }
  if (in.problems.size() == before && !(std::abs(sum - 1.0) <= shares_tolerance)) {
    keys.add(table->span, fmt::format("shares of {} add to {:.10g}, must add to 1", title, sum));
  }
  return shares;
}

std::optional<Channel> read_channel_name(KeyReader& keys, const TomlValue& table) {
  const TomlEntry* entry = table.find("channel");
  (void)keys.raw("channel");
  if (!entry || entry->value.kind != TomlKind::text) {
    keys.add(entry ? entry->value.span : table.span, fmt::format("{} must name its channel", keys.title()),
             fmt::format("choices: {}", fmt::join(channel_names, ", ")));
    return std::nullopt;
  }
  const auto at = choose({entry->value.text, entry->value.span}, channel_names, "channel", keys.title(),
                         keys.document(), keys.problems());
  if (!at) return std::nullopt;
  return static_cast<Channel>(*at);
}

/// The keys of one channel's table as rules, so that a missing or misspelt number is told as such.
std::vector<KeyRule> rules_of(Channel channel) {
  std::vector<KeyRule> rules{{"channel", "channel", Kind::text, "", Need::required, "name of the channel"}};
  for (const ChannelNumber& number : channel_numbers) {
    if (number.channel != channel) continue;
    rules.push_back({"channel", number.name, Kind::number_entry, number.unit, Need::required, number.meaning});
  }
  if (channel == Channel::labour_participation) {
    rules.push_back({"channel", "education_shares", Kind::shares_entry, "", Need::required, "persons by education"});
  }
  return rules;
}

void read_channel(const Context& in, const TomlValue& table, const std::string& lever, LeverEntry& entry) {
  KeyReader first{in.document, table, std::span<const KeyRule>{}, "channel", "a channel of " + lever, in.problems};
  const std::optional<Channel> channel = read_channel_name(first, table);
  if (!channel) return;
  ChannelUse use;
  use.channel = *channel;
  const std::string& name = channel_names[static_cast<std::size_t>(*channel)];
  const std::string title = fmt::format("channel {} of {}", name, lever);
  const std::vector<KeyRule> rules = rules_of(*channel);
  KeyReader keys{in.document, table, rules, "channel", title, in.problems};
  (void)keys.raw("channel");
  for (const ChannelNumber& number : channel_numbers) {
    if (number.channel != *channel) continue;
    const std::string key{number.name};
    const TomlValue* value = keys.value(key);
    if (value)
      use.parameters[key] = read_number(in, *value, fmt::format("{} of {}", key, lever), number.unit, number.rule);
  }
  if (*channel == Channel::labour_participation) {
    if (const TomlValue* shares = keys.value("education_shares")) {
      use.education_shares =
          read_shares(in, *shares, "education_shares of " + lever, ids_of(in.dimensions.educations), "education");
    }
  }
  keys.finish();
  if (channel_dose_units[static_cast<std::size_t>(*channel)] != entry.dose_unit) {
    keys.add(
        table.span,
        fmt::format("{} takes doses in {}, the lever's dose_unit is {}", title,
                    dose_unit_names[static_cast<std::size_t>(channel_dose_units[static_cast<std::size_t>(*channel)])],
                    dose_unit_names[static_cast<std::size_t>(entry.dose_unit)]));
  }
  entry.channels.push_back(std::move(use));
}

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
  for (const PlacedName& row : keys.names("register_rows")) entry.register_rows.push_back(row.name);
}

void read_money(const Context& in, KeyReader& keys, const std::string& lever, LeverEntry& entry) {
  const std::array<std::string_view, 3> dose_units{"firms a year", "persons a year", "mio. DKK a year"};
  const std::array<std::string_view, 3> cost_units{"mio. DKK a firm", "mio. DKK a person", "mio. DKK a mio. DKK"};
  const auto unit = static_cast<std::size_t>(entry.dose_unit);
  const auto number = [&](std::string_view key, std::string_view number_unit) {
    const TomlValue* value = keys.value(key);
    const std::string title = fmt::format("{} of {}", key, lever);
    return value ? read_number(in, *value, title, number_unit, NumberRule::non_negative) : SourcedNumber{};
  };
  entry.default_dose = number("default_dose", dose_units[unit]);
  entry.public_cost = number("public_cost", cost_units[unit]);
  entry.private_cost = number("private_cost", cost_units[unit]);
  if (const TomlValue* spending = keys.value("spending")) {
    entry.spending = read_shares(in, *spending, "spending of " + lever, ids_of(in.dimensions.industries), "product");
  }
}

void read_channels(const Context& in, KeyReader& keys, const std::string& lever, const TomlValue& table,
                   LeverEntry& entry) {
  if (const TomlValue* channels = keys.value("channel")) {
    for (const TomlValue& channel : channels->items) read_channel(in, channel, lever, entry);
  }
  const auto uses_firms = [](const ChannelUse& use) { return use.channel == Channel::firms_productivity; };
  if (entry.industries.empty() && std::any_of(entry.channels.begin(), entry.channels.end(), uses_firms)) {
    keys.add(table.span, fmt::format("{} reaches firms and must say in which industries", lever));
  }
}

LeverEntry read_lever(const Context& in, const TomlValue& table, const std::string& document) {
  LeverEntry entry;
  entry.document = document;
  const TomlEntry* id = table.find("id");
  const std::string lever =
      id && id->value.kind == TomlKind::text ? fmt::format("lever \"{}\"", id->value.text) : "a lever without id";
  KeyReader keys{in.document, table, catalogue_keys, "lever", lever, in.problems};
  entry.id = keys.text("id");
  if (entry.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos) {
    keys.add(id->value.span, fmt::format("the id of {} may hold lower-case letters, digits and hyphens", lever));
  }
  read_names_of(keys, entry);
  entry.regions = read_members<RegionId>(keys, "regions", ids_of(in.dimensions.regions), "region");
  entry.industries = read_members<IndustryId>(keys, "industries", ids_of(in.dimensions.industries), "industry");
  const TomlValue* unit = keys.value("dose_unit");
  if (unit) {
    const auto at = choose({unit->text, unit->span}, dose_unit_names, "dose_unit", lever, in.document, in.problems);
    if (at) entry.dose_unit = static_cast<DoseUnit>(*at);
  }
  read_money(in, keys, lever, entry);
  read_channels(in, keys, lever, table, entry);
  keys.finish();
  return entry;
}

std::string read_document_head(const Context& in, const TomlValue& table) {
  KeyReader keys{in.document, table, catalogue_keys, "document", "[document]", in.problems};
  const std::string id = keys.text("id");
  (void)keys.text("title_da");
  std::string title = keys.text("title_en");
  (void)keys.text("publisher");
  (void)keys.whole_number("year");
  keys.finish();
  return title;
}

void check_sections(const Context& in) {
  for (const TomlEntry& entry : in.document.root().entries) {
    if (entry.key == "document" || entry.key == "lever") continue;
    in.problems.add(in.document.place(entry.key_span),
                    fmt::format("unknown section \"{}\" in a file of levers", entry.key),
                    did_you_mean(entry.key, {"document", "lever"}));
  }
}

void read_levers(const TomlDocument& document, const Dimensions& dimensions, const ParameterTable& parameters,
                 LeverCatalogue& catalogue, Problems& problems) {
  const Context in{document, dimensions, parameters, problems};
  check_sections(in);
  std::string title;
  const TomlEntry* head = document.root().find("document");
  if (head && head->value.kind == TomlKind::table) {
    title = read_document_head(in, head->value);
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
    LeverEntry entry = read_lever(in, table, title);
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
