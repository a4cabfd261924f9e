// A text without the white space around it.
#pragma once

#include <string_view>

namespace ec2mimic {

/// The text without ASCII white space at its ends.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kWhiteSpace = " \t\n\r\v\f";
  const auto first = text.find_first_not_of(kWhiteSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kWhiteSpace) - first + 1);
}

}  // namespace ec2mimic
