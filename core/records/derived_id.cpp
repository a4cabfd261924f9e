#include "core/records/derived_id.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cstdio>

namespace ec2mimic {

std::string derived_id(std::string_view base, std::string_view prefix, unsigned count) {
  std::string text(base);
  text.append("\n").append(prefix).append("\n").append(std::to_string(count));
  const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
  // 64 bits are 16 hexadecimal digits; AWS's ids have 17.
  char digits[18];
  std::snprintf(digits, sizeof digits, "0%016llx", static_cast<unsigned long long>(hash.low64));
  return std::string(prefix) + digits;
}

}  // namespace ec2mimic
