#include "state/json_string.h"

namespace ec2mimic::state {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::string_view kShortNames = "\"\\bfnrt";
constexpr std::string_view kShortMeanings = "\"\\\b\f\n\r\t";

bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

/// Decodes the escape that begins at `at`, after its backslash, and moves `at` past it.
std::optional<char> unescape_one(std::string_view spelling, std::size_t& at) {
  if (at >= spelling.size()) return std::nullopt;
  if (const auto index = kShortNames.find(spelling[at]); index != std::string_view::npos) {
    ++at;
    return kShortMeanings[index];
  }
  if (!spelling.substr(at).starts_with("u00") || at + 5 > spelling.size()) return std::nullopt;
  const auto high = kHexDigits.find(spelling[at + 3]);
  const auto low = kHexDigits.find(spelling[at + 4]);
  // Only control characters, below 0x20, are spelt like this.
  if (high > 1 || low == std::string_view::npos) return std::nullopt;
  const char c = static_cast<char>(high * 16 + low);
  // append_escaped uses the short form for these.
  if (kShortMeanings.find(c) != std::string_view::npos) return std::nullopt;
  at += 5;
  return c;
}

}  // namespace

void append_escaped(std::string& to, std::string_view text) {
  for (const char c : text) {
    if (is_plain(c)) {
      to += c;
    } else if (const auto index = kShortMeanings.find(c); index != std::string_view::npos) {
      to += '\\';
      to += kShortNames[index];
    } else {
      to += "\\u00";
      to += kHexDigits[static_cast<unsigned char>(c) >> 4U];
      to += kHexDigits[static_cast<unsigned char>(c) & 15U];
    }
  }
}

std::string escaped(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  append_escaped(result, text);
  return result;
}

std::optional<std::string> unescaped(std::string_view spelling) {
  std::string result;
  result.reserve(spelling.size());
  for (std::size_t at = 0; at < spelling.size();) {
    if (is_plain(spelling[at])) {
      result += spelling[at++];
      continue;
    }
    if (spelling[at++] != '\\') return std::nullopt;
    const auto c = unescape_one(spelling, at);
    if (!c) return std::nullopt;
    result += *c;
  }
  return result;
}

std::size_t closing_quote(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (text[at] == '"') return at;
    if (text[at] == '\\') ++at;
  }
  return std::string_view::npos;
}

}  // namespace ec2mimic::state
