// What was typed: a command line, read once.
//
// The AWS CLI reads its line several times over, each time for other options. Here all of these readings hear the line
// word by word, side by side, and what they found is kept as one value, faults included: a fault is reported by whoever
// knows how errors are to be told, which the line itself has a say in.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "cli/args/global_options.h"
#include "cli/errors/failure.h"

namespace ec2mimic::cli {

/// The word that may precede an operation's name.
inline constexpr std::string_view kService = "ec2";
/// The word that asks for help.
inline constexpr std::string_view kHelp = "help";

/// Options that must be known whatever else is wrong with the line.
struct Anywhere {
  /// --cli-error-format, long or shortened; empty if it lacks a value.
  std::optional<std::string_view> error_format{};
  std::optional<std::string_view> state{};
  std::optional<std::string_view> log{};
};

struct Typed {
  std::span<const std::string_view> words{};  ///< The line without the program's name, up to where `other` begins.
  std::span<const std::string_view> other{};  ///< The line of another program, after the options of `run`.
  bool runs_other = false;                    ///< The command runs another program; if `other` is empty, none is named.

  GlobalOptions globals{};
  bool in_service = false;                    ///< The first word was kService.
  std::optional<std::string_view> command{};  ///< The first word that is neither an option nor the value of one; after
                                              ///< kService, the next one.
  std::vector<std::string_view> rest{};       ///< The line without all of these, in order.

  Anywhere anywhere{};
  bool has_help_option = false;            ///< -h or --help is there. Today's AWS CLI has no such options.
  bool help = false;                       ///< It asks for help: see ask_for_help.
  std::optional<Failure> first_fault{};    ///< Found by the AWS CLI before it reads the global options.
  std::optional<Failure> globals_fault{};  ///< Found among the global options; a command left of it is kept.
};

/// Reads a line (argv without the program's name). The views point into `words`, which must outlive them.
[[nodiscard]] Typed read_typed(std::span<const std::string_view> words);

/// Makes the line ask for help, which is shown whatever else is wrong with the line.
void ask_for_help(Typed& typed);

}  // namespace ec2mimic::cli
