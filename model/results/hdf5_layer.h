#pragma once

// Internal to results/: a thin layer over the C library. Every failing call throws Hdf5Error.

#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drivkraft::hdf5 {

// The library's own types, so that its header stays in the .cpp files (which check them).
using hid_t = std::int64_t;
using herr_t = int;

class Hdf5Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Owns one identifier of the library.
class Handle {
 public:
  using Close = herr_t (*)(hid_t);
  Handle() = default;
  /// Throws Hdf5Error, naming `what`, when the identifier says that the call failed.
  Handle(hid_t id, Close close, std::string_view what);
  Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, -1)), close_(other.close_) {}
  Handle& operator=(Handle&& other) noexcept;
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() { reset(); }
  [[nodiscard]] hid_t id() const { return id_; }
  void reset();

 private:
  hid_t id_ = -1;
  Close close_ = nullptr;
};

/// Keeps the library from printing its own errors while it lives.
class QuietErrors {
 public:
  QuietErrors();
  ~QuietErrors();
  QuietErrors(const QuietErrors&) = delete;
  QuietErrors& operator=(const QuietErrors&) = delete;

 private:
  herr_t (*function_)(hid_t, void*) = nullptr;
  void* data_ = nullptr;
};

void check(herr_t status, std::string_view what);

// Writing. Objects carry no times and remember the order of their making, as NetCDF-4 wants it.

/// A file in memory; its bytes depend on nothing but what is written into it.
[[nodiscard]] Handle create_memory_file();
[[nodiscard]] std::vector<unsigned char> image_of(hid_t file);
[[nodiscard]] Handle create_group(hid_t parent, const std::string& name);

void write_attribute(hid_t object, const std::string& name, std::string_view text);
void write_attribute(hid_t object, const std::string& name, double number);
void write_attribute(hid_t object, const std::string& name, std::int64_t number);

/// Values row-major; chunked, shuffled and deflated unless `sizes` is empty; missing values are NaN.
[[nodiscard]] Handle write_numbers(hid_t group, const std::string& name, std::span<const std::size_t> sizes,
                                   std::span<const double> values);
[[nodiscard]] Handle write_integers(hid_t group, const std::string& name, std::span<const int> values);
[[nodiscard]] Handle write_texts(hid_t group, const std::string& name, std::span<const std::string> values);

/// Makes a dataset the scale of a dimension that bears its name.
void make_scale(hid_t dataset, const std::string& name);
void attach_scale(hid_t dataset, hid_t scale, std::size_t dimension);

// Reading.

[[nodiscard]] Handle open_file(const std::string& path);
[[nodiscard]] Handle open_group(hid_t parent, const std::string& name);
[[nodiscard]] Handle open_dataset(hid_t group, const std::string& name);
[[nodiscard]] bool has_link(hid_t group, const std::string& name);
[[nodiscard]] bool has_attribute(hid_t object, const std::string& name);
[[nodiscard]] bool is_scale(hid_t dataset);
/// Names of the links of a group in the order of their making.
[[nodiscard]] std::vector<std::string> link_names(hid_t group);
[[nodiscard]] std::string read_text_attribute(hid_t object, const std::string& name);
[[nodiscard]] std::int64_t read_number_attribute(hid_t object, const std::string& name);
[[nodiscard]] std::vector<std::size_t> sizes_of(hid_t dataset);
[[nodiscard]] std::vector<std::string> dimension_names_of(hid_t dataset);
[[nodiscard]] std::vector<double> read_numbers(hid_t dataset);
[[nodiscard]] std::vector<std::string> read_texts(hid_t dataset);

}  // namespace drivkraft::hdf5
