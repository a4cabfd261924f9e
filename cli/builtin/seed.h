// Replaces a whole state by a seed, for `state seed` and `run --seed`.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "cli/system/system.h"

namespace ec2mimic::cli {

struct StateLocation {
  std::string path;
  Engine::Options options;
};

/// Replaces the account. Returns false, with nothing changed, if there is a state and `existing` says to keep it.
using Replace = std::function<bool(Engine& engine, Engine::Existing existing)>;

/// Calls `replace` if there is no state to lose, if `yes` is set, or if a question on the terminal is answered with
/// yes. Returns false if it is answered with anything else. `action` is what is about to happen, as in `This deletes
/// everything`. Throws Failure if stdin is not a terminal, so that nobody can be asked, or, with advice on what is
/// safe, if it is not known whether the new state reached the disk.
[[nodiscard]] bool replace_account(System& system, const StateLocation& location, std::string_view action, bool yes,
                                   const Replace& replace);

/// Replaces the state by the seed `name`: a file, `-` for stdin, or a built-in one. Returns an exit code;
/// kProblemsFound if the question was not answered with yes. Throws Failure if the seed cannot be read or used.
[[nodiscard]] int replace_by_seed(System& system, const StateLocation& location, const std::string& name, bool yes);

}  // namespace ec2mimic::cli
