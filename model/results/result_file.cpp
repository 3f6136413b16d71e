#include "results/result_file.h"

#include <system_error>

#include "results/hdf5_file.h"
#include "results/hdf5_layer.h"

namespace drivkraft {

struct ResultFile::Opened {
  std::string path;
  hdf5::Handle file;

  [[nodiscard]] hdf5::Handle group(const std::string& name) const {
    return hdf5::open_group(file.id(), name.empty() ? "/" : name);
  }
};

namespace {

using hdf5::hid_t;

/// Runs a reading step; what the library refuses becomes a ReadError that names the file.
template <class Step>
auto reading(const std::string& path, Step step) {
  const hdf5::QuietErrors quiet;
  try {
    return step();
  } catch (const hdf5::Hdf5Error& error) {
    throw ReadError(path + ": " + error.what());
  }
}

void require_readable(const std::filesystem::path& path) {
  std::error_code problem;
  const auto status = std::filesystem::status(path, problem);
  if (!std::filesystem::exists(status)) throw ReadError(path.string() + ": there is no such file");
  if (!std::filesystem::is_regular_file(status)) throw ReadError(path.string() + ": this is not a file");
}

void require_format(const std::string& path, hid_t file) {
  const std::string format_name = result_format;
  if (!hdf5::has_link(file, "run")) throw ReadError(path + ": this is not a result file (it has no group /run)");
  const hdf5::Handle run = hdf5::open_group(file, "run");
  if (hdf5::read_text_attribute(run.id(), "format") != format_name) {
    throw ReadError(path + ": this is not a result file (the format of /run is not " + format_name + ")");
  }
  const std::int64_t version = hdf5::read_number_attribute(run.id(), "format_version");
  if (version != result_format_version) {
    throw ReadError(path + ": format version " + std::to_string(version) + "; this program reads version " +
                    std::to_string(result_format_version));
  }
}

std::string text_or_nothing(hid_t object, const std::string& name) {
  return hdf5::has_attribute(object, name) ? hdf5::read_text_attribute(object, name) : std::string{};
}

}  // namespace

ResultFile::ResultFile(const std::filesystem::path& path) : opened_(std::make_unique<Opened>()) {
  require_readable(path);
  opened_->path = path.string();
  reading(opened_->path, [&] {
    opened_->file = hdf5::open_file(opened_->path);
    require_format(opened_->path, opened_->file.id());
  });
}

ResultFile::~ResultFile() = default;
ResultFile::ResultFile(ResultFile&&) noexcept = default;
ResultFile& ResultFile::operator=(ResultFile&&) noexcept = default;

std::vector<std::string> ResultFile::variables(const std::string& group) const {
  return reading(opened_->path, [&] {
    const hdf5::Handle opened = opened_->group(group);
    std::vector<std::string> names;
    for (const std::string& name : hdf5::link_names(opened.id())) {
      if (!hdf5::is_scale(hdf5::open_dataset(opened.id(), name).id())) names.push_back(name);
    }
    return names;
  });
}

bool ResultFile::has(const std::string& group, const std::string& variable) const {
  return reading(opened_->path, [&] {
    return hdf5::has_link(opened_->file.id(), group) && hdf5::has_link(opened_->group(group).id(), variable);
  });
}

ResultVariable ResultFile::read(const std::string& group, const std::string& variable) const {
  return reading(opened_->path, [&] {
    const hdf5::Handle opened = opened_->group(group);
    const hdf5::Handle dataset = hdf5::open_dataset(opened.id(), variable);
    ResultVariable result;
    result.name = variable;
    result.dimensions = hdf5::dimension_names_of(dataset.id());
    result.sizes = hdf5::sizes_of(dataset.id());
    result.unit = text_or_nothing(dataset.id(), "units");
    result.label = text_or_nothing(dataset.id(), "long_name");
    result.label_da = text_or_nothing(dataset.id(), "long_name_da");
    result.equation = text_or_nothing(dataset.id(), "equation");
    result.values = hdf5::read_numbers(dataset.id());
    return result;
  });
}

std::vector<std::string> ResultFile::texts(const std::string& group, const std::string& variable) const {
  return reading(opened_->path,
                 [&] { return hdf5::read_texts(hdf5::open_dataset(opened_->group(group).id(), variable).id()); });
}

std::vector<int> ResultFile::years(const std::string& group) const {
  return reading(opened_->path, [&] {
    const std::vector<double> values = hdf5::read_numbers(hdf5::open_dataset(opened_->group(group).id(), "year").id());
    return std::vector<int>(values.begin(), values.end());
  });
}

std::string ResultFile::text_attribute(const std::string& group, const std::string& attribute) const {
  return reading(opened_->path, [&] { return hdf5::read_text_attribute(opened_->group(group).id(), attribute); });
}

long ResultFile::number_attribute(const std::string& group, const std::string& attribute) const {
  return reading(opened_->path,
                 [&] { return static_cast<long>(hdf5::read_number_attribute(opened_->group(group).id(), attribute)); });
}

}  // namespace drivkraft
