// Compiled for any x86-64 (see CMakeLists.txt) and run before every other initialiser: the rest of the program may use
// the instructions of x86-64-v3 from its first line, and an older processor should be told so in words.

#include <unistd.h>

#include <cstring>

namespace {

void say(const char* text) {
  const auto written = write(STDERR_FILENO, text, std::strlen(text));
  (void)written;  // nothing is left to do when this fails too
}

__attribute__((constructor(101))) void require_instructions() {
  __builtin_cpu_init();
  const bool complete = __builtin_cpu_supports("avx") && __builtin_cpu_supports("avx2") &&
                        __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") &&
                        __builtin_cpu_supports("fma");
  if (complete) return;
  say("drivkraft: this processor lacks instructions the program needs (x86-64-v3: AVX2, BMI2 and FMA,\n"
      "in processors since about 2013). Results must have the same bits everywhere, so there is no build without "
      "them.\n");
  _exit(1);
}

}  // namespace
