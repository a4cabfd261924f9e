#include "cli/python/shell_words.h"

#include <algorithm>

#include "core/text/ascii.h"

namespace ec2mimic::cli {

ShellWords shell_words(std::string_view line) {
  ShellWords split;
  char quote = 0;
  const auto word = [&]() -> std::string& {
    if (!split.open) split.words.emplace_back();
    split.open = true;
    return split.words.back();
  };
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool escapes = c == '\\' && quote != '\'' && i + 1 < line.size();
    if (escapes && line[i + 1] == '\n') {
      ++i;  // a continued line
    } else if (escapes && (quote == 0 || std::string_view("\"\\$`").find(line[i + 1]) != std::string_view::npos)) {
      word() += line[++i];
    } else if (quote != 0 && c == quote) {
      quote = 0;
    } else if (quote == 0 && (c == '\'' || c == '"')) {
      // Quotes make a word even if there is nothing between them.
      word();
      quote = c;
    } else if (quote == 0 && (c == ' ' || c == '\t' || c == '\n')) {
      split.open = false;
    } else {
      word() += c;
    }
  }
  split.unclosed = quote != 0;
  return split;
}

// In fish a backslash escapes inside single quotes; in other shells nothing does, so a quote has to go outside them.
std::string shell_quoted(std::string_view text, bool fish) {
  std::string result = "'";
  for (const char c : text) {
    if (c == '\'') {
      result += fish ? "\\'" : "'\\''";
    } else {
      if (c == '\\' && fish) result += '\\';
      result += c;
    }
  }
  return result + '\'';
}

std::string shell_word(std::string_view text) {
  const auto is_plain = [](char c) {
    return ascii::is_alphanumeric(c) || (c & 0x80) != 0 ||
           std::string_view("-_./:@%+,").find(c) != std::string_view::npos;
  };
  return !text.empty() && std::all_of(text.begin(), text.end(), is_plain) ? std::string(text) : shell_quoted(text);
}

}  // namespace ec2mimic::cli
