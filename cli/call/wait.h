// `ec2 wait`: polls an operation until its answer is what a waiter waits for.
//
// By default nothing changes by itself here: only another process can change what an answer says, and a script that
// waits has done its work before. So the polls, as many as the AWS CLI makes, follow one another at once. Where states
// take their time (EC2MIMIC_TRANSITIONS), it sleeps between them as the AWS CLI does.
#pragma once

#include <span>
#include <string_view>

#include "cli/args/globals.h"
#include "cli/config/settings.h"
#include "cli/system/world.h"

namespace ec2mimic::cli {

/// Does what `words`, the line behind `wait`, ask for: waits, or shows help. Returns an exit code; throws Failure, also
/// where the wait was in vain, and AccountFailure.
[[nodiscard]] int run_wait(World& world, const Globals& globals, const Settings& settings,
                           std::span<const std::string_view> words);

}  // namespace ec2mimic::cli
