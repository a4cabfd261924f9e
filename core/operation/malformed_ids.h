// Ids that AWS refuses as malformed; those of most types it looks up, whatever they look like, and does not find.
#pragma once

#include <optional>
#include <string_view>

#include "core/seam/api_error.h"

namespace ec2mimic {

/// The error code for a malformed id of the type (`vpc-endpoint`); empty if AWS has none.
[[nodiscard]] std::string_view malformed_code(std::string_view type);

/// The error for what cannot be an id of the type: an id is the prefix of the type (`vpce-`), and lower-case letters
/// and digits. Nothing if it can be one, or if AWS has no such error.
[[nodiscard]] std::optional<ApiError> malformed_id(std::string_view type, std::string_view prefix, std::string_view id);

}  // namespace ec2mimic
