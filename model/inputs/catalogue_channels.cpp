#include "inputs/catalogue_channels.h"

#include <fmt/format.h>

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
std::vector<KeyRule> rules_of(Channel channel) {
  std::vector<KeyRule> rules{{"channel", "channel", Kind::text, "", Need::required, "name of the channel"}};
  for (const ChannelNumber& number : channel_numbers) {
    if (number.channel != channel) continue;
    rules.push_back({"channel", number.name, Kind::number_entry, number.unit, Need::required, number.meaning});
  }
  if (spreads_people(channel)) {
    rules.push_back({"channel", "education_shares", Kind::shares_entry, "", Need::required, "persons by education"});
  }
  if (lifts_people(channel)) {
    rules.push_back({"channel", "from_education", Kind::text, "", Need::required, "what people have"});
    rules.push_back({"channel", "to_education", Kind::text, "", Need::required, "what they reach"});
  }
  return rules;
}

/// From which education to which; the order of the educations is their length.
void read_educations(const CatalogueContext& in, KeyReader& keys, ChannelUse& use) {
  const std::vector<std::string> known = ids_of(in.dimensions.educations);
  const auto education = [&](std::string_view key) -> std::optional<int> {
    const TomlValue* named = keys.value(key);
    if (!named) return std::nullopt;
    return choose({named->text, named->span}, known, "education", keys.title(), keys.document(), keys.problems());
  };
  const std::optional<int> from = education("from_education"), to = education("to_education");
  if (!from || !to) return;
  use.from_education = EducationId{*from};
  use.to_education = EducationId{*to};
  if (*to > *from) return;
  const auto id = [&](int e) { return known[static_cast<std::size_t>(e)]; };
  keys.add(keys.raw("to_education")->span,
           fmt::format("\"to_education\" of {} is {}, must be longer than {}", keys.title(), id(*to), id(*from)));
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
  const std::vector<KeyRule> rules = rules_of(*channel);
  KeyReader keys{in.document, table, rules, "channel", title, in.problems};
  (void)keys.raw("channel");
  const std::size_t before = in.problems.size();
  for (const ChannelNumber& number : channel_numbers) {
    if (number.channel != *channel) continue;
    const std::string key{number.name};
    const TomlValue* value = keys.value(key);
    if (value)
      use.parameters[key] = read_number(in, *value, fmt::format("{} of {}", key, lever), number.unit, number.rule);
  }
  if (in.problems.size() == before) {
    check_pair(keys, use, "age_from", "age_to");
    check_pair(keys, use, "exit_two_years", "exit_five_years");
  }
  if (spreads_people(*channel)) {
    if (const TomlValue* shares = keys.value("education_shares")) {
      use.education_shares =
          read_shares(in, *shares, "education_shares of " + lever, ids_of(in.dimensions.educations), "education");
    }
  }
  if (lifts_people(*channel)) read_educations(in, keys, use);
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

}  // namespace drivkraft
