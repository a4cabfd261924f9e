#include "state/permissions.h"

#include <cerrno>

namespace ec2mimic::state {
namespace {

constexpr unsigned kOwner = 0700;
constexpr unsigned kGroup = 0070;
constexpr unsigned kOthers = 0007;

/// Sets owner and group as far as we may. Returns 1 if the group is the wanted one, 0 if not, or a negated errno.
int keep_owner(FileSystem& files, int handle, const FileStatus& made, const Permissions& wanted) {
  if (made.owner == wanted.owner && made.group == wanted.group) return 1;
  const bool root = files.user() == 0;
  const int answer = files.set_owner(handle, root ? wanted.owner : made.owner, wanted.group);
  if (answer == 0) return 1;
  // Root in a user namespace cannot give files to users that the namespace does not map (EINVAL): there it is a user
  // like any other.
  if (root && answer != -EINVAL) return answer;
  return made.group == wanted.group ? 1 : 0;
}

/// The mode if the file gets another group: that group must not get the old group's rights, and the members of the old
/// group now count as others.
unsigned without_group(unsigned mode) { return (mode & kOwner) | (mode & kOthers & ((mode & kGroup) >> 3U)); }

/// Sets the access control list and returns the mode to set. If the list cannot be set, only the owner's rights are
/// certain, because the list may have denied somebody what others may do. The list must be removed if there is none to
/// set: the new file may have inherited one from its folder, which the group's rights would bring into force.
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
