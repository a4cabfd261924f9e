// The checksum that tells text we wrote from text that somebody else has touched: XXH3, 64 bits.
//
// It catches accidents and edits, not forgery. A cryptographic hash was considered and rejected: it would take longer
// than everything else we do with a large file, and anybody who can write the file can write its checksum too.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace ec2mimic::state {

/// The checksum of `text` in 16 lower-case hex digits, most significant digit first.
[[nodiscard]] std::string checksum(std::string_view text);

/// The checksum of the pieces as if they were one text.
[[nodiscard]] std::string checksum(std::span<const std::string_view> pieces);

inline constexpr std::size_t kChecksumDigits = 16;

}  // namespace ec2mimic::state
