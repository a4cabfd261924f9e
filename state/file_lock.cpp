#include "state/file_lock.h"

#include <fcntl.h>

#include "state/failure.h"
#include "state/place.h"

namespace ec2mimic::state {
namespace {

constexpr int kMostAttempts = 100;
constexpr int kOpenFlags = O_RDWR | O_NOFOLLOW | O_NONBLOCK;

[[noreturn]] void fail_to_lock(const std::string& path, const std::string& lock_path, int error) {
  fail(StateErrorKind::unreadable, path, "lock " + path + " with " + lock_path, error);
}

/// Who may write the state may take its lock, so the lock file takes after the state file.
int take_after(FileSystem& files, int lock, const std::string& path) {
  FileStatus state;
  if (files.status_at(path, state) < 0 || state.kind != FileKind::regular) return 0;
  if (files.user() == 0 && state.owner != 0) {
    if (const int answer = files.set_owner(lock, state.owner, state.group); answer < 0) return answer;
  }
  const unsigned mode = 0600U | (state.mode & 0666U);
  return mode == 0600 ? 0 : files.set_mode(lock, mode);
}

OpenFile open_or_make(FileSystem& files, const std::string& path, const std::string& lock_path) {
  for (int attempt = 0;; ++attempt) {
    auto lock = open_file(files, lock_path, kOpenFlags);
    if (lock.error() != ENOENT) return lock;
    lock = open_file(files, lock_path, kOpenFlags | O_CREAT | O_EXCL, 0600);
    if (lock.error() == ENOENT && attempt < kMostAttempts) {
      make_folders(files, folder_of(path), path);
      continue;
    }
    if (lock.error() == EEXIST && attempt < kMostAttempts) continue;  // Another writer was faster.
    if (!lock.is_open()) return lock;
    if (const int answer = take_after(files, lock.handle(), path); answer < 0) fail_to_lock(path, lock_path, -answer);
    return lock;
  }
}

[[noreturn]] void fail_busy(FileSystem& files, const OpenFile& lock, const std::string& path,
                            const std::string& lock_path, std::chrono::milliseconds patience) {
  FileStatus status;
  const int holder = files.status(lock.handle(), status) < 0 ? 0 : files.lock_holder(status);
  const std::string who = holder > 0 ? "process " + std::to_string(holder) : "another process";
  throw StateError(StateErrorKind::busy, path,
                   "cannot change " + path + ": " + who + " has held its lock " + lock_path + " for " +
                       std::to_string(std::chrono::ceil<std::chrono::seconds>(patience).count()) +
                       " seconds; try again when it has ended");
}

}  // namespace

FileLock::FileLock(FileSystem& files, const std::string& path, std::chrono::milliseconds patience) {
  const std::string lock_path = path + ".lock";
  for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
    file_ = open_or_make(files, path, lock_path);
    if (!file_.is_open()) fail_to_lock(path, lock_path, file_.error());
    const int answer = uninterrupted([&] { return files.lock(file_.handle(), patience); });
    if (answer == -ETIMEDOUT) fail_busy(files, file_, path, lock_path, patience);
    if (answer < 0) fail_to_lock(path, lock_path, -answer);
    FileStatus locked;
    FileStatus there;
    const int found = files.status_at(lock_path, there);
    if (const int known = files.status(file_.handle(), locked); known < 0) fail_to_lock(path, lock_path, -known);
    if (found == 0 && locked.same_file(there)) return;
    if (found < 0 && found != -ENOENT) fail_to_lock(path, lock_path, -found);
  }
  fail_to_lock(path, lock_path, ESTALE);
}

}  // namespace ec2mimic::state
