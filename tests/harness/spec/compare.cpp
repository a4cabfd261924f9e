#include "tests/harness/spec/compare.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace ec2mimic::harness {
namespace {

constexpr std::string_view kWildcard = "<uuid>";
constexpr std::string_view kUuidShape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

bool begins_with_uuid(std::string_view text) {
  if (text.size() < kUuidShape.size()) return false;
  for (std::size_t i = 0; i < kUuidShape.size(); ++i) {
    const char c = text[i];
    const bool digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    if (kUuidShape[i] == '-' ? c != '-' : !digit) return false;
  }
  return true;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

struct Line {
  char mark;
  std::string_view text;
};

/// A shortest edit script between two texts, from the table of longest common subsequences.
std::vector<Line> align(const std::vector<std::string_view>& old_lines,
                        const std::vector<std::string_view>& new_lines) {
  const auto rows = old_lines.size();
  const auto columns = new_lines.size();
  std::vector<std::vector<std::uint32_t>> common(rows + 1, std::vector<std::uint32_t>(columns + 1, 0));
  for (auto i = rows; i-- > 0;) {
    for (auto j = columns; j-- > 0;) {
      common[i][j] =
          matches(old_lines[i], new_lines[j]) ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    }
  }
  std::vector<Line> lines;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < rows || j < columns) {
    if (i < rows && j < columns && matches(old_lines[i], new_lines[j])) {
      lines.push_back({' ', old_lines[i]});
      ++i, ++j;
    } else if (i < rows && (j == columns || common[i + 1][j] >= common[i][j + 1])) {
      lines.push_back({'-', old_lines[i++]});
    } else {
      lines.push_back({'+', new_lines[j++]});
    }
  }
  return lines;
}

/// With more lines than this on either side, the table of `align` would take too much memory.
constexpr std::size_t kMostLinesToAlign = 4000;

std::vector<Line> one_after_the_other(const std::vector<std::string_view>& old_lines,
                                      const std::vector<std::string_view>& new_lines) {
  std::vector<Line> lines;
  for (const auto line : old_lines) lines.push_back({'-', line});
  for (const auto line : new_lines) lines.push_back({'+', line});
  return lines;
}

/// The number of equal lines shown around a difference.
constexpr std::size_t kContext = 3;

bool near_a_change(const std::vector<Line>& lines, std::size_t at) {
  const auto first = at - std::min(at, kContext);
  const auto last = std::min(at + kContext, lines.size() - 1);
  for (auto i = first; i <= last; ++i) {
    if (lines[i].mark != ' ') return true;
  }
  return false;
}

}  // namespace

bool matches(std::string_view expected, std::string_view actual) {
  while (!expected.empty()) {
    if (expected.starts_with(kWildcard) && begins_with_uuid(actual)) {
      expected.remove_prefix(kWildcard.size());
      actual.remove_prefix(kUuidShape.size());
    } else if (!actual.empty() && expected[0] == actual[0]) {
      expected.remove_prefix(1);
      actual.remove_prefix(1);
    } else {
      return false;
    }
  }
  return actual.empty();
}

std::string with_wildcards(std::string_view actual, std::string_view known) {
  std::string text;
  while (!actual.empty()) {
    if (begins_with_uuid(actual) && known.find(actual.substr(0, kUuidShape.size())) == std::string_view::npos) {
      text.append(kWildcard);
      actual.remove_prefix(kUuidShape.size());
    } else {
      text.append(1, actual[0]);
      actual.remove_prefix(1);
    }
  }
  return text;
}

std::string difference(std::string_view expected, std::string_view actual, std::string_view indent) {
  const auto old_lines = lines_of(expected);
  const auto new_lines = lines_of(actual);
  const bool small = std::max(old_lines.size(), new_lines.size()) <= kMostLinesToAlign;
  const auto lines = small ? align(old_lines, new_lines) : one_after_the_other(old_lines, new_lines);
  std::string text;
  bool cut = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (near_a_change(lines, i)) {
      text.append(indent).append(1, lines[i].mark).append(lines[i].text).append(1, '\n');
      cut = false;
    } else if (!cut) {
      text.append(indent).append(" [...]\n");
      cut = true;
    }
  }
  return text;
}

}  // namespace ec2mimic::harness
