#include "cli/system/real_links.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <climits>
#include <cstring>

#include "cli/system/real_folder.h"
#include "state/posix_lock.h"

namespace ec2mimic::cli {
namespace {

// For other users too: if root activates, its child processes may run as another user.
constexpr mode_t kProgram = 0755;

std::string failed(const std::string& what, const std::string& path) {
  return what + ' ' + path + ": " + std::strerror(errno) + '.';
}

bool is_link_to(int folder, const char* name, const std::string& target) {
  char present[PATH_MAX];
  const ssize_t length = ::readlinkat(folder, name, present, sizeof present);
  return length >= 0 && std::string_view(present, static_cast<std::size_t>(length)) == target;
}

// Keeps other processes from placing things in the folder while it lives, so that the temporary can have a fixed name
// and a left-over of a killed process is replaced. The wait is limited, because the other process may be stopped; going
// on without the lock does little harm, since both place the same thing.
class FolderLock {
 public:
  explicit FolderLock(int folder) : folder_(folder) {
    constexpr std::chrono::seconds kPatience(10);
    static_cast<void>(state::lock_patiently(folder_, kPatience));
  }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  ~FolderLock() { static_cast<void>(::flock(folder_, LOCK_UN)); }

 private:
  int folder_;
};

// The temporary name beside the final place, from which it is renamed, so that the place is never empty.
std::string fresh_name(const std::string& name) { return '.' + name + ".new"; }

// Returns an errno, or 0. On failure `fresh` is removed.
int move_into_place(int folder, const std::string& fresh, const std::string& name) {
  if (::renameat(folder, fresh.c_str(), folder, name.c_str()) == 0) return 0;
  const int error = errno;
  static_cast<void>(::unlinkat(folder, fresh.c_str(), 0));
  return error;
}

// Returns an errno, or 0. A folder that has the temporary name is removed if it is empty.
int remove_left_over(int folder, const std::string& fresh) {
  if (::unlinkat(folder, fresh.c_str(), 0) == 0 || errno == ENOENT) return 0;
  return ::unlinkat(folder, fresh.c_str(), AT_REMOVEDIR) == 0 ? 0 : errno;
}

// An errno, or 0.
int place_link(int folder, const std::string& name, const std::string& target) {
  if (is_link_to(folder, name.c_str(), target)) return 0;
  const FolderLock lock(folder);
  if (is_link_to(folder, name.c_str(), target)) return 0;  // placed by another process meanwhile
  const std::string fresh = fresh_name(name);
  if (const int error = remove_left_over(folder, fresh); error != 0) return error;
  if (::symlinkat(target.c_str(), folder, fresh.c_str()) != 0) return errno;
  return move_into_place(folder, fresh, name);
}

// True if the file holds exactly the text, is executable, and only we or root can change it.
bool is_script(int folder, const char* name, std::string_view text) {
  const int file = ::openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (file < 0) return false;
  struct stat status {};
  std::string present(text.size() + 1, '\0');
  const bool right = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode) && (status.st_mode & 07777) == kProgram &&
                     (status.st_uid == ::geteuid() || status.st_uid == 0) &&
                     ::read(file, present.data(), present.size()) == static_cast<ssize_t>(text.size()) &&
                     present.starts_with(text);
  ::close(file);
  return right;
}

// Returns an errno, or 0. A short write is not continued: with so small a file it means that the disk is full.
int fill_script(int file, std::string_view text) {
  const ssize_t count = ::write(file, text.data(), text.size());
  if (count < 0) return errno;
  if (static_cast<std::size_t>(count) != text.size()) return ENOSPC;
  // Synced before the rename: after a crash, an empty file would pass for a program that does nothing and succeeds.
  return ::fchmod(file, kProgram) != 0 || ::fsync(file) != 0 ? errno : 0;
}

// An errno, or 0.
int place_script(int folder, const std::string& name, std::string_view text) {
  if (is_script(folder, name.c_str(), text)) return 0;
  const FolderLock lock(folder);
  if (is_script(folder, name.c_str(), text)) return 0;  // placed by another process meanwhile
  const std::string fresh = fresh_name(name);
  if (const int error = remove_left_over(folder, fresh); error != 0) return error;
  const int file = ::openat(folder, fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (file < 0) return errno;
  const int error = fill_script(file, text);
  ::close(file);
  if (error == 0) return move_into_place(folder, fresh, name);
  static_cast<void>(::unlinkat(folder, fresh.c_str(), 0));
  return error;
}

}  // namespace

std::string place_real_links(const std::string& folder, std::span<const std::string_view> names,
                             const std::string& target) {
  const RealFolder place = open_real_folder(folder);
  if (!place.problem.empty()) return place.problem;
  for (const std::string_view name : names) {
    errno = place_link(place.descriptor, std::string(name), target);
    if (errno != 0) return failed("Unable to create the link", folder + '/' + std::string(name));
  }
  return {};
}

std::string place_real_scripts(const std::string& folder, std::span<const std::string_view> names,
                               std::string_view text) {
  const RealFolder place = open_real_folder(folder);
  if (!place.problem.empty()) return place.problem;
  for (const std::string_view name : names) {
    const std::string path = folder + '/' + std::string(name);
    errno = place_script(place.descriptor, std::string(name), text);
    if (errno != 0) return failed("Unable to create the script", path);
    // On a file system mounted noexec, the search on PATH would skip the script and go on.
    if (::faccessat(place.descriptor, std::string(name).c_str(), X_OK, AT_EACCESS) != 0) {
      return failed("Unable to run programs from", path);
    }
  }
  return {};
}

}  // namespace ec2mimic::cli
