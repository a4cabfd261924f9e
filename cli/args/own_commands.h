// Our own commands, which are no part of AWS: the table that the parser, help, the manual and completion walk over.
//
// To add one: a file NAME.cpp in builtin/ that defines its function, the declaration below, and a line in the table.
#pragma once

#include <span>
#include <string_view>

namespace ec2mimic {
struct Operation;
}

namespace ec2mimic::cli {

struct Invocation;  // call/invocation.h

/// An option of one of our commands.
struct OwnOption {
  std::string_view name;   ///< `--operation`
  std::string_view value;  ///< The name of its value, `NAME`; empty if it has none.
  std::string_view doc;    ///< Sentences.
};

struct OwnCommand {
  std::string_view name;
  std::string_view summary;            ///< One line without a full stop.
  std::string_view usage;              ///< What follows the name.
  int (*run)(const Invocation& call);  ///< An exit code. May throw Failure and AccountFailure. Null for a service.
  std::string_view description;        ///< Paragraphs, with empty lines between them.
  std::span<const OwnOption> options{};
  bool runs_other = false;                           ///< Its options are followed by the line of another program.
  std::span<const std::string_view> help_follows{};  ///< The words behind which the word help asks for help as well.
  const Operation& (*operation)(std::string_view name) = nullptr;  ///< Of a service: throws Failure for no name of one.
};

/// In the order of their names.
[[nodiscard]] std::span<const OwnCommand> own_commands();

/// The one of that name, or null. None has the name of an EC2 operation.
[[nodiscard]] const OwnCommand* find_own_command(std::string_view name);

/// The option of that name, or null.
[[nodiscard]] const OwnOption* find_own_option(const OwnCommand& command, std::string_view name);

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
