#include "results/atomic_write.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

#include "results/hdf5_file.h"

namespace drivkraft {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path, const std::string& step, int error) {
  throw WriteError(path.string() + ": cannot " + step + ": " + std::generic_category().message(error) +
                   "; an earlier file is untouched");
}

/// An open descriptor; closed, at the latest, with the object.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int number() const { return number_; }
  /// False when the system reports an error, as some file systems do only here.
  bool close() {
    if (number_ < 0) return true;
    const bool closed = ::close(number_) == 0;
    number_ = -1;
    return closed;
  }

 private:
  int number_;
};

/// A file beside the target that vanishes unless it was renamed into place.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::filesystem::path& target) : target_(target), descriptor_(open_beside(target)) {}
  ~TemporaryFile() {
    if (!renamed_) ::unlink(path_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  void write(std::span<const unsigned char> bytes) {
    while (!bytes.empty()) {
      const ssize_t written = ::write(descriptor_.number(), bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail(target_, "write the file", errno);
      bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    if (::fsync(descriptor_.number()) != 0) fail(target_, "flush the file to disk", errno);
    if (!descriptor_.close()) fail(target_, "close the file", errno);
  }

  void rename_into_place() {
    if (::rename(path_.c_str(), target_.c_str()) != 0) fail(target_, "put the file in place", errno);
    renamed_ = true;
  }

 private:
  int open_beside(const std::filesystem::path& target) {
    constexpr int attempts = 100;  // names left behind by killed processes of the same number
    for (int attempt = 0; attempt < attempts; ++attempt) {
      path_ = target.parent_path() / ("." + target.filename().string() + "." + std::to_string(::getpid()) + "." +
                                      std::to_string(attempt) + ".tmp");
      const int number = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (number >= 0) return number;
      if (errno != EEXIST) break;
    }
    fail(target, "make a file in this folder", errno);
  }

  std::filesystem::path target_;
  std::filesystem::path path_;
  Descriptor descriptor_;
  bool renamed_ = false;
};

/// Makes the new name itself durable. Some file systems cannot flush a folder; that is no error of ours.
void flush_folder(const std::filesystem::path& target) {
  const std::filesystem::path parent = target.parent_path();
  const Descriptor folder(::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.number() >= 0 && ::fsync(folder.number()) != 0 && errno != EINVAL) {
    throw WriteError(target.string() + ": the file is written but its folder could not be flushed to disk: " +
                     std::generic_category().message(errno));
  }
}

}  // namespace

void write_atomically(const std::filesystem::path& path, std::span<const unsigned char> bytes) {
  if (path.filename().empty()) throw WriteError("'" + path.string() + "' names no file to write");
  TemporaryFile file(path);
  file.write(bytes);
  file.rename_into_place();
  flush_folder(path);
}

}  // namespace drivkraft
