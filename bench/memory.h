#pragma once

#include <cstddef>

namespace drivkraft::bench {

/// Bytes that this program holds through operator new, and the most it has held since reset_peak().
[[nodiscard]] std::size_t live_bytes();
[[nodiscard]] std::size_t peak_bytes();
void reset_peak();

}  // namespace drivkraft::bench
