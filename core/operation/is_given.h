// Whether a request names one of the things that it can choose between.
#pragma once

#include <optional>
#include <string>

namespace ec2mimic {

/// True for an id that is there and not empty: as where an id is required, an empty one counts as none.
[[nodiscard]] inline bool is_given(const std::optional<std::string>& id) { return id && !id->empty(); }

}  // namespace ec2mimic
