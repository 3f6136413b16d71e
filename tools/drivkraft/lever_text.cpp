#include "drivkraft/lever_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/checks.h"
#include "drivkraft/table_text.h"

namespace drivkraft {

namespace {

const std::string& channel_name(const ChannelUse& use) {
  return channel_names[static_cast<std::size_t>(use.channel)];
}

std::vector<std::string> number_row(const std::string& part, const std::string& name, const SourcedNumber& number) {
  return {part,
          name,
          number_text(number.value),
          number.unit,
          number.status,
          std::string(1, number.grade),
          number.parameter.empty() ? number.source : number.source + " (parameter " + number.parameter + ")"};
}

TextTable numbers_of(const LeverEntry& entry, Language language) {
  TextTable table{{"part", "number", "value", "unit", "status", "grade", "source"},
                  {false, false, true, false, false, false, false},
                  {}};
  if (language == Language::danish) table.columns = {"del", "tal", "værdi", "enhed", "status", "evidens", "kilde"};
  table.rows.push_back(number_row("lever", "default_dose", entry.default_dose));
  table.rows.push_back(number_row("lever", "public_cost", entry.public_cost));
  table.rows.push_back(number_row("lever", "private_cost", entry.private_cost));
  for (const ChannelUse& use : entry.channels) {
    for (const auto& [name, number] : use.parameters) table.rows.push_back(number_row(channel_name(use), name, number));
  }
  return table;
}

/// Names with their share.
std::string shares_text(const std::vector<double>& shares, const std::vector<Label>& labels) {
  std::string text;
  for (std::size_t k = 0; k < shares.size(); ++k) {
    if (shares[k] == 0.0) continue;
    text += fmt::format("{}{} {:.4g}%", text.empty() ? "" : ", ", labels[k].id, 100 * shares[k]);
  }
  return text;
}

/// What a channel names beside its numbers: educations, products, the other end of a way.
std::string named_by(const ChannelUse& use, const Dimensions& d) {
  const auto education = [&](EducationId id) { return d.educations[static_cast<std::size_t>(id.index)].id; };
  switch (use.channel) {
    case Channel::skills_upgrade:
    case Channel::skills_youth_completion: return education(use.from_education) + " -> " + education(use.to_education);
    case Channel::firms_first_academic: return education(use.hired_education);
    case Channel::access_commuting:
    case Channel::access_trade:
      return use.to_region.index < 0 ? "abroad" : d.regions[static_cast<std::size_t>(use.to_region.index)].id;
    case Channel::resource_efficiency: {
      std::vector<std::string> inputs;
      for (const IndustryId input : use.inputs)
        inputs.push_back(d.industries[static_cast<std::size_t>(input.index)].id);
      return fmt::format("{}", fmt::join(inputs, ", "));
    }
    default: return shares_text(use.education_shares, d.educations) + shares_text(use.product_shares, d.industries);
  }
}

/// Each channel with what it names.
std::string channels_text(const LeverEntry& entry, const Dimensions& dimensions) {
  std::vector<std::string> channels;
  for (const ChannelUse& use : entry.channels) {
    const std::string names = named_by(use, dimensions);
    channels.push_back(channel_name(use) + (names.empty() ? "" : " (" + names + ")"));
  }
  return fmt::format("{}", fmt::join(channels, "; "));
}

/// Words of a table in a language.
const char* in(Language language, const char* english, const char* danish) {
  return language == Language::danish ? danish : english;
}

/// Two columns, without a heading.
std::string facts_text(std::vector<std::vector<std::string>> facts, TableFormat format) {
  const std::string text = table_text({{"", ""}, {false, false}, std::move(facts)}, format);
  return format == TableFormat::markdown ? text : text.substr(text.find('\n') + 1);
}

/// What the documents say that the lever stands for.
TextTable rows_of(const LeverBook& book, const LeverEntry& entry, Language language) {
  TextTable table{{"row", "outcome", "document", "name", "reason"}, std::vector<bool>(5, false), {}};
  if (language == Language::danish) table.columns = {"række", "udfald", "dokument", "navn", "begrundelse"};
  for (const RegisterRow& row : book.rows) {
    if (lever_of(row, book) != &entry) continue;
    table.rows.push_back(
        {row.id, outcome_of(row), row.document, language == Language::danish ? row.name_da : row.name_en, row.reason});
  }
  return table;
}

/// Umbrellas that name a row among what they are made of.
std::vector<std::string> umbrellas_of(const RegisterRow& row, const LeverBook& book) {
  std::vector<std::string> names;
  for (const RegisterRow& umbrella : book.rows) {
    const std::vector<std::string> parts = components_of(umbrella, book);
    if (std::find(parts.begin(), parts.end(), row.id) != parts.end()) names.push_back(umbrella.id);
  }
  return names;
}

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, ", "));
}

}  // namespace

std::vector<std::string> channels_of(const LeverEntry& entry) {
  std::vector<std::string> names;
  for (const ChannelUse& use : entry.channels) names.push_back(channel_name(use));
  return names;
}

std::vector<std::string> names_of(const std::vector<RegionId>& regions, const Dimensions& dimensions) {
  std::vector<std::string> names;
  names.reserve(regions.size());
  for (const RegionId region : regions) names.push_back(dimensions.regions[static_cast<std::size_t>(region.index)].id);
  return names;
}

char grade_of(const LeverEntry& entry) {
  char grade = '-';
  for (const ChannelUse& use : entry.channels) {
    const auto effect = use.parameters.find("effect");
    if (effect != use.parameters.end()) {
      grade = std::max(grade, effect->second.grade);
      continue;
    }
    for (const auto& [name, number] : use.parameters) grade = std::max(grade, number.grade);
  }
  return grade;
}

std::string outcome_of(const RegisterRow& row) {
  return register_outcome_names[static_cast<std::size_t>(row.outcome)];
}

const LeverEntry* lever_of(const RegisterRow& row, const LeverBook& book) {
  return row.lever < 0 ? nullptr : &book.levers.entries[static_cast<std::size_t>(row.lever)];
}

std::vector<std::string> components_of(const RegisterRow& row, const LeverBook& book) {
  std::vector<std::string> names;
  for (const int part : row.components) names.push_back(book.rows[static_cast<std::size_t>(part)].id);
  return names;
}

std::string lever_text(const LeverBook& book, const LeverEntry& entry, const LeversOptions& options) {
  const TextTable numbers = numbers_of(entry, options.language);
  if (options.format == TableFormat::csv) return table_text(numbers, options.format);
  const Dimensions& d = book.dimensions;
  std::vector<std::string> industries;
  for (const IndustryId industry : entry.industries)
    industries.push_back(d.industries[static_cast<std::size_t>(industry.index)].id);
  const auto word = [&](const char* english, const char* danish) { return in(options.language, english, danish); };
  std::string text =
      facts_text({{"id", entry.id},
                  {word("name", "navn"), entry.name_da + " / " + entry.name_en},
                  {word("document", "dokument"), entry.document + ", " + entry.place},
                  {word("driver", "drivkraft"), entry.driver},
                  {word("instrument", "virkemiddel"), entry.instrument},
                  {word("target group", "målgruppe"), entry.target_group},
                  {word("regions", "regioner"), joined(names_of(entry.regions, d))},
                  {word("industries", "brancher"), joined(industries)},
                  {word("channels", "kanaler"), channels_text(entry, d)},
                  {word("public cost buys", "offentlig udgift køber"), shares_text(entry.spending, d.industries)},
                  {word("grade", "evidens"), std::string(1, grade_of(entry))},
                  {word("notes", "forbehold"), entry.notes}},
                 options.format);
  text += '\n' + table_text(numbers, options.format);
  const TextTable rows = rows_of(book, entry, options.language);
  if (!rows.rows.empty()) text += '\n' + table_text(rows, options.format);
  return text;
}

std::string row_text(const LeverBook& book, const RegisterRow& row, const LeversOptions& options) {
  const LeverEntry* lever = lever_of(row, book);
  const auto word = [&](const char* english, const char* danish) { return in(options.language, english, danish); };
  std::vector<std::vector<std::string>> facts{
      {word("row", "række"), row.id},
      {word("name", "navn"), row.name_da + " / " + row.name_en},
      {word("document", "dokument"), row.document + ", " + row.section + word(", lines ", ", linje ") + row.lines},
      {word("driver", "drivkraft"), row.driver},
      {word("instrument", "virkemiddel"), row.instrument},
      {word("target group", "målgruppe"), row.target_group},
      {word("regions", "regioner"), joined(names_of(row.regions, book.dimensions))},
      {word("numbers of the text", "tal i teksten"), row.quantity},
      {word("cost in the text, DKK", "udgift i teksten, kr."), row.cost_dkk},
      {word("outcome", "udfald"), outcome_of(row)},
      {word("lever", "indsats"), lever ? lever->id : ""},
      {word("made of", "består af"), joined(components_of(row, book))},
      {word("part of", "del af"), joined(umbrellas_of(row, book))},
      {word("reason", "begrundelse"), row.reason}};
  std::erase_if(facts, [](const std::vector<std::string>& fact) { return fact[1].empty(); });
  return facts_text(std::move(facts), options.format);
}

}  // namespace drivkraft
