// Creating files: complete and on the disk, or not at all.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "state/file_system.h"
#include "state/open_file.h"
#include "state/permissions.h"

namespace ec2mimic::state {

/// The mode of a new file that is private to its owner.
inline constexpr unsigned kPrivateMode = 0600;
/// The mode of a new file that is readable by others, as far as the umask allows.
inline constexpr unsigned kSharedMode = 0666;

/// Makes the file at `path`, which must not exist yet, with the permissions `like`, as far as give_permissions can give
/// them, or without them `mode` less the umask, which its owner may read and write all the same. Returns it open for
/// writing. On failure error() says why, and nothing is left at `path`, except that EEXIST leaves alone what was there.
/// `made` is the status of the new file before it was given its permissions.
[[nodiscard]] OpenFile create_file(FileSystem& files, const std::string& path, const std::optional<Permissions>& like,
                                   FileStatus& made, unsigned mode = kPrivateMode);

/// Writes `pieces` to an open file and returns once they are on the disk. 0, or a negated errno.
[[nodiscard]] int write_safely(FileSystem& files, int handle, std::span<const std::string_view> pieces);

/// Creates the file, writes it and closes it. 0, or a negated errno: then the file does not exist, except that -EEXIST
/// leaves alone what was there.
[[nodiscard]] int make_file(FileSystem& files, const std::string& path, const std::optional<Permissions>& like,
                            std::span<const std::string_view> pieces);

}  // namespace ec2mimic::state
