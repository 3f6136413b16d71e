#include "inputs/catalogue_channels.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "inputs/key_reader.h"

namespace drivkraft {

namespace {

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
std::vector<KeyRule> rules_of(Channel channel, bool abroad) {
  std::vector<KeyRule> rules{{"channel", "channel", Kind::text, "", Need::required, "name of the channel"}};
  for (const ChannelNumber& number : numbers_of(channel, abroad)) {
    rules.push_back({"channel", number.name, Kind::number_entry, number.unit, Need::required, number.meaning});
  }
  const ChannelRule& rule = rule_of(channel);
  if (rule.spreads_people) {
    rules.push_back({"channel", "education_shares", Kind::shares_entry, "", Need::required, "persons by education"});
  }
  if (rule.hires) {
    rules.push_back({"channel", "hired_education", Kind::text, "", Need::required, "whom the firms hire"});
  }
  if (rule.buys_products) {
    rules.push_back(
        {"channel", "product_shares", Kind::shares_entry, "", Need::required, "what is bought, by product"});
  }
  if (rule.saves_inputs) {
    rules.push_back({"channel", "inputs", Kind::names, "product", Need::required, "what is saved"});
  }
  if (rule.joins_regions) {
    rules.push_back({"channel", "to_region", Kind::text, "region", Need::required, "the other end of the way"});
  }
  if (rule.lifts_people) {
    rules.push_back({"channel", "from_education", Kind::text, "", Need::required, "what people have"});
    rules.push_back({"channel", "to_education", Kind::text, "", Need::required, "what they reach"});
  }
  return rules;
}

std::optional<int> read_education(const CatalogueContext& in, KeyReader& keys, std::string_view key) {
  const TomlValue* named = keys.value(key);
  if (!named) return std::nullopt;
  return choose({named->text, named->span}, ids_of(in.dimensions.educations), "education", keys.title(),
                keys.document(), keys.problems());
}

/// A channel that spreads a practice needs that practice in the data.
void check_practice(const CatalogueContext& in, KeyReader& keys, const TomlValue& table, Channel channel) {
  const std::string& name = channel_names[static_cast<std::size_t>(channel)];
  const std::size_t dot = name.find('.');
  const std::vector<std::string> known = ids_of(in.dimensions.practices);
  if (name.substr(0, dot) != "adoption" || std::find(known.begin(), known.end(), name.substr(dot + 1)) != known.end())
    return;
  keys.add(table.span, fmt::format("{} spreads a practice that the data do not know", keys.title()),
           fmt::format("practices: {}", fmt::join(known, ", ")));
}

/// From which education to which; the order of the educations is their length.
void read_educations(const CatalogueContext& in, KeyReader& keys, ChannelUse& use) {
  const std::vector<std::string> known = ids_of(in.dimensions.educations);
  const std::optional<int> from = read_education(in, keys, "from_education"),
                           to = read_education(in, keys, "to_education");
  if (!from || !to) return;
  use.from_education = EducationId{*from};
  use.to_education = EducationId{*to};
  if (*to > *from) return;
  const auto id = [&](int e) { return known[static_cast<std::size_t>(e)]; };
  keys.add(keys.raw("to_education")->span,
           fmt::format("\"to_education\" of {} is {}, must be longer than {}", keys.title(), id(*to), id(*from)));
}

/// Does the way of a channel lead abroad?
bool leads_abroad(const TomlValue& table) {
  const TomlEntry* to = table.find("to_region");
  return to && to->value.kind == TomlKind::text && to->value.text == to_abroad;
}

/// The other end of a way; goods may go abroad, people go to work within the country.
void read_other_end(const CatalogueContext& in, KeyReader& keys, ChannelUse& use) {
  const TomlValue* named = keys.value("to_region");
  if (!named) return;
  std::vector<std::string> known = ids_of(in.dimensions.regions);
  if (use.channel == Channel::access_trade) known.emplace_back(to_abroad);
  const auto at = choose({named->text, named->span}, known, "region", keys.title(), keys.document(), keys.problems());
  if (at && *at < in.dimensions.region_count()) use.to_region = RegionId{*at};
}

void read_inputs_saved(const CatalogueContext& in, KeyReader& keys, ChannelUse& use) {
  for (const PlacedName& name : keys.names("inputs")) {
    const auto at =
        choose(name, ids_of(in.dimensions.industries), "product", keys.title(), keys.document(), keys.problems());
    if (at) use.inputs.push_back(IndustryId{*at});
  }
  if (use.inputs.empty())
    keys.add(keys.raw("inputs")->span, fmt::format("\"inputs\" of {} names nothing", keys.title()));
}

/// Two numbers of a channel of which the first must not be above the second.
void check_pair(KeyReader& keys, const ChannelUse& use, const std::string& lower, const std::string& upper) {
  const auto low = use.parameters.find(lower), high = use.parameters.find(upper);
  if (low == use.parameters.end() || high == use.parameters.end() || low->second.value <= high->second.value) return;
  keys.add(keys.raw(upper)->span, fmt::format("{} of {} is {}, below {} {}", upper, keys.title(), high->second.value,
                                              lower, low->second.value));
}

}  // namespace

void read_channel(const CatalogueContext& in, const TomlValue& table, const std::string& lever, LeverEntry& entry) {
  KeyReader first{in.document, table, std::span<const KeyRule>{}, "channel", "a channel of " + lever, in.problems};
  const std::optional<Channel> channel = read_channel_name(first, table);
  if (!channel) return;
  ChannelUse use;
  use.channel = *channel;
  const std::string& name = channel_names[static_cast<std::size_t>(*channel)];
  const std::string title = fmt::format("channel {} of {}", name, lever);
  const bool abroad = leads_abroad(table);
  const std::vector<KeyRule> rules = rules_of(*channel, abroad);
  KeyReader keys{in.document, table, rules, "channel", title, in.problems};
  (void)keys.raw("channel");
  const std::size_t before = in.problems.size();
  for (const ChannelNumber& number : numbers_of(*channel, abroad)) {
    const std::string key{number.name};
    const TomlValue* value = keys.value(key);
    if (value)
      use.parameters[key] = read_number(in, *value, fmt::format("{} of {}", key, lever), number.unit, number.rule);
  }
  if (in.problems.size() == before) {
    check_pair(keys, use, "age_from", "age_to");
    check_pair(keys, use, "exit_two_years", "exit_five_years");
  }
  const ChannelRule& rule = rule_of(*channel);
  if (rule.spreads_people) {
    if (const TomlValue* shares = keys.value("education_shares")) {
      use.education_shares =
          read_shares(in, *shares, "education_shares of " + lever, ids_of(in.dimensions.educations), "education");
    }
  }
  if (rule.buys_products) {
    if (const TomlValue* shares = keys.value("product_shares")) {
      use.product_shares =
          read_shares(in, *shares, "product_shares of " + lever, ids_of(in.dimensions.industries), "product");
    }
  }
  if (rule.joins_regions) read_other_end(in, keys, use);
  if (rule.saves_inputs && keys.value("inputs")) read_inputs_saved(in, keys, use);
  if (rule.hires) {
    if (const auto hired = read_education(in, keys, "hired_education")) use.hired_education = EducationId{*hired};
  }
  if (rule.lifts_people) read_educations(in, keys, use);
  keys.finish();
  check_practice(in, keys, table, *channel);
  if (rule.dose_unit != entry.dose_unit) {
    keys.add(table.span, fmt::format("{} takes doses in {}, the lever's dose_unit is {}", title,
                                     dose_unit_names[static_cast<std::size_t>(rule.dose_unit)],
                                     dose_unit_names[static_cast<std::size_t>(entry.dose_unit)]));
  }
  entry.channels.push_back(std::move(use));
}

}  // namespace drivkraft
