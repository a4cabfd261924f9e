// IPv4 CIDR blocks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ec2mimic::net {

struct Cidr {
  std::uint32_t address = 0;  ///< The network address in host byte order, host bits clear.
  unsigned prefix = 0;        ///< 0 to 32

  /// Parses `10.237.19.7/20` as the network 10.237.16.0/20: host bits are cleared, as AWS clears them. Returns nothing
  /// unless the text is four decimal numbers up to 255 without leading zeros, a slash and a number up to 32.
  [[nodiscard]] static std::optional<Cidr> parse(std::string_view text);

  /// The form that parse() reads: `10.237.16.0/20`.
  [[nodiscard]] std::string text() const;

  /// True if every address of the other block is in this one; a block contains itself.
  [[nodiscard]] bool contains(const Cidr& other) const;
  [[nodiscard]] bool overlaps(const Cidr& other) const { return contains(other) || other.contains(*this); }

  bool operator==(const Cidr&) const = default;
};

}  // namespace ec2mimic::net
