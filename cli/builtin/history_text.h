// Calls of the log as lines for people.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "cli/call/logged_call.h"

namespace ec2mimic::cli {

/// What calls are shown on.
struct Screen {
  bool colours = false;
  std::optional<std::size_t> width{};  ///< In columns; nothing if it is not a terminal: lines are then never broken.
};

/// A call as lines: when it was, what it was and what became of it, and its attempts if there is more to say of them.
/// What comes from the log is made visible. A line that is too wide has only the beginning of the token, and is broken
/// if need be, but not inside of an id or outcome.
[[nodiscard]] std::string text_of_call(const LoggedCall& call, const Screen& screen);

/// What became of an attempt, in words: `created, answer lost (connection closed)`.
[[nodiscard]] std::string words_for(const LoggedAttempt& attempt);

}  // namespace ec2mimic::cli
