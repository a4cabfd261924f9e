// `ec2 wait`: polls an operation until its answer is what a waiter waits for.
//
// By default nothing changes by itself here: only another process can change what an answer says, and a script that
// waits has done its work before. So the polls, as many as the AWS CLI makes, follow one another at once. Where states
// take their time (EC2MIMIC_TRANSITIONS), it sleeps between them as the AWS CLI does.
#pragma once

#include "cli/args/command_line.h"
#include "cli/call/invocation.h"
#include "cli/data/waiters.h"

namespace ec2mimic::cli {

/// Polls the waiter's operation, called with the options of `line`. Returns an exit code; throws Failure, also where
/// the wait was in vain, and AccountFailure.
[[nodiscard]] int run_wait(const Invocation& invocation, const Waiter& waiter, const CommandLine& line);

}  // namespace ec2mimic::cli
