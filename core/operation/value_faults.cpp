#include "core/operation/value_faults.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "core/net/cidr.h"
#include "core/net/ipv6_cidr.h"
#include "core/net/region_table.h"
#include "core/text/iso_time.h"

namespace ec2mimic::value_faults {
namespace {

std::string in_quotes(std::string_view value) { return '\'' + std::string(value) + '\''; }

std::string has_host_bits(std::string_view value, const std::string& block) {
  return in_quotes(value) + " has bits set after its prefix; the block is " + block;
}

// AWS hands out IPv6 blocks only in these sizes.
std::string sized_ipv6_block(std::string_view value, unsigned smallest) {
  const auto block = net::Ipv6Cidr::parse(value);
  if (!block || (block->prefix >= 44 && block->prefix <= smallest && block->prefix % 4 == 0)) {
    return ipv6_cidr_block(value);
  }
  return in_quotes(value) + " is not an IPv6 block from /44 to /" + std::to_string(smallest) + " in steps of 4";
}

}  // namespace

std::string region(std::string_view value) { return is_region(value) ? "" : "there is no region " + in_quotes(value); }

std::string cidr_block(std::string_view value) {
  const auto block = net::Cidr::parse(value);
  if (!block) return in_quotes(value) + " is not an IPv4 block such as 10.0.0.0/16";
  return block->text() == value ? "" : has_host_bits(value, block->text());
}

std::string vpc_cidr_block(std::string_view value) {
  const auto block = net::Cidr::parse(value);
  const bool fits = block && block->prefix >= 16 && block->prefix <= 28;
  return fits ? cidr_block(value) : in_quotes(value) + " is not an IPv4 block from /16 to /28";
}

std::string ipv6_cidr_block(std::string_view value) {
  const auto block = net::Ipv6Cidr::parse(value);
  if (!block) return in_quotes(value) + " is not an IPv6 block such as 2001:db8::/56";
  const auto address = net::Ipv6Cidr::parse(std::string(value.substr(0, value.find('/'))) + "/128");
  return address && address->address == block->address ? "" : has_host_bits(value, block->text());
}

std::string vpc_ipv6_cidr_block(std::string_view value) { return sized_ipv6_block(value, 60); }

std::string subnet_ipv6_cidr_block(std::string_view value) { return sized_ipv6_block(value, 64); }

std::string ipv4_address(std::string_view value) {
  const bool is_address = net::Cidr::parse(std::string(value) + "/32").has_value();
  return is_address ? "" : in_quotes(value) + " is not an IPv4 address such as 10.0.0.4";
}

std::string mac_address(std::string_view value) {
  constexpr std::string_view kHexDigits = "0123456789abcdefABCDEF";
  constexpr std::string_view kExample = "0e:49:61:0f:c3:11";
  bool is_address = value.size() == kExample.size();
  for (std::size_t i = 0; is_address && i < value.size(); ++i) {
    is_address = kExample[i] == ':' ? value[i] == ':' : kHexDigits.find(value[i]) != std::string_view::npos;
  }
  return is_address ? "" : in_quotes(value) + " is not a MAC address such as " + std::string(kExample);
}

std::string protocol_number(std::string_view value) {
  int number = -2;
  const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
  const bool is_number = read.ec == std::errc() && std::to_string(number) == value;
  return is_number && number >= -1 && number <= 255 ? "" : in_quotes(value) + " is not the number of a protocol";
}

std::string protocol(std::string_view value) {
  constexpr std::string_view kNames[] = {"tcp", "udp", "icmp", "icmpv6"};
  return std::find(std::begin(kNames), std::end(kNames), value) != std::end(kNames) ? "" : protocol_number(value);
}

std::string time(std::string_view value) {
  return parse_iso_time(value) ? "" : in_quotes(value) + " is not a time such as 2026-01-31T12:00:00Z";
}

}  // namespace ec2mimic::value_faults
