// One call of an operation, from the words behind its name to its answer on stdout.
#pragma once

#include <span>
#include <string_view>

#include "cli/args/globals.h"
#include "cli/config/settings.h"
#include "cli/output/answers.h"
#include "cli/system/world.h"

namespace ec2mimic::cli {

/// Does what `words`, the line behind the operation's name, ask for: a call, or help. Returns an exit code; throws
/// Failure and AccountFailure.
[[nodiscard]] int run_operation(World& world, const Globals& globals, const Settings& settings, const Answers& answers,
                                const Operation& operation, std::span<const std::string_view> words);

}  // namespace ec2mimic::cli
