// A file on disk that several processes append lines to: implements LineFile.
#pragma once

#include <chrono>
#include <string>

#include "cli/system/system.h"

namespace ec2mimic::cli {

/// Implements Files::open_lines. O_APPEND keeps lines apart, and since a long line may take several writes, so does a
/// lock on the file itself, held for one line. On file systems without locks O_APPEND alone has to do. If an
/// interrupted process left part of a line, the next writer ends it first, so that only that line is lost.
///
/// If somebody holds the lock, or leaves a pipe full, for longer than `patience`, our line is lost. Files and links
/// that another user may have placed are judged as in real_path.h.
[[nodiscard]] Files::Lines open_real_lines(const std::string& path,
                                           std::chrono::milliseconds patience = LineFile::kPatience);

}  // namespace ec2mimic::cli
