// What the operations that add rules to security groups and remove them have in common.
#pragma once

#include "core/operation/creating.h"
#include "core/ops/security_group_rule/permissions.h"

namespace ec2mimic {

/// The request of AuthorizeSecurityGroupIngress, RevokeSecurityGroupEgress and so on.
struct RuleRequest {
  std::optional<std::string> group_id{};
  std::optional<std::string> group_name{};
  std::optional<std::string> cidr_ip{};
  std::optional<std::int64_t> from_port{};
  std::vector<IpPermission> ip_permissions{};
  std::optional<std::string> ip_protocol{};
  std::optional<std::string> source_group_name{};
  std::optional<std::string> source_group_owner_id{};
  std::optional<std::int64_t> to_port{};
  std::vector<TagSpecification> tag_specifications{};
  std::vector<std::string> rule_ids{};
  std::optional<bool> dry_run{};
};

struct AuthorizeResult {
  bool is_done = true;
  std::vector<SecurityGroupRule> rules{};
};

struct RevokedRule {
  std::string security_group_rule_id{};
  std::string group_id{};
  bool is_egress = false;
  std::string ip_protocol{};
  std::int64_t from_port = -1;
  std::int64_t to_port = -1;
  std::optional<std::string> cidr_ipv4{};
  std::optional<std::string> cidr_ipv6{};
  std::optional<std::string> prefix_list_id{};
  std::optional<std::string> referenced_group_id{};
  std::optional<std::string> description{};
};

struct RevokeResult {
  bool is_done = true;
  std::optional<std::vector<IpPermission>> unknown_permissions{};
  std::vector<RevokedRule> rules{};
};

template <>
struct model::Describe<RevokedRule> {
  using Self = RevokedRule;
  static constexpr std::string_view name = "RevokedSecurityGroupRule";
  static constexpr auto members =
      model::members(member<&Self::security_group_rule_id>("SecurityGroupRuleId", "The id that it had.",
                                                           {.refers = "security-group-rule"}),
                     member<&Self::group_id>("GroupId", "The group that it belonged to.", {.refers = "security-group"}),
                     member<&Self::is_egress>("IsEgress", "Whether it was for outbound traffic."),
                     member<&Self::ip_protocol>("IpProtocol", "The protocol, such as tcp; -1 means all."),
                     member<&Self::from_port>("FromPort", "The first port, or the type of ICMP; -1 means all."),
                     member<&Self::to_port>("ToPort", "The last port, or the code of ICMP; -1 means all."),
                     member<&Self::cidr_ipv4>("CidrIpv4", "The block of IPv4 addresses that it allowed."),
                     member<&Self::cidr_ipv6>("CidrIpv6", "The block of IPv6 addresses that it allowed."),
                     member<&Self::prefix_list_id>("PrefixListId", "The list of address blocks that it allowed.",
                                                   {.refers = "prefix-list"}),
                     member<&Self::referenced_group_id>("ReferencedGroupId", "The group whose members it allowed.",
                                                        {.refers = "security-group"}),
                     member<&Self::description>("Description", "What it was for."));
};

/// The members that descriptions list, in the order of AWS's model.
namespace rule_request {

inline constexpr auto group_id =
    model::member<&RuleRequest::group_id>("GroupId", "The group.", {.refers = "security-group"});
inline constexpr auto required_group_id = model::member<&RuleRequest::group_id>(
    "GroupId", "The group.", {.required = true, .insists_on = "GroupId", .refers = "security-group"});
inline constexpr auto group_name =
    model::member<&RuleRequest::group_name>("GroupName", "The name of the group instead, if it is in the default VPC.");
inline constexpr auto ip_permissions =
    model::member<&RuleRequest::ip_permissions>("IpPermissions", "The rules, by protocol and ports.");
inline constexpr auto tags = creating::tags<&RuleRequest::tag_specifications>(
    "Tags for each of the new rules; ResourceType is security-group-rule.");
inline constexpr auto rule_ids = model::member<&RuleRequest::rule_ids>(
    "SecurityGroupRuleIds", "The ids of the rules instead.", {.refers = "security-group-rule"});
inline constexpr auto dry_run = ec2mimic::dry_run<&RuleRequest::dry_run>;

/// Members for a single rule, which have an effect on inbound ones only.
constexpr auto cidr_ip(bool no_effect = false) {
  return model::member<&RuleRequest::cidr_ip>("CidrIp", "The IPv4 addresses of a single rule.",
                                              {.no_effect = no_effect});
}
constexpr auto from_port(bool no_effect = false) {
  return model::member<&RuleRequest::from_port>("FromPort", "The first port of a single rule, or the type of ICMP.",
                                                {.no_effect = no_effect});
}
constexpr auto to_port(bool no_effect = false) {
  return model::member<&RuleRequest::to_port>("ToPort", "The last port of a single rule, or the code of ICMP.",
                                              {.no_effect = no_effect});
}
constexpr auto ip_protocol(bool no_effect = false) {
  return model::member<&RuleRequest::ip_protocol>(
      "IpProtocol", "The protocol of a single rule: tcp, udp, icmp, icmpv6, a number, or -1 for all.",
      {.no_effect = no_effect});
}
constexpr auto source_group_name(bool no_effect = false) {
  return model::member<&RuleRequest::source_group_name>("SourceSecurityGroupName",
                                                        "The name of the group of a single rule, in the default VPC.",
                                                        {.no_effect = no_effect});
}
constexpr auto source_group_owner_id(bool no_effect = false) {
  return model::member<&RuleRequest::source_group_owner_id>(
      "SourceSecurityGroupOwnerId", "The account that owns that group.", {.no_effect = no_effect});
}

constexpr auto authorized(std::string_view name) {
  return model::described(name, model::member<&AuthorizeResult::is_done>("Return", "Always true."),
                          model::member<&AuthorizeResult::rules>("SecurityGroupRules", "The new rules."));
}

constexpr auto revoked(std::string_view name) {
  return model::described(
      name, model::member<&RevokeResult::is_done>("Return", "Always true."),
      model::member<&RevokeResult::unknown_permissions>(
          "UnknownIpPermissions", "What no rule of a group in the default VPC allowed; absent if there was nothing."),
      model::member<&RevokeResult::rules>("RevokedSecurityGroupRules", "The rules that are gone."));
}

}  // namespace rule_request

namespace rule_changes {

/// Adds the rules of a request to its group. Throws ApiError.
[[nodiscard]] AuthorizeResult authorize(const RuleRequest& request, bool is_egress, Context& context);

/// Removes the rules of a request from its group. Throws ApiError, before any change.
[[nodiscard]] RevokeResult revoke(const RuleRequest& request, bool is_egress, Context& context);

}  // namespace rule_changes
}  // namespace ec2mimic
