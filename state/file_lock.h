// The queue of those who want to change the state: a lock on a file of its own beside it.
//
// The state file carries a lock too (locked_file.h), and that is the one that counts. But every commit puts a new file
// in its place, so that whoever waited for the old one has to begin again; here writers wait in turn. The lock file is
// made once and never renamed or removed. It also remembers that there was a state: a state file that is found empty
// has lost its content then, and is no new account.
#pragma once

#include <chrono>
#include <string>

#include "state/file_system.h"
#include "state/open_file.h"

namespace ec2mimic::state {

class FileLock {
 public:
  /// Waits for the lock of the state file `path` (resolved), for at most `patience`. Makes the lock file, and the
  /// folders for it, where they are missing. Throws StateError: busy, unreadable, and not_written where folders cannot
  /// be made.
  FileLock(FileSystem& files, const std::string& path, std::chrono::milliseconds patience);

  /// True unless somebody removed or replaced the lock file: then another writer may have the lock of a new one. Throws
  /// StateError (unreadable) where that cannot be known.
  [[nodiscard]] bool is_at_its_path();

  /// Remembers that the state file holds a state, if it is not known yet. A failure is forgotten, the next commit tries
  /// again.
  void remember_state();
  [[nodiscard]] bool remembers_state() const { return status_.size > 0; }

 private:
  FileSystem& files_;
  std::string path_;  ///< Of the state.
  OpenFile file_;
  FileStatus status_;
};

/// True if the lock file of the state `path` (resolved) remembers that there was a state. Takes no lock.
[[nodiscard]] bool lock_remembers_state(FileSystem& files, const std::string& path);

/// FileSystem::lock of an open file, `lock_path`, that guards `path`: 0 or an errno negated, or throws StateError
/// (busy) naming the holder when patience ends.
[[nodiscard]] int take_lock(FileSystem& files, const OpenFile& lock, const std::string& lock_path,
                            const std::string& path, std::chrono::milliseconds patience);

}  // namespace ec2mimic::state
