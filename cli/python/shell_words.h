// Splits a line into words as a Bourne-like shell would, as far as that is possible without the shell: blanks, quotes
// and backslashes. Variables, globs and operators are left as they are. Also quotes a text so that a shell leaves it
// unchanged.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ec2mimic::cli {

struct ShellWords {
  std::vector<std::string> words{};
  bool open = false;      ///< The text ends inside the last word or in quotes: more text would belong to that word.
  bool unclosed = false;  ///< The text ends inside quotes.
};

/// Splits a text as a Bourne-like shell would, with its quotes and backslashes but nothing else of it: no variables, no
/// patterns. Never fails; `unclosed` says if a quote was missing.
[[nodiscard]] ShellWords shell_words(std::string_view line);

/// The text in single quotes, as one word of a Bourne-like shell or of fish.
[[nodiscard]] std::string shell_quoted(std::string_view text, bool fish = false);

/// The text as one word of a line: unchanged if every shell leaves it so, otherwise in single quotes.
[[nodiscard]] std::string shell_word(std::string_view text);

}  // namespace ec2mimic::cli
