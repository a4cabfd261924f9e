// A file that is being made: all of it, on the disk, or nothing of it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "state/file_system.h"
#include "state/open_file.h"
#include "state/permissions.h"

namespace ec2mimic::state {

/// Makes the file at `path`, which must not exist yet. Its permissions are `like`, as far as give_permissions can, or
/// 0600. Open for writing if all went well; otherwise error() says why, and nothing is left at `path`, except that
/// EEXIST leaves alone what was there. `made` is set to the status of the new file before it got its permissions.
[[nodiscard]] OpenFile create_file(FileSystem& files, const std::string& path, const std::optional<Permissions>& like,
                                   FileStatus& made);

/// Writes `pieces` to an open file and returns when they are on the disk. 0, or an errno negated.
[[nodiscard]] int write_safely(FileSystem& files, int handle, std::span<const std::string_view> pieces);

/// Both, and closes the file. 0, or an errno negated: then it is not there, except that -EEXIST leaves alone what was.
[[nodiscard]] int make_file(FileSystem& files, const std::string& path, const std::optional<Permissions>& like,
                            std::span<const std::string_view> pieces);

}  // namespace ec2mimic::state
