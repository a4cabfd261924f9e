// Opens the state file and reads all of it.
#pragma once

#include <optional>
#include <string>

#include "state/buffer.h"
#include "state/file_system.h"
#include "state/open_file.h"

namespace ec2mimic::state {

/// How often to read a file that is being changed in place before giving up.
inline constexpr int kMostReads = 5;

/// What was found at a path. There was no file if there is no status.
struct StateFile {
  std::optional<FileStatus> status;
  Buffer content;
};

enum class LostState { refused, accepted };

/// Reads the file at `path`, following symbolic links. Throws StateError: unreadable if it cannot be read, is not a
/// regular file, is larger than a state can be, or is changed in place faster than we can read it; emptied if it is
/// empty but its lock file says that it held a state, unless that is accepted.
[[nodiscard]] StateFile read_for_reader(FileSystem& files, const std::string& path,
                                        LostState lost = LostState::refused);

/// Where a writer finds the state file.
struct ResolvedPath {
  std::string path;     ///< The path with its symbolic links followed; as given if it is not a link.
  bool exists = false;  ///< False only if there is certainly nothing there.
};

/// The place of the state file to be changed. Throws StateError (unreadable) if something that is not a regular file is
/// there, before a lock file is made beside it.
[[nodiscard]] ResolvedPath resolve_for_writer(FileSystem& files, const std::string& path);

/// Throws the StateError (emptied) for an empty file that held a state.
[[noreturn]] void refuse_lost_state(const std::string& path);

/// Throws the StateError (foreign) for a file with that content unless it is empty or a state, damaged or not.
void refuse_foreign(const std::string& path, std::string_view content);

/// The status of an open file. Throws StateError (unreadable) if it is not a regular file or is larger than a state can
/// be.
[[nodiscard]] FileStatus status_of_file(FileSystem& files, const OpenFile& file, const std::string& path);

/// Reads an open file of that status into `content`. Returns false if its size changed meanwhile: somebody is writing
/// to it in place. Throws StateError (unreadable).
[[nodiscard]] bool read_content(FileSystem& files, const OpenFile& file, const std::string& path,
                                const FileStatus& status, Buffer& content);

/// Throws the StateError (unreadable) saying why the file at `path` cannot be a state.
[[noreturn]] void refuse_file(const std::string& path, const std::string& why);

/// The same for a file that another program keeps changing.
[[noreturn]] void refuse_moving_file(const std::string& path);

}  // namespace ec2mimic::state
