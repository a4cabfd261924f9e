// A text with a part of it replaced.
#pragma once

#include <string>
#include <string_view>

namespace ec2mimic {

/// The text with `by` in place of each `what`, from left to right; `what` is not empty.
[[nodiscard]] inline std::string replaced(std::string_view text, std::string_view what, std::string_view by) {
  std::string result;
  for (std::size_t at = 0; (at = text.find(what)) != std::string_view::npos; text.remove_prefix(at + what.size())) {
    result.append(text.substr(0, at)).append(by);
  }
  return result.append(text);
}

}  // namespace ec2mimic
