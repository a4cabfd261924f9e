// A file that several processes append lines to: what LineFile promises, on the disk.
#pragma once

#include <string>

#include "cli/world.h"

namespace ec2mimic::cli {

/// As Files::open_lines. Lines are kept apart by O_APPEND and, since a long line may take several writes, by a lock on
/// the file itself, which lasts for one line. Where a file system has no locks, O_APPEND alone must do. What an
/// interrupted process left of a line is ended by the next line's writer, so that only that line is lost.
[[nodiscard]] Files::Lines open_real_lines(const std::string& path);

}  // namespace ec2mimic::cli
