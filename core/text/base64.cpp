#include "core/text/base64.h"

namespace ec2mimic {
namespace {

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

std::string to_base64(std::string_view bytes) {
  std::string text;
  unsigned bits = 0;
  int count = 0;
  for (const char byte : bytes) {
    // Digits that were written are pushed out at the top; only the lowest bits still count.
    bits = bits << 8 | static_cast<unsigned char>(byte);
    for (count += 8; count >= 6; count -= 6) text += kDigits[bits >> (count - 6) & 63];
  }
  if (count > 0) text += kDigits[bits << (6 - count) & 63];
  text.append((4 - text.size() % 4) % 4, '=');
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string bytes;
  unsigned bits = 0;
  unsigned digits = 0, padding = 0;
  for (const char c : text) {
    // Padding ends the text once it completes a group of four.
    if (c == '=' && digits % 4 >= 2 && digits % 4 + ++padding >= 4) return bytes;
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) continue;
    padding = 0;
    bits = bits << 6 | static_cast<unsigned>(digit);
    if (digits++ % 4 != 0) bytes += static_cast<char>(bits >> (6 - 2 * ((digits - 1) % 4)) & 255);
  }
  if (digits % 4 != 0) return std::nullopt;
  return bytes;
}

}  // namespace ec2mimic
