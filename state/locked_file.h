// A file that one writer at a time reads and replaces as a whole.
//
// The lock is on the file itself: it is taken on the opened file, and then the path must still lead to that file. A
// writer puts another file in its place, so those who waited for the old one start over. This needs no lock file that
// somebody could remove; the queue beside the file (file_lock.h) only saves writers from starting over. Two writers who
// both find no file both make one, and only one of them can link it into place (replace_file.h).
//
// Where the system cannot lock the file (some network file systems), the queue alone keeps writers apart.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "state/buffer.h"
#include "state/file_lock.h"
#include "state/file_system.h"
#include "state/open_file.h"
#include "state/replace_file.h"

namespace ec2mimic::state {

class LockedFile {
 public:
  enum class Queue { none, beside };
  enum class Content { read, skip };

  /// Opens and locks the file at `path` (resolved), if there is one, and reads it unless `content` is skip. Waits at
  /// most `patience` for its lock, and as long again for its place in the queue. Throws StateError: busy; not_written
  /// if we have no right to write the file (replacing it would only need the right to change its folder, but a file
  /// that must not be written must not be replaced either), or cannot make the folders for the queue; unreadable if the
  /// file cannot be read, is not a regular file, is too large, or is changed in place faster than we can read it.
  LockedFile(FileSystem& files, std::string path, std::chrono::milliseconds patience, Queue queue, Content content);

  [[nodiscard]] bool exists() const { return old_.has_value(); }
  /// Throws StateError (not_written) if the file has no write permission for anybody. The system would let root write
  /// it.
  void refuse_read_only() const;
  [[nodiscard]] std::string_view content() const { return content_.text(); }
  /// Hands the content over; content() is empty from then on.
  [[nodiscard]] Buffer take_content() { return std::move(content_); }
  /// True if the file is not empty, or is empty but held a state once.
  [[nodiscard]] bool holds_a_state() const { return exists() && (old_->status.size > 0 || held_a_state()); }
  /// True if the lock file says that there was a state.
  [[nodiscard]] bool held_a_state() const {
    return queue_ ? queue_->remembers_state() : lock_remembers_state(files_, path_);
  }

  /// See save(), which waits as long as this object does. Also makes sure that the folders above a new file are on the
  /// disk, and that the lock file remembers the state. Once the file is replaced its locks are released, so that nobody
  /// waits while the caller cleans up; the object is of no further use then.
  [[nodiscard]] bool replace(std::span<const std::string_view> pieces, SaveOptions options = {});

  /// See confirm() in replace_file.h; does nothing if there is no file. Needed because the writer that made the file
  /// may have been killed before it could sync the folder.
  void confirm();

 private:
  enum class Opened { yes, replaced, written_to };
  /// Locks and reads the opened file, and tells whether it is still the one at the path.
  Opened open();
  void take_turn();
  bool is_there();
  /// False if the file system does not support locks.
  bool lock();

  FileSystem& files_;
  std::string path_;
  std::chrono::milliseconds patience_;
  bool reads_;
  std::optional<FileLock> queue_;
  OpenFile file_;
  std::optional<OldFile> old_;
  Buffer content_;
};

}  // namespace ec2mimic::state
