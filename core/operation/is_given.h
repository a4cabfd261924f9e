// Whether a request names one of the things that it can choose between.
#pragma once

#include <optional>
#include <string>

namespace ec2mimic {

/// True for an id that is present and not empty: an empty one counts as missing, as it does where an id is required.
[[nodiscard]] inline bool is_given(const std::optional<std::string>& id) { return id && !id->empty(); }

}  // namespace ec2mimic
