// The form of AWS's ids and account numbers.
#pragma once

#include <string_view>

namespace ec2mimic {

/// True if the id is the prefix and 8 or 17 lower-case hexadecimal digits, like AWS's.
[[nodiscard]] constexpr bool is_id_of(std::string_view prefix, std::string_view id) {
  if (!id.starts_with(prefix)) return false;
  const std::string_view digits = id.substr(prefix.size());
  // AWS's older ids have 8 digits, its newer ones 17.
  return (digits.size() == 8 || digits.size() == 17) &&
         digits.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// True for twelve digits.
[[nodiscard]] constexpr bool is_account_number(std::string_view text) {
  return text.size() == 12 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace ec2mimic
