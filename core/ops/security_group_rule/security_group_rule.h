// The rules of security groups: their record and their view.
#pragma once

#include <map>

#include "core/operation/resource.h"

namespace ec2mimic {

namespace ops {
extern const Noun security_group_rule;
}

/// One of the two blocks, the list and the group is set, and no other: what the traffic comes from or goes to.
struct SecurityGroupRuleRecord {
  static constexpr std::string_view kTable = "security-group-rules";
  std::string region{};
  std::int64_t serial = 0;
  std::string group_id{};
  bool is_egress = false;
  std::string ip_protocol{};
  std::optional<std::int64_t> from_port{};
  std::optional<std::int64_t> to_port{};
  std::optional<std::string> cidr_ipv4{};
  std::optional<std::string> cidr_ipv6{};
  std::optional<std::string> prefix_list_id{};
  std::optional<std::string> referenced_group_id{};
  std::optional<std::string> referenced_vpc_id{};          ///< If that group is in a peered VPC.
  std::optional<std::string> vpc_peering_connection_id{};  ///< The connection to it.
  std::optional<std::string> description{};
  std::vector<Tag> tags{};

  /// A group of the same VPC is not deleted while a rule names it. If one of a peered VPC is, the rule stays.
  [[nodiscard]] bool needs(std::string_view group) const { return referenced_group_id == group && !referenced_vpc_id; }

  /// Says what is wrong with a rule that is not for exactly one address block, list of blocks or group, or whose ports
  /// are no range, or no type and code of ICMP.
  [[nodiscard]] std::optional<std::string> contradiction() const;

  /// Checks that the group which a rule names exists.
  static void check_relations(const Records& records, const Noun::Report& report);
};

struct ReferencedSecurityGroup {
  std::optional<std::string> group_id{};
  std::optional<std::string> peering_status{};
  std::optional<std::string> user_id{};
  std::optional<std::string> vpc_id{};
  std::optional<std::string> vpc_peering_connection_id{};
};

/// A rule as AWS shows it.
struct SecurityGroupRule {
  std::string security_group_rule_id{};
  std::string group_id{};
  std::string group_owner_id{};
  bool is_egress = false;
  std::string ip_protocol{};
  std::int64_t from_port = -1;
  std::int64_t to_port = -1;
  std::optional<std::string> cidr_ipv4{};
  std::optional<std::string> cidr_ipv6{};
  std::optional<std::string> prefix_list_id{};
  std::optional<ReferencedSecurityGroup> referenced_group_info{};
  std::optional<std::string> description{};
  std::optional<std::vector<Tag>> tags{};
  std::string security_group_rule_arn{};
};

template <>
struct Resource<SecurityGroupRule> {
  using Record = SecurityGroupRuleRecord;
  static constexpr const Noun& noun = ops::security_group_rule;
  static const std::span<const FilterRule> filters;
  static constexpr auto id = &SecurityGroupRule::security_group_rule_id;
  static constexpr auto tags = &SecurityGroupRule::tags;
  static SecurityGroupRule view(const std::string& id, const SecurityGroupRuleRecord& record, Context& context);
};

/// Finds the rules of groups: one group after the other at first, and those of all groups, for this and the next pages,
/// once many were asked for.
class RulesOfGroups {
 public:
  using Rules = std::vector<Table<SecurityGroupRuleRecord>::Entry>;

  /// Keeps a reference to the context.
  explicit RulesOfGroups(Context& context) : context_(context) {}

  /// The rules of a group, in order of creation. Throws RecordError.
  [[nodiscard]] Rules of(const std::string& group_id);

 private:
  Context& context_;
  int asked_ = 0;
};

/// The rules of the default group of a VPC: all traffic from itself, and all outbound traffic.
[[nodiscard]] std::vector<SecurityGroupRuleRecord> rules_of_default_group(const std::string& group_id, bool has_ipv6);

/// The group that a rule names, as AWS shows it.
[[nodiscard]] ReferencedSecurityGroup referenced_group(const SecurityGroupRuleRecord& rule, Context& context);

/// Creates rules of a new group. Their ids are derived from that of the group.
void create_rules(Context& context, const std::string& group_id, std::vector<SecurityGroupRuleRecord> rules);

namespace model {

template <>
struct Describe<SecurityGroupRuleRecord> {
  using Self = SecurityGroupRuleRecord;
  static constexpr std::string_view name = "SecurityGroupRuleRecord";
  static constexpr auto members = model::members(
      recorded::region<&Self::region>, recorded::serial<&Self::serial>,
      member<&Self::group_id>("GroupId", "The group that it belongs to.",
                              {.refers = "security-group", .on_delete = OnDelete::goes}),
      member<&Self::is_egress>("IsEgress", "Whether it is for outbound traffic."),
      member<&Self::ip_protocol>("IpProtocol", "The protocol, such as tcp; -1 means all.",
                                 {.fault = &value_faults::protocol}),
      member<&Self::from_port>("FromPort", "The first port, or the type of ICMP; -1 means all.",
                               {.minimum = -1, .maximum = 65535}),
      member<&Self::to_port>("ToPort", "The last port, or the code of ICMP; -1 means all.",
                             {.minimum = -1, .maximum = 65535}),
      member<&Self::cidr_ipv4>("CidrIpv4", "A block of IPv4 addresses.", {.fault = &value_faults::cidr_block}),
      member<&Self::cidr_ipv6>("CidrIpv6", "A block of IPv6 addresses.", {.fault = &value_faults::ipv6_cidr_block}),
      member<&Self::prefix_list_id>("PrefixListId", "A list of address blocks.", {.refers = "prefix-list"}),
      member<&Self::referenced_group_id>(
          "ReferencedGroupId", "A group whose members are allowed.",
          {.refers = "security-group", .on_delete = OnDelete::dangles, .shown_as = "ReferencedGroupInfo.GroupId"}),
      member<&Self::referenced_vpc_id>(
          "ReferencedVpcId", "The VPC of that group, if it is a peered one.",
          {.refers = "vpc", .on_delete = OnDelete::dangles, .shown_as = "ReferencedGroupInfo.VpcId"}),
      member<&Self::vpc_peering_connection_id>("VpcPeeringConnectionId", "The connection to that VPC.",
                                               {.refers = "vpc-peering-connection",
                                                .on_delete = OnDelete::dangles,
                                                .shown_as = "ReferencedGroupInfo.VpcPeeringConnectionId"}),
      member<&Self::description>("Description", "What it is for."), recorded::tags<&Self::tags>);
};

template <>
struct Describe<ReferencedSecurityGroup> {
  using Self = ReferencedSecurityGroup;
  static constexpr std::string_view name = "ReferencedSecurityGroup";
  static constexpr auto members = model::members(
      member<&Self::group_id>("GroupId", "The id of the group.", {.refers = "security-group"}),
      member<&Self::peering_status>("PeeringStatus", "The status of the connection to its VPC."),
      member<&Self::user_id>("UserId", "The account that owns the group."),
      member<&Self::vpc_id>("VpcId", "The VPC of the group, if it is in a peered one.", {.refers = "vpc"}),
      member<&Self::vpc_peering_connection_id>("VpcPeeringConnectionId", "The connection to that VPC.",
                                               {.refers = "vpc-peering-connection"}));
};

template <>
struct Describe<SecurityGroupRule> {
  using Self = SecurityGroupRule;
  static constexpr std::string_view name = "SecurityGroupRule";
  static constexpr auto members =
      model::members(member<&Self::security_group_rule_id>("SecurityGroupRuleId", "Its id.",
                                                           {.refers = "security-group-rule", .key = true}),
                     member<&Self::group_id>("GroupId", "The group that it belongs to.", {.refers = "security-group"}),
                     member<&Self::group_owner_id>("GroupOwnerId", "The account that owns the group.",
                                                   {.computed = true, .account = true}),
                     member<&Self::is_egress>("IsEgress", "Whether it is for outbound traffic."),
                     member<&Self::ip_protocol>("IpProtocol", "The protocol, such as tcp; -1 means all."),
                     member<&Self::from_port>("FromPort", "The first port, or the type of ICMP; -1 means all."),
                     member<&Self::to_port>("ToPort", "The last port, or the code of ICMP; -1 means all."),
                     member<&Self::cidr_ipv4>("CidrIpv4", "The block of IPv4 addresses that it allows."),
                     member<&Self::cidr_ipv6>("CidrIpv6", "The block of IPv6 addresses that it allows."),
                     member<&Self::prefix_list_id>("PrefixListId", "The list of address blocks that it allows.",
                                                   {.refers = "prefix-list"}),
                     member<&Self::referenced_group_info>("ReferencedGroupInfo", "The group whose members it allows.",
                                                          {.computed = true}),
                     member<&Self::description>("Description", "What it is for."),
                     member<&Self::tags>("Tags", "Its tags; absent from the answer that creates it without any."),
                     member<&Self::security_group_rule_arn>("SecurityGroupRuleArn", "Its ARN.", {.computed = true}));
};

}  // namespace model
}  // namespace ec2mimic
