// Times as AWS's CLI shows them, `2026-01-31T12:00:00+00:00`. Records keep them in this form, so that they can be
// compared with filters, and seeds made of answers hold them unchanged.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "core/text/iso_time.h"

namespace ec2mimic {

inline constexpr std::string_view kShownZone = "+00:00";

[[nodiscard]] inline std::string shown_time(std::chrono::sys_seconds time) {
  std::string text = iso_time(time);
  text.pop_back();
  return text += kShownZone;
}

/// Parses such a time; nothing if the text is malformed.
[[nodiscard]] inline std::optional<std::chrono::sys_seconds> parse_shown_time(std::string_view text) {
  if (!text.ends_with(kShownZone)) return std::nullopt;
  text.remove_suffix(kShownZone.size());
  return parse_iso_time(std::string(text) + 'Z');
}

/// The same for a time in either of the forms that records keep.
[[nodiscard]] inline std::optional<std::chrono::sys_seconds> parse_any_time(std::string_view text) {
  const auto shown = parse_shown_time(text);
  return shown ? shown : parse_iso_time(text);
}

namespace value_faults {

/// What is wrong with such a time, as the end of a message; an empty text if it is valid.
[[nodiscard]] inline std::string shown_time(std::string_view value) {
  if (parse_shown_time(value)) return "";
  return '\'' + std::string(value) + "' is not a time such as 2026-01-31T12:00:00+00:00";
}

}  // namespace value_faults
}  // namespace ec2mimic
