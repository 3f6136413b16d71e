#pragma once

#include <filesystem>

namespace drivkraft::test {

/// The checkout that the tests and benchmarks were built from.
[[nodiscard]] std::filesystem::path root();

}  // namespace drivkraft::test
