// What was typed: a command line, read once.
//
// The AWS CLI parses its line several times, each time for different options. Here all of these passes see the line
// word by word, side by side, and their results are kept in one value, faults included. Faults are not thrown, because
// how errors are printed depends on the line itself.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "cli/args/builtin_command.h"
#include "cli/args/global_options.h"
#include "cli/errors/failure.h"

namespace ec2mimic::cli {

/// The service, which may precede the name of an operation.
inline constexpr std::string_view kService = "ec2";
/// The word that asks for help.
inline constexpr std::string_view kHelp = "help";

/// Options that are needed even if the rest of the line is wrong.
struct EarlyOptions {
  /// --cli-error-format, in full or abbreviated; empty if its value is missing.
  std::optional<std::string_view> error_format{};
  std::optional<std::string_view> state{};
  std::optional<std::string_view> log{};
};

struct Typed {
  std::span<const std::string_view> words{};  ///< Without the program's name, up to where `other` begins.
  std::span<const std::string_view> other{};  ///< The line of the program that `run` runs.
  bool runs_other = false;  ///< The command runs another program; which one is missing if `other` is empty.

  GlobalOptions globals{};
  bool in_service = false;                    ///< The first word was kService.
  std::optional<std::string_view> command{};  ///< The first word that is neither an option nor the value of one; if
                                              ///< that is kService, the next one.
  std::vector<std::string_view> rest{};       ///< All other words, in order.

  EarlyOptions early{};
  bool has_help_option = false;            ///< -h or --help is given. Era::current has no such options.
  bool help = false;                       ///< An option asks for help; set by dispatch.h.
  std::optional<Failure> first_fault{};    ///< Reported by the AWS CLI before it parses the global options.
  std::optional<Failure> globals_fault{};  ///< In the global options; a command before it is kept.
};

/// Reads a line (argv without the program's name). The views point into `words`, which must outlive the result. Of the
/// built-in commands it only matters which of them run another program.
[[nodiscard]] Typed read_typed(std::span<const std::string_view> words, BuiltinCommands commands);

}  // namespace ec2mimic::cli
