#include "support/scratch_data.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <system_error>

#include "support/root.h"

namespace drivkraft::test {

ScratchData::ScratchData() {
  std::string pattern = (std::filesystem::temp_directory_path() / "drivkraft-data-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  folder_ = pattern;
  std::filesystem::copy(root() / "tests/data/smallest", folder_, std::filesystem::copy_options::recursive);
}

ScratchData::~ScratchData() {
  std::error_code error;
  std::filesystem::remove_all(folder_, error);
}

void ScratchData::replace(const std::string& file, const std::string& from, const std::string& to) const {
  std::string text = read(file);
  const std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::runtime_error(file + " does not hold \"" + from + "\"");
  write(file, text.replace(at, from.size(), to));
}

void ScratchData::append(const std::string& file, const std::string& text) const {
  write(file, read(file) + text);
}

void ScratchData::write(const std::string& file, const std::string& text) const {
  std::ofstream(folder_ / file, std::ios::binary) << text;
}

std::string ScratchData::read(const std::string& file) const {
  std::ifstream stream(folder_ / file, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace drivkraft::test
