// Our own commands, which are no part of AWS: the table that the parser, help, the manual and completion walk over.
//
// To add one: a file NAME.cpp in builtin/ that defines its function, the declaration below, an entry in the table, and
// its examples in man/examples/NAME.spec.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ec2mimic {
struct Operation;
}

namespace ec2mimic::cli {

struct Invocation;  // call/invocation.h

/// An option of one of our commands.
struct BuiltinOption {
  std::string_view name;   ///< `--operation`
  std::string_view value;  ///< The name of its value, `NAME`; empty if it has none.
  std::string_view doc;    ///< Sentences.
};

/// A word that one of our commands takes.
struct BuiltinOperand {
  std::string_view shown;  ///< `FILE|blog`: FILE and COMMAND are names of files, words in small letters are literal.
  std::string_view called = {};  ///< What the message says if it is missing, `FILE`; empty if it may be.
};

/// One way of calling a command.
struct BuiltinForm {
  std::string_view subcommand{};  ///< Its first word. Empty for the only form of a command that has no subcommands.
  std::span<const BuiltinOperand> operands{};
  std::span<const BuiltinOption> options{};  ///< Of the command's, those that belong here.
};

struct ExitDoc {
  std::string_view code;  ///< `0`
  std::string_view doc;   ///< Sentences.
};

struct BuiltinCommand {
  std::string_view name{};
  std::string_view summary{};                    ///< One line without a full stop.
  int (*run)(const Invocation& call) = nullptr;  ///< An exit code. May throw Failure and AccountFailure.
  std::string_view description{};                ///< Paragraphs, with empty lines between them.
  std::span<const BuiltinForm> forms{};          ///< At least one.
  std::span<const BuiltinOption> options{};      ///< Of all forms.
  std::span<const ExitDoc> exits{};
  bool runs_other = false;    ///< Its operands, after its options, are the line of another program.
  bool help_follows = false;  ///< The word help also asks for help after a subcommand.
  /// Of a service, instead of `run`: the operation of that name. Throws Failure if there is none.
  const Operation& (*operation)(std::string_view name) = nullptr;
};

/// In the order of their names.
[[nodiscard]] std::span<const BuiltinCommand> builtin_commands();

/// The one of that name, or null. None has the name of an EC2 operation.
[[nodiscard]] const BuiltinCommand* find_builtin_command(std::string_view name);

/// The option of that name, or null.
[[nodiscard]] const BuiltinOption* find_builtin_option(const BuiltinCommand& command, std::string_view name);

/// How a command is called, without its name: `path | show | seed FILE|blog [--yes]`.
[[nodiscard]] std::string usage_of(const BuiltinCommand& command);

/// What may come next on a line whose words after the command's name are these: subcommands, operands as they are
/// shown, and names of options.
[[nodiscard]] std::vector<std::string_view> expected_by(const BuiltinCommand& command,
                                                        std::span<const std::string_view> words);

int run_activate(const Invocation& call);
int run_completion(const Invocation& call);
int run_configure(const Invocation& call);
int run_man(const Invocation& call);
int run_query(const Invocation& call);
int run_run(const Invocation& call);
int run_state(const Invocation& call);
int run_walkthrough(const Invocation& call);

const Operation& sts_operation(std::string_view name);

}  // namespace ec2mimic::cli
