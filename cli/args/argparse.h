// What the words of a command line are: names of options, values, or neither.
//
// The AWS CLI reads its line with Python's argparse, three times over: for the global options and the command, for the
// operation, and for the operation's own options. The rules here are argparse's, the same for each reading: a word that
// begins with a dash is a name unless it is a dash alone, a negative number or holds a blank; names may be shortened as
// long as one option alone is meant; after `--` everything is a value.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "cli/errors/failure.h"

namespace ec2mimic::cli {

enum class Arity : std::uint8_t { nothing, one, optional_one, many };

/// An option that a reading knows. `name` has its dashes and must outlive the words read.
struct OptionSpec {
  std::string_view name;
  Arity arity = Arity::one;
  /// Not to be shortened: ours, which must not make a shortened name of AWS's ambiguous.
  bool exact = false;
  /// The one voice that knows it, if not both; it shows where a shortened name is ambiguous.
  std::optional<Era> only{};
};

struct Argument {
  enum class Kind : std::uint8_t { value, option, unknown, separator };

  Kind kind = Kind::value;
  std::string_view text;                       ///< As it stands on the line.
  const OptionSpec* option = nullptr;          ///< The one meant, if the kind is option.
  std::optional<std::string_view> attached{};  ///< What follows `=`, if the kind is option.
};

/// Sorts the words of a line one after the other.
class Sorter {
 public:
  /// The options must outlive this and the words.
  explicit Sorter(std::span<const OptionSpec> options) : options_(options) {}

  /// The next word of the line. Throws Failure for a shortened name that could be several options.
  [[nodiscard]] Argument sort(std::string_view word);

 private:
  std::span<const OptionSpec> options_;
  bool values_only_ = false;
};

/// Sorts all words of a line. Throws as Sorter does.
[[nodiscard]] std::vector<Argument> read_arguments(std::span<const OptionSpec> options,
                                                   std::span<const std::string_view> words);

/// Of an option that lacks its value.
[[nodiscard]] Failure lacks_value(const OptionSpec& option);
/// Of an option that takes no value and has one attached.
[[nodiscard]] Failure takes_no_value(const OptionSpec& option, std::string_view value);

/// The values of the option at words[at], which is left behind the last of them. Throws Failure if there are too few or
/// if an option that takes none has one attached.
[[nodiscard]] std::vector<std::string_view> take_option(std::span<const Argument> words, std::size_t& at);

/// The first value among words of which none is an option, and the words without it. Separators beside it are dropped.
class Positional {
 public:
  /// Takes the next word of the line.
  void take(std::string_view word);

  std::optional<std::string_view> value{};
  std::vector<std::string_view> rest{};

 private:
  Sorter sorter_{std::span<const OptionSpec>{}};
  bool beside_ = false;  // the value was the word before
};

[[nodiscard]] Positional take_positional(std::span<const std::string_view> words);

}  // namespace ec2mimic::cli
