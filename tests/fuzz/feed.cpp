#include "fuzz/feed.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "inputs/beliefs.h"
#include "inputs/csv_table.h"
#include "inputs/data_index.h"
#include "inputs/read_catalogue.h"
#include "inputs/read_data.h"
#include "inputs/read_dimensions.h"
#include "inputs/read_people.h"
#include "inputs/read_register.h"
#include "inputs/read_scenario.h"
#include "inputs/read_unit_shocks.h"
#include "inputs/table_cells.h"
#include "inputs/text_file.h"
#include "support/root.h"
#include "support/scenario_world.h"
#include "support/scratch_data.h"

namespace drivkraft::fuzz {

namespace {

void promise(bool kept, const std::string& what) {
  if (!kept) throw std::logic_error("broken promise: " + what);
}

/// A file that lives in memory.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : number_(memfd_create("input", 0)) {
    promise(number_ >= 0, "there is memory for a file");
    while (!bytes.empty()) {
      const ssize_t written = write(number_, bytes.data(), bytes.size());
      promise(written > 0, "there is memory for a file");
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  ~MemoryFile() { close(number_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  [[nodiscard]] std::filesystem::path path() const { return "/proc/self/fd/" + std::to_string(number_); }

 private:
  int number_;
};

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// Problems can be shown: they have words, and places that exist in the file of so many lines that was fed.
void check_problems(const Problems& problems, std::size_t lines, std::string_view fed = "f") {
  if (problems.empty()) return;
  for (const Problem& each : problems.list()) {
    promise(!each.message.empty(), "a problem has a message");
    if (each.place.file != fed) continue;
    promise(each.place.line >= 0 && static_cast<std::size_t>(each.place.line) <= lines + 1, "a line of the file");
    promise(each.place.column >= 0 && each.place.length >= 1, "a column of the line");
    if (each.place.line_text.empty()) continue;  // the end of the file, or a line too long to show
    promise(static_cast<std::size_t>(each.place.column) <= code_points(each.place.line_text) + 1, "a column that is");
  }
  const std::string text = problems.text();
  for (const char c : text) {
    promise(c == '\n' || c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f), "text for a terminal");
  }
  if (text.size() >= largest_input_bytes) return;
  Problems none;
  promise(read_text_file(MemoryFile(text).path(), none).has_value(), "UTF-8 in, UTF-8 out");
}

std::size_t lines_of(std::string_view bytes) {
  const auto returns = std::count(bytes.begin(), bytes.end(), '\r');
  return static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n') + returns) + 1;
}

/// Text of a file as the readers take it; none when it is no text.
std::optional<std::string> text_of(std::string_view bytes) {
  const MemoryFile file(bytes);
  Problems problems;
  std::optional<TextFile> text = read_text_file(file.path(), problems);
  promise(text.has_value() == problems.empty(), "text or a problem");
  check_problems(problems, lines_of(bytes), file.path().string());
  return text ? std::optional{std::move(text->text)} : std::nullopt;
}

/// What files are read against: the delivered data, or the small made-up world of the tests.
struct World {
  Dimensions dimensions;
  ParameterTable parameters;
  LeverCatalogue catalogue;
  [[nodiscard]] ScenarioContext context() const { return {dimensions, catalogue, parameters}; }
};

World delivered_world() {
  const std::filesystem::path data = test::root() / "data";
  World world;
  InputRecord record;
  Problems problems;
  world.dimensions = read_dimensions(data, record, problems);
  world.parameters = read_parameter_table(data / "parameters/parameters.csv", record, problems);
  world.catalogue = read_catalogue(data / "levers", world.dimensions, world.parameters, record, problems);
  problems.throw_if_any();
  return world;
}

const std::vector<World>& worlds() {
  static const std::vector<World> both = [] {
    const ScenarioWorld small;
    return std::vector<World>{delivered_world(), World{small.dimensions, small.parameters, small.catalogue}};
  }();
  return both;
}

std::vector<Setting> settings_in(std::string_view text) {
  constexpr std::string_view start = "# --set ";
  std::vector<Setting> settings;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const std::size_t equals = line.find('=');
    if (line.starts_with(start) && equals != std::string_view::npos) {
      settings.push_back(
          {std::string(line.substr(start.size(), equals - start.size())), std::string(line.substr(equals + 1))});
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return settings;
}

void check_scenario(const ScenarioFile& file, const World& world) {
  const Scenario& scenario = file.scenario;
  promise(!scenario.name.empty(), "a scenario has a name");
  promise(scenario.first_year == world.dimensions.base_year && scenario.last_year > scenario.first_year,
          "a scenario has years");
  promise(file.dose_places.size() == scenario.doses.size(), "a dose has a place");
  for (const LeverDose& dose : scenario.doses) {
    promise(std::isfinite(dose.amount) && dose.amount >= 0.0, "a dose is a number");
    promise(dose.year > scenario.first_year && dose.year <= scenario.last_year, "a dose has a year of the scenario");
    promise(dose.entry >= 0 && static_cast<std::size_t>(dose.entry) < world.catalogue.entries.size(),
            "a dose has a lever");
    promise(dose.region.index >= 0 && dose.region.index < world.dimensions.region_count(), "a dose has a region");
  }
  for (const ParameterOverride& belief : scenario.parameters) {
    promise(std::isfinite(belief.value), "a belief is a number");
  }
}

/// The texts behind lines `# --- NAME`, by name; "f" is what stands before them.
std::map<std::string, std::string> files_in(const std::string& bytes) {
  constexpr std::string_view start = "# --- ";
  std::map<std::string, std::string> files;
  std::string name = "f";
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
    const std::string line = bytes.substr(at, end - at);
    at = end;
    if (line.starts_with(start) && line.ends_with('\n')) {
      name = line.substr(start.size(), line.size() - start.size() - 1);
    } else {
      files[name] += line;
    }
  }
  return files;
}

/// Read again, the expanded text gives the same scenario.
void check_expanded(const ScenarioFile& file, const World& world) {
  if (!file.share_doses.empty()) return;
  const std::string text = expanded_text(file.scenario, world.context());
  Problems problems;
  const ScenarioFile again = parse_scenario(text, "expanded", world.context(), {}, problems);
  promise(problems.empty(), "the expanded text is sound: " + problems.text());
  promise(expanded_text(again.scenario, world.context()) == text, "the expanded text is the same again");
}

void feed_scenario(const std::string& bytes, const World& world) {
  std::map<std::string, std::string> others = files_in(bytes);
  const std::string text = std::exchange(others["f"], {});
  others.erase("f");
  Problems problems;
  ScenarioFile file = parse_scenario(text, "f", world.context(), settings_in(text), problems, others);
  check_problems(problems, lines_of(text));
  if (problems.empty()) {
    check_scenario(file, world);
    check_expanded(file, world);
  }
  World believed = world;
  Parameters parameters;
  apply_beliefs(file.scenario.parameters, believed.parameters, parameters, believed.catalogue);
  const WhatExists exists(world.dimensions);
  resolve_shares(file, believed.catalogue, world.dimensions, exists, problems);
  check_doses(file, believed.catalogue, world.dimensions, exists, problems);
  check_problems(problems, lines_of(text));
}

void check_levers(const LeverCatalogue& catalogue, const World& world) {
  for (const LeverEntry& entry : catalogue.entries) {
    promise(!entry.id.empty() && !entry.regions.empty(), "a lever has an id and regions");
    promise(std::isfinite(entry.public_cost.value) && entry.public_cost.value >= 0.0, "a lever has a cost");
    promise(entry.spending.size() == world.dimensions.industries.size(), "a lever is spent on products");
    for (const ChannelUse& use : entry.channels) {
      for (const auto& [name, number] : use.parameters) promise(std::isfinite(number.value), name + " is a number");
    }
  }
}

/// Every cell of a sound table has a place, and reads as a number or says why not.
void visit_cells(const CsvTable& table, std::size_t lines) {
  if (!table.sound()) return;
  Problems problems;
  const int columns = static_cast<int>(table.columns().size());
  for (int row = 0; row < table.rows(); ++row) {
    for (int column = 0; column < columns; ++column) {
      const Place place = table.place(row, column);
      promise(place.line > 1 && place.column >= 1, "a cell stands below the header");
      const std::optional<double> number = table.number(row, column, problems);
      promise(!number || std::isfinite(*number), "a cell is a number");
    }
  }
  check_problems(problems, lines, table.shown());
}

void feed_plain_table(std::string_view bytes) {
  const MemoryFile file(bytes);
  InputRecord record;
  for (const std::vector<std::string>& columns : {std::vector<std::string>{}, {"id", "value"}}) {
    Problems problems;
    const CsvTable table = CsvTable::read(file.path(), "f", columns, record, problems);
    promise(table.sound() == problems.empty(), "a table is sound or has problems");
    visit_cells(table, lines_of(bytes));
    if (table.sound() && !columns.empty()) {
      CellQuery query;
      query.keys = {{"id", {"a", "b"}, {"skipped"}}};
      query.column = "value";
      query.rule = Rule::share;
      for (const double value : read_cells(table, query, record, problems)) {
        promise(value >= 0.0 && value <= 1.0, "a cell keeps its rule");
      }
    }
    check_problems(problems, lines_of(bytes), table.shown());
  }
}

/// Puts a file back as it was when a reading is done.
class Replaced {
 public:
  Replaced(const test::ScratchData& data, std::string file, std::string_view bytes)
      : data_(data), file_(std::move(file)), before_(data.read(file_)) {
    data_.write(file_, std::string(bytes));
  }
  ~Replaced() { data_.write(file_, before_); }
  Replaced(const Replaced&) = delete;
  Replaced& operator=(const Replaced&) = delete;

 private:
  const test::ScratchData& data_;
  std::string file_;
  std::string before_;
};

/// The register of levers, read against the small world; a scenario that doses all its levers is warned by it.
void feed_register(const test::ScratchData& data, InputRecord& record, Problems& problems) {
  const World& world = worlds().back();
  const LeverRegister rows =
      read_register(data.folder() / "levers", world.dimensions, world.catalogue, record, problems);
  if (!problems.empty()) return;
  std::string text = sound_head;
  for (const LeverEntry& entry : world.catalogue.entries) {
    text += "[[lever]]\nid = \"" + entry.id + "\"\nregions = [\"fyn\"]\ndose = { 2020 = 1 }\n";
  }
  const ScenarioFile file = parse_scenario(text, "s", world.context(), {}, problems);
  problems.throw_if_any();
  Problems warnings;
  warn_of_umbrellas(file, rows, world.catalogue, world.dimensions, warnings);
  check_problems(warnings, lines_of(text), "s");
}

/// The table of standard shocks, in a folder of its own: the index of the smallest economy knows none.
void feed_shocks(std::string_view bytes) {
  static const test::ScratchData data;
  const std::string name = "multipliers/shocks.csv";
  std::filesystem::create_directory(data.folder() / "multipliers");
  data.write(name, std::string(bytes));
  const World& world = worlds().back();
  InputRecord record;
  Problems problems;
  const std::vector<UnitShock> shocks = read_unit_shocks(data.folder(), world.context(), record, problems);
  check_problems(problems, lines_of(bytes), data.path_of(name));
  if (!problems.empty()) return;
  for (const UnitShock& shock : shocks) check_scenario(shock.file, world);
}

void feed_data_folder(const test::ScratchData& data, const std::string& name, std::string_view bytes) {
  const Replaced replaced(data, name, bytes);
  InputRecord record;
  Problems problems;
  if (name.starts_with("parameters/")) {
    const ParameterFile file = read_parameter_table(data.folder() / name, record, problems);
    static_cast<void>(central_parameters(file, {}, problems));
  } else if (name.starts_with("levers/")) {
    feed_register(data, record, problems);
  } else if (name.find('/') == std::string::npos) {
    static_cast<void>(DataIndex::read(data.folder(), problems));
  } else {
    const BaseTables tables = read_base_tables(data.folder(), record, problems);
    promise(!problems.empty() || !tables.dimensions.regions.empty(), "a folder without problems has regions");
    if (!tables.dimensions.regions.empty() && !tables.dimensions.educations.empty()) {
      static_cast<void>(read_people_tables(data.folder(), tables.dimensions, record, problems));
    }
  }
  check_problems(problems, lines_of(bytes), data.path_of(name));
}

bool is_table(const test::ScratchData& data, const std::string& name) {
  if (!name.ends_with(".csv") || name.find("..") != std::string::npos || name.front() == '/') return false;
  if (name.find('\0') != std::string::npos) return false;
  std::error_code error;
  return std::filesystem::is_regular_file(data.folder() / name, error);
}

}  // namespace

void feed_scenario(std::string_view bytes) {
  const std::optional<std::string> text = text_of(bytes);
  if (!text) return;
  for (const World& world : worlds()) feed_scenario(*text, world);
}

void feed_levers(std::string_view bytes) {
  const std::optional<std::string> text = text_of(bytes);
  if (!text) return;
  for (const World& world : worlds()) {
    Problems problems;
    LeverCatalogue catalogue;
    read_levers(*text, "f", world.dimensions, world.parameters, catalogue, problems);
    check_problems(problems, lines_of(bytes));
    if (!problems.empty()) continue;
    check_levers(catalogue, world);
    promise(lever_ids(catalogue).size() == catalogue.entries.size(), "a lever has an id");
    static_cast<void>(parameters_named(catalogue));
  }
}

void feed_table(std::string_view bytes) {
  static const test::ScratchData data;
  const std::size_t end = bytes.find('\n');
  if (end == std::string_view::npos) return;
  const std::string name{bytes.substr(0, end)};
  bytes.remove_prefix(end + 1);
  if (name == "multipliers/shocks.csv") {
    feed_shocks(bytes);
  } else if (!name.empty() && is_table(data, name)) {
    feed_data_folder(data, name, bytes);
  } else {
    feed_plain_table(bytes);
  }
}

}  // namespace drivkraft::fuzz
