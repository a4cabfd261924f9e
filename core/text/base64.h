// Base64 with padding, in the alphabet of RFC 4648, section 4.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ec2mimic {

/// The bytes in Base64, on one line.
[[nodiscard]] std::string to_base64(std::string_view bytes);

/// The decoded bytes, as lenient as Python: characters outside the alphabet are skipped, and whatever follows the
/// padding is ignored. Nothing if digits or padding are missing. To accept only one spelling, compare with to_base64()
/// of the result.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace ec2mimic
