// The names of commands, operations and waiters, and the errors for names that do not exist.
#pragma once

#include <optional>
#include <string_view>

#include "cli/data/waiters.h"
#include "cli/system/system.h"

namespace ec2mimic::cli {

/// True if operations may be named without `ec2`. Not when called as `aws`, because the AWS CLI requires it.
[[nodiscard]] bool has_short_form(const System& system);

/// Throws Failure if `word`, the first of a line, names no command.
void check_command(const System& system, std::string_view word);

/// Throws the Failure for a word that should have named an operation but does not.
[[noreturn]] void unknown_operation(std::string_view word);

/// Finds a waiter by name. Throws Failure if the name is missing or unknown.
[[nodiscard]] const Waiter& waiter_named(std::optional<std::string_view> word, std::string_view program);

}  // namespace ec2mimic::cli
