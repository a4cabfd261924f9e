// The command line of another program within ours, as in `run`.
#pragma once

#include <span>
#include <string_view>

#include "cli/args/builtin_command.h"

namespace ec2mimic::cli {

/// True if `command` is a built-in command that runs another program.
[[nodiscard]] bool runs_other(BuiltinCommands commands, std::string_view command);

struct SplitLine {
  std::span<const std::string_view> ours{};
  std::span<const std::string_view> other{};
  bool runs_other = false;  ///< The command runs another program; which one is missing if `other` is empty.
};

/// Finds where the other program's line begins: at the first word after the command's name that is neither an option
/// nor the value of one, or after a `--` in that place. No word of it is read as an option of ours. A line that asks
/// for help on the command has no such part. Never throws: faults in our part are reported when it is parsed.
[[nodiscard]] SplitLine split_line(BuiltinCommands commands, std::span<const std::string_view> words);

}  // namespace ec2mimic::cli
