#include <cstddef>
#include <cstdint>

#include "fuzz/feed.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  drivkraft::fuzz::feed_levers({reinterpret_cast<const char*>(data), size});
  return 0;
}
