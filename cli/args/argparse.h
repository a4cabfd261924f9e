// Classifies the words of a command line as option names, values, or neither.
//
// The AWS CLI parses a line with Python's argparse three times: for the global options and the command, for the
// operation, and for the operation's own options. The rules here are argparse's and the same for each pass: a word that
// begins with a dash is an option name unless it is a lone dash, is a negative number or contains a space; names may be
// shortened as long as they match exactly one option; after `--` every word is a value.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "cli/errors/failure.h"

namespace ec2mimic::cli {

enum class Arity : std::uint8_t { nothing, one, optional_one, many };

/// An option that a pass knows. `name` includes its dashes and must outlive the words read.
struct OptionSpec {
  std::string_view name;
  Arity arity = Arity::one;
  /// Must not be shortened. Set for our own options, so that they do not make an abbreviation of an AWS option
  /// ambiguous.
  bool exact = false;
  /// The only era that has the option, if not both. An ambiguous abbreviation lists the options of one era.
  std::optional<Era> only{};
  /// Its value is an integer. argparse checks that as it takes the value, before anything it finds later.
  bool is_number = false;
};

struct Argument {
  enum class Kind : std::uint8_t { value, option, unknown, separator };

  Kind kind = Kind::value;
  std::string_view text;                       ///< As typed.
  const OptionSpec* option = nullptr;          ///< The option it names, if the kind is option.
  std::optional<std::string_view> attached{};  ///< What follows `=`, if the kind is option.
};

/// Classifies the words of a line one at a time.
class ArgumentClassifier {
 public:
  /// The options must outlive the classifier and the words it returns.
  explicit ArgumentClassifier(std::span<const OptionSpec> options) : options_(options) {}

  /// Classifies the next word. Throws Failure if it is an abbreviation that matches several options.
  [[nodiscard]] Argument classify(std::string_view word);

 private:
  std::span<const OptionSpec> options_;
  bool values_only_ = false;
};

/// What a word of a line is to the options that precede it.
struct Word {
  enum class Role : std::uint8_t { option, value, other };

  Role role = Role::other;
  Argument argument{};
  const OptionSpec* option = nullptr;  ///< The option that it names, or that it is the value of.
  const OptionSpec* unmet = nullptr;   ///< The option before it, if this word cannot be the value that it needs.
};

/// Tells options, their values and all other words of a line apart, one word at a time. Not for options that may have
/// several values. A fault does not stop it: that is for its users to report, or to ignore.
class WordReader {
 public:
  /// The options must outlive the reader and the words it returns.
  explicit WordReader(std::span<const OptionSpec> options) : classifier_(options) {}

  /// Reads the next word. Throws as ArgumentClassifier does; the word then counts as not there.
  [[nodiscard]] Word read(std::string_view text);

  /// The option whose value must come next; null if none.
  [[nodiscard]] const OptionSpec* pending() const { return pending_; }

 private:
  ArgumentClassifier classifier_;
  const OptionSpec* pending_ = nullptr;
};

/// Classifies all words of a line. Throws as ArgumentClassifier does.
[[nodiscard]] std::vector<Argument> read_arguments(std::span<const OptionSpec> options,
                                                   std::span<const std::string_view> words);

/// The failure for an option without its value.
[[nodiscard]] Failure lacks_value(const OptionSpec& option);
/// The failure for a value that is no integer.
[[nodiscard]] Failure bad_number(std::string_view option, std::string_view value);
/// The failure for a value attached to an option that takes none.
[[nodiscard]] Failure takes_no_value(const OptionSpec& option, std::string_view value);

/// Returns the values of the option at words[at] and moves `at` past them. Throws Failure if there are too few values,
/// if a value is attached to an option that takes none, or if it should be a number and is not.
[[nodiscard]] std::vector<std::string_view> take_option(std::span<const Argument> words, std::size_t& at);

/// Finds the first value on a line of which no options are known, and collects the other words in `rest`. A `--` before
/// the value or right after it is dropped, as argparse does.
class Positional {
 public:
  /// Takes the next word of the line.
  void take(std::string_view word);

  std::optional<std::string_view> value{};
  std::vector<std::string_view> rest{};

 private:
  ArgumentClassifier classifier_{std::span<const OptionSpec>{}};
  bool beside_ = false;  // the previous word was the value
};

/// All words of a line at once. The result holds views of them.
[[nodiscard]] Positional take_positional(std::span<const std::string_view> words);

}  // namespace ec2mimic::cli
