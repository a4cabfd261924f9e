// From a valid command line to what it asks for: a command, or help on one.
#pragma once

#include "cli/call/invocation.h"

namespace ec2mimic::cli {

/// Does what the line asks for and returns an exit code. The only place that decides whether the line asks for help.
/// Throws Failure and AccountFailure.
[[nodiscard]] int dispatch(const Invocation& call);

}  // namespace ec2mimic::cli
