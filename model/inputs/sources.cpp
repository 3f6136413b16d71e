#include "inputs/sources.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

namespace drivkraft {

namespace {

constexpr std::array<std::string_view, 3> statuses{"observed", "derived", "assumed"};

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<std::string> source_files(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (name.rfind("sources_", 0) == 0 && entry.path().extension() == ".csv") names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

std::vector<std::string> split_keys(std::string_view keys) {
  std::vector<std::string> result;
  while (!keys.empty()) {
    const std::size_t end = std::min(keys.find(';'), keys.size());
    const std::string_view key = trimmed(keys.substr(0, end));
    if (!key.empty()) result.emplace_back(key);
    keys.remove_prefix(std::min(end + 1, keys.size()));
  }
  return result;
}

Sources Sources::read(const std::filesystem::path& data_folder, InputRecord& record, Problems& problems) {
  Sources result;
  const std::filesystem::path folder = data_folder / "sources";
  const std::vector<std::string> files = source_files(folder);
  if (files.empty()) {
    problems.add(Place{folder.generic_string(), 0, 0, 1, {}}, "holds no sources_*.csv, the list of sources is needed");
  }
  for (const std::string& file : files) {
    const CsvTable table = CsvTable::read(folder / file, "sources/" + file,
                                          {"key", "publisher", "table", "vintage", "licence"}, record, problems);
    if (!table.sound()) continue;
    const auto text = [&](int row, const char* column) { return std::string(table.text(row, table.column(column))); };
    for (int row = 0; row < table.rows(); ++row) {
      Source source{text(row, "publisher"), text(row, "table"), text(row, "vintage"), text(row, "licence")};
      if (!result.sources_.emplace(text(row, "key"), std::move(source)).second) {
        problems.add(table.place(row, table.column("key")),
                     fmt::format("source \"{}\" is already listed", text(row, "key")));
      }
    }
  }
  return result;
}

const Source* Sources::find(std::string_view key) const {
  const auto found = sources_.find(key.substr(0, key.find(':')));
  return found == sources_.end() ? nullptr : &found->second;
}

void Sources::check_rows(const CsvTable& table, Problems& problems) const {
  const int status_column = table.column("status");
  const int source_column = table.column("source");
  if (!table.sound() || status_column < 0 || source_column < 0) return;
  for (int row = 0; row < table.rows(); ++row) {
    const std::string_view status = table.text(row, status_column);
    if (std::find(statuses.begin(), statuses.end(), status) == statuses.end()) {
      problems.add(table.place(row, status_column),
                   fmt::format("status is \"{}\", must be observed, derived or assumed", status),
                   did_you_mean(status, {statuses.begin(), statuses.end()}));
    }
    const std::string_view keys = table.text(row, source_column);
    if (trimmed(keys).empty()) problems.add(table.place(row, source_column), "a source is missing");
    if (sources_.empty()) continue;  // the list itself was not readable, which is said elsewhere
    for (const std::string& key : split_keys(keys)) {
      if (find(key) != nullptr) continue;
      std::vector<std::string> known;
      for (const auto& [name, source] : sources_) known.push_back(name);
      problems.add(table.place(row, source_column), fmt::format("unknown source \"{}\"", key),
                   did_you_mean(key, known));
    }
  }
}

std::string Sources::vintage_of(std::string_view keys) const {
  std::vector<std::string> vintages;
  for (const std::string& key : split_keys(keys)) {
    const Source* source = find(key);
    if (source == nullptr || source->vintage.empty()) continue;
    if (std::find(vintages.begin(), vintages.end(), source->vintage) == vintages.end()) {
      vintages.push_back(source->vintage);
    }
  }
  return fmt::format("{}", fmt::join(vintages, "; "));
}

}  // namespace drivkraft
