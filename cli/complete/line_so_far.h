// What a command line says before the cursor.
//
// The words are read by the readers that a call uses (args/argparse.h), so a name may be shortened, and a global option
// counts wherever it is. Unlike in a call, the line is not finished and may be wrong: a fault only affects the words
// that it concerns.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "cli/args/argparse.h"
#include "cli/args/builtin_command.h"
#include "cli/args/command_line.h"
#include "cli/args/global_options.h"

namespace ec2mimic::cli {

struct LineSoFar {
  std::vector<std::string_view> positionals{};  ///< Words that belong to no option.
  const Operation* operation = nullptr;         ///< Once it is named.
  const BuiltinCommand* builtin = nullptr;      ///< Or the built-in command.
  std::vector<OperationOption> options{};       ///< Of the operation.
  std::vector<std::string_view> used{};         ///< Names of the options on the line, in full if they are known.
  GlobalOptions globals{};

  // At most one of these three is set.
  const OperationOption* option = nullptr;        ///< The option whose value the cursor may be in.
  const GlobalOption* global = nullptr;           ///< Or the global option.
  const BuiltinOption* builtin_option = nullptr;  ///< Or the option of a built-in command.
  bool only_value = false;                        ///< Nothing but a value may be at the cursor.

  bool other = false;  ///< The cursor is in another program's command line.
};

/// True after `ec2 wait` or, if the service may be omitted, `wait`.
[[nodiscard]] bool is_waiting(const LineSoFar& line, bool short_form);

/// Reads a line word by word. Never throws for an invalid one.
class LineReader {
 public:
  /// `short_form`: an operation may be named without `ec2` before it.
  explicit LineReader(bool short_form) : short_form_(short_form) {}
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;

  /// Reads the next word, which must outlive the line.
  void take(std::string_view word);

  [[nodiscard]] LineSoFar& line() { return line_; }

 private:
  void take(const Word& word);
  void take_other(const Argument& argument);
  void take_option(const Argument& argument);
  void take_value(std::string_view word);
  void take_positional(std::string_view word);
  void take_after_builtin(std::string_view word);
  void take_waiter(std::string_view word, std::size_t place);
  void know(const Operation* operation);
  void know(const BuiltinCommand* builtin);
  void keep(const OptionSpec& spec, std::string_view value);
  [[nodiscard]] bool runs_other() const { return line_.builtin != nullptr && line_.builtin->runs_other; }
  void begin_other();
  void close();

  bool short_form_;
  LineSoFar line_{};
  WordReader globals_{global_specs()};
  std::vector<OptionSpec> specs_{};  // of the operation or the built-in command
  ArgumentClassifier command_{specs_};
};

}  // namespace ec2mimic::cli
