// Any text as a CIDR block: a parsed block has one canonical text, and parsing that gives the same block.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/net/cidr.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using ec2mimic::net::Cidr;
  const auto block = Cidr::parse({reinterpret_cast<const char*>(data), size});
  if (!block) return 0;
  const auto again = Cidr::parse(block->text());
  if (!again || *again != *block || !block->contains(*block) || block->prefix > 32) std::abort();
  return 0;
}
