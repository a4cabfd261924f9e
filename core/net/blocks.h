// Lists of blocks, as records hold them.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace ec2mimic::net {

/// True if a block of the list contains this one. Texts that are no blocks contain nothing. Block is Cidr or Ipv6Cidr.
template <class Block>
[[nodiscard]] bool is_in_any(const Block& block, const std::vector<std::string>& blocks) {
  return std::any_of(blocks.begin(), blocks.end(), [&](const std::string& text) {
    const auto one = Block::parse(text);
    return one && one->contains(block);
  });
}

}  // namespace ec2mimic::net
