// From the words of a command line to an exit code.
#pragma once

#include <span>
#include <string_view>

#include "cli/system/system.h"

namespace ec2mimic::cli {

/// Does what `words` (argv without the program's name) ask for, in `world`. Never throws: every failure is told on
/// stderr and is an ExitCode (errors/failure.h).
[[nodiscard]] int run(System& system, std::span<const std::string_view> words);

}  // namespace ec2mimic::cli
