// The one object that holds Catch2's own code; every other test file only includes its header.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
