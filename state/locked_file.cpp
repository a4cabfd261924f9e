#include "state/locked_file.h"

#include <fcntl.h>

#include "state/paths.h"
#include "state/state_file.h"
#include "state/throw_error.h"

namespace ec2mimic::state {
namespace {

// A new attempt means that another writer has put a file in place, so there is progress overall.
constexpr int kMostReadAttempts = 10'000;

// O_NONBLOCK so that a FIFO does not make us wait for its other end; O_NOFOLLOW so that we lock the file at this path
// and not one that a link points to.
constexpr int kFlags = O_RDWR | O_NONBLOCK | O_NOFOLLOW;

// Errors of file systems without locks, rather than of this lock.
bool cannot_be_locked(int answer) {
  return answer == -EBADF || answer == -ENOLCK || answer == -EOPNOTSUPP || answer == -EINVAL || answer == -ENOSYS;
}

[[noreturn]] void fail_to_open(const std::string& path, int error) {
  if (error == EISDIR) refuse_file(path, "it is a folder");
  const bool forbidden = error == EACCES || error == EROFS || error == EPERM;
  fail(forbidden ? StateErrorKind::not_written : StateErrorKind::unreadable, path,
       (forbidden ? "change " : "read ") + path, error);
}

}  // namespace

LockedFile::LockedFile(FileSystem& files, std::string path, std::chrono::milliseconds patience, Queue queue,
                       Content content)
    : files_(files), path_(std::move(path)), patience_(patience), reads_(content == Content::read) {
  int torn = 0;
  for (int attempt = 0; attempt < kMostReadAttempts && torn < kMostReads; ++attempt) {
    // Opened before queueing, so that somebody who must not write the file leaves no lock file beside it.
    file_ = open_file(files_, path_, kFlags);
    if (!file_.is_open() && file_.error() != ENOENT) fail_to_open(path_, file_.error());
    if (queue == Queue::beside && !queue_) take_turn();
    const Opened opened = open();
    if (opened == Opened::yes) return;
    if (opened == Opened::written_to) ++torn;
    file_ = {};
    // Whoever comes next would queue at a new lock file.
    if (queue_ && !queue_->is_at_its_path()) queue_.reset();
  }
  refuse_moving_file(path_);
}

// The lock file may belong to another user and be closed to us, even though we may write the state. The lock on the
// state itself will do then.
void LockedFile::take_turn() {
  try {
    queue_.emplace(files_, path_, patience_);
  } catch (const StateError& error) {
    if (error.error() != EACCES || !file_.is_open()) throw;
    if (!lock()) throw;
  }
}

LockedFile::Opened LockedFile::open() {
  if (!file_.is_open()) return is_there() ? Opened::replaced : Opened::yes;
  // Before the status: the writer that had the lock until now has probably replaced the file.
  const bool locked = lock();
  OldFile old{.status = status_of_file(files_, file_, path_), .permissions = {}};
  FileStatus found;
  const int answer = files_.status_at(path_, found);
  if (answer < 0 && answer != -ENOENT) fail_to_open(path_, -answer);
  if (answer < 0 || !found.same_file(old.status)) return Opened::replaced;
  // Only the queue keeps writers apart then, so it must be the one that others find.
  if (!locked && queue_ && !queue_->is_at_its_path()) return Opened::replaced;
  if (const int read = read_permissions(files_, file_.handle(), old.status, old.permissions); read < 0) {
    fail_to_open(path_, -read);
  }
  if (reads_ && !read_content(files_, file_, path_, old.status, content_)) {
    return Opened::written_to;
  }
  old_ = std::move(old);
  return Opened::yes;
}

void LockedFile::refuse_read_only() const {
  // The rename would succeed, because it needs rights to the folder only. But a user who takes away the right to write
  // expects that nothing is written.
  if (exists() && (old_->status.mode & 0222U) == 0) {
    fail(StateErrorKind::not_written, path_, "change " + path_, EACCES, "the file is marked read-only");
  }
}

// A file may have appeared while we waited in the queue.
bool LockedFile::is_there() {
  FileStatus found;
  return queue_ && files_.status_at(path_, found) == 0;
}

bool LockedFile::lock() {
  const int answer = take_lock(files_, file_, path_, path_, patience_);
  if (answer < 0 && !cannot_be_locked(answer)) fail(StateErrorKind::unreadable, path_, "lock " + path_, -answer);
  return answer == 0;
}

bool LockedFile::replace(std::span<const std::string_view> pieces, SaveOptions options) {
  // Another writer may have made the folders and been killed before they were on the disk.
  if (!exists()) sync_folders_above(files_, folder_of(path_), path_);
  options.patience = patience_;
  if (!save(files_, path_, old_, pieces, options)) return false;
  if (queue_) queue_->remember_state();
  file_ = {};
  queue_.reset();
  return true;
}

void LockedFile::confirm() {
  if (!exists()) return;
  state::confirm(files_, path_);
  if (queue_ && old_->status.size > 0) queue_->remember_state();
}

}  // namespace ec2mimic::state
