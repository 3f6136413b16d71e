#include "results/hdf5_layer.h"

#include <hdf5.h>

#include <type_traits>

namespace drivkraft::hdf5 {

static_assert(std::is_same_v<hid_t, ::hid_t> && std::is_same_v<herr_t, ::herr_t>);

Handle::Handle(hid_t id, Close close, std::string_view what) : id_(id), close_(close) {
  if (id < 0) throw Hdf5Error("cannot " + std::string(what));
}

Handle& Handle::operator=(Handle&& other) noexcept {
  if (this != &other) {
    reset();
    id_ = std::exchange(other.id_, -1);
    close_ = other.close_;
  }
  return *this;
}

void Handle::reset() {
  if (id_ >= 0) close_(id_);
  id_ = -1;
}

QuietErrors::QuietErrors() {
  H5Eget_auto2(H5E_DEFAULT, &function_, &data_);
  H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

QuietErrors::~QuietErrors() {
  H5Eset_auto2(H5E_DEFAULT, function_, data_);
}

void check(herr_t status, std::string_view what) {
  if (status < 0) throw Hdf5Error("cannot " + std::string(what));
}

}  // namespace drivkraft::hdf5
