// Splits texts.
#pragma once

#include <string_view>
#include <vector>

namespace ec2mimic {

/// The parts between separators, including empty ones: `a::b` has three, and an empty text has one, which is empty.
/// They are views of the text.
[[nodiscard]] inline std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

/// The parts before each terminator, and the rest after the last one unless it is empty: the lines of a text, whether
/// or not it ends in a line break.
[[nodiscard]] inline std::vector<std::string_view> lines_of(std::string_view text, char terminator = '\n') {
  std::vector<std::string_view> lines = split(text, terminator);
  if (lines.back().empty()) lines.pop_back();
  return lines;
}

}  // namespace ec2mimic
