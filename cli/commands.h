// The words that name something to run, and what is said of a word that names nothing.
#pragma once

#include <optional>
#include <string_view>

#include "cli/data/waiters.h"
#include "cli/system/system.h"
#include "core/operation/operation.h"

namespace ec2mimic::cli {

/// True if operations may be named without the word ec2. Called `aws`, the program wants it, as the real one does.
[[nodiscard]] bool has_short_form(const System& system);

/// Throws Failure if the word, the first of a line, names no command.
void check_command(const System& system, std::string_view word);

/// Throws Failure for a word in the place of an operation's name that is not one.
[[noreturn]] void unknown_operation(std::string_view word);

/// The waiter of that name. Throws Failure if the name is missing or unknown.
[[nodiscard]] const Waiter& waiter_named(std::optional<std::string_view> word, std::string_view program);

}  // namespace ec2mimic::cli
