// The program as `aws_completer`, which `complete -C aws_completer aws` runs in bash and tcsh.
//
// It reads the line and the place of the cursor from COMP_LINE and COMP_POINT and prints what the AWS CLI's own program
// would print: names of commands, of options that are not there yet, regions and ids; for values of any other kind an
// empty line. The scripts of `completion` know more (complete.h); this is for those who have their shell set up
// already.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/system/system.h"

namespace ec2mimic::cli {

/// The name by which the program is called then.
inline constexpr std::string_view kCompleter = "aws_completer";

/// What may stand at the end of `line`, which ends at the cursor. Never throws for a bad line or state.
[[nodiscard]] std::vector<std::string> completions(System& system, std::string_view line);

/// Prints them, one a line, and an empty line if there are none. Returns 0; throws Failure if it cannot.
[[nodiscard]] int run_completer(System& system);

}  // namespace ec2mimic::cli
