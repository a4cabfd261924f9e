#include "cli/system/visible.h"

#include <algorithm>
#include <vector>

#include "cli/python/text.h"

namespace ec2mimic::cli {
namespace {

bool is_plain(char c) { return c >= 0x20 && c < 0x7F; }

bool is_shown_as_is(char32_t c) {
  // What could move the cursor, turn the text around or make one line look like two.
  const bool is_control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool turns_direction =
      c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  const bool breaks_line = c == 0x2028 || c == 0x2029;
  const bool is_half = c >= 0xD800 && c < 0xE000;  // what decode() turns a stray byte into
  return !is_control && !turns_direction && !breaks_line && !is_half;
}

std::string shown(std::string_view text, bool on_one_line) {
  if (std::all_of(text.begin(), text.end(), is_plain)) return std::string(text);
  std::string result;
  for (const char32_t c : python::decode(text)) {
    if (c == '\n' || c == '\t') {
      if (on_one_line) result += '\\';
      result += !on_one_line ? static_cast<char>(c) : c == '\n' ? 'n' : 't';
    } else if (is_shown_as_is(c)) {
      python::append(result, c);
    } else {
      result += "\\u";
      python::append_hex(result, c, 4);
    }
  }
  return result;
}

}  // namespace

std::string visible(std::string_view text) { return shown(text, false); }

std::string visible(std::string_view text, std::span<const std::string_view> typed) {
  std::vector<std::string_view> raw;
  for (const std::string_view word : typed) {
    if (visible(word) == word) continue;
    raw.push_back(word);
    if (word.starts_with("--")) raw.push_back(word.substr(std::min(word.find('='), word.size() - 1) + 1));
  }
  std::string result;
  for (;;) {
    std::size_t at = text.size();
    std::string_view next;
    // The leftmost match; of several there the longest.
    for (const std::string_view word : raw) {
      const std::size_t found = word.empty() ? text.size() : text.find(word);
      if (found < at || (found == at && word.size() > next.size())) at = found, next = word;
    }
    result += visible(text.substr(0, at));
    if (at >= text.size()) return result;
    result += next;
    text.remove_prefix(at + next.size());
  }
}

std::string visible_line(std::string_view text) { return shown(text, true); }

std::string visible_lines(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + visible_line(line);
  return text;
}

}  // namespace ec2mimic::cli
