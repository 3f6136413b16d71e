#pragma once

#include <filesystem>
#include <span>

namespace drivkraft {

/// Puts bytes into a file so that a reader sees the old file or the whole new one, also after a power cut: temporary
/// file in the same folder, flushed to disk, renamed, folder flushed. On any error the temporary file is removed, an
/// earlier file is untouched, and WriteError (hdf5_file.h) names the path and the system's reason. A writer that is
/// killed leaves its temporary file; the next one that writes the same path removes it.
void write_atomically(const std::filesystem::path& path, std::span<const unsigned char> bytes);

}  // namespace drivkraft
