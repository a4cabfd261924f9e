// The queue of writers: a lock on a file of its own beside the state.
//
// The state file is locked too (locked_file.h), and that is the lock that counts. But every commit renames a new file
// into place, so a writer waiting for the old one would have to start over; here writers wait their turn. The lock file
// is made once and never renamed or removed. It also remembers that there was a state: if it does, an empty state file
// has lost its contents and is not a new account.
#pragma once

#include <chrono>
#include <string>

#include "state/file_system.h"
#include "state/open_file.h"

namespace ec2mimic::state {

/// Holds the lock of the queue while it lives.
class FileLock {
 public:
  /// Takes the lock of the state file `path` (resolved), waiting at most `patience`. Makes the lock file, and its
  /// folders, if they are missing. Throws StateError: busy if `patience` runs out, not_written if the folders cannot be
  /// made, unreadable for any other failure.
  FileLock(FileSystem& files, const std::string& path, std::chrono::milliseconds patience);

  /// False if somebody removed or replaced the lock file: another writer may then hold the lock of a new one. Throws
  /// StateError (unreadable) if that cannot be determined.
  [[nodiscard]] bool is_at_its_path();

  /// Records in the lock file that there is a state, unless it says so already. A failed write is ignored: the next
  /// commit tries again.
  void remember_state();
  /// As it was when the lock was taken.
  [[nodiscard]] bool remembers_state() const { return status_.size > 0; }

 private:
  FileSystem& files_;
  std::string path_;  ///< The state file, not the lock file.
  OpenFile file_;
  FileStatus status_;
};

/// True if the lock file of the state `path` (resolved) says that there was a state. Takes no lock.
[[nodiscard]] bool lock_remembers_state(FileSystem& files, const std::string& path);

/// Calls FileSystem::lock on `lock`, the open file `lock_path` that guards `path`. Returns 0 or a negated errno. Throws
/// StateError (busy), naming the holder if it is known, when `patience` runs out.
[[nodiscard]] int take_lock(FileSystem& files, const OpenFile& lock, const std::string& lock_path,
                            const std::string& path, std::chrono::milliseconds patience);

}  // namespace ec2mimic::state
