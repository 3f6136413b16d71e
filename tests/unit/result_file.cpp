#include "results/result_file.h"

#include <sys/resource.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>
#include <limits>

#include "results/atomic_write.h"
#include "results/catalogue.h"
#include "results/hdf5_file.h"
#include "support/made_up_run.h"

using namespace drivkraft;
namespace fs = std::filesystem;

namespace {

void write_made_up(const fs::path& path) {
  write_result(path, made_up::recorder(), made_up::base_year(), made_up::parameters(), made_up::description());
}

std::size_t files_in(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator{}));
}

std::string message_of_writing(const fs::path& path, const RunDescription& run = made_up::description()) {
  try {
    write_result(path, made_up::recorder(), made_up::base_year(), made_up::parameters(), run);
  } catch (const WriteError& error) {
    return error.what();
  }
  return "";
}

std::string message_of_opening(const fs::path& path) {
  try {
    const ResultFile file(path);
  } catch (const ReadError& error) {
    return error.what();
  }
  return "";
}

/// No file may grow beyond some bytes while it lives: writing fails as it does on a full disk.
class SmallFiles {
 public:
  explicit SmallFiles(rlim_t bytes) : signal_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit small{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallFiles() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, signal_);
  }
  SmallFiles(const SmallFiles&) = delete;
  SmallFiles& operator=(const SmallFiles&) = delete;

 private:
  rlimit before_{};
  void (*signal_)(int);
};

}  // namespace

TEST_CASE("every series is read back cell by cell", "[results][file]") {
  const made_up::Folder folder;
  write_made_up(folder.path() / "run.h5");
  const ResultFile file(folder.path() / "run.h5");
  const StateLayout layout(made_up::dimensions());
  for (const FieldInfo& info : exported_fields()) {
    const std::string name(info.name);
    CAPTURE(name);
    const ResultVariable baseline = file.read("baseline", name);
    const ResultVariable scenario = file.read("scenario", name);
    CHECK(baseline.dimensions == describe(info).dimensions);
    CHECK(baseline.unit == info.unit);
    CHECK(baseline.label == info.label);
    CHECK(baseline.label_da == info.label_da);
    CHECK(baseline.equation == info.equation);
    const std::size_t cells = layout.cells(info.field);
    REQUIRE(baseline.values.size() == cells * made_up::year_count);
    REQUIRE(file.has("difference", name) == info.has_difference);
    for (std::size_t k = 0; k < baseline.values.size(); ++k) {
      const int year = static_cast<int>(k / cells);
      REQUIRE(baseline.values[k] == made_up::value(PathKind::baseline, info.field, year, k % cells));
      REQUIRE(scenario.values[k] == made_up::value(PathKind::scenario, info.field, year, k % cells));
    }
    if (!info.has_difference) continue;
    const ResultVariable difference = file.read("difference", name);
    for (std::size_t k = 0; k < difference.values.size(); ++k) {
      REQUIRE(difference.values[k] == scenario.values[k] - baseline.values[k]);
    }
  }
}

TEST_CASE("tables of three sizes are not turned", "[results][file]") {
  const made_up::Folder folder;
  write_made_up(folder.path() / "run.h5");
  const ResultFile file(folder.path() / "run.h5");
  const BaseYear base = made_up::base_year();
  const ResultVariable wages = file.read("assumptions", "base_wage");
  CHECK(wages.dimensions == std::vector<std::string>{"region", "industry", "education"});
  CHECK(wages.sizes == std::vector<std::size_t>{2, 3, 2});
  for (int r = 0; r < 2; ++r) {
    for (int j = 0; j < 3; ++j) {
      for (int e = 0; e < 2; ++e) {
        const auto at = static_cast<std::size_t>(r * 6 + j * 2 + e);
        CHECK(wages.values[at] == base.wage(RegionId{r}, IndustryId{j}, EducationId{e}));
      }
    }
  }
  CHECK(file.read("assumptions", "sigma_education_inner").dimensions.empty());
  CHECK(file.read("assumptions", "sigma_education_inner").values ==
        std::vector<double>{made_up::parameters()[Parameter::sigma_education_inner]});
}

TEST_CASE("the file says how it came about", "[results][file]") {
  const made_up::Folder folder;
  write_made_up(folder.path() / "run.h5");
  const ResultFile file(folder.path() / "run.h5");
  const RunDescription run = made_up::description();
  CHECK(file.text_attribute("run", "format") == result_format);
  CHECK(file.number_attribute("run", "format_version") == result_format_version);
  CHECK(file.text_attribute("run", "program_version") == "0.1.0");
  CHECK(file.text_attribute("run", "scenario_text") == run.scenario.text);
  CHECK(file.text_attribute("run", "closure_wages") == "fixed_real");
  CHECK(file.text_attribute("run", "closure_capital") == "adjusting");
  CHECK(file.text_attribute("run", "closure_migration") == "logit");
  CHECK(file.text_attribute("run", "closure_financing") == "none");
  CHECK(file.text_attribute("run", "hold") == "migration technology");
  CHECK(file.number_attribute("run", "assumed_cells") == 500);
  CHECK(file.text_attribute("", "Conventions") == "CF-1.8");
  CHECK(file.texts("run", "input_file")[1] == "scenarios/made-up.toml");
  CHECK(file.texts("run", "input_sha256")[1] == std::string(64, 'b'));
  const std::vector<std::string> keys = file.texts("run", "parameter");
  CHECK(keys.front() == parameter_keys.front());
  CHECK(keys.back() == "advice-effect");
  CHECK(file.read("run", "parameter_value").values.back() == 0.02);
  CHECK(file.read("run", "lever_public_cost").values == std::vector<double>{30.0, 12.5});
  CHECK(file.years("scenario") == std::vector<int>{2018, 2019, 2020, 2021});
  CHECK(file.texts("scenario", "industry") == std::vector<std::string>{"agriculture", "construction", "services"});
  CHECK(file.texts("reconciliation", "table")[1] == "commuting");
  CHECK(file.read("reconciliation", "largest_relative_change").values == std::vector<double>{0.001, 0.002});
  CHECK(file.read("reconciliation", "flq_own_share").values.back() == 0.5);
  CHECK(file.read("reconciliation", "gravity_own_share").equation == "BY-5");
  CHECK(file.read("reconciliation", "flq_own_share").equation == "BY-9");
}

TEST_CASE("a scenario text of two megabytes is kept whole", "[results][file]") {
  const made_up::Folder folder;
  RunDescription run = made_up::description();
  run.scenario.text = std::string(2 << 20, 'x') + "end";
  REQUIRE(message_of_writing(folder.path() / "run.h5", run).empty());
  CHECK(ResultFile(folder.path() / "run.h5").text_attribute("run", "scenario_text") == run.scenario.text);
}

TEST_CASE("a run without levers, files and adjustments is written too", "[results][file]") {
  const made_up::Folder folder;
  RunDescription run;
  run.scenario.name = "Nothing";
  BaseYear base = made_up::base_year();
  base.adjustments.clear();
  base.flq_differences.clear();
  write_result(folder.path() / "run.h5", made_up::recorder(), base, made_up::parameters(), run);
  const ResultFile file(folder.path() / "run.h5");
  CHECK(file.text_attribute("run", "hold").empty());
  CHECK_FALSE(file.has("run", "lever_total_dose"));
  CHECK(file.number_attribute("reconciliation", "tables_adjusted") == 0);
}

TEST_CASE("the same run gives the same bytes", "[results][file]") {
  const auto image = [] {
    return result_image(made_up::recorder(), made_up::base_year(), made_up::parameters(), made_up::description());
  };
  const std::vector<unsigned char> first = image();
  { const std::vector<unsigned char> other_use_of_memory(5 << 20, 0xA5); }
  ::sleep(1);  // a time in the file would show
  CHECK(first == image());
}

TEST_CASE("an earlier result stays whole when a new one cannot be written", "[results][file]") {
  const made_up::Folder folder;
  const fs::path path = folder.path() / "run.h5";
  write_made_up(path);
  const std::string before = made_up::bytes_of(path);
  RunDescription changed = made_up::description();
  changed.scenario.name = "Another run";
  std::string message;
  {
    const SmallFiles full_disk(4096);
    message = message_of_writing(path, changed);
  }
  CHECK(message == path.string() + ": cannot write the file: File too large; an earlier file is untouched");
  CHECK(made_up::bytes_of(path) == before);
  CHECK(files_in(folder.path()) == 1);
  CHECK(message_of_writing(path, changed).empty());
  CHECK(made_up::bytes_of(path) != before);
}

TEST_CASE("a folder that is missing or a name that is taken is an error with its reason", "[results][file]") {
  const made_up::Folder folder;
  const fs::path missing = folder.path() / "nowhere" / "run.h5";
  CHECK(message_of_writing(missing) ==
        missing.string() +
            ": cannot make a file in this folder: No such file or directory; an earlier file is untouched");
  const fs::path taken = folder.path() / "taken.h5";
  fs::create_directory(taken);
  CHECK(message_of_writing(taken) ==
        taken.string() + ": cannot put the file in place: Is a directory; an earlier file is untouched");
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a folder that may not be written to is an error with its reason", "[results][file]") {
  // Root may write everywhere but to the kernel's own folder.
  const made_up::Folder folder;
  const fs::path closed = ::geteuid() == 0 ? fs::path("/proc") : folder.path();
  if (::geteuid() != 0) fs::permissions(closed, fs::perms::owner_read | fs::perms::owner_exec);
  const std::string message = message_of_writing(closed / "run.h5");
  if (::geteuid() != 0) fs::permissions(closed, fs::perms::owner_all);
  CHECK_THAT(message, Catch::StartsWith((closed / "run.h5").string() + ": cannot make a file in this folder: "));
}

TEST_CASE("a value that is not finite is refused with its place", "[results][file]") {
  const Dimensions sizes = made_up::dimensions();
  const StateLayout layout(sizes);
  Recorder recorder(sizes);
  std::vector<double> state(layout.size(), 1.0);
  recorder.observe(PathKind::baseline, 2018, layout, state);
  recorder.observe(PathKind::baseline, 2019, layout, state);
  recorder.observe(PathKind::scenario, 2018, layout, state);
  state[layout.offset(Field::employment) + 4] = std::numeric_limits<double>::quiet_NaN();
  recorder.observe(PathKind::scenario, 2019, layout, state);
  CHECK_THROWS_WITH(result_image(recorder, made_up::base_year(), made_up::parameters(), made_up::description()),
                    "/scenario/employment is nan at year 2019, region fyn, industry construction; a result holds "
                    "finite numbers only");
}

TEST_CASE("what is no result file is refused with its reason", "[results][file]") {
  const made_up::Folder folder;
  const fs::path path = folder.path() / "run.h5";
  CHECK(message_of_opening(path) == path.string() + ": there is no such file");
  CHECK(message_of_opening(folder.path()) == folder.path().string() + ": this is not a file");
  std::ofstream(path) << "not HDF5";
  CHECK(message_of_opening(path) == path.string() + ": cannot open it as an HDF5 file");
  write_made_up(path);
  CHECK(message_of_opening(path).empty());
  fs::resize_file(path, fs::file_size(path) / 2);
  CHECK(message_of_opening(path) == path.string() + ": cannot open it as an HDF5 file");
}

TEST_CASE("a variable or an attribute that is not there is an error with its name", "[results][file]") {
  const made_up::Folder folder;
  const fs::path path = folder.path() / "run.h5";
  write_made_up(path);
  const ResultFile file(path);
  CHECK_FALSE(file.has("baseline", "nothing"));
  CHECK_FALSE(file.has("nothing", "employment"));
  CHECK_THROWS_WITH(file.read("baseline", "nothing"), path.string() + ": cannot find variable nothing");
  CHECK_THROWS_WITH(file.read("nothing", "employment"), path.string() + ": cannot find group nothing");
  CHECK_THROWS_WITH(file.text_attribute("run", "seed"), path.string() + ": cannot find attribute seed");
}

// Writes the made-up run for the readers in tests/app/result_file.py; not a test, so it runs only when it is named.
TEST_CASE("write the made-up run", "[.][made-up-run]") {
  const char* path = std::getenv("DRIVKRAFT_MADE_UP_RUN");
  REQUIRE(path != nullptr);
  write_made_up(path);
}
