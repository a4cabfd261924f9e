// The right to write, held by one process at a time: a lock on a file of its own beside the state.
//
// The state file itself cannot carry the lock, because every commit puts a new file in its place. The lock file is made
// once and never renamed or removed: whoever removed it would let in two writers, one with the old file and one with a
// new one. A person can remove it all the same, and so the path is compared with the file that was locked.
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

  /// Lets the next writer in. The destructor does the same.
  void release() { (void)file_.close(); }

 private:
  OpenFile file_;
};

}  // namespace ec2mimic::state
