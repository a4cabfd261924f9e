// The form of AWS's ids and account numbers. Calls of AWS differ in what they take for an id.
#pragma once

#include <algorithm>
#include <string_view>

#include "core/text/ascii.h"

namespace ec2mimic {

/// True if the id is the prefix and 8 or 17 lower-case hexadecimal digits, like AWS's.
[[nodiscard]] constexpr bool is_id_of(std::string_view prefix, std::string_view id) {
  if (!id.starts_with(prefix)) return false;
  const std::string_view digits = id.substr(prefix.size());
  // AWS's older ids have 8 digits, its newer ones 17.
  return (digits.size() == 8 || digits.size() == 17) &&
         digits.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// True if the id is the prefix and lower-case hexadecimal digits, however many.
[[nodiscard]] constexpr bool is_hex_id_of(std::string_view prefix, std::string_view id) {
  return id.size() > prefix.size() && id.starts_with(prefix) &&
         id.find_first_not_of("0123456789abcdef", prefix.size()) == std::string_view::npos;
}

/// True if the id is the prefix and lower-case letters and digits, however many.
[[nodiscard]] constexpr bool is_alphanumeric_id_of(std::string_view prefix, std::string_view id) {
  if (id.size() <= prefix.size() || !id.starts_with(prefix)) return false;
  const std::string_view rest = id.substr(prefix.size());
  return std::all_of(rest.begin(), rest.end(), [](char c) { return ascii::is_lower(c) || ascii::is_digit(c); });
}

/// True for twelve digits.
[[nodiscard]] constexpr bool is_account_number(std::string_view text) {
  return text.size() == 12 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace ec2mimic
