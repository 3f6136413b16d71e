#pragma once

#include "drivkraft/command_line.h"

namespace drivkraft {

// One file a command. Each returns the exit code; problems of the input are InputError, of the command line UsageError.
[[nodiscard]] int run_command(const Arguments& arguments);
[[nodiscard]] int check_command(const Arguments& arguments);
[[nodiscard]] int data_command(const Arguments& arguments);
[[nodiscard]] int multipliers_command(const Arguments& arguments);
[[nodiscard]] int levers_command(const Arguments& arguments);
[[nodiscard]] int compare_command(const Arguments& arguments);
[[nodiscard]] int evaluate_command(const Arguments& arguments);
[[nodiscard]] int export_command(const Arguments& arguments);
[[nodiscard]] int schema_command(const Arguments& arguments);

/// Exit codes, see README.md.
enum ExitCode { exit_done = 0, exit_failed = 1, exit_usage = 2, exit_input = 3 };

}  // namespace drivkraft
