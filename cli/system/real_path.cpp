#include "cli/system/real_path.h"

#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstring>
#include <string_view>
#include <vector>

namespace ec2mimic::cli {
namespace {

constexpr int kMostLinks = 40;  // as many as Linux follows

using Parts = std::vector<std::string>;  // in reverse order: the next one is last

void put_ahead(Parts& ahead, std::string_view path) {
  while (true) {
    const std::size_t slash = path.rfind('/');
    ahead.emplace_back(path.substr(slash + 1));
    if (slash == std::string_view::npos) return;
    path = path.substr(0, slash);
  }
}

bool is_for_everybody(const struct stat& folder) {
  constexpr mode_t kBoth = S_ISVTX | S_IWOTH;
  return (folder.st_mode & kBoth) == kBoth;
}

// The rule of fs.protected_symlinks and fs.protected_regular.
bool is_trusted(uid_t owner, const struct stat& folder, uid_t user) {
  return !is_for_everybody(folder) || owner == user || owner == folder.st_uid;
}

// The links under /proc/self/fd lead to open files, whatever their text says.
bool is_magic(const std::string& folder) {
  struct statfs system {};
  return ::statfs(folder.c_str(), &system) == 0 && system.f_type == PROC_SUPER_MAGIC;
}

std::string start_of(std::string_view path) { return path.starts_with('/') ? "/" : "."; }

std::string target_of(const std::string& link) {
  char text[PATH_MAX];
  const ssize_t length = ::readlink(link.c_str(), text, sizeof text);
  return {text, length < 0 ? 0 : static_cast<std::size_t>(length)};
}

}  // namespace

PathEnd follow_path(const std::string& path, uid_t user) {
  Parts ahead;
  put_ahead(ahead, path);
  std::string place = start_of(path);
  for (int links = 0; !ahead.empty();) {
    const std::string name = std::move(ahead.back());
    ahead.pop_back();
    if (name.empty() || name == ".") continue;
    const std::string next = (place == "/" ? "" : place) + '/' + name;
    struct stat found {};
    // Only a missing last component means that the file can be made.
    if (::lstat(next.c_str(), &found) != 0) return {{}, errno != ENOENT || !ahead.empty(), next};
    if (!S_ISLNK(found.st_mode)) {
      place = next;
      continue;
    }
    if (is_magic(place)) return {};
    struct stat folder {};
    if (::stat(place.c_str(), &folder) != 0 || !is_trusted(found.st_uid, folder, user)) {
      return {"another user has placed the link '" + next + "' in a folder that everybody may write to", true, {}};
    }
    if (++links > kMostLinks) return {std::strerror(ELOOP), true, {}};
    const std::string target = target_of(next);
    if (target.starts_with('/')) place = "/";
    put_ahead(ahead, target);
  }
  return {{}, true, place};
}

std::string distrust(int descriptor, const std::string& place, uid_t user) {
  struct stat file {
  }, folder{};
  const std::string above = place.substr(0, place.rfind('/') + 1);
  if (::fstat(descriptor, &file) != 0 || ::stat(above.c_str(), &folder) != 0) return std::strerror(errno);
  if (!is_trusted(file.st_uid, folder, user))
    return "it belongs to another user, in a folder that everybody may write to";
  if (is_for_everybody(folder) && S_ISREG(file.st_mode) && file.st_nlink > 1) {
    return "it has a second hard link, in a folder that everybody may write to";
  }
  return {};
}

}  // namespace ec2mimic::cli
