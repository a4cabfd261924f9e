// Opening the state file and reading all of it.
#pragma once

#include <optional>
#include <string>

#include "state/buffer.h"
#include "state/file_system.h"
#include "state/open_file.h"

namespace ec2mimic::state {

/// How often a file is read that is changed in place meanwhile.
inline constexpr int kMostReads = 5;

/// What was found at a path. Without a status there was no file.
struct StateFile {
  std::optional<FileStatus> status;
  Buffer content;
};

/// Reads the file at `path`, following symbolic links. Throws StateError: unreadable where it cannot be read, is no
/// regular file, is larger than a state can be, or is changed in place by another program faster than we can read it;
/// damaged where it is empty, but its lock remembers that it held a state.
[[nodiscard]] StateFile read_for_reader(FileSystem& files, const std::string& path);

/// Where a writer finds the state file.
struct Place {
  std::string path;     ///< With its symbolic links followed, or as it was given where there is none.
  bool exists = false;  ///< False only if nothing is there, for certain.
};

/// The place of the state file that a writer is to change. Throws StateError (unreadable) where something else than a
/// regular file is there already, so that no lock is made beside it.
[[nodiscard]] Place resolve_for_writer(FileSystem& files, const std::string& path);

/// Throws the StateError (damaged) for an empty file that held a state.
[[noreturn]] void refuse_lost_state(const std::string& path);

/// The status of an open file. Throws StateError (unreadable) where it is no regular file or larger than a state.
[[nodiscard]] FileStatus status_of_file(FileSystem& files, const OpenFile& file, const std::string& path);

/// Reads an open file of that status into `content`. False if it grew or shrank meanwhile: then somebody writes to it
/// in place. Throws StateError (unreadable).
[[nodiscard]] bool read_content(FileSystem& files, const OpenFile& file, const std::string& path,
                                const FileStatus& status, Buffer& content);

/// Throws the StateError (unreadable) that says why the file at `path` is no state.
[[noreturn]] void refuse_file(const std::string& path, const std::string& why);

/// The same for a file that another program does not stop changing.
[[noreturn]] void refuse_moving_file(const std::string& path);

}  // namespace ec2mimic::state
