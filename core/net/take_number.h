// Decimal numbers in addresses.
#pragma once

#include <charconv>
#include <optional>
#include <string_view>

namespace ec2mimic::net {

/// Removes a number without leading zeros from the front of `text` and returns it. Returns nothing, and leaves `text`
/// alone, if there is no such number or it is more than `most`.
[[nodiscard]] inline std::optional<unsigned> take_number(std::string_view& text, unsigned most) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const auto length = static_cast<std::size_t>(end - text.data());
  if (error != std::errc{} || value > most || (length > 1 && text[0] == '0')) return std::nullopt;
  text.remove_prefix(length);
  return value;
}

}  // namespace ec2mimic::net
