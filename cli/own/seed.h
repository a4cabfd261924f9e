// A seed document in the place of a whole state, for `state seed` and `run --seed`.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "cli/world.h"

namespace ec2mimic::cli {

/// Whether a state may be lost: if there is nothing in it, if `yes` was said, or if a question on the terminal is
/// answered with yes. `deed` is what is about to happen: `replaces`. Throws Failure where nobody can be asked.
[[nodiscard]] bool may_lose(World& world, const std::string& path, std::string_view deed, bool yes);

/// Calls `use`, which replaces the whole state at `path`, with an engine for it. Throws Failure, which says that it is
/// safe to repeat the command, if it is not known whether the new state is safe on the disk; AccountFailure.
void replace_account(World& world, const std::string& path, const Engine::Options& options,
                     const std::function<void(Engine&)>& use);

/// Replaces the state at `path` by the seed `name`: a file, `-` for standard input, or one that the program carries.
/// An exit code: kProblemsFound if the state may not be lost. Throws Failure for a seed that cannot be read or used.
[[nodiscard]] int plant_seed(World& world, const std::string& path, const Engine::Options& options,
                             const std::string& name, bool yes);

}  // namespace ec2mimic::cli
