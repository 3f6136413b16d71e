#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <iostream>
#include <string>
#include <vector>

#include "base/checks.h"
#include "drivkraft/commands.h"
#include "drivkraft/lever_text.h"
#include "drivkraft/load.h"
#include "drivkraft/table_text.h"
#include "inputs/read_catalogue.h"
#include "inputs/read_dimensions.h"
#include "inputs/read_register.h"

namespace drivkraft {

namespace {

LeverBook read_all(const std::filesystem::path& data) {
  LeverBook book;
  InputRecord record;
  Problems problems;
  book.dimensions = read_dimensions(data, record, problems);
  problems.throw_if_any();
  const ParameterFile parameters = read_parameter_table(data / "parameters" / "parameters.csv", record, problems);
  book.levers = read_catalogue(data / "levers", book.dimensions, parameters, record, problems);
  book.rows = read_register(data / "levers", book.dimensions, book.levers, record, problems);
  problems.throw_if_any();
  return book;
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

bool holds_text(const std::string& text, const std::string& part) {
  return lower(text).find(lower(part)) != std::string::npos;
}

/// What the filters look at, of a lever or of a row of the register.
struct Described {
  std::string document, driver, words;
  std::vector<std::string> regions, channels;
  std::string grade;
};

std::string title_of(const LeverBook& book, const std::string& document) {
  for (const LeverDocument& each : book.levers.documents) {
    if (each.id == document) return each.title_en;
  }
  return document;
}

Described described(const LeverEntry& entry, const LeverBook& book) {
  const std::vector<std::string> channels = channels_of(entry);
  return {
      entry.document,
      entry.driver,
      fmt::format("{} {} {} {} {} {} {} {} {} {}", entry.id, entry.name_da, entry.name_en, entry.document, entry.place,
                  entry.driver, entry.instrument, entry.target_group, entry.notes, fmt::join(channels, " ")),
      names_of(entry.regions, book.dimensions),
      channels,
      std::string(1, grade_of(entry))};
}

Described described(const RegisterRow& row, const LeverBook& book) {
  const LeverEntry* lever = lever_of(row, book);
  Described of = lever ? described(*lever, book) : Described{};
  of.document = title_of(book, row.document);
  of.driver = row.driver;
  of.words = fmt::format("{} {} {} {} {} {} {} {} {}", row.id, row.name_da, row.name_en, of.document, row.section,
                         row.driver, row.instrument, row.target_group, row.reason);
  of.regions = names_of(row.regions, book.dimensions);
  return of;
}

/// A filter's word must be one of those that occur.
void require_known(const std::string& option, const std::string& word, std::vector<std::string> known) {
  if (word.empty() || std::find(known.begin(), known.end(), word) != known.end()) return;
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  const std::string hint = did_you_mean(word, known);
  throw UsageError{fmt::format("--{} {}: no lever has it{}{}", option, word, hint.empty() ? "" : ", ", hint)};
}

void check_filters(const LeverBook& book, const LeversOptions& options) {
  std::vector<std::string> drivers;
  bool has_document = false;
  for (const LeverEntry& entry : book.levers.entries) drivers.push_back(entry.driver);
  for (const RegisterRow& row : book.rows) drivers.push_back(row.driver);
  for (const LeverDocument& document : book.levers.documents)
    has_document = has_document || holds_text(document.title_en, options.document);
  if (!has_document) throw UsageError{fmt::format("--document {}: no lever is from such a document", options.document)};
  require_known("driver", options.driver, drivers);
  require_known("region", options.region, ids_of(book.dimensions.regions));
  require_known("channel", options.channel, channel_names);
  require_known("grade", options.grade, {"A", "B", "C", "D"});
}

bool passes(const Described& each, const LeversOptions& options) {
  const auto holds = [](const std::vector<std::string>& list, const std::string& word) {
    return word.empty() || std::find(list.begin(), list.end(), word) != list.end();
  };
  const std::string text = lower(each.words);
  return holds_text(each.document, options.document) && holds({each.driver}, options.driver) &&
         holds(each.regions, options.region) && holds(each.channels, options.channel) &&
         holds({each.grade}, options.grade) &&
         std::all_of(options.words.begin(), options.words.end(),
                     [&](const std::string& word) { return text.find(lower(word)) != std::string::npos; });
}

TextTable levers_table(const LeverBook& book, const LeversOptions& options) {
  const bool danish = options.language == Language::danish;
  TextTable table;
  table.columns = {"id", "name", "driver", "dose", "unit", "channels", "grade", "document"};
  if (danish) table.columns = {"id", "navn", "drivkraft", "dosis", "enhed", "kanaler", "evidens", "dokument"};
  table.numbers = {false, false, false, true, false, false, false, false};
  for (const LeverEntry& entry : book.levers.entries) {
    if (!passes(described(entry, book), options)) continue;
    table.rows.push_back({entry.id, danish ? entry.name_da : entry.name_en, entry.driver,
                          number_text(entry.default_dose.value), entry.default_dose.unit,
                          fmt::format("{}", fmt::join(channels_of(entry), " ")), std::string(1, grade_of(entry)),
                          entry.document});
  }
  return table;
}

/// Rows of the register that words find.
TextTable rows_table(const LeverBook& book, const LeversOptions& options) {
  const bool danish = options.language == Language::danish;
  TextTable table{{"row", "name", "outcome", "lever", "document"}, std::vector<bool>(5, false), {}};
  if (danish) table.columns = {"række", "navn", "udfald", "indsats", "dokument"};
  for (const RegisterRow& row : book.rows) {
    if (!passes(described(row, book), options)) continue;
    const LeverEntry* lever = lever_of(row, book);
    table.rows.push_back({row.id, danish ? row.name_da : row.name_en, outcome_of(row), lever ? lever->id : "",
                          title_of(book, row.document)});
  }
  return table;
}

/// The cells that a lever adds to its row.
void append_lever(const LeverEntry* lever, std::vector<std::string>& cells) {
  if (!lever) {
    cells.resize(cells.size() + 6);
    return;
  }
  cells.insert(cells.end(),
               {fmt::format("{}", fmt::join(channels_of(*lever), " ")), number_text(lever->default_dose.value),
                lever->default_dose.unit, number_text(lever->public_cost.value), lever->public_cost.unit,
                std::string(1, grade_of(*lever))});
}

/// Every row of the register with its lever; at the end the levers that have none.
TextTable full_table(const LeverBook& book, const LeversOptions& options) {
  TextTable table;
  table.columns = {"register_id",  "outcome", "lever",       "components",       "reason",   "document",
                   "section",      "lines",   "name_da",     "name_en",          "driver",   "instrument",
                   "target_group", "regions", "priority",    "quantity",         "cost_dkk", "channels",
                   "dose",         "unit",    "public_cost", "public_cost_unit", "grade"};
  std::vector<bool> has_row(book.levers.entries.size(), false);
  for (const RegisterRow& row : book.rows) {
    if (row.lever >= 0) has_row[static_cast<std::size_t>(row.lever)] = true;
    if (!passes(described(row, book), options)) continue;
    const LeverEntry* lever = lever_of(row, book);
    std::vector<std::string> cells{row.id,
                                   outcome_of(row),
                                   lever ? lever->id : "",
                                   fmt::format("{}", fmt::join(components_of(row, book), ";")),
                                   row.reason,
                                   row.document,
                                   row.section,
                                   row.lines,
                                   row.name_da,
                                   row.name_en,
                                   row.driver,
                                   row.instrument,
                                   row.target_group,
                                   fmt::format("{}", fmt::join(names_of(row.regions, book.dimensions), ";")),
                                   row.priority,
                                   row.quantity,
                                   row.cost_dkk};
    append_lever(lever, cells);
    table.rows.push_back(std::move(cells));
  }
  for (std::size_t k = 0; k < has_row.size(); ++k) {
    const LeverEntry& entry = book.levers.entries[k];
    if (has_row[k] || !passes(described(entry, book), options)) continue;
    std::vector<std::string> cells{"",
                                   "",
                                   entry.id,
                                   "",
                                   "",
                                   entry.document_id,
                                   entry.place,
                                   "",
                                   entry.name_da,
                                   entry.name_en,
                                   entry.driver,
                                   entry.instrument,
                                   entry.target_group,
                                   fmt::format("{}", fmt::join(names_of(entry.regions, book.dimensions), ";")),
                                   "",
                                   "",
                                   ""};
    append_lever(&entry, cells);
    table.rows.push_back(std::move(cells));
  }
  table.numbers.assign(table.columns.size(), false);
  return table;
}

std::string list_text(const LeverBook& book, const LeversOptions& options) {
  if (options.format == TableFormat::csv) return table_text(full_table(book, options), options.format);
  const bool danish = options.language == Language::danish;
  const TextTable levers = levers_table(book, options);
  std::string text = table_text(levers, options.format);
  if (options.format == TableFormat::text && levers.rows.empty())
    text += danish ? "ingen indsats passer\n" : "no lever matches\n";
  if (options.what != "search") return text;
  const TextTable rows = rows_table(book, options);
  return rows.rows.empty() ? text : text + '\n' + table_text(rows, options.format);
}

/// A lever, or else a row of the register.
std::string shown(const LeverBook& book, const LeversOptions& options) {
  const std::string& id = options.words.front();
  std::vector<std::string> known;
  for (const LeverEntry& entry : book.levers.entries) {
    if (entry.id == id) return lever_text(book, entry, options);
    known.push_back(entry.id);
  }
  for (const RegisterRow& row : book.rows) {
    if (row.id == id) return row_text(book, row, options);
    known.push_back(row.id);
  }
  const std::string hint = did_you_mean(id, known);
  throw UsageError{
      fmt::format("no lever or row of the register is called \"{}\"{}{}", id, hint.empty() ? "" : ", ", hint)};
}

}  // namespace

int levers_command(const Arguments& arguments) {
  const LeversOptions options = parse_levers(arguments);
  if (options.help) {
    std::cout << levers_help();
    return exit_done;
  }
  const LeverBook book = read_all(find_data(options.data, {}));
  if (options.what == "search" || options.what == "list") check_filters(book, options);
  std::cout << (options.what == "show" ? shown(book, options) : list_text(book, options));
  return exit_done;
}

}  // namespace drivkraft
