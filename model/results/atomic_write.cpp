#include "results/atomic_write.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
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

/// An open descriptor, closed with the object.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

/// Temporary files of a target are named ".NAME.PROCESS.ATTEMPT.tmp".
bool is_temporary_of(const std::filesystem::path& target, const std::string& name) {
  return name.starts_with("." + target.filename().string() + ".") && name.ends_with(".tmp");
}

/// True when this process, and no other, now holds the file. A file system that knows no locks refuses.
bool lock(int descriptor) {
  return ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
}

/// True when a path still names the file that is open.
bool names(const std::filesystem::path& path, int descriptor) {
  struct stat by_path {};
  struct stat opened {};
  return ::lstat(path.c_str(), &by_path) == 0 && ::fstat(descriptor, &opened) == 0 && by_path.st_ino == opened.st_ino &&
         by_path.st_dev == opened.st_dev;
}

/// Removes what killed writers of the same target left behind. A living writer holds a lock on its file. What cannot be
/// opened or removed stays: it does no harm.
void remove_abandoned(const std::filesystem::path& target) {
  std::error_code failed;
  const std::filesystem::path parent = target.parent_path();
  std::filesystem::directory_iterator entry(parent.empty() ? "." : parent, failed);
  for (; !failed && entry != std::filesystem::directory_iterator{}; entry.increment(failed)) {
    const std::filesystem::path path = entry->path();
    if (!is_temporary_of(target, path.filename().string())) continue;
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (file.number() >= 0 && lock(file.number()) && names(path, file.number())) ::unlink(path.c_str());
  }
}

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
    // Some file systems report errors only on closing. A copy is closed: the lock must hold until the file is in place.
    if (::close(::dup(descriptor_.number())) != 0) fail(target_, "close the file", errno);
  }

  void rename_into_place() {
    if (::rename(path_.c_str(), target_.c_str()) != 0) fail(target_, "put the file in place", errno);
    renamed_ = true;
  }

 private:
  int open_beside(const std::filesystem::path& target) {
    constexpr int attempts = 100;  // names held by others, where locks do not work
    for (int attempt = 0; attempt < attempts; ++attempt) {
      path_ = target.parent_path() / ("." + target.filename().string() + "." + std::to_string(::getpid()) + "." +
                                      std::to_string(attempt) + ".tmp");
      const int number = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (number >= 0 && !taken_for_abandoned(number)) return number;
      if (number >= 0) {
        ::close(number);
      } else if (errno != EEXIST) {
        break;
      }
    }
    fail(target, "make a file in this folder", errno);
  }

  /// Another writer may have met the file before it was locked, and removed it.
  static bool taken_for_abandoned(int number) {
    struct stat status {};
    return (!lock(number) && errno == EWOULDBLOCK) || (::fstat(number, &status) == 0 && status.st_nlink == 0);
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
  remove_abandoned(path);
  TemporaryFile file(path);
  file.write(bytes);
  file.rename_into_place();
  flush_folder(path);
}

}  // namespace drivkraft
