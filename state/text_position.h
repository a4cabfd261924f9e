// Line and column of an offset, for messages about a text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ec2mimic::state {

struct TextPosition {
  std::size_t line = 1;
  std::size_t column = 1;  ///< In bytes.
};

/// The position of `offset` in `text`; an offset past the end counts as the end.
[[nodiscard]] inline TextPosition position_of(std::string_view text, std::size_t offset) {
  const auto before = text.substr(0, offset);
  TextPosition position;
  std::size_t line_begin = 0;
  for (auto at = before.find('\n'); at != std::string_view::npos; at = before.find('\n', at + 1)) {
    ++position.line;
    line_begin = at + 1;
  }
  position.column = before.size() - line_begin + 1;
  return position;
}

/// "line 3, column 7".
[[nodiscard]] inline std::string in_words(const TextPosition& position) {
  return "line " + std::to_string(position.line) + ", column " + std::to_string(position.column);
}

}  // namespace ec2mimic::state
