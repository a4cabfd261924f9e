// Entries of network ACLs as requests name and describe them, and their place in an ACL.
#pragma once

#include <algorithm>
#include <utility>

#include "core/net/cidr.h"
#include "core/net/ipv6_cidr.h"
#include "core/operation/operation.h"
#include "core/ops/network_acl/network_acl.h"
#include "core/seam/errors.h"

namespace ec2mimic {

/// The request of CreateNetworkAclEntry and of ReplaceNetworkAclEntry.
struct AclEntryRequest {
  std::optional<bool> dry_run{};
  std::string network_acl_id{};
  std::int64_t rule_number = 0;
  std::string protocol{};
  std::string rule_action{};
  bool egress = false;
  std::optional<std::string> cidr_block{};
  std::optional<std::string> ipv6_cidr_block{};
  std::optional<IcmpTypeCode> icmp_type_code{};
  std::optional<PortRange> port_range{};
};

namespace acl_entry {

/// Describes AclEntryRequest under the name of an operation's request.
constexpr auto described(std::string_view name) {
  using Request = AclEntryRequest;
  return model::described(
      name, dry_run<&Request::dry_run>,
      model::member<&Request::network_acl_id>(
          "NetworkAclId", "The ACL that has the entry.",
          {.required = true, .insists_on = "NetworkAclId", .refers = "network-acl"}),
      model::member<&Request::rule_number>("RuleNumber", "The number of the entry, 1 to 32766.", {.required = true}),
      model::member<&Request::protocol>(
          "Protocol", "The number of the protocol, or tcp, udp, icmp or all, which the client sends as a number.",
          {.required = true}),
      model::member<&Request::rule_action>("RuleAction", "What happens to the traffic.",
                                           {.required = true, .choices = kRuleActions}),
      model::member<&Request::egress>("Egress", "Whether it is an entry for outbound traffic.",
                                      {.required = true, .opposite = "ingress"}),
      model::member<&Request::cidr_block>("CidrBlock", "The IPv4 addresses that the entry applies to."),
      model::member<&Request::ipv6_cidr_block>("Ipv6CidrBlock", "The IPv6 addresses that it applies to."),
      model::member<&Request::icmp_type_code>(
          "IcmpTypeCode", "The messages that it applies to; required for ICMP (1) and ICMPv6 (58)."),
      model::member<&Request::port_range>("PortRange",
                                          "The ports that it applies to; required for TCP (6) and UDP (17)."));
}

/// The entry of a request, with host bits of its block cleared. Members that its protocol does not have are left out.
/// Throws ApiError.
[[nodiscard]] NetworkAclEntry requested(const AclEntryRequest& request);

/// Throws ApiError for numbers that no entry of a user has, such as those of the last entries of an ACL.
void check_rule_number(std::int64_t number);

using Entries = std::vector<NetworkAclEntry>;

/// The first entry that does not come before one of that direction and number: that entry, or where it belongs.
[[nodiscard]] Entries::iterator place_of(Entries& entries, bool is_egress, std::int64_t number);

/// The entry of that direction and number. Throws ApiError if the ACL has none.
[[nodiscard]] Entries::iterator require_entry(Entries& entries, const std::string& acl_id, bool is_egress,
                                              std::int64_t number);

// Defined here, because every other source in this folder defines an operation.
inline constexpr std::string_view kTcp = "6";
inline constexpr std::string_view kUdp = "17";
inline constexpr std::string_view kIcmp = "1";
inline constexpr std::string_view kIcmpv6 = "58";
inline constexpr std::int64_t kLastPort = 65535;

inline void check_protocol(const AclEntryRequest& request) {
  if (value_faults::protocol_number(request.protocol).empty()) return;
  throw ApiError{"InvalidParameterValue",
                 "Invalid value '" + request.protocol + "' for IP protocol. Unknown protocol."};
}

inline void check_action(const std::string& action) {
  if (std::find(std::begin(kRuleActions), std::end(kRuleActions), action) != std::end(kRuleActions)) return;
  throw errors::invalid_parameter(action, "ruleAction");
}

// Sets the one block of the entry.
inline void set_block(const AclEntryRequest& request, NetworkAclEntry& entry) {
  if (request.cidr_block && request.ipv6_cidr_block) {
    throw ApiError{"InvalidParameterCombination",
                   "The parameter cidrBlock cannot be used with the parameter ipv6CidrBlock"};
  }
  if (request.cidr_block) {
    const auto block = net::Cidr::parse(*request.cidr_block);
    if (!block) throw errors::not_a_cidr_block(*request.cidr_block, "cidrBlock");
    entry.cidr_block = block->text();
  } else if (request.ipv6_cidr_block) {
    const auto block = net::Ipv6Cidr::parse(*request.ipv6_cidr_block);
    if (!block) throw errors::not_a_cidr_block(*request.ipv6_cidr_block, "ipv6CidrBlock");
    entry.ipv6_cidr_block = block->text();
  } else {
    throw ApiError{"MissingParameter", "Either 'cidrBlock' or 'ipv6CidrBlock' should be provided."};
  }
}

inline PortRange ports(const std::optional<PortRange>& range) {
  if (!range || !range->from) throw errors::missing_parameter("portRange.from");
  if (!range->to) throw errors::missing_parameter("portRange.to");
  for (const std::int64_t port : {*range->from, *range->to}) {
    if (port >= 0 && port <= kLastPort) continue;
    throw ApiError{"InvalidParameterValue", "TCP/UDP port (" + std::to_string(port) + ") out of range"};
  }
  if (*range->from <= *range->to) return *range;
  throw ApiError{"InvalidParameterValue", "Invalid TCP/UDP port range (" + std::to_string(*range->from) + ':' +
                                              std::to_string(*range->to) + ')'};
}

inline IcmpTypeCode messages(const std::optional<IcmpTypeCode>& messages) {
  if (!messages || !messages->type) throw errors::missing_parameter("icmpTypeCode.type");
  if (!messages->code) throw errors::missing_parameter("icmpTypeCode.code");
  return *messages;
}

inline void check_rule_number(std::int64_t number) {
  if (number >= 1 && number <= kLastEntryNumber) return;
  throw ApiError{"InvalidParameterValue", "Value (" + std::to_string(number) +
                                              ") for parameter ruleNumber is invalid. Rulenumber must be in range 1.." +
                                              std::to_string(kLastEntryNumber)};
}

inline NetworkAclEntry requested(const AclEntryRequest& request) {
  check_rule_number(request.rule_number);
  check_protocol(request);
  check_action(request.rule_action);
  NetworkAclEntry entry;
  set_block(request, entry);
  entry.egress = request.egress;
  entry.protocol = request.protocol;
  entry.rule_action = request.rule_action;
  entry.rule_number = request.rule_number;
  if (request.protocol == kTcp || request.protocol == kUdp) entry.port_range = ports(request.port_range);
  if (request.protocol == kIcmp || request.protocol == kIcmpv6) entry.icmp_type_code = messages(request.icmp_type_code);
  if (request.protocol == kIcmpv6 && !entry.ipv6_cidr_block) throw errors::missing_parameter("ipv6CidrBlock");
  return entry;
}

inline Entries::iterator place_of(Entries& entries, bool is_egress, std::int64_t number) {
  // AWS shows all egress entries first.
  return std::find_if(entries.begin(), entries.end(), [&](const NetworkAclEntry& one) {
    return std::pair(!one.egress, one.rule_number) >= std::pair(!is_egress, number);
  });
}

inline Entries::iterator require_entry(Entries& entries, const std::string& acl_id, bool is_egress,
                                       std::int64_t number) {
  const auto place = place_of(entries, is_egress, number);
  if (place != entries.end() && place->egress == is_egress && place->rule_number == number) return place;
  throw ApiError{"InvalidNetworkAclEntry.NotFound", std::string("no ") + (is_egress ? "egress" : "ingress") +
                                                        " entry with number " + std::to_string(number) +
                                                        " in network ACL " + acl_id};
}

}  // namespace acl_entry
}  // namespace ec2mimic
