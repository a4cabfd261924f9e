#include "cli/call/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace ec2mimic::cli {

std::uint64_t hash_of(const std::string& text, std::uint64_t seed) {
  return XXH3_64bits_withSeed(text.data(), text.size(), seed);
}

}  // namespace ec2mimic::cli
