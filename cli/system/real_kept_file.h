// A file that lives as long as this process, whatever program it runs.
#pragma once

#include <string_view>

#include "cli/system/system.h"

namespace ec2mimic::cli {

/// Implements Process::keep_file. As this process is going to be replaced by another program and cannot remove the file
/// itself, a second one does, which is not a child of it, holds none of its descriptors and ignores the signals of its
/// terminal. If that one is killed, the file stays.
[[nodiscard]] Process::Kept keep_real_file(std::string_view text);

}  // namespace ec2mimic::cli
