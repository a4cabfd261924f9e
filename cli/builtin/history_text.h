// Calls of the log as lines for people.
#pragma once

#include <string>

#include "cli/call/logged_call.h"

namespace ec2mimic::cli {

/// A call as lines: when it was, what it was and what became of it, and its attempts if there is more to say of them.
/// What comes from the log is made visible.
[[nodiscard]] std::string text_of_call(const LoggedCall& call, bool colours);

/// What became of an attempt, in words: `created, answer lost (connection closed)`.
[[nodiscard]] std::string words_for(const LoggedAttempt& attempt);

}  // namespace ec2mimic::cli
