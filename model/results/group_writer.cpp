#include "results/group_writer.h"

#include <cmath>
#include <numeric>

#include "results/hdf5_file.h"

namespace drivkraft::hdf5 {
namespace {

void write_texts_of(hid_t dataset, const VariableInfo& info) {
  if (!info.unit.empty()) write_attribute(dataset, "units", info.unit);
  write_attribute(dataset, "long_name", info.label);
  write_attribute(dataset, "long_name_da", info.label_da);
  if (!info.equation.empty()) write_attribute(dataset, "equation", info.equation);
}

}  // namespace

GroupWriter::GroupWriter(hid_t file, const std::string& name, const std::string& title, const std::string& title_da)
    : name_(name), group_(create_group(file, name)) {
  write_attribute(id(), "Conventions", "CF-1.8");
  write_attribute(id(), "title", title);
  write_attribute(id(), "title_da", title_da);
}

void GroupWriter::declare_years(int first_year, int year_count) {
  std::vector<int> years;
  std::vector<std::string> labels;
  for (int year = first_year; year < first_year + year_count; ++year) {
    years.push_back(year);
    labels.push_back(std::to_string(year));
  }
  add_scale("year", write_integers(id(), "year", years), std::move(labels));
}

void GroupWriter::declare(const std::string& dimension, const std::vector<std::string>& labels) {
  add_scale(dimension, write_texts(id(), dimension, labels), labels);
}

void GroupWriter::declare(const std::string& dimension, const Dimensions& dimensions) {
  if (dimension == "age") {  // a number, so that ages can be compared
    std::vector<int> ages(age_count);
    std::iota(ages.begin(), ages.end(), 0);
    add_scale(dimension, write_integers(id(), dimension, ages), dimension_labels(dimensions, dimension));
    return;
  }
  declare(dimension, dimension_labels(dimensions, dimension));
}

void GroupWriter::add_scale(const std::string& dimension, Handle dataset, std::vector<std::string> labels) {
  make_scale(dataset.id(), dimension);
  write_texts_of(dataset.id(), describe_dimension(dimension));
  scales_.emplace(dimension, Scale{std::move(dataset), std::move(labels)});
}

const GroupWriter::Scale& GroupWriter::scale(const std::string& dimension) const {
  const auto found = scales_.find(dimension);
  if (found == scales_.end()) throw std::logic_error("dimension " + dimension + " is not declared in " + name_);
  return found->second;
}

std::vector<std::size_t> GroupWriter::sizes_of(const VariableInfo& info) const {
  std::vector<std::size_t> sizes;
  for (const std::string& dimension : info.dimensions) sizes.push_back(scale(dimension).labels.size());
  return sizes;
}

std::string GroupWriter::place(const VariableInfo& info, std::size_t cell) const {
  std::string text;
  for (auto dimension = info.dimensions.rbegin(); dimension != info.dimensions.rend(); ++dimension) {
    const std::vector<std::string>& labels = scale(*dimension).labels;
    text = *dimension + " " + labels[cell % labels.size()] + (text.empty() ? "" : ", ") + text;
    cell /= labels.size();
  }
  return text.empty() ? text : " at " + text;
}

void GroupWriter::write(const VariableInfo& info, std::span<const double> values) {
  for (std::size_t cell = 0; cell < values.size(); ++cell) {
    if (std::isfinite(values[cell])) continue;
    throw WriteError("/" + name_ + "/" + info.name + " is " + std::to_string(values[cell]) + place(info, cell) +
                     "; a result holds finite numbers only");
  }
  write_with_gaps(info, values);
}

void GroupWriter::write_with_gaps(const VariableInfo& info, std::span<const double> values) {
  const std::vector<std::size_t> sizes = sizes_of(info);
  std::size_t cells = 1;
  for (const std::size_t size : sizes) cells *= size;
  if (cells != values.size()) {
    throw std::logic_error("/" + name_ + "/" + info.name + " has " + std::to_string(values.size()) +
                           " values, its dimensions hold " + std::to_string(cells));
  }
  const Handle dataset = write_numbers(id(), info.name, sizes, values);
  write_texts_of(dataset.id(), info);
  for (std::size_t k = 0; k < info.dimensions.size(); ++k) {
    attach_scale(dataset.id(), scale(info.dimensions[k]).dataset.id(), k);
  }
}

void GroupWriter::write(const std::string& name, const std::string& dimension, const std::string& label,
                        const std::string& label_da, const std::vector<std::string>& texts) {
  const Scale& along = scale(dimension);
  if (texts.size() != along.labels.size()) throw std::logic_error(name + " does not match dimension " + dimension);
  const Handle dataset = write_texts(id(), name, texts);
  write_texts_of(dataset.id(), {name, {dimension}, "", label, label_da, ""});
  attach_scale(dataset.id(), along.dataset.id(), 0);
}

}  // namespace drivkraft::hdf5
