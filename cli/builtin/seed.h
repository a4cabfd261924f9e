// Replaces a whole state with a seed, for `state seed` and `run --seed`.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "cli/system/system.h"

namespace ec2mimic::cli {

struct StateLocation {
  std::string path;
  Engine::Options options;
};

/// What the user agreed to lose beforehand.
struct Consent {
  bool yes = false;              ///< --yes: a state may be replaced without a question.
  bool replace_foreign = false;  ///< --replace-foreign: a file that is not a state may be replaced too.
  bool empty = false;            ///< --empty: a seed may describe nothing.
};

/// Replaces the account. Returns false, with nothing changed, if there is a state and `existing` says to keep it.
using Replace = std::function<bool(Engine& engine, Engine::Existing existing)>;

/// Calls `replace` if there is no state to lose, with --yes, or if a question on the terminal is answered with yes.
/// Returns false if it is answered with anything else. `action` is what is about to happen, as in `This deletes
/// everything`. Throws Failure if stdin is not a terminal, so that nobody can be asked, or, with advice on what is
/// safe, if it is not known whether the new state reached the disk; AccountFailure if something that is not a state is
/// in its place, without --replace-foreign.
[[nodiscard]] bool replace_account(System& system, const StateLocation& location, std::string_view action,
                                   Consent consent, const Replace& replace);

/// Replaces the state with the seed `name`: a file, `-` for stdin, or a built-in one. Returns what is in it; nothing if
/// the question was not answered with yes. Throws Failure if the seed cannot be read or used.
[[nodiscard]] std::optional<SeedSummary> replace_by_seed(System& system, const StateLocation& location,
                                                         const std::string& name, Consent consent);

/// The JSON document in a file, or on stdin if `name` is `-`. `what` is what the file is for, as in `The seed`. Throws
/// Failure.
[[nodiscard]] Json read_document(System& system, std::string_view what, const std::string& name);

}  // namespace ec2mimic::cli
