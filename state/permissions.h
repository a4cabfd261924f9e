// Permissions of a file, and how a new file takes them over from the one that it replaces.
#pragma once

#include <string>

#include "state/file_system.h"

namespace ec2mimic::state {

struct Permissions {
  unsigned owner = 0;
  unsigned group = 0;
  unsigned mode = 0;  ///< The permission bits alone, as in 0600.
  std::string acl;    ///< In the format of FileSystem::read_acl.
};

/// Reads the permissions of an open file whose status is known. The access control list is read only if it can give
/// anybody a right: the mode's group bits are the mask of the list. 0, or a negated errno.
[[nodiscard]] int read_permissions(FileSystem& files, int handle, const FileStatus& status, Permissions& permissions);

/// Gives an open file of ours, whose status is `made`, the permissions `wanted` as far as we may: its owner only if we
/// are root, its group if we belong to it. Never grants a right that `wanted` does not: if the group or the list cannot
/// be kept, the rights that depend on them are dropped. 0, or a negated errno.
[[nodiscard]] int give_permissions(FileSystem& files, int handle, const FileStatus& made, const Permissions& wanted);

/// Makes an open file of ours, whose status is `made`, readable and writable for its owner, whatever the umask took
/// away. 0, or a negated errno.
[[nodiscard]] int open_to_owner(FileSystem& files, int handle, const FileStatus& made);

}  // namespace ec2mimic::state
