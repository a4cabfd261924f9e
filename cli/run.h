// From the words of a command line to an exit code.
#pragma once

#include <span>
#include <string_view>

#include "cli/system/system.h"

namespace ec2mimic::cli {

/// Runs the command line `words` (argv without the program's name). Never throws: a failure is printed on stderr and
/// returned as an ExitCode (errors/failure.h).
[[nodiscard]] int run(System& system, std::span<const std::string_view> words);

}  // namespace ec2mimic::cli
