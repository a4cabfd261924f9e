// A file that is being made: all of it, on the disk, or nothing of it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "state/file_system.h"

namespace ec2mimic::state {

/// Makes the file at `path`, which must not exist yet, of `pieces`, and returns when they are on the disk. Its mode is
/// that of `like`, or 0600; its owner that of `like` as far as we may. 0, or an errno negated: then it is not there,
/// except that -EEXIST leaves alone what was.
int make_file(FileSystem& files, const std::string& path, const std::optional<FileStatus>& like,
              std::span<const std::string_view> pieces);

}  // namespace ec2mimic::state
