// The list of the built-in commands.
//
// To add one: a file NAME.cpp here that defines the constant below with its functions, its name in the list in
// commands.cpp, and its examples in man/examples/NAME.spec.
#pragma once

#include <array>
#include <string_view>

#include "cli/args/builtin_command.h"

namespace ec2mimic::cli {

extern const BuiltinCommand kActivate;
extern const BuiltinCommand kCompletion;
extern const BuiltinCommand kConfigure;
extern const BuiltinCommand kFault;
extern const BuiltinCommand kHistory;
extern const BuiltinCommand kMan;
extern const BuiltinCommand kQuery;
extern const BuiltinCommand kRun;
extern const BuiltinCommand kState;
extern const BuiltinCommand kSts;
extern const BuiltinCommand kTokens;
extern const BuiltinCommand kWalkthrough;

/// The commands whose pages refer to each other: to lose an answer, to see what happened to the call, and why.
inline constexpr std::array<std::string_view, 4> kAboutLostAnswers{"fault", "history", "tokens", "walkthrough"};

/// In alphabetical order. No command has the name of an EC2 operation.
[[nodiscard]] BuiltinCommands builtin_commands();

/// Finds one of them by name; null if there is none.
[[nodiscard]] const BuiltinCommand* find_builtin_command(std::string_view name);

}  // namespace ec2mimic::cli
