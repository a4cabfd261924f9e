// What can be wrong with a text of a certain form, for the descriptions of records (model::Traits::fault). Each
// function returns the end of a message, and an empty text if the value can be in a record.
#pragma once

#include <string>
#include <string_view>

namespace ec2mimic::value_faults {

[[nodiscard]] std::string region(std::string_view value);

/// Of an IPv4 block, whose host bits are clear.
[[nodiscard]] std::string cidr_block(std::string_view value);

/// The same for a block of a VPC or a subnet, which is from /16 to /28.
[[nodiscard]] std::string vpc_cidr_block(std::string_view value);

/// Of an IPv6 block in any spelling, whose host bits are clear.
[[nodiscard]] std::string ipv6_cidr_block(std::string_view value);

/// The same for a block of a VPC: /44, /48 and so on to /60.
[[nodiscard]] std::string vpc_ipv6_cidr_block(std::string_view value);

/// The same for a block of a subnet, which may also be a /64.
[[nodiscard]] std::string subnet_ipv6_cidr_block(std::string_view value);

/// Of an IPv4 address.
[[nodiscard]] std::string ipv4_address(std::string_view value);

/// Of a MAC address: six pairs of hexadecimal digits with colons between them.
[[nodiscard]] std::string mac_address(std::string_view value);

/// Of the number of an IP protocol, `6`, or `-1` for all.
[[nodiscard]] std::string protocol_number(std::string_view value);

/// The same, or `tcp`, `udp`, `icmp` or `icmpv6`, as security groups show these.
[[nodiscard]] std::string protocol(std::string_view value);

/// Of a time in UTC, to the second.
[[nodiscard]] std::string time(std::string_view value);

}  // namespace ec2mimic::value_faults
