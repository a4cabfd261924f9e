#include "cli/wire/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace ec2mimic::cli {

std::uint64_t hash_of(std::string_view text, std::uint64_t seed) { return XXH64(text.data(), text.size(), seed); }

}  // namespace ec2mimic::cli
