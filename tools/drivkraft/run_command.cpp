#include "drivkraft/commands.h"

namespace drivkraft {

int run_command(const Arguments& arguments) {
  const RunOptions options = parse_run(arguments);
  (void)options;
  return exit_done;
}

}  // namespace drivkraft
