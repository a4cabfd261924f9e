// The program when called as `aws_completer`, which `complete -C aws_completer aws` runs in bash and tcsh.
//
// It reads the line and the cursor position from COMP_LINE and COMP_POINT and prints what the AWS CLI's program would
// print: commands, options that are not on the line yet, regions and ids, or an empty line for any other value. The
// scripts of `completion` offer more (complete.h); this is for users who have set up their shell for the AWS CLI.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/system/system.h"

namespace ec2mimic::cli {

/// The name by which it is called.
inline constexpr std::string_view kCompleter = "aws_completer";

/// The words that may complete `line`, which ends at the cursor. Never throws for an invalid line or state.
[[nodiscard]] std::vector<std::string> completions(System& system, std::string_view line);

/// Prints the completions, one per line, or an empty line if there are none. Returns 0. Throws Failure if they cannot
/// be written.
[[nodiscard]] int run_completer(System& system);

}  // namespace ec2mimic::cli
