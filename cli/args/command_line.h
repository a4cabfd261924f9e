// Parses the words after an operation's name into the text values of its options.
//
// The options are the members of the operation's request and the few that the client adds. CLI11 matches the names and
// records which options were given, how often and with what. The words are prepared for it (argparse.h), because it
// reads some of them differently from the AWS CLI: a value that begins with a dash, a list in square brackets, a
// repeated option. Values stay text; values.h converts them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/args/argparse.h"
#include "cli/args/completes.h"
#include "core/operation/operation.h"

namespace ec2mimic::cli {

struct BuiltinCommand;
struct BuiltinForm;

/// One option of an operation.
struct OperationOption {
  std::string name;                       ///< `--vpc-id`; of a boolean, the name that means true.
  std::string opposite{};                 ///< `--no-dry-run`; empty for all but booleans.
  const model::Member* member = nullptr;  ///< Null for an option that the client adds.
  std::string_view doc{};
  Arity arity = Arity::one;
  bool required = false;                        ///< Must be given; never set for booleans, which validation checks.
  std::span<const std::string_view> choices{};  ///< The allowed values; empty if any.
  bool is_number = false;                       ///< The client reads its value as an integer.
  bool says_no = false;                         ///< `--no-enable-dns-support`; see is_attribute_boolean.
  Completes completes = Completes::nothing;     ///< What a shell offers, besides what the member says.
};

/// True for a structure whose only member is a boolean named `Value`. It has a --NAME and a --no-NAME flag, as a
/// boolean has, and still takes shorthand or JSON.
[[nodiscard]] bool is_attribute_boolean(const model::Shape& shape);

/// All options of an operation: the request's members in order, then those of the client.
[[nodiscard]] std::vector<OperationOption> options_of(const Operation& operation);

/// The names of the options, opposites included, for argparse.h. The options must outlive the result.
[[nodiscard]] std::vector<OptionSpec> specs_of(const std::vector<OperationOption>& options);

/// The same for the options of a built-in command.
[[nodiscard]] std::vector<OptionSpec> specs_of(const BuiltinCommand& command);

/// An option that was given. If it was repeated, only the last occurrence counts.
struct OptionValue {
  std::string name;
  const model::Member* member = nullptr;
  bool yes = true;                    ///< Of a boolean: false if its opposite was given.
  std::vector<std::string> values{};  ///< One value, or any number for a list.
};

struct CommandLine {
  std::vector<OptionValue> given{};    ///< In the order of options_of.
  std::string word{};                  ///< The first word that belongs to no option; empty if there is none.
  std::vector<std::string> unknown{};  ///< All words that make the call fail: unknown options, then `word`, if any.
};

/// Finds an option by name; null if it was not given.
[[nodiscard]] const OptionValue* find_option(const std::vector<OptionValue>& given, std::string_view name);

/// Parses the words after the operation's name. Throws Failure for a missing value, and for missing required options
/// (all in one message, unless --cli-input-json or the like is given). Unknown words are returned, because the line may
/// ask for help.
[[nodiscard]] CommandLine read_command_line(const Operation& operation, std::span<const std::string_view> words);

/// The parsed line of a built-in command.
struct BuiltinLine {
  std::vector<OptionValue> given{};
  const BuiltinForm* form = nullptr;  ///< The form that the line uses; never null once it is read.
  std::vector<std::string> words{};   ///< The operands; optional ones at the end may be missing.
};

/// Parses the words after the name of a built-in command according to its forms. Of the options that only one era has,
/// the line may use those of `era`. Throws Failure for an unknown option or subcommand, for missing operands, and for
/// surplus words. The operands of a command that runs another program must not be among the words.
[[nodiscard]] BuiltinLine read_builtin_line(const BuiltinCommand& command, std::span<const std::string_view> words,
                                            Era era);

}  // namespace ec2mimic::cli
