#pragma once

#include <cstddef>

namespace drivkraft::test {

/// Whether operator new is counted: the address sanitizer keeps its own, and the numbers below stay 0.
[[nodiscard]] bool memory_is_counted();

/// Calls of operator new since the program started.
[[nodiscard]] std::size_t allocations();

/// Bytes that this program holds through operator new, and the most it has held since reset_peak().
[[nodiscard]] std::size_t live_bytes();
[[nodiscard]] std::size_t peak_bytes();
void reset_peak();

}  // namespace drivkraft::test
