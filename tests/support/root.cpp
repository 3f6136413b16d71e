#include "support/root.h"

namespace drivkraft::test {

std::filesystem::path root() {
  return DRIVKRAFT_ROOT;
}

}  // namespace drivkraft::test
