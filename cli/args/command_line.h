// The words after an operation's name, sorted into the texts of its options.
//
// The options are those of the operation's request, as its shape describes them, and the few that the client adds.
// CLI11 knows them by name and keeps which were given, how often and with what; the words are prepared for it
// (words.h), because it reads some of them otherwise than the AWS CLI does: a value that begins with a dash, a list in
// square brackets, an option given twice. Values stay text; values.h makes sense of them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/args/argparse.h"
#include "core/operation/operation.h"

namespace ec2mimic::cli {

/// One option of an operation.
struct OperationOption {
  std::string name;                       ///< `--vpc-id`; of a boolean, the one that says yes.
  std::string opposite{};                 ///< `--no-dry-run`; empty for all but booleans.
  const model::Member* member = nullptr;  ///< Null for an option of the client's own.
  std::string_view doc{};
  Arity arity = Arity::one;
  bool required = false;                        ///< Must stand on the line; a boolean is left to validation.
  std::span<const std::string_view> choices{};  ///< What its value may be, if not anything.
  bool says_no = false;                         ///< `--no-enable-dns-support`, of a structure that is one boolean.
};

/// True for a structure that is but one boolean, `Value`: it has an option without a value and one that says no, as a
/// boolean has, and still takes shorthand and JSON.
[[nodiscard]] bool is_attribute_boolean(const model::Shape& shape);

/// True if the operation answers in pages: its request has NextToken and MaxResults.
[[nodiscard]] bool has_pages(const Operation& operation);

/// All options of an operation: the request's members in order, then the client's.
[[nodiscard]] std::vector<OperationOption> options_of(const Operation& operation);

/// An option that was given. Of several times the last one counts, and its values alone.
struct OptionValue {
  std::string name;
  const model::Member* member = nullptr;
  bool yes = true;                    ///< Of a boolean: false for the opposite.
  std::vector<std::string> values{};  ///< One, or for a list any number.
};

struct CommandLine {
  bool help = false;                 ///< The word `help` was there instead of a call.
  std::vector<OptionValue> given{};  ///< In the order of options_of.
};

/// The one of that name, or null.
[[nodiscard]] const OptionValue* find(const std::vector<OptionValue>& given, std::string_view name);

/// Reads the words behind the operation's name. Throws Failure: a missing value, missing required options (all in one
/// line, unless --cli-input-json or the like stands there), unknown options.
[[nodiscard]] CommandLine read_command_line(const Operation& operation, std::span<const std::string_view> words);

/// The line of one of our own commands.
struct BuiltinLine {
  std::vector<OptionValue> given{};
  std::string subcommand{};          ///< Empty if the command has none.
  std::vector<std::string> words{};  ///< The operands; those that may be missing are, from the end.
};

/// Reads the words behind the name of a command of ours, as its forms say. Throws Failure for an unknown option or
/// subcommand, for operands that are missing, and for words that are too many. The operands of a command that runs
/// another program are no part of the line.
[[nodiscard]] BuiltinLine read_builtin_line(std::string_view command, std::span<const std::string_view> words);

}  // namespace ec2mimic::cli
