#include "state/permissions.h"

#include <cerrno>

namespace ec2mimic::state {
namespace {

constexpr unsigned kOwner = 0700;
constexpr unsigned kGroup = 0070;
constexpr unsigned kOthers = 0007;

/// Keeps owner and group as far as we may. 1 if the group is the wanted one, 0 if not, or an errno negated.
int keep_owner(FileSystem& files, int handle, const FileStatus& made, const Permissions& wanted) {
  if (made.owner == wanted.owner && made.group == wanted.group) return 1;
  const bool root = files.user() == 0;
  const int answer = files.set_owner(handle, root ? wanted.owner : made.owner, wanted.group);
  if (answer == 0) return 1;
  // Root of a user namespace has no power over users that the namespace does not know: it is a user like any other.
  if (root && answer != -EINVAL) return answer;
  return made.group == wanted.group ? 1 : 0;
}

/// The group's rights must not go to another group, and those who were in the old one now count among the others.
unsigned without_group(unsigned mode) { return (mode & kOwner) | (mode & kOthers & ((mode & kGroup) >> 3U)); }

/// The mode to set. A list that cannot be carried over may have denied somebody what the others may, so that only the
/// owner's rights are certain then. A list that the new file got from its folder would come into force with the
/// group's rights.
unsigned carry_acl(FileSystem& files, int handle, const Permissions& wanted) {
  if ((wanted.mode & kGroup) == 0) return wanted.mode;
  return files.write_acl(handle, wanted.acl) == 0 ? wanted.mode : wanted.mode & kOwner;
}

}  // namespace

int read_permissions(FileSystem& files, int handle, const FileStatus& status, Permissions& permissions) {
  permissions = {.owner = status.owner, .group = status.group, .mode = status.mode & 0777U, .acl = {}};
  return (status.mode & kGroup) == 0 ? 0 : files.read_acl(handle, permissions.acl);
}

int give_permissions(FileSystem& files, int handle, const FileStatus& made, const Permissions& wanted) {
  const int kept = keep_owner(files, handle, made, wanted);
  if (kept < 0) return kept;
  unsigned mode = 0;
  if (kept == 1) {
    mode = carry_acl(files, handle, wanted);
  } else {
    mode = wanted.acl.empty() ? without_group(wanted.mode) : wanted.mode & kOwner;
  }
  return made.mode == mode ? 0 : files.set_mode(handle, mode);
}

int open_to_owner(FileSystem& files, int handle, const FileStatus& made) {
  constexpr unsigned kReadWrite = 0600;
  return (made.mode & kReadWrite) == kReadWrite ? 0 : files.set_mode(handle, made.mode | kReadWrite);
}

}  // namespace ec2mimic::state
