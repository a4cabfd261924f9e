#include "state/record_lines.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include "state/json_string.h"
#include "state/text_search.h"

namespace ec2mimic::state {
namespace {

/// One of the texts that a scan looks for, and where it occurs next.
struct Wanted {
  TextSearch search;
  std::size_t hit = 0;

  /// True if it occurs in `value`, which is a part of `text` at or before which the next occurrence begins.
  [[nodiscard]] bool is_in(std::string_view value, std::string_view text) const {
    if (hit == std::string_view::npos) return false;
    const auto begin = static_cast<std::size_t>(value.data() - text.data());
    const auto end = begin + value.size();
    if (hit >= end) return false;
    if (hit >= begin && hit + search.wanted().size() <= end) return true;
    return search.find(value, 0) != std::string_view::npos;
  }
};

/// The place of the first occurrence of any of them from `offset` on, or npos.
std::size_t next_hit(std::vector<Wanted>& wanted, std::string_view text, std::size_t offset) {
  std::size_t first = std::string_view::npos;
  for (Wanted& one : wanted) {
    if (one.hit < offset || offset == 0) one.hit = one.search.find(text, offset);
    first = std::min(first, one.hit);
  }
  return first;
}

}  // namespace

RecordLine RecordLines::at(std::size_t offset) const {
  // Only the lines that a call needs are checked: to check all of a large file would take longer than the call.
  const void* found = std::memchr(text_.data() + offset, '\n', text_.size() - offset);
  if (found == nullptr) throw MalformedLine(text_.data() + offset);
  const auto line_break = static_cast<std::size_t>(static_cast<const char*>(found) - text_.data());
  auto line = text_.substr(offset, line_break - offset);
  const bool last = line_break + 1 == text_.size();
  // Every line but the last of a table ends in a comma.
  if (line.ends_with(',') == last) throw MalformedLine(text_.data() + offset);
  if (!last) line.remove_suffix(1);
  if (!line.starts_with('"')) throw MalformedLine(text_.data() + offset);
  const auto quote = closing_quote(line, 1);
  if (quote == std::string_view::npos) throw MalformedLine(text_.data() + offset);
  const auto rest = line.substr(quote);
  if (!rest.starts_with("\": {") || !rest.ends_with('}')) throw MalformedLine(text_.data() + offset);
  return {.begin = offset, .next = line_break + 1, .key = line.substr(1, quote - 1), .value = rest.substr(3)};
}

std::size_t RecordLines::line_begin(std::size_t offset, std::size_t low) const {
  const void* found = offset > low ? memrchr(text_.data() + low, '\n', offset - low) : nullptr;
  return found == nullptr ? low : static_cast<std::size_t>(static_cast<const char*>(found) - text_.data()) + 1;
}

RecordLines::Found RecordLines::find(std::string_view key, std::size_t from) const {
  std::size_t low = from;
  std::size_t high = end();
  while (low < high) {
    const auto line = at(line_begin(low + (high - low) / 2, low));
    const int order = line.key.compare(key);
    if (order == 0) return {.line = line, .there = true};
    if (order < 0) {
      low = line.next;
    } else {
      high = line.begin;
    }
  }
  return {.line = {.begin = low, .next = low, .key = {}, .value = {}}, .there = false};
}

void RecordLines::scan_any(std::span<const std::string_view> texts,
                           const std::function<void(const RecordLine&)>& visit) const {
  std::vector<Wanted> wanted;
  for (const auto text : texts) wanted.push_back({TextSearch(text), 0});
  if (wanted.empty()) wanted.push_back({TextSearch({}), 0});
  for (std::size_t offset = 0; offset < end();) {
    const auto hit = next_hit(wanted, text_, offset);
    if (hit == std::string_view::npos) return;
    const auto line = at(line_begin(hit, offset));
    // The hit can be in the key or extend past the line.
    if (std::any_of(wanted.begin(), wanted.end(), [&](const Wanted& one) { return one.is_in(line.value, text_); })) {
      visit(line);
    }
    offset = line.next;
  }
}

}  // namespace ec2mimic::state
