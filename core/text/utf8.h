// The little that core needs to know about UTF-8. Strings that reach core are valid: the front end and the state check
// them.
#pragma once

#include <cstddef>
#include <string_view>

namespace ec2mimic::utf8 {

/// True for every byte of a character but its first.
[[nodiscard]] constexpr bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// The number of characters in a text.
[[nodiscard]] constexpr std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) count += !is_continuation(byte);
  return count;
}

/// The length in bytes of the first character of a text; 0 for an empty text.
[[nodiscard]] constexpr std::size_t first(std::string_view text) {
  std::size_t bytes = text.empty() ? 0 : 1;
  while (bytes != 0 && bytes < text.size() && is_continuation(text[bytes])) ++bytes;
  return bytes;
}

}  // namespace ec2mimic::utf8
