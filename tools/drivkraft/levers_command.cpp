#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <iostream>
#include <string>
#include <vector>

#include "base/checks.h"
#include "drivkraft/commands.h"
#include "drivkraft/load.h"
#include "drivkraft/table_text.h"
#include "inputs/read_catalogue.h"
#include "inputs/read_dimensions.h"

namespace drivkraft {

namespace {

struct Catalogue {
  Dimensions dimensions;
  LeverCatalogue levers;
};

Catalogue read_all(const std::filesystem::path& data) {
  Catalogue all;
  InputRecord record;
  Problems problems;
  all.dimensions = read_dimensions(data, record, problems);
  problems.throw_if_any();
  const ParameterFile parameters = read_parameter_table(data / "parameters" / "parameters.csv", record, problems);
  all.levers = read_catalogue(data / "levers", all.dimensions, parameters, record, problems);
  problems.throw_if_any();
  return all;
}

const std::string& channel_name(const ChannelUse& use) {
  return channel_names[static_cast<std::size_t>(use.channel)];
}

std::vector<std::string> channels_of(const LeverEntry& entry) {
  std::vector<std::string> names;
  for (const ChannelUse& use : entry.channels) names.push_back(channel_name(use));
  return names;
}

std::vector<std::string> regions_of(const LeverEntry& entry, const Dimensions& dimensions) {
  std::vector<std::string> names;
  for (const RegionId region : entry.regions)
    names.push_back(dimensions.regions[static_cast<std::size_t>(region.index)].id);
  return names;
}

/// Strength of the evidence: of a channel the grade of its effect, or of the weakest of its numbers when it has none of
/// this name; of several channels the weakest. A dash where no number stands between dose and channel (purchases).
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

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

bool holds_text(const std::string& text, const std::string& part) {
  return lower(text).find(lower(part)) != std::string::npos;
}

/// Everything that words are searched in.
std::string words_of(const LeverEntry& entry) {
  return lower(fmt::format("{} {} {} {} {} {} {} {} {} {}", entry.id, entry.name_da, entry.name_en, entry.document,
                           entry.place, entry.driver, entry.instrument, entry.target_group, entry.notes,
                           fmt::join(channels_of(entry), " ")));
}

/// A filter's word must be one of those that occur.
void require_known(const std::string& option, const std::string& word, std::vector<std::string> known) {
  if (word.empty() || std::find(known.begin(), known.end(), word) != known.end()) return;
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  const std::string hint = did_you_mean(word, known);
  throw UsageError{fmt::format("--{} {}: no lever has it{}{}", option, word, hint.empty() ? "" : ", ", hint)};
}

void check_filters(const Catalogue& all, const LeversOptions& options) {
  std::vector<std::string> drivers;
  bool has_document = false;
  for (const LeverEntry& entry : all.levers.entries) {
    drivers.push_back(entry.driver);
    has_document = has_document || holds_text(entry.document, options.document);
  }
  if (!has_document) throw UsageError{fmt::format("--document {}: no lever is from such a document", options.document)};
  require_known("driver", options.driver, drivers);
  require_known("region", options.region, ids_of(all.dimensions.regions));
  require_known("channel", options.channel, channel_names);
  require_known("grade", options.grade, {"A", "B", "C", "D"});
}

bool passes(const LeverEntry& entry, const Catalogue& all, const LeversOptions& options) {
  const auto holds = [](const std::vector<std::string>& list, const std::string& word) {
    return word.empty() || std::find(list.begin(), list.end(), word) != list.end();
  };
  const std::string text = words_of(entry);
  return holds_text(entry.document, options.document) && holds({entry.driver}, options.driver) &&
         holds(regions_of(entry, all.dimensions), options.region) && holds(channels_of(entry), options.channel) &&
         holds({std::string(1, grade_of(entry))}, options.grade) &&
         std::all_of(options.words.begin(), options.words.end(),
                     [&](const std::string& word) { return text.find(lower(word)) != std::string::npos; });
}

const std::string& name_of(const LeverEntry& entry, Language language) {
  return language == Language::danish ? entry.name_da : entry.name_en;
}

void print_list(const Catalogue& all, const LeversOptions& options) {
  const bool danish = options.language == Language::danish;
  TextTable table;
  table.columns = {"id", "name", "driver", "dose", "unit", "channels", "grade", "document"};
  if (danish) table.columns = {"id", "navn", "drivkraft", "dosis", "enhed", "kanaler", "evidens", "dokument"};
  table.numbers = {false, false, false, true, false, false, false, false};
  for (const LeverEntry& entry : all.levers.entries) {
    if (!passes(entry, all, options)) continue;
    table.rows.push_back({entry.id, name_of(entry, options.language), entry.driver,
                          number_text(entry.default_dose.value), entry.default_dose.unit,
                          fmt::format("{}", fmt::join(channels_of(entry), " ")), std::string(1, grade_of(entry)),
                          entry.document});
  }
  std::cout << table_text(table, options.format);
  if (options.format == TableFormat::text && table.rows.empty())
    std::cout << (danish ? "ingen indsats passer\n" : "no lever matches\n");
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
std::string names_of(const ChannelUse& use, const Dimensions& d) {
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
    const std::string names = names_of(use, dimensions);
    channels.push_back(channel_name(use) + (names.empty() ? "" : " (" + names + ")"));
  }
  return fmt::format("{}", fmt::join(channels, "; "));
}

void print_lever(const Catalogue& all, const LeverEntry& entry, const LeversOptions& options) {
  if (options.format == TableFormat::csv) {
    std::cout << table_text(numbers_of(entry, options.language), options.format);
    return;
  }
  std::vector<std::string> industries;
  for (const IndustryId industry : entry.industries)
    industries.push_back(all.dimensions.industries[static_cast<std::size_t>(industry.index)].id);
  const bool danish = options.language == Language::danish;
  const TextTable facts{
      {"", ""},
      {false, false},
      {{"id", entry.id},
       {danish ? "navn" : "name", entry.name_da + " / " + entry.name_en},
       {danish ? "dokument" : "document", entry.document + ", " + entry.place},
       {danish ? "drivkraft" : "driver", entry.driver},
       {danish ? "virkemiddel" : "instrument", entry.instrument},
       {danish ? "målgruppe" : "target group", entry.target_group},
       {danish ? "regioner" : "regions", fmt::format("{}", fmt::join(regions_of(entry, all.dimensions), ", "))},
       {danish ? "brancher" : "industries", fmt::format("{}", fmt::join(industries, ", "))},
       {danish ? "kanaler" : "channels", channels_text(entry, all.dimensions)},
       {danish ? "offentlig udgift køber" : "public cost buys", shares_text(entry.spending, all.dimensions.industries)},
       {danish ? "evidens" : "grade", std::string(1, grade_of(entry))},
       {danish ? "forbehold" : "notes", entry.notes}}};
  std::string text = table_text(facts, options.format);
  if (options.format == TableFormat::text) text.erase(0, text.find('\n') + 1);  // facts have no heading
  std::cout << text << '\n' << table_text(numbers_of(entry, options.language), options.format);
}

const LeverEntry& find_lever(const LeverCatalogue& levers, const std::string& id) {
  for (const LeverEntry& entry : levers.entries) {
    if (entry.id == id) return entry;
  }
  const std::string hint = did_you_mean(id, lever_ids(levers));
  throw UsageError{fmt::format("no lever is called \"{}\"{}{}", id, hint.empty() ? "" : ", ", hint)};
}

}  // namespace

int levers_command(const Arguments& arguments) {
  const LeversOptions options = parse_levers(arguments);
  if (options.help) {
    std::cout << levers_help();
    return exit_done;
  }
  const Catalogue all = read_all(find_data(options.data, {}));
  if (options.what == "show") {
    print_lever(all, find_lever(all.levers, options.words.front()), options);
    return exit_done;
  }
  check_filters(all, options);
  print_list(all, options);
  return exit_done;
}

}  // namespace drivkraft
