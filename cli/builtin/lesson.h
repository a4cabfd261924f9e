// A lesson: a spec whose commands are lines of this program alone, replayed inside it.
//
// Each command goes through run(), as one that somebody types does, in a world whose streams are caught, whose
// variables name a state of its own and nothing else, and whose stdin is empty. A shell was considered and dropped:
// then the program would have to find itself, and the lesson would need a system around it.
#pragma once

#include <string>

#include "cli/help/spec.h"
#include "cli/system/system.h"

namespace ec2mimic::cli {

struct CommandResult {
  std::string out{};
  std::string err{};
  int exit_code = 0;
};

/// Runs one command of a lesson on the state at `state`, through `run`. Throws Failure if it is not a line of
/// `ec2mimic`.
[[nodiscard]] CommandResult replay(System& system, RunLine run, const std::string& command, const std::string& state);

/// How a step came out otherwise than its lesson says: the lines in which they differ, with `-` what should be and with
/// `+` what is. Empty if all is as it should be.
[[nodiscard]] std::string lesson_difference(const SpecStep& step, const CommandResult& seen);

}  // namespace ec2mimic::cli
