#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace drivkraft {

/// A result could not be read: missing, damaged, of another format; the text names the file and the reason.
class ReadError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// One variable as the file holds it; values are row-major.
struct ResultVariable {
  std::string name;
  std::vector<std::string> dimensions;
  std::vector<std::size_t> sizes;
  std::string unit;
  std::string label;
  std::string label_da;
  std::string equation;
  std::vector<double> values;
};

/// Reads a result file of format version 1. Every member throws ReadError.
class ResultFile {
 public:
  explicit ResultFile(const std::filesystem::path& path);
  ~ResultFile();
  ResultFile(ResultFile&&) noexcept;
  ResultFile& operator=(ResultFile&&) noexcept;

  /// Names of the variables of a group ("baseline", "scenario", ...), in file order, without the dimension scales.
  [[nodiscard]] std::vector<std::string> variables(const std::string& group) const;
  [[nodiscard]] bool has(const std::string& group, const std::string& variable) const;
  [[nodiscard]] ResultVariable read(const std::string& group, const std::string& variable) const;
  /// Texts of a variable or of a dimension scale.
  [[nodiscard]] std::vector<std::string> texts(const std::string& group, const std::string& variable) const;
  [[nodiscard]] std::vector<int> years(const std::string& group) const;
  /// A text attribute of a group ("" names the root).
  [[nodiscard]] std::string text_attribute(const std::string& group, const std::string& attribute) const;
  [[nodiscard]] long number_attribute(const std::string& group, const std::string& attribute) const;

 private:
  struct Opened;
  std::unique_ptr<Opened> opened_;
};

}  // namespace drivkraft
