// Times as AWS's CLI shows them, `2026-01-31T12:00:00+00:00`. Records keep them in this form, so that they can be
// compared with filters, and seeds made of answers hold them unchanged.
#pragma once

#include <chrono>
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

namespace value_faults {

/// What is wrong with such a time, as the end of a message; an empty text if nothing is.
[[nodiscard]] inline std::string shown_time(std::string_view value) {
  if (value.ends_with(kShownZone)) {
    const std::string iso = std::string(value.substr(0, value.size() - kShownZone.size())) + 'Z';
    if (parse_iso_time(iso)) return "";
  }
  return '\'' + std::string(value) + "' is not a time such as 2026-01-31T12:00:00+00:00";
}

}  // namespace value_faults
}  // namespace ec2mimic
