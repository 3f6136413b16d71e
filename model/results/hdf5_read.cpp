#include <hdf5.h>
#include <hdf5_hl.h>

#include "results/hdf5_layer.h"

namespace drivkraft::hdf5 {
namespace {

/// Texts that the library allocated; given back with the object.
class LibraryTexts {
 public:
  LibraryTexts(hid_t type, hid_t space, std::size_t count) : type_(type), space_(space), pointers_(count, nullptr) {}
  ~LibraryTexts() { H5Dvlen_reclaim(type_, space_, H5P_DEFAULT, pointers_.data()); }
  LibraryTexts(const LibraryTexts&) = delete;
  LibraryTexts& operator=(const LibraryTexts&) = delete;
  [[nodiscard]] char** data() { return pointers_.data(); }
  [[nodiscard]] std::vector<std::string> texts() const {
    std::vector<std::string> texts;
    for (const char* pointer : pointers_) texts.emplace_back(pointer == nullptr ? "" : pointer);
    return texts;
  }

 private:
  hid_t type_;
  hid_t space_;
  std::vector<char*> pointers_;
};

void require_text(hid_t type, const std::string& what) {
  check(H5Tis_variable_str(type) > 0 ? 0 : -1, "read " + what + " as text");
}

herr_t add_name(hid_t, const char* name, const H5L_info_t*, void* names) {
  static_cast<std::vector<std::string>*>(names)->emplace_back(name);
  return 0;
}

herr_t take_scale_name(hid_t, unsigned, hid_t scale, void* name) {
  const ssize_t length = H5DSget_scale_name(scale, nullptr, 0);
  if (length < 0) return -1;
  std::string text(static_cast<std::size_t>(length) + 1, '\0');
  if (H5DSget_scale_name(scale, text.data(), text.size()) < 0) return -1;
  text.resize(static_cast<std::size_t>(length));
  *static_cast<std::string*>(name) = text;
  return 1;  // the first scale is the dimension
}

std::string object_name(hid_t object) {
  const ssize_t length = H5Iget_name(object, nullptr, 0);
  if (length <= 0) return "an unnamed object";
  std::string text(static_cast<std::size_t>(length) + 1, '\0');
  H5Iget_name(object, text.data(), text.size());
  text.resize(static_cast<std::size_t>(length));
  return text;
}

}  // namespace

Handle open_file(const std::string& path) {
  return {H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose, "open it as an HDF5 file"};
}

Handle open_group(hid_t parent, const std::string& name) {
  return {H5Gopen2(parent, name.c_str(), H5P_DEFAULT), H5Gclose, "find group " + name};
}

Handle open_dataset(hid_t group, const std::string& name) {
  return {H5Dopen2(group, name.c_str(), H5P_DEFAULT), H5Dclose, "find variable " + name};
}

bool has_link(hid_t group, const std::string& name) {
  return H5Lexists(group, name.c_str(), H5P_DEFAULT) > 0;
}
bool has_attribute(hid_t object, const std::string& name) {
  return H5Aexists(object, name.c_str()) > 0;
}
bool is_scale(hid_t dataset) {
  return H5DSis_scale(dataset) > 0;
}

std::vector<std::string> link_names(hid_t group) {
  std::vector<std::string> names;
  check(H5Literate(group, H5_INDEX_CRT_ORDER, H5_ITER_INC, nullptr, add_name, &names), "list " + object_name(group));
  return names;
}

std::string read_text_attribute(hid_t object, const std::string& name) {
  const Handle attribute(H5Aopen(object, name.c_str(), H5P_DEFAULT), H5Aclose, "find attribute " + name);
  const Handle type(H5Aget_type(attribute.id()), H5Tclose, "read attribute " + name);
  require_text(type.id(), "attribute " + name);
  const Handle space(H5Aget_space(attribute.id()), H5Sclose, "read attribute " + name);
  check(H5Sget_simple_extent_npoints(space.id()) == 1 ? 0 : -1, "read attribute " + name + " as one text");
  LibraryTexts texts(type.id(), space.id(), 1);
  check(H5Aread(attribute.id(), type.id(), texts.data()), "read attribute " + name);
  return texts.texts().front();
}

std::int64_t read_number_attribute(hid_t object, const std::string& name) {
  const Handle attribute(H5Aopen(object, name.c_str(), H5P_DEFAULT), H5Aclose, "find attribute " + name);
  const Handle space(H5Aget_space(attribute.id()), H5Sclose, "read attribute " + name);
  check(H5Sget_simple_extent_npoints(space.id()) == 1 ? 0 : -1, "read attribute " + name + " as one number");
  std::int64_t number = 0;
  check(H5Aread(attribute.id(), H5T_NATIVE_INT64, &number), "read attribute " + name);
  return number;
}

std::vector<std::size_t> sizes_of(hid_t dataset) {
  const Handle space(H5Dget_space(dataset), H5Sclose, "measure " + object_name(dataset));
  const int rank = H5Sget_simple_extent_ndims(space.id());
  check(rank, "measure " + object_name(dataset));
  std::vector<hsize_t> extent(static_cast<std::size_t>(rank));
  check(H5Sget_simple_extent_dims(space.id(), extent.data(), nullptr), "measure " + object_name(dataset));
  return {extent.begin(), extent.end()};
}

std::vector<std::string> dimension_names_of(hid_t dataset) {
  std::vector<std::string> names(sizes_of(dataset).size());
  for (std::size_t k = 0; k < names.size(); ++k) {
    check(H5DSiterate_scales(dataset, static_cast<unsigned>(k), nullptr, take_scale_name, &names[k]),
          "read the dimensions of " + object_name(dataset));
  }
  return names;
}

std::vector<double> read_numbers(hid_t dataset) {
  std::size_t cells = 1;
  for (const std::size_t size : sizes_of(dataset)) cells *= size;
  std::vector<double> values(cells);
  check(H5Dread(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()),
        "read " + object_name(dataset));
  return values;
}

std::vector<std::string> read_texts(hid_t dataset) {
  std::size_t cells = 1;
  for (const std::size_t size : sizes_of(dataset)) cells *= size;
  const Handle type(H5Dget_type(dataset), H5Tclose, "read " + object_name(dataset));
  require_text(type.id(), object_name(dataset));
  const Handle space(H5Dget_space(dataset), H5Sclose, "read " + object_name(dataset));
  LibraryTexts texts(type.id(), space.id(), cells);
  check(H5Dread(dataset, type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, texts.data()), "read " + object_name(dataset));
  return texts.texts();
}

}  // namespace drivkraft::hdf5
