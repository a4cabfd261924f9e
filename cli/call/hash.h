// A hash that is the same on every machine and in every release, for draws that repeat.
#pragma once

#include <cstdint>
#include <string>

namespace ec2mimic::cli {

/// 64 bits that look random and depend on the text and the seed alone.
[[nodiscard]] std::uint64_t hash_of(const std::string& text, std::uint64_t seed = 0);

}  // namespace ec2mimic::cli
