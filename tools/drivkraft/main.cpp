#include <array>
#include <csignal>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "base/errors.h"
#include "drivkraft/commands.h"
#include "results/result_file.h"

namespace drivkraft {

namespace {

struct Command {
  const char* name;
  const char* about;
  int (*run)(const Arguments&);
};

constexpr std::array commands{
    Command{"run", "simulates scenarios against their baseline and writes results", run_command},
    Command{"check", "says everything that is wrong with scenario files", check_command},
    Command{"data", "shows the numbers behind the model with status, source and vintage", data_command},
    Command{"levers", "shows the catalogue of levers with documents and evidence", levers_command},
    Command{"multipliers", "shows what standard shocks do, by channel and region", multipliers_command},
    Command{"compare", "sets the answers of results side by side", compare_command},
    Command{"evaluate", "says what each lever and the whole of a scenario are worth", evaluate_command},
    Command{"export", "writes a result as a table for other programs", export_command},
    Command{"schema", "writes the JSON Schema of scenario files for editors", schema_command},
};

std::string usage() {
  std::string text = "usage: drivkraft COMMAND [arguments]\n\nCommands:\n";
  for (const Command& command : commands) {
    const std::string name = command.name;
    text += "  " + name + std::string(13 - name.size(), ' ') + command.about + '\n';
  }
  return text +
         "\ndrivkraft COMMAND --help says more; drivkraft --version names the version.\n"
         "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 invalid input.\n";
}

int dispatch(const std::vector<std::string>& words) {
  if (words.empty()) throw UsageError{"name a command\n" + usage()};
  if (words.front() == "--help" || words.front() == "help") {
    std::cout << usage();
    return exit_done;
  }
  if (words.front() == "--version") {
    std::cout << "drivkraft " DRIVKRAFT_VERSION "\n";
    return exit_done;
  }
  std::vector<std::string> known{"--help", "--version"};
  for (const Command& command : commands) {
    if (words.front() == command.name) return command.run({words.begin() + 1, words.end()});
    known.emplace_back(command.name);
  }
  const std::string hint = did_you_mean(words.front(), known);
  throw UsageError{"unknown command \"" + words.front() + "\"" + (hint.empty() ? "" : ", " + hint) + "\n" + usage()};
}

}  // namespace

}  // namespace drivkraft

int main(int count, char** words) {
  std::signal(SIGPIPE, SIG_DFL);  // `drivkraft data list | head` ends quietly
  std::signal(SIGXFSZ, SIG_IGN);  // a limit on the size of files (ulimit -f) is an error with a message
  try {
    const int code = drivkraft::dispatch({words + 1, words + count});
    std::cout.flush();
    if (std::cout) return code;
    std::cerr << "drivkraft: standard output could not be written\n";
  } catch (const drivkraft::UsageError& error) {
    std::cerr << "drivkraft: " << error.what() << '\n';
    return drivkraft::exit_usage;
  } catch (const drivkraft::InputError& error) {
    std::cerr << error.what() << '\n';
    return drivkraft::exit_input;
  } catch (const drivkraft::ReadError& error) {
    std::cerr << "drivkraft: " << error.what() << '\n';
    return drivkraft::exit_input;
  } catch (const std::exception& error) {
    std::cerr << "drivkraft: " << error.what() << '\n';
  }
  return drivkraft::exit_failed;
}
