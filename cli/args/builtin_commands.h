// The commands of ec2mimic that are not operations: one table, used by the parser, help, the manual and completion.
//
// To add one: a file NAME.cpp in builtin/ that defines its function, the declaration below, an entry in the table, and
// its examples in man/examples/NAME.spec. (`completion` is in complete/script.cpp, with the rest of completion.)
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/errors/failure.h"
#include "core/operation/registry.h"

namespace ec2mimic {
struct Operation;
}

namespace ec2mimic::cli {

struct Invocation;  // call/invocation.h

/// An option of a built-in command.
struct BuiltinOption {
  std::string_view name;   ///< `--operation`
  std::string_view value;  ///< The placeholder for its value, `NAME`; empty if it takes none.
  std::string_view doc;    ///< Full sentences.
};

/// A positional argument of a built-in command.
struct BuiltinOperand {
  std::string_view
      shown;  ///< `FILE|blog`: FILE and COMMAND stand for file names, SPEC for faults, lower-case words are literal.
  std::string_view called = {};  ///< Its name in the error if it is missing, `FILE`; empty if optional.
  bool repeats = false;          ///< For the last one: there may be any number of them.
};

/// One way to call a command.
struct BuiltinForm {
  std::string_view subcommand{};  ///< The first word; empty for the form without one, which is the only or first one.
  std::span<const BuiltinOperand> operands{};
  std::span<const BuiltinOption> options{};  ///< The command's options that apply to this form.
};

struct ExitDoc {
  std::string_view code;  ///< `0`
  std::string_view doc;   ///< Full sentences.
};

struct BuiltinCommand {
  std::string_view name{};
  std::string_view summary{};                    ///< One line without a full stop.
  int (*run)(const Invocation& call) = nullptr;  ///< Returns an exit code. May throw Failure and AccountFailure.
  std::string_view description{};                ///< Paragraphs, separated by empty lines.
  std::span<const BuiltinForm> forms{};          ///< At least one.
  std::span<const BuiltinOption> options{};      ///< The options of all forms.
  std::span<const ExitDoc> exits{};
  bool runs_other = false;  ///< Its operands are another program's command line.
  bool is_of_aws = false;   ///< The AWS CLI has it too, and reports a broken configuration file before it shows help.
  /// Set, instead of `run`, for a command that is a service: the next word is one of its operations.
  std::optional<Service> service{};
  Failure (*unknown_operation)(std::string_view name) = nullptr;  ///< For a service.
};

/// In alphabetical order.
[[nodiscard]] std::span<const BuiltinCommand> builtin_commands();

/// Finds a command by name; null if there is none. No command has the name of an EC2 operation.
[[nodiscard]] const BuiltinCommand* find_builtin_command(std::string_view name);

/// Finds an option of the command by name; null if there is none.
[[nodiscard]] const BuiltinOption* find_builtin_option(const BuiltinCommand& command, std::string_view name);

/// The words that the first operand of a command may be, if they are listed in its synopsis: bash, zsh, fish.
[[nodiscard]] std::vector<std::string_view> choices_of(std::string_view command);

/// The synopsis of a command, without its name: `path | show | seed FILE|blog [--yes]`.
[[nodiscard]] std::string usage_of(const BuiltinCommand& command);

/// What may follow `words`, the positional words after the command's name: subcommands, operands as shown in the
/// synopsis, and option names.
[[nodiscard]] std::vector<std::string_view> expected_by(const BuiltinCommand& command,
                                                        std::span<const std::string_view> words);

/// Run one built-in command each, and return its exit code. They read the rest of the line themselves. Throw Failure.
/// run_run() returns only if the state was to be kept; otherwise the process becomes the command.
int run_activate(const Invocation& call);
int run_completion(const Invocation& call);
int run_configure(const Invocation& call);
int run_fault(const Invocation& call);
int run_man(const Invocation& call);
int run_query(const Invocation& call);
int run_run(const Invocation& call);
int run_state(const Invocation& call);
int run_tokens(const Invocation& call);
int run_walkthrough(const Invocation& call);

/// The failure for a word after `sts` that is no operation here: it says whether AWS has it.
[[nodiscard]] Failure unknown_sts_operation(std::string_view name);

}  // namespace ec2mimic::cli
