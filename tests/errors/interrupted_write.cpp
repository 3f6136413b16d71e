// A process that is killed while it writes leaves the earlier file whole, and what it leaves behind is cleared away.

#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <csignal>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "results/atomic_write.h"
#include "support/made_up_run.h"

using namespace drivkraft;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

void write(const fs::path& path, std::size_t bytes, char fill) {
  write_atomically(path, std::vector<unsigned char>(bytes, static_cast<unsigned char>(fill)));
}

/// A process of its own starts to write and is killed by the system after so many bytes.
void write_and_be_killed(const fs::path& path, std::size_t bytes, rlim_t killed_after) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const rlimit nothing{0, 0};
    ::setrlimit(RLIMIT_CORE, &nothing);
    const rlimit small{killed_after, killed_after};
    ::setrlimit(RLIMIT_FSIZE, &small);
    std::signal(SIGXFSZ, SIG_DFL);
    write(path, bytes, 'b');
    ::_exit(0);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
  CHECK(WTERMSIG(status) == SIGXFSZ);
}

}  // namespace

TEST_CASE("killed while writing: the earlier file survives and the rest is cleared away", "[results][interrupted]") {
  const made_up::Folder folder;
  const fs::path path = folder.path() / "run.h5";
  write(path, 5000, 'a');
  write_and_be_killed(path, 5000, 2000);
  CHECK(made_up::bytes_of(path) == std::string(5000, 'a'));
  REQUIRE(names_in(folder.path()).size() == 2);  // what was written of the new file stands under a hidden name
  CHECK_THAT(names_in(folder.path()).front(), Catch::StartsWith(".run.h5.") && Catch::EndsWith(".tmp"));
  write_and_be_killed(path, 5000, 3000);
  CHECK(names_in(folder.path()).size() == 2);  // the second one removed what the first one left
  write(path, 6000, 'c');
  CHECK(made_up::bytes_of(path) == std::string(6000, 'c'));
  CHECK(names_in(folder.path()) == std::vector<std::string>{"run.h5"});
}

TEST_CASE("what others are writing or have named alike is left alone", "[results][interrupted]") {
  const made_up::Folder folder;
  const fs::path path = folder.path() / "run.h5";
  const fs::path living = folder.path() / ".run.h5.1.0.tmp";
  const fs::path of_another = folder.path() / ".other.h5.1.0.tmp";
  const fs::path no_file = folder.path() / ".run.h5.2.0.tmp";
  std::ofstream(living) << "half";
  std::ofstream(of_another) << "half";
  fs::create_directory(no_file);
  const int writer = ::open(living.c_str(), O_WRONLY);
  REQUIRE(::flock(writer, LOCK_EX | LOCK_NB) == 0);
  write(path, 10, 'a');
  CHECK(names_in(folder.path()) ==
        std::vector<std::string>{".other.h5.1.0.tmp", ".run.h5.1.0.tmp", ".run.h5.2.0.tmp", "run.h5"});
  ::close(writer);
  write(path, 10, 'b');
  CHECK(names_in(folder.path()) == std::vector<std::string>{".other.h5.1.0.tmp", ".run.h5.2.0.tmp", "run.h5"});
}

TEST_CASE("several processes write the same file: the last one wins, whole", "[results][interrupted]") {
  const made_up::Folder folder;
  const fs::path path = folder.path() / "run.h5";
  std::vector<pid_t> writers;
  for (const char fill : {'a', 'b', 'c', 'd'}) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      int code = 0;
      try {
        for (int k = 0; k < 25; ++k) write(path, 20'000, fill);
      } catch (const std::exception&) {
        code = 1;
      }
      ::_exit(code);
    }
    writers.push_back(child);
  }
  for (const pid_t writer : writers) {
    int status = 0;
    REQUIRE(::waitpid(writer, &status, 0) == writer);
    CHECK(status == 0);
  }
  const std::string bytes = made_up::bytes_of(path);
  CHECK(bytes == std::string(20'000, bytes.front()));
  CHECK(names_in(folder.path()) == std::vector<std::string>{"run.h5"});
}
