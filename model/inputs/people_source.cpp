#include "inputs/people_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace drivkraft {

PeopleSource::PeopleSource(const std::filesystem::path& data_folder, const Dimensions& of, InputRecord& files,
                           Problems& found)
    : folder(data_folder),
      dimensions(of),
      record(files),
      problems(found),
      regions(ids_of(of.regions)),
      industries(ids_of(of.industries)),
      educations(ids_of(of.educations)) {
  const bool read_before = listed("sources/");
  InputRecord again;
  Problems reported;
  sources_ = Sources::read(folder, read_before ? again : record, read_before ? reported : problems);
}

bool PeopleSource::listed(std::string_view start) const {
  return std::any_of(record.files.begin(), record.files.end(),
                     [&](const InputDigest& digest) { return digest.file.rfind(start, 0) == 0; });
}

CsvTable PeopleSource::open(const TableRule& rule) {
  const bool read_before = listed(rule.file);
  InputRecord again;
  Problems reported;
  Problems& to = read_before ? reported : problems;
  CsvTable table = CsvTable::read(folder / rule.file, rule.file, rule.columns, read_before ? again : record, to);
  sources_.check_rows(table, to);
  return table;
}

int PeopleSource::whole(const CsvTable& table, int row, const std::string& column, int otherwise) {
  const int at = table.column(column);
  const std::optional<double> number = table.number(row, at, problems);
  if (!number) return otherwise;
  if (*number == std::floor(*number) && std::abs(*number) < 1e6) return static_cast<int>(*number);
  problems.add(table.place(row, at), fmt::format("{} is {}, must be a whole number", column, table.text(row, at)));
  return otherwise;
}

}  // namespace drivkraft
