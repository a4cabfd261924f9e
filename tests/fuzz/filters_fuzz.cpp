// Any pattern against any text, separated by a line break, gives the same result as a slow matcher that follows the
// definition literally.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/operation/filters.h"
#include "core/text/utf8.h"

namespace {

using ec2mimic::utf8::first;

// Exponential, but obviously correct.
bool slow_match(std::string_view pattern, std::string_view text) {
  if (pattern.empty()) return text.empty();
  if (pattern[0] == '*') {
    return slow_match(pattern.substr(1), text) || (!text.empty() && slow_match(pattern, text.substr(first(text))));
  }
  if (text.empty()) return false;
  if (pattern[0] == '?') return slow_match(pattern.substr(1), text.substr(first(text)));
  if (pattern[0] == '\\' && pattern.size() > 1) pattern.remove_prefix(1);
  const std::size_t width = first(pattern);
  return pattern.substr(0, width) == text.substr(0, first(text)) &&
         slow_match(pattern.substr(width), text.substr(first(text)));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view whole(reinterpret_cast<const char*>(data), size < 24 ? size : 24);
  const std::size_t end = whole.find('\n');
  if (end == std::string_view::npos) return 0;
  const std::string_view pattern = whole.substr(0, end);
  const std::string_view text = whole.substr(end + 1);
  if (ec2mimic::wildcard_match(pattern, text) != slow_match(pattern, text)) std::abort();
  return 0;
}
