// One operation, from its options to its output on stdout.
#pragma once

#include "cli/args/command_line.h"
#include "cli/call/invocation.h"

namespace ec2mimic::cli {

/// Calls the operation with the options of `line`, as often as its pages require, and shows the result. Returns an exit
/// code. Throws Failure and AccountFailure.
[[nodiscard]] int run_operation(const Invocation& invocation, const Operation& operation, const CommandLine& line);

}  // namespace ec2mimic::cli
