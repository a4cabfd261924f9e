// The words after an operation's name, sorted into the texts of its options.
//
// The options are those of the operation's request, as its shape describes them, and the few that the client adds.
// CLI11 knows them by name and keeps which were given, how often and with what; the words are prepared for it
// (words.h), because it reads some of them otherwise than the AWS CLI does: a value that begins with a dash, a list in
// square brackets, an option given twice. Values stay text; values.h makes sense of them.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/args/words.h"
#include "core/operation/operation.h"

namespace ec2mimic::cli {

/// One option of an operation.
struct OperationOption {
  std::string name;                       ///< `--vpc-id`; of a boolean, the one that says yes.
  std::string opposite{};                 ///< `--no-dry-run`; empty for all but booleans.
  const model::Member* member = nullptr;  ///< Null for an option of the client's own.
  Takes takes = Takes::one;
  bool required = false;                        ///< Must stand on the line; a boolean is left to validation.
  std::span<const std::string_view> choices{};  ///< What its value may be, if not anything.
  bool says_no = false;                         ///< `--no-enable-dns-support`, of a structure that is one boolean.
};

/// True for a structure that is but one boolean, `Value`: it has an option without a value and one that says no, as a
/// boolean has, and still takes shorthand and JSON.
[[nodiscard]] bool is_attribute_boolean(const model::Shape& shape);

/// True if the operation answers in pages: its request has NextToken and MaxResults.
[[nodiscard]] bool has_pages(const Operation& operation);

/// What --generate-cli-skeleton may be.
inline constexpr std::array<std::string_view, 3> kSkeletons{"input", "output", "yaml-input"};

/// All options of an operation: the request's members in order, then the client's.
[[nodiscard]] std::vector<OperationOption> options_of(const Operation& operation);

/// An option that was given. Of several times the last one counts, and its values alone.
struct Given {
  std::string name;
  const model::Member* member = nullptr;
  bool yes = true;                    ///< Of a boolean: false for the opposite.
  std::vector<std::string> values{};  ///< One, or for a list any number.
};

struct CommandLine {
  bool help = false;           ///< The word `help` was there instead of a call.
  std::vector<Given> given{};  ///< In the order of options_of.
};

/// The one of that name, or null.
[[nodiscard]] const Given* find(const std::vector<Given>& given, std::string_view name);

/// Reads the words behind the operation's name. Throws Failure: a missing value, missing required options (all in one
/// line, unless --cli-input-json or the like stands there), unknown options.
[[nodiscard]] CommandLine read_command_line(const Operation& operation, std::span<const std::string_view> words);

/// The line of one of our own commands: any options, and words that stand alone.
struct PlainLine {
  std::vector<Given> given{};
  std::vector<std::string> words{};
};

/// As read_command_line, for the command of ours of that name. Throws Failure for an unknown option.
[[nodiscard]] PlainLine read_plain_line(std::string_view command, std::span<const std::string_view> words);

}  // namespace ec2mimic::cli
