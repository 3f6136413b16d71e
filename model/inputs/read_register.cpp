#include "inputs/read_register.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "inputs/csv_table.h"
#include "inputs/read_catalogue.h"
#include "inputs/sources.h"
#include "inputs/table_rules.h"

namespace drivkraft {

namespace {

/// The register while it is read.
class RegisterReader {
 public:
  RegisterReader(const CsvTable& table, const Dimensions& dimensions, const LeverCatalogue& catalogue,
                 Problems& problems)
      : table_(table), dimensions_(dimensions), catalogue_(catalogue), problems_(problems) {}

  LeverRegister read() {
    read_ids();
    for (const LeverDocument& document : catalogue_.documents) documents_.push_back(document.id);
    levers_ = lever_ids(catalogue_);
    regions_ = ids_of(dimensions_.regions);
    for (int row = 0; row < table_.rows(); ++row) rows_.push_back(read_row(row));
    for (int row = 0; row < table_.rows(); ++row) check_ring(row);
    return std::move(rows_);
  }

 private:
  [[nodiscard]] std::string text(int row, std::string_view column) const {
    return std::string(table_.text(row, table_.column(column)));
  }

  void add(int row, std::string_view column, std::string message, std::string hint = {}) {
    problems_.add(table_.place(row, table_.column(column)), std::move(message), std::move(hint));
  }

  void read_ids() {
    std::map<std::string, int> line_of;
    for (int row = 0; row < table_.rows(); ++row) {
      ids_.push_back(text(row, "register_id"));
      if (ids_.back().empty()) add(row, "register_id", "a row of the register must have an id");
      const auto [first, added] = line_of.emplace(ids_.back(), table_.line(row));
      if (!added && !ids_.back().empty()) {
        add(row, "register_id",
            fmt::format("register_id \"{}\" stands twice; the first is line {}", ids_.back(), first->second));
      }
    }
  }

  /// Position of a word in a list; an unknown one is a problem with the nearest choice.
  std::optional<int> chosen(int row, std::string_view column, const std::string& word,
                            const std::vector<std::string>& known, std::string_view what) {
    const auto found = std::find(known.begin(), known.end(), word);
    if (found != known.end()) return static_cast<int>(found - known.begin());
    add(row, column, fmt::format("unknown {} \"{}\" in row \"{}\"", what, word, id(row)), did_you_mean(word, known));
    return std::nullopt;
  }

  RegisterRow read_row(int row) {
    RegisterRow read;
    read.id = id(row);
    read.document = text(row, "document");
    read.section = text(row, "section");
    read.lines = text(row, "lines");
    read.name_da = text(row, "name_da");
    read.name_en = text(row, "name_en");
    read.driver = text(row, "driver");
    read.instrument = text(row, "instrument");
    read.target_group = text(row, "target_group");
    read.strength_positions = text(row, "strength_positions");
    read.quantity = text(row, "quantity");
    read.cost_dkk = text(row, "cost_dkk");
    read.priority = text(row, "priority");
    read.reason = text(row, "reason");
    read_regions(row, read);
    read_outcome(row, read);
    return read;
  }

  void read_regions(int row, RegisterRow& read) {
    for (const std::string& word : split_keys(text(row, "regions"))) {
      if (word == "all") {
        for (int r = 0; r < dimensions_.region_count(); ++r) read.regions.push_back({r});
      } else if (const auto at = chosen(row, "regions", word, regions_, "region")) {
        read.regions.push_back({*at});
      }
    }
    if (text(row, "regions").empty()) add(row, "regions", fmt::format("row \"{}\" names no region", id(row)));
  }

  void read_outcome(int row, RegisterRow& read) {
    (void)chosen(row, "document", read.document, documents_, "document");
    if (text(row, "outcome").empty()) {
      add(row, "outcome", fmt::format("row \"{}\" has no outcome", id(row)),
          fmt::format("one of {}", fmt::join(register_outcome_names, ", ")));
      return;
    }
    const auto outcome = chosen(row, "outcome", text(row, "outcome"), register_outcome_names, "outcome");
    if (!outcome) return;
    read.outcome = static_cast<RegisterOutcome>(*outcome);
    const std::string lever = text(row, "lever");
    if (!lever.empty()) {
      if (const auto at = chosen(row, "lever", lever, levers_, "lever")) read.lever = *at;
    }
    read_components(row, read);
    const bool acts = read.outcome == RegisterOutcome::entry || read.outcome == RegisterOutcome::variant;
    require(row, "lever", acts, read.outcome == RegisterOutcome::not_modelled);
    require(row, "components", read.outcome == RegisterOutcome::umbrella, read.outcome != RegisterOutcome::umbrella);
    require(row, "reason", read.outcome != RegisterOutcome::entry, read.outcome == RegisterOutcome::entry);
    if (read.lever < 0 || read.outcome == RegisterOutcome::not_modelled) return;
    if (read.outcome == RegisterOutcome::variant)
      check_regions(row, read);
    else
      check_only_row(row, read);
  }

  void read_components(int row, RegisterRow& read) {
    for (const std::string& word : split_keys(text(row, "components"))) {
      if (const auto at = chosen(row, "components", word, ids_, "row")) read.components.push_back(*at);
    }
  }

  /// A cell that the outcome demands, or has no place for.
  void require(int row, std::string_view column, bool needed, bool forbidden) {
    const bool empty = text(row, column).empty();
    const std::string outcome = text(row, "outcome");
    if (needed && empty)
      add(row, column, fmt::format("row \"{}\" has no {}, outcome \"{}\" needs one", id(row), column, outcome));
    if (forbidden && !empty) {
      add(row, column,
          fmt::format("row \"{}\" has {} \"{}\", outcome \"{}\" has none", id(row), column, text(row, column),
                      outcome));
    }
  }

  void check_regions(int row, const RegisterRow& read) {
    const LeverEntry& entry = catalogue_.entries[static_cast<std::size_t>(read.lever)];
    for (const RegionId region : read.regions) {
      if (std::find(entry.regions.begin(), entry.regions.end(), region) != entry.regions.end()) return;
    }
    add(row, "lever",
        fmt::format("lever \"{}\" cannot be applied in any region of row \"{}\": {}", entry.id, read.id,
                    text(row, "regions")));
  }

  void check_only_row(int row, const RegisterRow& read) {
    const auto [first, added] = row_of_.emplace(read.lever, row);
    if (added) return;
    add(row, "lever",
        fmt::format("lever \"{}\" already stands for row \"{}\" on line {}, this one can be a variant",
                    catalogue_.entries[static_cast<std::size_t>(read.lever)].id, id(first->second),
                    table_.line(first->second)));
  }

  /// Follows the components of a row; one that leads back to it is a problem there.
  void check_ring(int start) {
    std::vector<bool> seen(rows_.size(), false);
    std::vector<int> open = rows_[static_cast<std::size_t>(start)].components;
    while (!open.empty()) {
      const int row = open.back();
      open.pop_back();
      if (row == start) {
        add(start, "components", fmt::format("row \"{}\" is made of itself", id(start)));
        return;
      }
      if (seen[static_cast<std::size_t>(row)]) continue;
      seen[static_cast<std::size_t>(row)] = true;
      const std::vector<int>& further = rows_[static_cast<std::size_t>(row)].components;
      open.insert(open.end(), further.begin(), further.end());
    }
  }

  [[nodiscard]] const std::string& id(int row) const { return ids_[static_cast<std::size_t>(row)]; }

  const CsvTable& table_;
  const Dimensions& dimensions_;
  const LeverCatalogue& catalogue_;
  Problems& problems_;
  std::vector<std::string> ids_, documents_, levers_, regions_;
  std::map<int, int> row_of_;  // the row of its own of a lever
  LeverRegister rows_;
};

/// Rows that an umbrella is made of, and what these are made of.
std::vector<int> all_components(const LeverRegister& rows, int umbrella) {
  std::vector<int> all = rows[static_cast<std::size_t>(umbrella)].components;
  for (std::size_t k = 0; k < all.size(); ++k) {
    for (const int further : rows[static_cast<std::size_t>(all[k])].components) {
      if (std::find(all.begin(), all.end(), further) == all.end()) all.push_back(further);
    }
  }
  return all;
}

/// Looks for doses of two levers in one region and year.
class Overlap {
 public:
  Overlap(const ScenarioFile& file, const LeverCatalogue& catalogue, const Dimensions& dimensions, Problems& warnings)
      : file_(file), catalogue_(catalogue), dimensions_(dimensions), warnings_(warnings) {}

  /// True when there was something to warn of.
  bool warn(const RegisterRow& umbrella, const RegisterRow& part) {
    const std::vector<LeverDose>& doses = file_.scenario.doses;
    int cells = 0;
    std::size_t first = 0, first_part = 0;
    for (std::size_t k = 0; k < doses.size(); ++k) {
      if (!acts(doses[k], umbrella)) continue;
      for (std::size_t other = 0; other < doses.size(); ++other) {
        const bool same = doses[other].region == doses[k].region && doses[other].year == doses[k].year;
        if (!same || !acts(doses[other], part)) continue;
        if (cells++ == 0) first = k, first_part = other;
      }
    }
    if (cells > 0) add(umbrella, part, first, first_part, cells);
    return cells > 0;
  }

 private:
  static bool acts(const LeverDose& dose, const RegisterRow& row) {
    return dose.entry == row.lever && dose.amount != 0.0 &&
           std::find(row.regions.begin(), row.regions.end(), dose.region) != row.regions.end();
  }

  void add(const RegisterRow& umbrella, const RegisterRow& part, std::size_t at, std::size_t part_at, int cells) {
    const LeverDose& dose = file_.scenario.doses[at];
    const Place& other = file_.dose_places[part_at];
    const auto lever = [&](const RegisterRow& row) {
      return catalogue_.entries[static_cast<std::size_t>(row.lever)].id;
    };
    const std::string further = cells == 1 ? "" : fmt::format(", and so in {} regions and years in all", cells);
    warnings_.add(
        file_.dose_places[at],
        fmt::format("lever \"{}\" stands for all of row \"{}\", lever \"{}\" for its part \"{}\": both have a "
                    "dose in {} in {}{}",
                    lever(umbrella), umbrella.id, lever(part), part.id,
                    dimensions_.regions[static_cast<std::size_t>(dose.region.index)].id, dose.year, further),
        fmt::format("the other one: {}:{}:{}", other.file, other.line, other.column));
  }

  const ScenarioFile& file_;
  const LeverCatalogue& catalogue_;
  const Dimensions& dimensions_;
  Problems& warnings_;
};

}  // namespace

LeverRegister read_register(const std::filesystem::path& folder, const Dimensions& dimensions,
                            const LeverCatalogue& catalogue, InputRecord& record, Problems& problems) {
  const TableRule& rule = table_rules::lever_register;
  const CsvTable table = CsvTable::read(folder / "register.csv", rule.file, rule.columns, record, problems);
  if (!table.sound()) return {};
  return RegisterReader(table, dimensions, catalogue, problems).read();
}

void warn_of_umbrellas(const ScenarioFile& file, const LeverRegister& rows, const LeverCatalogue& catalogue,
                       const Dimensions& dimensions, Problems& warnings) {
  Overlap overlap(file, catalogue, dimensions, warnings);
  for (std::size_t k = 0; k < rows.size(); ++k) {
    if (rows[k].outcome != RegisterOutcome::umbrella || rows[k].lever < 0) continue;
    std::set<int> told{rows[k].lever};
    for (const int part : all_components(rows, static_cast<int>(k))) {
      const RegisterRow& row = rows[static_cast<std::size_t>(part)];
      if (row.lever >= 0 && !told.contains(row.lever) && overlap.warn(rows[k], row)) told.insert(row.lever);
    }
  }
}

}  // namespace drivkraft
