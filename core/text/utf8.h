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

/// True if a text is UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] constexpr bool is_valid(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at++]);
    if (lead < 0x80) continue;
    if (lead < 0xC2 || lead > 0xF4) return false;
    // Only the second byte of a character can be out of a narrower range than that of the others.
    const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    const std::size_t more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    if (text.size() - at < more) return false;
    const auto second = static_cast<unsigned char>(text[at]);
    if (second < low || second > high) return false;
    for (std::size_t i = 1; i < more; ++i) {
      if (!is_continuation(text[at + i])) return false;
    }
    at += more;
  }
  return true;
}

}  // namespace ec2mimic::utf8
