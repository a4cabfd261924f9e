// From a command line to what it asks for: a command, or help on one. The only place that decides whether a line asks
// for help, by an option or by the word `help`.
#pragma once

#include "cli/call/invocation.h"

namespace ec2mimic::cli {

/// Turns a line with -h or --help into a request for help, which is shown even if the line is wrong. Call it before
/// looking for faults. In the current era there are no such options.
void apply_help_option(const System& system, Typed& typed);

/// Does what a line without faults asks for and returns an exit code. Throws Failure and AccountFailure.
[[nodiscard]] int dispatch(const Invocation& call);

}  // namespace ec2mimic::cli
