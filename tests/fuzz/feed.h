#pragma once

#include <string_view>

namespace drivkraft::fuzz {

// Each function gives bytes to one reader as a file and holds the reader to what it promises whatever the file holds:
// it returns; it gives sound values or problems; a problem has a message and a place inside the file; its text can be
// shown on a terminal. A promise broken throws std::logic_error.

/// A scenario file. Lines `# --set path=value`, as a result keeps them, are laid over it as settings; what stands
/// behind a line `# --- NAME` is a further file, which the first may extend or lay over.
void feed_scenario(std::string_view bytes);

/// A file of the lever catalogue.
void feed_levers(std::string_view bytes);

/// A table. The first line names the file of the data folder that the other lines replace; any other name: a table with
/// the columns id and value.
void feed_table(std::string_view bytes);

}  // namespace drivkraft::fuzz
