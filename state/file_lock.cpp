#include "state/file_lock.h"

#include <fcntl.h>

#include "state/paths.h"
#include "state/permissions.h"
#include "state/throw_error.h"

namespace ec2mimic::state {
namespace {

// How often to try again when the lock file or its folder comes or goes while we make it.
constexpr int kMostLockAttempts = 100;
constexpr int kOpenFlags = O_RDWR | O_NOFOLLOW | O_NONBLOCK;
constexpr std::string_view kRemembered = "ec2mimic keeps a state beside this file and needs both. Do not remove it.\n";

std::string lock_path_of(const std::string& path) { return path + ".lock"; }

[[noreturn]] void fail_to_lock(const std::string& path, int error) {
  fail(StateErrorKind::unreadable, path, "lock " + path + " with " + lock_path_of(path), error);
}

/// Gives the lock file the permissions of the state file, so that everybody who may write the state may lock it.
int copy_permissions(FileSystem& files, int lock, const std::string& path) {
  FileStatus made;
  if (const int answer = files.status(lock, made); answer < 0) return answer;
  const auto state = open_file(files, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  FileStatus status;
  if (!state.is_open() || files.status(state.handle(), status) < 0 || status.kind != FileKind::regular) {
    return open_to_owner(files, lock, made);
  }
  Permissions permissions;
  if (const int answer = read_permissions(files, state.handle(), status, permissions); answer < 0) return answer;
  // Execute bits make no sense here, and the owner must always be able to open it.
  permissions.mode = 0600U | (permissions.mode & 0666U);
  return give_permissions(files, lock, made, permissions);
}

OpenFile open_or_make(FileSystem& files, const std::string& path, const std::string& lock_path) {
  for (int attempt = 0;; ++attempt) {
    auto lock = open_file(files, lock_path, kOpenFlags);
    if (lock.error() != ENOENT) return lock;
    lock = open_file(files, lock_path, kOpenFlags | O_CREAT | O_EXCL, 0600);
    if (lock.error() == ENOENT && attempt < kMostLockAttempts) {
      // No folder yet, or somebody removed it.
      make_folders(files, folder_of(path), path);
      continue;
    }
    if (lock.error() == EEXIST && attempt < kMostLockAttempts) continue;  // Another writer was faster.
    if (!lock.is_open()) return lock;
    if (const int answer = copy_permissions(files, lock.handle(), path); answer < 0) fail_to_lock(path, -answer);
    return lock;
  }
}

}  // namespace

FileLock::FileLock(FileSystem& files, const std::string& path, std::chrono::milliseconds patience)
    : files_(files), path_(path), file_(open_or_make(files, path, lock_path_of(path))) {
  if (!file_.is_open()) fail_to_lock(path, file_.error());
  if (const int answer = take_lock(files, file_, lock_path_of(path), path, patience); answer < 0) {
    fail_to_lock(path, -answer);
  }
  if (const int answer = files.status(file_.handle(), status_); answer < 0) fail_to_lock(path, -answer);
}

bool FileLock::is_at_its_path() {
  // While we waited for the lock, somebody may have removed the file that we wait at, or replaced it.
  FileStatus found;
  const int answer = files_.status_at(lock_path_of(path_), found);
  if (answer < 0 && answer != -ENOENT) fail_to_lock(path_, -answer);
  return answer == 0 && found.same_file(status_);
}

void FileLock::remember_state() {
  // A failure is ignored: the commit is done, and only the warning about a state that was emptied later is lost.
  if (!remembers_state()) (void)files_.write(file_.handle(), std::span(&kRemembered, 1));
}

bool lock_remembers_state(FileSystem& files, const std::string& path) {
  FileStatus status;
  return files.status_at(lock_path_of(path), status) == 0 && status.size > 0;
}

int take_lock(FileSystem& files, const OpenFile& lock, const std::string& lock_path, const std::string& path,
              std::chrono::milliseconds patience) {
  const int answer = uninterrupted([&] { return files.lock(lock.handle(), patience); });
  if (answer != -ETIMEDOUT) return answer;
  FileStatus status;
  // For the message only: it is known if the holder runs on this machine and in the same container.
  const int holder = files.status(lock.handle(), status) < 0 ? 0 : files.lock_holder(status);
  const std::string who = holder > 0 ? "process " + std::to_string(holder) : "another process";
  throw StateError(StateErrorKind::busy, path,
                   "cannot change " + path + ": " + who + " has held " +
                       (lock_path == path ? "its lock" : "its lock " + lock_path) + " for " +
                       std::to_string(std::chrono::ceil<std::chrono::seconds>(patience).count()) +
                       " seconds; try again when it has ended");
}

}  // namespace ec2mimic::state
