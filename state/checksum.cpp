#include "state/checksum.h"

// Compiled into this file: nothing to link, and no heap for its state.
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cstdint>

namespace ec2mimic::state {
namespace {

std::string hex(std::uint64_t number) {
  std::string digits(kChecksumDigits, '0');
  for (std::size_t i = kChecksumDigits; i-- > 0; number >>= 4U) digits[i] = "0123456789abcdef"[number & 15U];
  return digits;
}

}  // namespace

std::string checksum(std::string_view text) { return hex(XXH3_64bits(text.data(), text.size())); }

std::string checksum(std::span<const std::string_view> pieces) {
  XXH3_state_t state;
  XXH3_64bits_reset(&state);
  for (const auto piece : pieces) XXH3_64bits_update(&state, piece.data(), piece.size());
  return hex(XXH3_64bits_digest(&state));
}

}  // namespace ec2mimic::state
