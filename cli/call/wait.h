// `ec2 wait`: polls an operation until its response satisfies a waiter.
//
// By default nothing changes by itself here: only another process can change a response, and a script that waits has
// finished its work before. So the polls follow one another without delay, as many as the AWS CLI makes. If transitions
// take time (EC2MIMIC_TRANSITIONS), it sleeps between polls as the AWS CLI does.
#pragma once

#include "cli/args/command_line.h"
#include "cli/call/invocation.h"
#include "cli/data/waiters.h"

namespace ec2mimic::cli {

/// Polls the waiter's operation with the options of `line`. Returns an exit code. Throws Failure, also if the wait
/// fails, and AccountFailure.
[[nodiscard]] int run_wait(const Invocation& invocation, const Waiter& waiter, const CommandLine& line);

}  // namespace ec2mimic::cli
