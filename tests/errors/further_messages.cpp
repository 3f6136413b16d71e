// Messages that no other file of this folder has: lists that name nothing, sections of another kind, descriptions of
// the data that are incomplete, files of another program.

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "inputs/data_index.h"
#include "inputs/read_catalogue.h"
#include "inputs/read_data.h"
#include "inputs/read_scenario.h"
#include "results/atomic_write.h"
#include "results/hdf5_file.h"
#include "results/hdf5_layer.h"
#include "results/result_file.h"
#include "support/made_up_run.h"
#include "support/scenario_world.h"
#include "support/scratch_data.h"

using namespace drivkraft;
using Catch::Contains;
using Catch::StartsWith;
using drivkraft::test::ScratchData;

namespace {

std::string told(const std::string& rest, const std::vector<Setting>& settings = {}) {
  ScenarioWorld world;
  ParameterRow on_or_off;
  on_or_off.key = "policy.on";
  on_or_off.unit = "switch";
  world.parameters.rows.push_back(on_or_off);
  Problems problems;
  (void)parse_scenario(sound_head + rest, "s.toml", world.context(), settings, problems);
  return problems.empty() ? "" : problems.text();
}

std::string told_of_levers(const std::string& text) {
  const ScenarioWorld world;
  LeverCatalogue catalogue;
  Problems problems;
  read_levers(text, "l.toml", world.dimensions, world.parameters, catalogue, problems);
  return problems.text();
}

std::string told_of_folder(const ScratchData& scratch) {
  InputRecord record;
  Problems problems;
  static_cast<void>(read_base_tables(scratch.folder(), record, problems));
  return problems.text();
}

std::string told_of_index(const ScratchData& scratch) {
  Problems problems;
  static_cast<void>(DataIndex::read(scratch.folder(), problems));
  return problems.text();
}

/// A file with a group /run of this format and version.
std::string message_of_opening(const std::string& format, std::int64_t version) {
  const made_up::Folder folder;
  const std::filesystem::path path = folder.path() / "other.h5";
  {
    const hdf5::Handle file = hdf5::create_memory_file();
    const hdf5::Handle run = hdf5::create_group(file.id(), "run");
    hdf5::write_attribute(run.id(), "format", format);
    hdf5::write_attribute(run.id(), "format_version", version);
    write_atomically(path, hdf5::image_of(file.id()));
  }
  try {
    const ResultFile file(path);
  } catch (const ReadError& error) {
    return error.what();
  }
  return {};
}

const std::string one_problem = "1 problem found; nothing was run.";

}  // namespace

TEST_CASE("lists and sections that name nothing", "[errors][scenario]") {
  CHECK(told("[[lever]]\nid = \"advice\"\nregions = [\"fyn\"]\nindustries = []\ndose = { 2020 = 1 }\n") ==
        "s.toml:8:14: \"industries\" of lever \"advice\" names no industry\n"
        "    8 | industries = []\n"
        "      |              ^~\n" +
            one_problem);
  CHECK(told("lever = [1]\n") ==
        "s.toml:5:10: a lever must be a [[lever]] table\n    5 | lever = [1]\n      |          ^\n" + one_problem);
  CHECK(told("parameters = 3\n") ==
        "s.toml:5:1: [parameters] must be a section of keys and numbers\n"
        "    5 | parameters = 3\n"
        "      | ^~~~~~~~~~\n" +
            one_problem);
  CHECK(told("[parameters]\n\"policy.on\" = 0.5\n") ==
        "s.toml:6:15: parameter \"policy.on\" is 0.5, must be 0 or 1\n"
        "    6 | \"policy.on\" = 0.5\n"
        "      |               ^~~\n" +
            one_problem);
  CHECK(told("[parameters]\n\"policy.on\" = 1\n").empty());
}

TEST_CASE("settings that set no key or several", "[errors][scenario]") {
  CHECK(told("", {{"lever.advice", "3"}}) ==
        "--set:1:14: a lever is set by lever.ID.KEY\n"
        "    1 | lever.advice=3\n"
        "      |              ^ e.g. lever.business-advice.dose=100\n" +
            one_problem);
  CHECK_THAT(told("", {{"closures.wages", "1\nb = 2"}}), Contains("one value is wanted after ="));
}

TEST_CASE("a file of levers that holds something else", "[errors][catalogue]") {
  const std::string head = lever_file().substr(0, lever_file().find("[[lever]]"));
  CHECK_THAT(told_of_levers("lever = [1]\n" + head), StartsWith("l.toml:1:10: a lever must be a [[lever]] table\n"));
  CHECK_THAT(told_of_levers(head), StartsWith("l.toml: a file of levers must have [[lever]] tables\n"));
  const ScenarioWorld world;
  InputRecord record;
  Problems problems;
  static_cast<void>(read_catalogue("nowhere/levers", world.dimensions, world.parameters, record, problems));
  CHECK(problems.text() ==
        "nowhere/levers: the folder of levers cannot be read: No such file or directory\n" + one_problem);
}

TEST_CASE("a data folder without sources, or with one listed twice", "[data][errors]") {
  const ScratchData scratch;
  scratch.append("sources/sources_test.csv", "made_up,p,t,2018,l\n");
  CHECK_THAT(told_of_folder(scratch), Contains(": source \"made_up\" is already listed\n"));
  std::filesystem::remove(scratch.folder() / "sources/sources_test.csv");
  CHECK_THAT(told_of_folder(scratch),
             StartsWith(scratch.path_of("sources") + ": holds no sources_*.csv, the list of sources is needed\n"));
}

TEST_CASE("a word that is missing in a table", "[data][errors]") {
  const ScratchData scratch;
  scratch.replace("base-year/industry_parameters.csv", ",,,local,", ",,,,");
  CHECK_THAT(told_of_folder(scratch), Contains(": text is empty, a word is needed\n"));
}

TEST_CASE("a description of the data that is incomplete", "[data][errors]") {
  const ScratchData scratch;
  scratch.replace("tables.csv", "geography/travel.csv,minutes,number,minutes,",
                  "geography/travel.csv,minutes,number,,");
  CHECK_THAT(told_of_index(scratch), Contains("number column \"minutes\" has no unit\n"));
  const ScratchData without_meaning;
  without_meaning.replace("tables.csv", "name_da,text,,Danish name,", "name_da,text,,,");
  CHECK_THAT(told_of_index(without_meaning), Contains("column \"name_da\" has no meaning\n"));
  Problems problems;
  CHECK(DataIndex::read(scratch.folder() / "nowhere", problems).tables().empty());
  CHECK(problems.list().at(0).message == "is no data folder");
}

TEST_CASE("a file of another format or of a later version is refused", "[results][errors]") {
  CHECK_THAT(message_of_opening("other", 1), Contains(": this is not a result file (the format of /run is not "));
  CHECK_THAT(message_of_opening("drivkraft-result", 99), Contains(": format version 99; this program reads version 1"));
}

TEST_CASE("a large variable is cut into chunks and read back", "[results][file]") {
  const made_up::Folder folder;
  const std::vector<std::size_t> sizes{40, 70, 100};
  std::vector<double> values(40U * 70U * 100U);
  for (std::size_t k = 0; k < values.size(); ++k) values[k] = static_cast<double>(k);
  {
    const hdf5::Handle file = hdf5::create_memory_file();
    static_cast<void>(hdf5::write_numbers(file.id(), "large", sizes, values));
    write_atomically(folder.path() / "large.h5", hdf5::image_of(file.id()));
  }
  const hdf5::Handle file = hdf5::open_file((folder.path() / "large.h5").string());
  const hdf5::Handle large = hdf5::open_dataset(file.id(), "large");
  CHECK(hdf5::sizes_of(large.id()) == sizes);
  CHECK(hdf5::read_numbers(large.id()) == values);
}

TEST_CASE("an economy without practices is written and read back", "[results][file]") {
  const made_up::Folder folder;
  BaseYear base = made_up::base_year();
  base.dimensions.practices.clear();
  write_result(folder.path() / "run.h5", made_up::recorder(base.dimensions), base, made_up::parameters(),
               made_up::description());
  const ResultFile file(folder.path() / "run.h5");
  const ResultVariable adoption = file.read("difference", "adoption");
  CHECK(adoption.dimensions == std::vector<std::string>{"year", "region", "industry", "practice"});
  CHECK(adoption.sizes == std::vector<std::size_t>{made_up::year_count, 2, 3, 0});
  CHECK(adoption.values.empty());
  CHECK(file.texts("difference", "practice").empty());
  CHECK(file.read("baseline", "employment").values.front() ==
        made_up::value(PathKind::baseline, Field::employment, 0, 0));
}

TEST_CASE("the variables of a group are listed without its scales", "[results][file]") {
  const made_up::Folder folder;
  write_result(folder.path() / "run.h5", made_up::recorder(), made_up::base_year(), made_up::parameters(),
               made_up::description());
  ResultFile file(folder.path() / "run.h5");
  file = ResultFile(folder.path() / "run.h5");  // one may take another's place
  const std::vector<std::string> names = file.variables("baseline");
  CHECK(names.size() > 10);
  CHECK(std::find(names.begin(), names.end(), "employment") != names.end());
  CHECK(std::find(names.begin(), names.end(), "region") == names.end());
}

TEST_CASE("a year that was not recorded is not there", "[results]") {
  CHECK_THROWS_WITH(made_up::recorder().cells(PathKind::baseline, Field::employment, 2050),
                    "year 2050 was not recorded");
}
