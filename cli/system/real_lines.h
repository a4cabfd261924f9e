// A file that several processes append lines to: what LineFile promises, on the disk.
#pragma once

#include <chrono>
#include <string>

#include "cli/system/world.h"

namespace ec2mimic::cli {

/// As Files::open_lines. Lines are kept apart by O_APPEND and, since a long line may take several writes, by a lock on
/// the file itself, which lasts for one line. Where a file system has no locks, O_APPEND alone must do. What an
/// interrupted process left of a line is ended by the next line's writer, so that only that line is lost.
///
/// Whoever keeps the lock, or a pipe full, for longer than `patience` costs us the line. What another user may have
/// placed is judged as in real_path.h.
[[nodiscard]] Files::Lines open_real_lines(const std::string& path,
                                           std::chrono::milliseconds patience = LineFile::kPatience);

}  // namespace ec2mimic::cli
