// Times as the state has them: UTC in ISO 8601, to the second.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace ec2mimic {

/// `2026-01-31T12:00:00Z`
[[nodiscard]] std::string iso_time(std::chrono::sys_seconds time);

/// The reverse; nothing for any other text.
[[nodiscard]] std::optional<std::chrono::sys_seconds> parse_iso_time(std::string_view text);

}  // namespace ec2mimic
