// One call of an operation, from its options to its answer on stdout.
#pragma once

#include "cli/args/command_line.h"
#include "cli/call/invocation.h"

namespace ec2mimic::cli {

/// Makes the call that `line`, the options of the operation, asks for. Returns an exit code; throws Failure and
/// AccountFailure.
[[nodiscard]] int run_operation(const Invocation& invocation, const Operation& operation, const CommandLine& line);

}  // namespace ec2mimic::cli
