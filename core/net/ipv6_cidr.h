// IPv6 CIDR blocks.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ec2mimic::net {

struct Ipv6Cidr {
  std::array<std::uint8_t, 16> address{};  ///< The network address in network byte order, host bits clear.
  unsigned prefix = 0;                     ///< 0 to 128

  /// Parses `2001:DB8:0:1::9/64` as the network 2001:db8:0:1::/64, in any form of RFC 4291, including those that end
  /// with an IPv4 address. Host bits are cleared, as AWS clears them. Returns nothing unless the text is an address, a
  /// slash and a number up to 128 without leading zeros.
  [[nodiscard]] static std::optional<Ipv6Cidr> parse(std::string_view text);

  /// The canonical text of RFC 5952, such as 2001:db8:0:1::/64.
  [[nodiscard]] std::string text() const;

  /// True if every address of the other block is in this one; a block contains itself.
  [[nodiscard]] bool contains(const Ipv6Cidr& other) const;
  [[nodiscard]] bool overlaps(const Ipv6Cidr& other) const { return contains(other) || other.contains(*this); }

  bool operator==(const Ipv6Cidr&) const = default;
};

}  // namespace ec2mimic::net
