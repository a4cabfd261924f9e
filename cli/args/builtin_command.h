// A command of ec2mimic that is not an operation: what it is called, what it takes, what it says of itself, and the
// functions that run it. Parser, help, manual and completion read only this.
//
// builtin/commands.h lists the commands. The list is passed down as a parameter, because it names functions that this
// module must not know.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/args/completes.h"
#include "cli/errors/failure.h"
#include "core/operation/registry.h"

namespace ec2mimic::cli {

struct BuiltinLine;  // command_line.h
struct Invocation;   // call/invocation.h

/// What may be typed for an operand, or for the value of an option.
struct BuiltinValue {
  std::string_view placeholder{};             ///< `FILE`; empty if only `words` may be typed, or nothing.
  std::span<const std::string_view> words{};  ///< Words with a meaning of their own: `-`, `blog`.
  Completes completes = Completes::nothing;   ///< What else a shell offers.
};

/// An option of a built-in command.
struct BuiltinOption {
  std::string_view name;      ///< `--operation`
  BuiltinValue value{};       ///< As default-constructed if it takes none.
  std::string_view doc;       ///< Full sentences.
  std::optional<Era> only{};  ///< The only era that has the option, if not both.

  [[nodiscard]] bool takes_value() const { return !value.placeholder.empty() || !value.words.empty(); }
};

/// A positional argument of a built-in command.
struct BuiltinOperand {
  BuiltinValue value{};
  std::string_view called{};  ///< Its name in the error if it is missing, `FILE`; empty if optional.
  bool repeats = false;       ///< For the last one: there may be any number of them.
};

/// Runs a command or subcommand whose line was read, and returns an exit code. May throw Failure and AccountFailure.
using RunBuiltin = int (*)(const Invocation& call, const BuiltinLine& line);

/// One way to call a command.
struct BuiltinForm {
  std::string_view subcommand{};  ///< The first word; empty for the form without one, which is the only or first one.
  RunBuiltin run = nullptr;       ///< Null only in a command that is a service.
  std::span<const BuiltinOperand> operands{};
  std::span<const BuiltinOption> options{};  ///< The command's options that apply to this form.
};

struct ExitDoc {
  std::string_view code;  ///< `0`
  std::string_view doc;   ///< Full sentences.
};

/// The exit code that all commands share.
inline constexpr ExitDoc kBadLine{"252", "The command line is wrong."};

/// Its examples are in man/examples/NAME.spec, where they also run as tests.
struct BuiltinCommand {
  std::string_view name{};
  std::string_view summary{};                ///< One line without a full stop.
  std::string_view description{};            ///< Paragraphs, separated by empty lines.
  std::span<const BuiltinForm> forms{};      ///< At least one.
  std::span<const BuiltinOption> options{};  ///< The options of all forms.
  std::span<const ExitDoc> exits{};
  std::span<const std::string_view> see_also{};  ///< `tokens`, `state.5`: other pages; its own name is left out.
  bool runs_other = false;                       ///< Its operands are another program's command line.
  bool reads_log = false;                        ///< It shows the call log, and its own runs are not logged there.
  bool is_evaluated = false;  ///< A shell evaluates its output and ignores its exit code, so a failure prints `false`.
  /// The AWS CLI has it too. Its line is then read in the AWS CLI's order: a broken configuration file is reported
  /// before anything else, options are unknown until the subcommand is found, and unknown words come last.
  bool is_of_aws = false;
  std::string_view bare_text{};  ///< The message if nothing follows its name, if not that a subcommand is required.
  /// Makes the failure for a first word that is no subcommand or operation here. If null, it is an invalid choice.
  Failure (*unknown_word)(std::string_view word) = nullptr;
  /// Set for a command that is a service: the next word is one of its operations.
  std::optional<Service> service{};
};

/// A list of commands, in alphabetical order.
using BuiltinCommands = std::span<const BuiltinCommand* const>;

/// Finds a command by name; null if there is none.
[[nodiscard]] const BuiltinCommand* find_builtin_command(BuiltinCommands commands, std::string_view name);

/// Finds an option of the command by name; null if there is none.
[[nodiscard]] const BuiltinOption* find_builtin_option(const BuiltinCommand& command, std::string_view name);

/// A value as a synopsis shows it: `FILE|-|blog`.
[[nodiscard]] std::string shown(const BuiltinValue& value);

/// The synopsis of a command, without its name: `path | show | seed FILE|blog [--yes]`.
[[nodiscard]] std::string usage_of(const BuiltinCommand& command);

/// What may come next on a line.
struct Expected {
  std::vector<std::string_view> subcommands{};
  std::vector<const BuiltinOperand*> operands{};
  std::vector<const BuiltinOption*> options{};
};

/// What may follow `words`, the positional words after the command's name.
[[nodiscard]] Expected expected_by(const BuiltinCommand& command, std::span<const std::string_view> words);

}  // namespace ec2mimic::cli
