// Reading what is delivered, writing a whole result, and the command that does all of it.
#include <benchmark/benchmark.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "economies.h"
#include "inputs/csv_table.h"
#include "inputs/read_catalogue.h"
#include "inputs/read_data.h"
#include "inputs/read_people.h"
#include "inputs/read_scenario.h"
#include "results/hdf5_file.h"
#include "results/recorder.h"
#include "support/real_economy.h"
#include "support/root.h"
#include "support/strategy.h"

namespace drivkraft::bench {

namespace {

namespace fs = std::filesystem;

/// An empty folder that is removed with the object.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("drivkraft-bench-" + std::to_string(::getpid()))) {
    fs::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

void read_data(benchmark::State& state) {
  const fs::path data = test::root() / "data";
  InputRecord record;
  for (auto _ : state) {
    record = {};
    Problems problems;
    const BaseTables tables = read_base_tables(data, record, problems);
    const PeopleTables people = read_people_tables(data, tables.dimensions, record, problems);
    const ParameterFile parameters = read_parameter_table(data / "parameters" / "parameters.csv", record, problems);
    const LeverCatalogue catalogue = read_catalogue(data / "levers", tables.dimensions, parameters, record, problems);
    problems.throw_if_any();
    benchmark::DoNotOptimize(people);
    benchmark::DoNotOptimize(catalogue);
  }
  std::size_t bytes = 0;
  for (const InputDigest& file : record.files) bytes += file.bytes;
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}

void read_one_scenario(benchmark::State& state) {
  const test::RealEconomy& read = test::real_economy();
  const ScenarioContext context{read.tables.dimensions, test::strategy().catalogue, read.parameters};
  for (auto _ : state) {
    InputRecord record;
    Problems problems;
    const ScenarioFile file =
        read_scenario(test::root() / "scenarios" / "strategy-national.toml", context, {}, record, problems);
    problems.throw_if_any();
    benchmark::DoNotOptimize(file);
  }
}

/// A table as long as jobs by region, industry and education of the large economy.
void read_large_table(benchmark::State& state) {
  const Folder folder;
  const fs::path file = folder.path() / "large.csv";
  constexpr int rows = 98 * 69 * 6;
  {
    std::ofstream out(file);
    out << "region,industry,education,value,status\n";
    for (int row = 0; row < rows; ++row)
      out << "region" << row / 414 << ",industry" << row / 6 % 69 << ",education" << row % 6 << ',' << row
          << ".25,observed\n";
  }
  for (auto _ : state) {
    InputRecord record;
    Problems problems;
    const CsvTable table =
        CsvTable::read(file, "large.csv", {"region", "industry", "education", "value", "status"}, record, problems);
    double sum = 0.0;
    for (int row = 0; row < table.rows(); ++row) sum += table.number(row, 3, problems).value_or(0.0);
    problems.throw_if_any();
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * rows);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(fs::file_size(file)));
}

RunDescription description() {
  RunDescription run;
  run.program_version = "bench";
  run.scenario = test::strategy().scenario;
  return run;
}

void write_whole(benchmark::State& state, const Recorder& recorder, const BaseYear& base, const Parameters& central,
                 const std::vector<std::string>& without = {}) {
  const Folder folder;
  const fs::path file = folder.path() / "result.h5";
  RunDescription run = description();
  run.without = without;
  for (auto _ : state) write_result(file, recorder, base, central, run);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(fs::file_size(file)));
  state.counters["bytes a file"] = static_cast<double>(fs::file_size(file));
}

/// The strategy and its baseline, 2018-2040, people included.
void write_real(benchmark::State& state) {
  const Economy& economy = peopled();
  Recorder recorder{economy.model->base().dimensions};
  simulate(*economy.model, economy.draws[0], economy.scenario, economy.catalogue, recorder);
  write_whole(state, recorder, economy.model->base(), economy.draws[0].equations);
}

/// Three years of the large economy, all of them its base year: what is written does not depend on the values.
void write_large(benchmark::State& state) {
  const Model& model = *large().model;
  const auto parameters = parameters_of<1>(large());
  const Behaviour<1> behaviour = behaviour_of<1>(model.base(), parameters.data());
  const State<1> first = first_state<1>(
      {.economy = model.economy(), .sizes = model.sizes(), .behaviour = behaviour, .layout = model.layout()});
  const int base_year = model.base().dimensions.base_year;
  Recorder recorder{model.base().dimensions};
  const auto* cells = &first[Field{}]->v;  // one lane: the state is an array of numbers
  for (const PathKind path : {PathKind::baseline, PathKind::scenario}) {
    for (int year = base_year; year < base_year + 3; ++year)
      recorder.observe(path, year, model.layout(), {cells, model.layout().size()});
  }
  write_whole(state, recorder, model.base(), parameters[0], {"adoption"});  // it has no practices
}

double seconds_of_children() {
  rusage used{};
  ::getrusage(RUSAGE_CHILDREN, &used);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
  };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

/// From the command line to the written file; the counter is the program's own time on the processor.
void run_command(benchmark::State& state) {
  const Folder folder;
  const fs::path program = fs::read_symlink("/proc/self/exe").parent_path() / "drivkraft";
  const std::string command = program.string() + " run " + test::root().string() +
                              "/scenarios/strategy-national.toml --quiet --output " + folder.path().string();
  const double before = seconds_of_children();
  for (auto _ : state) {
    if (std::system(command.c_str()) != 0) {
      state.SkipWithError("the program fails");
      return;
    }
  }
  state.counters["processor seconds"] =
      benchmark::Counter(seconds_of_children() - before, benchmark::Counter::kAvgIterations);
}

}  // namespace

BENCHMARK(read_data)->Name("reading/data/7x21x6")->Unit(benchmark::kMillisecond);
BENCHMARK(read_one_scenario)->Name("reading/scenario/7x21x6")->Unit(benchmark::kMillisecond);
BENCHMARK(read_large_table)->Name("reading/table/98x69x6")->Unit(benchmark::kMillisecond);
BENCHMARK(write_real)->Name("writing/result/7x21x6")->Unit(benchmark::kMillisecond);
BENCHMARK(write_large)->Name("writing/result/98x69x6/3years")->Unit(benchmark::kMillisecond);
BENCHMARK(run_command)->Name("run/command/7x21x6")->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace drivkraft::bench
