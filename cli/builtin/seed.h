// A seed document in the place of a whole state, for `state seed` and `run --seed`.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "cli/system/system.h"

namespace ec2mimic::cli {

struct AccountPlace {
  std::string path;
  Engine::Options options;
};

/// Replaces a whole account. False, with nothing done, if there is a state and it is to be kept.
using Replace = std::function<bool(Engine& engine, Engine::Existing existing)>;

/// Has `replace` do its work if nothing is lost by it, if `yes` was said, or if a question on the terminal is answered
/// with yes; false if it is answered otherwise. `deed` is what is about to happen: `replaces`. Throws Failure where
/// nobody can be asked, and, saying what is safe, where it is not known whether the new state is safe on the disk.
[[nodiscard]] bool replace_account(System& system, const AccountPlace& place, std::string_view action, bool yes,
                                   const Replace& replace);

/// Replaces the state by the seed `name`: a file, `-` for standard input, or one that the program carries. An exit
/// code: kProblemsFound if the question was answered with no. Throws Failure for a seed that cannot be read or used.
[[nodiscard]] int plant_seed(System& system, const AccountPlace& place, const std::string& name, bool yes);

}  // namespace ec2mimic::cli
