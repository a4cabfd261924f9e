// Who may do what with a file, and how a new file takes that over from the one whose place it takes.
#pragma once

#include <string>

#include "state/file_system.h"

namespace ec2mimic::state {

struct Permissions {
  unsigned owner = 0;
  unsigned group = 0;
  unsigned mode = 0;  ///< The permission bits alone, as in 0600.
  std::string acl;    ///< As FileSystem::read_acl has it.
};

/// Reads the permissions of an open file whose status is known. Its access control list is asked for only where it can
/// give anybody a right: the bits of the group are the most that a list can give. 0, or an errno negated.
[[nodiscard]] int read_permissions(FileSystem& files, int handle, const FileStatus& status, Permissions& permissions);

/// Gives an open file of ours, whose status is `made`, the permissions, as far as we may: its owner only if we are
/// root, its group if we belong to it. Nobody gets a right that `wanted` does not give: where the group or the list
/// cannot be kept, the rights that hang on them are dropped. 0, or an errno negated.
[[nodiscard]] int give_permissions(FileSystem& files, int handle, const FileStatus& made, const Permissions& wanted);

/// Sees to it that the owner of an open file of ours, whose status is `made`, may read and write it, whatever the
/// process's umask has taken away. 0, or an errno negated.
[[nodiscard]] int open_to_owner(FileSystem& files, int handle, const FileStatus& made);

}  // namespace ec2mimic::state
