// A lesson: a spec whose commands all run this program, replayed within this process.
//
// Each command goes through run(), like one that is typed, on a system with captured output, an empty stdin, and a
// single variable, which names the state. Using a shell was rejected: the program would have to find itself, and the
// lesson would depend on what is installed.
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

/// Runs one command of a lesson, through `run`, on the state at the path `state`. Throws Failure if it is not a call of
/// `ec2mimic`.
[[nodiscard]] CommandResult replay(System& system, RunLine run, const std::string& command, const std::string& state);

/// The lines in which the result of a step differs from the lesson: the expected ones with `-`, the actual ones with
/// `+`. Empty if there is no difference.
[[nodiscard]] std::string lesson_difference(const SpecStep& step, const CommandResult& seen);

}  // namespace ec2mimic::cli
