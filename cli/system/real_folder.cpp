#include "cli/system/real_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstring>
#include <utility>

namespace ec2mimic::cli {
namespace {

constexpr mode_t kPrivate = 0700;
constexpr mode_t kOthersWrite = S_IWGRP | S_IWOTH;
constexpr int kMostLinks = 40;  // as many as Linux follows

// True if `owner` is the overflow id that a user namespace shows for users it does not map: no line of its map, `first
// outside count`, covers it.
bool is_unmapped(uid_t owner) {
  std::FILE* map = std::fopen("/proc/self/uid_map", "re");
  if (map == nullptr) return false;
  unsigned long first = 0, outside = 0, count = 0;
  bool mapped = false;
  bool read = false;
  while (std::fscanf(map, "%lu %lu %lu", &first, &outside, &count) == 3) {
    read = true;
    mapped = mapped || (owner >= first && owner - first < count);
  }
  std::fclose(map);
  return read && !mapped;
}

bool is_trusted(uid_t owner) { return owner == 0 || owner == ::geteuid() || is_unmapped(owner); }

std::string failed(const std::string& what, const std::string& path, int error) {
  return what + ' ' + path + ": " + std::strerror(error) + '.';
}

// Walks down from the root, one name at a time, by descriptors, so that what was checked cannot be swapped afterwards.
class Descent {
 public:
  explicit Descent(const std::string& path) : goal_(path), ahead_(path) { enter(open_at(AT_FDCWD, "/"), "/"); }
  Descent(const Descent&) = delete;
  Descent& operator=(const Descent&) = delete;
  ~Descent() {
    if (here_ >= 0) ::close(here_);
  }

  RealFolder arrive() {
    while (problem_.empty()) {
      const std::size_t from = ahead_.find_first_not_of('/');
      if (from == std::string::npos) break;
      const std::size_t end = std::min(ahead_.find('/', from), ahead_.size());
      const std::string name = ahead_.substr(from, end - from);
      ahead_.erase(0, end);
      if (name != ".") step(name);
    }
    if (!problem_.empty()) return {-1, problem_};
    // Opened again, because a descriptor opened with O_PATH cannot be locked.
    const int folder = ::openat(here_, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return {-1, failed("Unable to open the folder", goal_, errno)};
    return {folder, {}};
  }

 private:
  static int open_at(int folder, const char* name) { return ::openat(folder, name, O_PATH | O_NOFOLLOW | O_CLOEXEC); }

  // Sets the mode again, because the umask may have reduced it. That is safe: nobody else can write to the parent
  // folder, or it is sticky and the new folder is ours.
  bool make(const std::string& name) {
    if (::mkdirat(here_, name.c_str(), kPrivate) != 0) return errno == EEXIST;
    return ::fchmodat(here_, name.c_str(), kPrivate, 0) == 0;
  }

  void step(const std::string& name) {
    int next = open_at(here_, name.c_str());
    if (next < 0 && errno == ENOENT && make(name)) next = open_at(here_, name.c_str());
    if (next < 0) {
      problem_ = failed("Unable to create the folder", goal_, errno);
      return;
    }
    const std::string path = path_ == "/" ? path_ + name : path_ + '/' + name;
    struct stat status {};
    if (::fstat(next, &status) != 0) {
      problem_ = failed("Unable to look at the folder", path, errno);
    } else if (S_ISLNK(status.st_mode)) {
      follow(next, path, status.st_uid);
    } else if (S_ISDIR(status.st_mode)) {
      return enter(next, path);
    } else {
      problem_ = failed("Unable to create the folder", goal_, ENOTDIR);
    }
    ::close(next);
  }

  void follow(int link, const std::string& path, uid_t owner) {
    // With an empty path readlinkat reads the link that was opened and checked, not whatever has its name by now.
    char target[PATH_MAX];
    const ssize_t length = ::readlinkat(link, "", target, sizeof target);
    if (length < 0 || length == sizeof target || ++links_ > kMostLinks) {
      problem_ = failed("Unable to follow the link", path, length < 0 ? errno : ELOOP);
    } else if (!is_trusted(owner)) {
      problem_ = "The link " + path + on_the_way(path) + " belongs to another user.";
    } else {
      ahead_.insert(0, std::string(target, static_cast<std::size_t>(length)) + '/');
      if (target[0] == '/') enter(open_at(AT_FDCWD, "/"), "/");
    }
  }

  // Steps into an open folder if it can be trusted.
  void enter(int folder, const std::string& path) {
    struct stat status {};
    if (folder < 0 || ::fstat(folder, &status) != 0) {
      problem_ = failed("Unable to look at the folder", path, errno);
    } else if (!is_trusted(status.st_uid)) {
      problem_ = "The folder " + path + on_the_way(path) + " belongs to another user.";
    } else if ((status.st_mode & kOthersWrite) != 0 && ((status.st_mode & S_ISVTX) == 0 || is_goal())) {
      problem_ = "The folder " + path + on_the_way(path) + " can be written to by others; chmod go-w fixes that.";
    }
    if (here_ >= 0) ::close(here_);
    here_ = folder;
    path_ = path;
  }

  [[nodiscard]] bool is_goal() const { return ahead_.find_first_not_of("/.") == std::string::npos; }

  [[nodiscard]] std::string on_the_way(const std::string& path) const {
    return path == goal_ ? "" : ", on the path to " + goal_ + ',';
  }

  std::string goal_;
  std::string ahead_;   // the rest of the path
  std::string path_{};  // where we are, with links resolved
  std::string problem_{};
  int here_ = -1;
  int links_ = 0;
};

}  // namespace

RealFolder::~RealFolder() {
  if (descriptor >= 0) ::close(descriptor);
}

RealFolder open_real_folder(const std::string& path) { return Descent(path).arrive(); }

}  // namespace ec2mimic::cli
