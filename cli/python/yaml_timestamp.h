// YAML dates and times, as Python's datetime shows them.
#pragma once

#include <string_view>

#include "cli/python/non_json.h"

namespace ec2mimic::cli {

/// The NonJson value of a text of kind YamlKind::timestamp: `2024-01-02`, or `2024-01-02 03:04:05.600000` in UTC.
/// Throws std::invalid_argument if there is no such date or time, or Python does not support the year.
[[nodiscard]] Json yaml_timestamp(std::string_view text);

}  // namespace ec2mimic::cli
