// Our own commands, which stand beside `ec2`: what is no part of AWS.
//
// The table is read by run() to find them, by help and completion to list them, and by the suggestions for misspelt
// words. To add one: a file NAME.cpp here that defines its function, the declaration below, and a line in own.cpp.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "cli/answers.h"
#include "cli/globals.h"
#include "cli/settings.h"
#include "cli/world.h"

namespace ec2mimic::cli {

/// What one of our commands is asked to do.
struct OwnCall {
  World& world;
  const Globals& globals;
  const Settings& settings;
  const Answers& answers;                   ///< For a command that shows a document as an operation does.
  std::span<const std::string_view> words;  ///< What follows the command's name, without the global options.
  std::span<const std::string_view> other;  ///< The line of another program, for a command that runs one.
};

struct OwnCommand {
  std::string_view name;
  std::string_view summary;         ///< One line without a full stop.
  std::string_view usage;           ///< What follows the name.
  int (*run)(const OwnCall& call);  ///< An exit code. May throw Failure and AccountFailure.
  bool runs_other = false;          ///< Behind its options stands the line of another program.
};

/// In the order of their names.
[[nodiscard]] std::span<const OwnCommand> own_commands();

/// The one of that name, or null. None has the name of an EC2 operation.
[[nodiscard]] const OwnCommand* find_own_command(std::string_view name);

/// An option in the usage text of a command: `[--operation NAME]`, `[--yes]`.
struct OwnOption {
  std::string_view name;
  std::string_view value;  ///< How its value is called; empty if it has none.
};
[[nodiscard]] std::vector<OwnOption> own_options(const OwnCommand& command);

/// Writes to stdout, checked; for what a command prints. Throws Failure if it cannot be written; a reader that went
/// away is not a failure.
void print(World& world, std::string_view text);

int run_activate(const OwnCall& call);
int run_completion(const OwnCall& call);
int run_configure(const OwnCall& call);
int run_man(const OwnCall& call);
int run_query(const OwnCall& call);
int run_run(const OwnCall& call);
int run_state(const OwnCall& call);
int run_sts(const OwnCall& call);
int run_walkthrough(const OwnCall& call);

}  // namespace ec2mimic::cli
