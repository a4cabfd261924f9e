#include "core/net/ipv6_cidr.h"

#include <arpa/inet.h>

#include <algorithm>

#include "core/net/take_number.h"

namespace ec2mimic::net {
namespace {

constexpr unsigned kBits = 128;

using Bytes = std::array<std::uint8_t, kBits / 8>;

Bytes network_of(Bytes address, unsigned prefix) {
  for (unsigned i = 0; i < address.size(); ++i) {
    // Leading bits of this byte that belong to the network.
    const unsigned kept = std::clamp(prefix, i * 8, i * 8 + 8) - i * 8;
    address[i] &= static_cast<std::uint8_t>(0xff00U >> kept);
  }
  return address;
}

}  // namespace

std::optional<Ipv6Cidr> Ipv6Cidr::parse(std::string_view text) {
  const std::size_t slash = text.find('/');
  // inet_pton would stop at a zero byte and ignore the rest.
  if (slash == std::string_view::npos || text.find('\0') != std::string_view::npos) return std::nullopt;
  Ipv6Cidr cidr;
  const std::string address(text.substr(0, slash));
  if (::inet_pton(AF_INET6, address.c_str(), cidr.address.data()) != 1) return std::nullopt;
  text.remove_prefix(slash + 1);
  const auto prefix = take_number(text, kBits);
  if (!prefix || !text.empty()) return std::nullopt;
  cidr.prefix = *prefix;
  cidr.address = network_of(cidr.address, cidr.prefix);
  return cidr;
}

std::string Ipv6Cidr::text() const {
  char whole[INET6_ADDRSTRLEN];
  // Fails only for another address family or a buffer that is too small.
  return std::string(::inet_ntop(AF_INET6, address.data(), whole, sizeof whole)) + '/' + std::to_string(prefix);
}

bool Ipv6Cidr::contains(const Ipv6Cidr& other) const {
  return prefix <= other.prefix && network_of(other.address, prefix) == address;
}

}  // namespace ec2mimic::net
