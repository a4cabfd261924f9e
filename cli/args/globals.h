// The options that every command takes, as the AWS CLI has them, and our own --state and --log.
//
// They may stand anywhere on the line, so they are taken out of it before the operation is known and what is left is
// handed on word for word. That is why CLI11 is not asked here: it would have to know the operation's options to tell
// which words are whose. Most of these options speak of networks, credentials and pagers, and mean nothing without AWS
// behind them: they are read, checked as AWS checks them, and have no effect.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "cli/args/words.h"

namespace ec2mimic::cli {

struct Globals {
  bool help = false;     ///< -h or --help anywhere.
  bool version = false;  ///< --version; what stands behind it was not looked at.
  bool paginate = true;
  bool pager = true;
  std::optional<std::string_view> region{};
  std::optional<std::string_view> output{};  ///< One of output_names() if given.
  std::optional<std::string_view> query{};
  std::optional<std::string_view> profile{};
  std::optional<std::string_view> endpoint_url{};
  std::optional<std::string_view> state{};
  std::optional<std::string_view> log{};
  std::optional<std::string_view> color{};
  std::optional<std::string_view> error_format{};
};

struct GlobalsRead {
  Globals globals{};
  std::optional<std::string_view> command{};  ///< The first word that is neither an option nor the value of one.
  std::vector<std::string_view> rest{};       ///< The line without both, in order.
};

/// Reads a line. `check_command` is told the command where it stands and may throw Failure, so that of two mistakes the
/// left one is reported. -h and --help ask for help if `help_is_option`, which is asked where one of them is there:
/// today's AWS CLI has no such options. Throws Failure for what is wrong with the globals. The views point into
/// `words`.
[[nodiscard]] GlobalsRead read_globals(std::span<const std::string_view> words,
                                       const std::function<bool()>& help_is_option,
                                       const std::function<void(std::string_view)>& check_command);

/// A line, and the one of another program that begins within it: behind the options of a command such as `run`.
struct SplitLine {
  std::span<const std::string_view> own{};
  std::span<const std::string_view> other{};
  bool runs_other = false;  ///< The command is one that runs another program; if `other` is empty, none is named.
};

/// Finds where the other program's line begins: with the first word behind the command's name that is neither an option
/// nor the value of one, or behind a `--` in that place. Nothing in it is an option of ours. A line that asks for help
/// on the command is all ours. Never throws: what is wrong with our part is told by whoever reads it.
[[nodiscard]] SplitLine split_line(std::span<const std::string_view> words);

/// The names of the global options, with their dashes, in AWS's order and ours last: for help and completion.
[[nodiscard]] std::vector<std::string_view> global_option_names();

/// The same as a reading of words knows them.
[[nodiscard]] std::span<const OptionSpec> global_options();

/// What --output may be.
[[nodiscard]] std::span<const std::string_view> output_names();
[[nodiscard]] bool is_output(std::string_view name);

/// What --cli-error-format may be, in AWS's order.
[[nodiscard]] std::span<const std::string_view> error_format_names();

}  // namespace ec2mimic::cli
