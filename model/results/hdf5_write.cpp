#include <hdf5.h>
#include <hdf5_hl.h>

#include <cmath>
#include <limits>

#include "results/hdf5_layer.h"

namespace drivkraft::hdf5 {
namespace {

constexpr std::size_t memory_step = 1 << 20;    // the file in memory grows by this many bytes
constexpr std::size_t largest_chunk = 1 << 20;  // bytes
constexpr std::size_t text_buffer = 1 << 14;    // bytes
constexpr unsigned deflate_level = 2;
constexpr unsigned chunk_index_half = 4;  // nearly all variables are one chunk: small nodes save two thirds of the file

Handle text_type() {
  Handle type(H5Tcopy(H5T_C_S1), H5Tclose, "make a text type");
  check(H5Tset_size(type.id(), H5T_VARIABLE), "make a text type");
  check(H5Tset_cset(type.id(), H5T_CSET_UTF8), "make a text type");
  return type;
}

Handle dataspace(std::span<const std::size_t> sizes) {
  if (sizes.empty()) return {H5Screate(H5S_SCALAR), H5Sclose, "make a dataspace"};
  const std::vector<hsize_t> extent(sizes.begin(), sizes.end());
  return {H5Screate_simple(static_cast<int>(extent.size()), extent.data(), nullptr), H5Sclose, "make a dataspace"};
}

/// No times, and attributes in the order of their making.
Handle dataset_properties() {
  Handle properties(H5Pcreate(H5P_DATASET_CREATE), H5Pclose, "make dataset properties");
  check(H5Pset_obj_track_times(properties.id(), false), "leave out times");
  check(H5Pset_attr_creation_order(properties.id(), H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED), "order attributes");
  return properties;
}

/// Whole variables where they are small; otherwise the slowest dimensions are cut first, so that a year stays together.
std::vector<hsize_t> chunk_of(std::span<const std::size_t> sizes) {
  std::vector<hsize_t> chunk(sizes.begin(), sizes.end());
  std::size_t bytes = sizeof(double);
  for (const hsize_t length : chunk) bytes *= length;
  for (hsize_t& length : chunk) {
    while (bytes > largest_chunk && length > 1) {
      bytes /= length;
      length = (length + 1) / 2;
      bytes *= length;
    }
  }
  return chunk;
}

void write_scalar_attribute(hid_t object, const std::string& name, hid_t type, const void* value) {
  const Handle space = dataspace({});
  const Handle attribute(H5Acreate2(object, name.c_str(), type, space.id(), H5P_DEFAULT, H5P_DEFAULT), H5Aclose,
                         "make attribute " + name);
  check(H5Awrite(attribute.id(), type, value), "write attribute " + name);
}

Handle create_dataset(hid_t group, const std::string& name, hid_t type, hid_t space, hid_t properties) {
  return {H5Dcreate2(group, name.c_str(), type, space, H5P_DEFAULT, properties, H5P_DEFAULT), H5Dclose,
          "make variable " + name};
}

}  // namespace

Handle create_memory_file() {
  const Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, "make file properties");
  check(H5Pset_fapl_core(access.id(), memory_step, false), "keep the file in memory");
  // The oldest superblock that does: later ones carry a checksum that H5Fget_file_image of 1.10 leaves wrong.
  check(H5Pset_libver_bounds(access.id(), H5F_LIBVER_EARLIEST, H5F_LIBVER_V18), "set the file version");
  const Handle creation(H5Pcreate(H5P_FILE_CREATE), H5Pclose, "make file properties");
  check(H5Pset_obj_track_times(creation.id(), false), "leave out times");
  constexpr unsigned order = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
  check(H5Pset_link_creation_order(creation.id(), order), "order groups");
  check(H5Pset_attr_creation_order(creation.id(), order), "order attributes");
  check(H5Pset_istore_k(creation.id(), chunk_index_half), "size the index of chunks");
  return {H5Fcreate("result", H5F_ACC_TRUNC, creation.id(), access.id()), H5Fclose, "make a file in memory"};
}

std::vector<unsigned char> image_of(hid_t file) {
  check(H5Fflush(file, H5F_SCOPE_GLOBAL), "finish the file");
  const ssize_t size = H5Fget_file_image(file, nullptr, 0);
  check(size < 0 ? -1 : 0, "measure the file");
  std::vector<unsigned char> image(static_cast<std::size_t>(size));
  check(H5Fget_file_image(file, image.data(), image.size()) == size ? 0 : -1, "copy the file");
  return image;
}

Handle create_group(hid_t parent, const std::string& name) {
  const Handle properties(H5Pcreate(H5P_GROUP_CREATE), H5Pclose, "make group properties");
  check(H5Pset_obj_track_times(properties.id(), false), "leave out times");
  constexpr unsigned order = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
  check(H5Pset_link_creation_order(properties.id(), order), "order variables");
  check(H5Pset_attr_creation_order(properties.id(), order), "order attributes");
  return {H5Gcreate2(parent, name.c_str(), H5P_DEFAULT, properties.id(), H5P_DEFAULT), H5Gclose, "make group " + name};
}

void write_attribute(hid_t object, const std::string& name, std::string_view text) {
  const std::string terminated(text);
  const char* pointer = terminated.c_str();
  const Handle type = text_type();
  write_scalar_attribute(object, name, type.id(), &pointer);
}

void write_attribute(hid_t object, const std::string& name, double number) {
  write_scalar_attribute(object, name, H5T_NATIVE_DOUBLE, &number);
}

void write_attribute(hid_t object, const std::string& name, std::int64_t number) {
  write_scalar_attribute(object, name, H5T_NATIVE_INT64, &number);
}

Handle write_numbers(hid_t group, const std::string& name, std::span<const std::size_t> sizes,
                     std::span<const double> values) {
  const Handle properties = dataset_properties();
  const double missing = std::numeric_limits<double>::quiet_NaN();
  check(H5Pset_fill_value(properties.id(), H5T_NATIVE_DOUBLE, &missing), "set the fill value");
  if (!sizes.empty() && !values.empty()) {  // a chunk holds one cell at least
    const std::vector<hsize_t> chunk = chunk_of(sizes);
    check(H5Pset_chunk(properties.id(), static_cast<int>(chunk.size()), chunk.data()), "cut " + name + " into chunks");
    check(H5Pset_shuffle(properties.id()), "compress " + name);
    check(H5Pset_deflate(properties.id(), deflate_level), "compress " + name);
  }
  const Handle space = dataspace(sizes);
  Handle dataset = create_dataset(group, name, H5T_NATIVE_DOUBLE, space.id(), properties.id());
  check(H5Dwrite(dataset.id(), H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()), "write " + name);
  write_attribute(dataset.id(), "_FillValue", missing);
  return dataset;
}

Handle write_integers(hid_t group, const std::string& name, std::span<const int> values) {
  const std::size_t size = values.size();
  const Handle space = dataspace({&size, 1});
  const Handle properties = dataset_properties();
  Handle dataset = create_dataset(group, name, H5T_NATIVE_INT, space.id(), properties.id());
  check(H5Dwrite(dataset.id(), H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()), "write " + name);
  return dataset;
}

Handle write_texts(hid_t group, const std::string& name, std::span<const std::string> values) {
  std::vector<const char*> pointers;
  for (const std::string& value : values) pointers.push_back(value.c_str());
  const std::size_t size = values.size();
  const Handle space = dataspace({&size, 1});
  const Handle properties = dataset_properties();
  const Handle type = text_type();
  Handle dataset = create_dataset(group, name, type.id(), space.id(), properties.id());
  // The library clears its whole buffer (a megabyte) for every text variable; the labels need little.
  const Handle transfer(H5Pcreate(H5P_DATASET_XFER), H5Pclose, "make transfer properties");
  check(H5Pset_buffer(transfer.id(), text_buffer, nullptr, nullptr), "size the buffer of texts");
  check(H5Dwrite(dataset.id(), type.id(), H5S_ALL, H5S_ALL, transfer.id(), pointers.data()), "write " + name);
  return dataset;
}

void make_scale(hid_t dataset, const std::string& name) {
  check(H5DSset_scale(dataset, name.c_str()), "make the scale of " + name);
}

void attach_scale(hid_t dataset, hid_t scale, std::size_t dimension) {
  check(H5DSattach_scale(dataset, scale, static_cast<unsigned>(dimension)), "attach a scale");
}

}  // namespace drivkraft::hdf5
