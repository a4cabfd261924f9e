// Shortens texts for messages.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ec2mimic::state {

/// `text` itself if it has at most `most` bytes; otherwise its beginning, cut between two UTF-8 characters, and `...`.
[[nodiscard]] inline std::string excerpt(std::string_view text, std::size_t most = 60) {
  if (text.size() <= most) return std::string(text);
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "...";
}

}  // namespace ec2mimic::state
