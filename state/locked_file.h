// A file that one writer at a time reads, and replaces as a whole.
//
// The lock is the file's own, taken on the file that was opened; then its path must still lead to it. Who replaces the
// file puts another in its place, and those who waited for the old one begin again. So there is no lock file that could
// be removed; a queue beside it (file_lock.h) only spares them the beginning again. Two writers who find no file at all
// both make one, and only one of them can link it to its place (save.h).
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
#include "state/save.h"

namespace ec2mimic::state {

class LockedFile {
 public:
  enum class Queue { none, beside };
  enum class Content { read, skip };

  /// Waits for the file at `path` (resolved), and as long again for its queue, for at most `patience` each, and reads
  /// it unless that is to be skipped. Throws StateError: busy; unreadable where it cannot be read, is no regular file,
  /// is too large, or is changed in place faster than we can read it; not_written where we have no right to write to
  /// it, even though writing will replace it and need only the right to change its folder.
  LockedFile(FileSystem& files, std::string path, std::chrono::milliseconds patience, Queue queue, Content content);

  [[nodiscard]] bool exists() const { return old_.has_value(); }
  /// Throws StateError (not_written) if the file is marked as not to be written, which the system lets root do.
  void refuse_read_only() const;
  [[nodiscard]] std::string_view content() const { return content_.text(); }
  /// The content, and the right to keep it; content() is empty from then on.
  [[nodiscard]] Buffer take_content() { return std::move(content_); }
  /// True if the file is not empty, or held a state and was emptied.
  [[nodiscard]] bool holds_a_state() const { return exists() && (old_->status.size > 0 || held_a_state()); }
  /// True if its lock file remembers that there was a state.
  [[nodiscard]] bool held_a_state() const {
    return queue_ ? queue_->remembers_state() : lock_remembers_state(files_, path_);
  }

  /// As save().
  [[nodiscard]] bool replace(std::span<const std::string_view> pieces, IfChanged if_changed,
                             const std::optional<Keepsake>& keepsake = {});

  /// As confirm(), of save.h, if the file exists. Whoever made it may have been killed before it could do the rest of
  /// its work.
  void confirm();

 private:
  enum class Opened { yes, replaced, written_to };
  /// What became of the file that was opened, once it is locked and read.
  Opened open();
  void take_turn();
  bool is_there();
  /// False if the system cannot lock it.
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
