// Calls of the log as lines for people.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "cli/call/logged_call.h"

namespace ec2mimic::cli {

/// Where calls are shown.
struct Screen {
  bool colours = false;
  std::optional<std::size_t> width{};  ///< In columns; nothing if it is not a terminal: lines are then never broken.
};

/// A call as lines: its time, operation and outcome, and its attempts if they add anything. What comes from the log is
/// made visible. In a line that is too wide the token is shortened; if that is not enough the line is broken, but not
/// within an id or outcome.
[[nodiscard]] std::string text_of_call(const LoggedCall& call, const Screen& screen);

/// The outcome of an attempt, in words: `created, answer lost (connection closed)`.
[[nodiscard]] std::string words_for(const LoggedAttempt& attempt);

}  // namespace ec2mimic::cli
