#include "core/operation/wildcards.h"

#include "core/text/utf8.h"

namespace ec2mimic {
namespace {

// The number of bytes that the first literal character of a pattern takes, including the backslash of an escape; 0 for
// a wildcard.
std::size_t literal(std::string_view pattern) {
  if (pattern[0] == '*' || pattern[0] == '?') return 0;
  if (pattern[0] == '\\' && pattern.size() > 1) return 1 + utf8::first(pattern.substr(1));
  return utf8::first(pattern);
}

}  // namespace

bool wildcard_match(std::string_view pattern, std::string_view text) {
  // Greedy, backtracking only to the last `*`: once a later one is reached, an earlier one need never be tried again,
  // so the time is never exponential.
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = std::string_view::npos;
  std::size_t retry = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      retry = t;
      continue;
    }
    if (p < pattern.size()) {
      const std::size_t width = utf8::first(text.substr(t));
      const std::size_t length = literal(pattern.substr(p));
      // `?` takes one character, not one byte; `*` was handled above.
      if (length == 0) {
        ++p;
        t += width;
        continue;
      }
      const std::size_t escape = pattern[p] == '\\' && length > 1 ? 1 : 0;
      if (pattern.substr(p + escape, length - escape) == text.substr(t, width)) {
        p += length;
        t += width;
        continue;
      }
    }
    if (star == std::string_view::npos) return false;
    p = star + 1;
    retry += utf8::first(text.substr(retry));
    t = retry;
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

std::string literal_pattern(std::string_view text) {
  std::string pattern;
  for (const char c : text) {
    if (c == '*' || c == '?' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern;
}

std::vector<LiteralText> literal_texts(std::string_view pattern) {
  std::vector<LiteralText> parts{{.at_begin = true}};
  while (!pattern.empty()) {
    const std::size_t length = literal(pattern);
    if (length == 0) {
      parts.emplace_back();
      pattern.remove_prefix(1);
      continue;
    }
    const std::size_t escape = pattern[0] == '\\' && length > 1 ? 1 : 0;
    parts.back().text += pattern.substr(escape, length - escape);
    pattern.remove_prefix(length);
  }
  parts.back().at_end = true;
  return parts;
}

}  // namespace ec2mimic
