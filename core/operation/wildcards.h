// The patterns of filters: `*` is any run of characters, `?` exactly one, and a backslash makes the next `*`, `?` or
// backslash literal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ec2mimic {

/// True if `text` matches `pattern` as a whole. Never takes exponential time.
[[nodiscard]] bool wildcard_match(std::string_view pattern, std::string_view text);

/// The pattern that matches `text` and nothing else.
[[nodiscard]] std::string literal_pattern(std::string_view text);

/// A part of a pattern without wildcards. Every text that matches the pattern contains it: at its very beginning or end
/// if the pattern has it there.
struct LiteralText {
  std::string text{};  ///< Without the backslashes of escapes; may be empty.
  bool at_begin = false;
  bool at_end = false;
};

/// The parts of a pattern between its wildcards, in order. A pattern without wildcards has one, at both ends.
[[nodiscard]] std::vector<LiteralText> literal_texts(std::string_view pattern);

}  // namespace ec2mimic
