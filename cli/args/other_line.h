// The line of another program within ours, as `run` has it.
#pragma once

#include <span>
#include <string_view>

namespace ec2mimic::cli {

/// True if that is the name of a command that runs another program.
[[nodiscard]] bool runs_other(std::string_view command);

struct SplitLine {
  std::span<const std::string_view> own{};
  std::span<const std::string_view> other{};
  bool runs_other = false;  ///< The command is one that runs another program; if `other` is empty, none is named.
};

/// Finds where the other program's line begins: with the first word after the command's name that is neither an option
/// nor the value of one, or after a `--` in that place. Nothing in it is an option of ours. A line that asks for help
/// on the command is all ours. Never throws: what is wrong with our part is reported by whoever reads it.
[[nodiscard]] SplitLine split_line(std::span<const std::string_view> words);

}  // namespace ec2mimic::cli
