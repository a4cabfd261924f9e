// Entries of network ACLs as requests name and describe them, and their place in an ACL.
#pragma once

#include "core/operation/operation.h"
#include "core/ops/network_acl/network_acl.h"

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

/// The members of requests that name an entry, of any struct that has them.
namespace acl_entry {

template <auto Pointer>
inline constexpr auto network_acl_id =
    model::member<Pointer>("NetworkAclId", "The ACL that has the entry.",
                           {.required = true, .insists_on = "NetworkAclId", .refers = "network-acl"});
template <auto Pointer>
inline constexpr auto rule_number = model::member<Pointer>("RuleNumber", "The number of the entry, 1 to 32766.",
                                                           {.required = true});
template <auto Pointer>
inline constexpr auto egress = model::member<Pointer>(
    "Egress", "Whether it is an entry for outbound traffic (--egress) or for inbound traffic (--ingress).",
    {.required = true, .opposite = "ingress"});

/// Describes AclEntryRequest under the name of an operation's request.
constexpr auto described(std::string_view name) {
  using Request = AclEntryRequest;
  return model::described(
      name, dry_run<&Request::dry_run>, network_acl_id<&Request::network_acl_id>, rule_number<&Request::rule_number>,
      model::member<&Request::protocol>(
          "Protocol", "The number of the protocol, or tcp, udp, icmp or all, which the client sends as a number.",
          {.required = true}),
      model::member<&Request::rule_action>("RuleAction", "What happens to the traffic.",
                                           {.required = true, .choices = kRuleActions}),
      egress<&Request::egress>,
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

}  // namespace acl_entry
}  // namespace ec2mimic
