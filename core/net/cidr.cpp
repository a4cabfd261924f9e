#include "core/net/cidr.h"

#include "core/net/take_number.h"

namespace ec2mimic::net {
namespace {

// Shifting by 32 bits would be undefined.
std::uint32_t mask(unsigned prefix) { return prefix == 0 ? 0 : ~std::uint32_t{0} << (32 - prefix); }

bool take(std::string_view& text, char wanted) {
  if (!text.starts_with(wanted)) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

std::optional<Cidr> Cidr::parse(std::string_view text) {
  Cidr cidr;
  for (int octet = 0; octet < 4; ++octet) {
    if (octet > 0 && !take(text, '.')) return std::nullopt;
    const auto number = take_number(text, 255);
    if (!number) return std::nullopt;
    cidr.address = cidr.address << 8 | *number;
  }
  if (!take(text, '/')) return std::nullopt;
  const auto prefix = take_number(text, 32);
  if (!prefix || !text.empty()) return std::nullopt;
  cidr.prefix = *prefix;
  // AWS accepts a block with host bits and clears them.
  cidr.address &= mask(cidr.prefix);
  return cidr;
}

std::string Cidr::text() const {
  std::string whole;
  for (int shift = 24; shift >= 0; shift -= 8) {
    whole += std::to_string(address >> shift & 255U) + (shift > 0 ? '.' : '/');
  }
  return whole + std::to_string(prefix);
}

bool Cidr::contains(const Cidr& other) const {
  return prefix <= other.prefix && (other.address & mask(prefix)) == address;
}

}  // namespace ec2mimic::net
