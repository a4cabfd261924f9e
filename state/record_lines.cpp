#include "state/record_lines.h"

#include <cstring>

#include "state/json_string.h"

namespace ec2mimic::state {

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
  const auto behind = line.substr(quote);
  if (!behind.starts_with("\": {") || !behind.ends_with('}')) throw MalformedLine(text_.data() + offset);
  return {.begin = offset, .next = line_break + 1, .key = line.substr(1, quote - 1), .value = behind.substr(3)};
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

void RecordLines::scan(std::string_view containing, const std::function<void(const RecordLine&)>& visit) const {
  // An empty view may hold a null pointer, which memmem does not accept.
  if (containing.empty()) containing = "";
  for (std::size_t offset = 0; offset < end();) {
    const void* hit = memmem(text_.data() + offset, text_.size() - offset, containing.data(), containing.size());
    if (hit == nullptr) return;
    const auto line = at(line_begin(static_cast<std::size_t>(static_cast<const char*>(hit) - text_.data()), offset));
    // The hit can be in the key or extend past the line.
    if (line.value.find(containing) != std::string_view::npos) visit(line);
    offset = line.next;
  }
}

}  // namespace ec2mimic::state
