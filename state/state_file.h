// Opening the state file and reading all of it.
#pragma once

#include <optional>
#include <string>

#include "state/buffer.h"
#include "state/file_system.h"

namespace ec2mimic::state {

/// What was found at a path. Without a status there was no file.
struct StateFile {
  std::optional<FileStatus> status;
  Buffer content;
};

/// Reads the file at `path`, following symbolic links. Throws StateError (unreadable) where it cannot be read, is no
/// regular file, is larger than a state can be, or is changed in place by another program faster than we can read it.
[[nodiscard]] StateFile read_for_reader(FileSystem& files, const std::string& path);

/// The same for a writer who holds the lock and has resolved `path`: the file must also be one that may be written,
/// even though writing will replace it and need only the right to change its folder. Throws StateError: unreadable,
/// not_written. Without `with_content` it is not read.
[[nodiscard]] StateFile read_for_writer(FileSystem& files, const std::string& path, bool with_content);

/// The place of the state file that a writer is to change: `path` with its symbolic links followed, or `path` itself
/// where there is none. Throws StateError (unreadable) where something else than a regular file is there already, so
/// that no lock is made beside it.
[[nodiscard]] std::string resolve_for_writer(FileSystem& files, const std::string& path);

}  // namespace ec2mimic::state
