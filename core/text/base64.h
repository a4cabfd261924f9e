// Base64 with the alphabet of RFC 4648, section 4, and padding.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ec2mimic {

[[nodiscard]] std::string to_base64(std::string_view bytes);

/// The bytes, read as generously as Python does: characters outside the alphabet are passed over, and what follows the
/// padding is not read. Nothing if digits or padding are missing. Whoever must take one spelling alone compares with
/// to_base64() of the result.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace ec2mimic
