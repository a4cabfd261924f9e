// The words of a line as a shell of the Bourne family would split it, as far as that can be told without the shell:
// blanks, quotes and backslashes. Variables, globs and operators are left as they stand. And the other way
// round, a word that a shell leaves as it is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ec2mimic::cli {

struct ShellWords {
  std::vector<std::string> words{};
  bool open = false;      ///< The text ends inside the last word, or in quotes: what would follow belongs to it.
  bool unclosed = false;  ///< The text ends in quotes.
};

[[nodiscard]] ShellWords shell_words(std::string_view line);

/// The text in single quotes, as one word of a shell of the Bourne family, or of fish.
[[nodiscard]] std::string shell_quoted(std::string_view text, bool fish = false);

/// The text as one word of a line: as it is where every shell takes it so, else in single quotes.
[[nodiscard]] std::string shell_word(std::string_view text);

}  // namespace ec2mimic::cli
