// What one of our own commands is asked to do.
#pragma once

#include <span>
#include <string_view>

#include "cli/args/globals.h"
#include "cli/args/own_commands.h"
#include "cli/config/settings.h"
#include "cli/output/answers.h"
#include "cli/system/world.h"

namespace ec2mimic::cli {

struct OwnCall {
  World& world;
  const Globals& globals;
  const Settings& settings;
  const Answers& answers;                   ///< For a command that shows a document as an operation does.
  std::span<const std::string_view> words;  ///< What follows the command's name, without the global options.
  std::span<const std::string_view> other;  ///< The line of another program, for a command that runs one.
  RunLine run;                              ///< For a command that replays lines.
};

}  // namespace ec2mimic::cli
