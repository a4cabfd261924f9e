// UTC times in ISO 8601 format.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace ec2mimic {

/// `2026-01-31T12:00:00Z`
[[nodiscard]] std::string iso_time(std::chrono::sys_seconds time);

/// `2026-01-31T12:00:00.123Z`
[[nodiscard]] std::string iso_time_to_the_millisecond(std::chrono::sys_time<std::chrono::milliseconds> time);

/// Parses the format of iso_time(), and nothing else.
[[nodiscard]] std::optional<std::chrono::sys_seconds> parse_iso_time(std::string_view text);

}  // namespace ec2mimic
