// The checksum that tells our own text from one that another hand has touched: XXH3, 64 bits.
//
// It guards against accidents and tells edits, not forgers. A cryptographic one was considered and dropped: it would
// take longer than everything else we do to a large file, and who can write the file can write its checksum too.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace ec2mimic::state {

/// The checksum of `text` in 16 lower-case hex digits, the most significant first.
[[nodiscard]] std::string checksum(std::string_view text);

/// The checksum of the pieces one behind the other.
[[nodiscard]] std::string checksum(std::span<const std::string_view> pieces);

inline constexpr std::size_t kChecksumDigits = 16;

}  // namespace ec2mimic::state
