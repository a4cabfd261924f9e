// Security groups: their record and their view. Their rules are records of their own (core/ops/security_group_rule).
#pragma once

#include "core/operation/resource.h"
#include "core/ops/security_group/ip_permission.h"
#include "core/ops/security_group_rule/security_group_rule.h"

namespace ec2mimic {

namespace ops {
extern const Noun security_group;
}

inline constexpr std::string_view kDefaultGroupName = "default";

struct SecurityGroupRecord {
  static constexpr std::string_view kTable = "security-groups";
  std::string region{};
  std::int64_t serial = 0;
  std::string vpc_id{};
  std::string group_name{};
  std::string description{};
  std::vector<Tag> tags{};

  /// The default group of a VPC, which nobody can delete or create: AWS reserves the name.
  static constexpr Companions kCompanions{"vpc", "default security groups"};
  [[nodiscard]] bool is_default() const { return group_name == kDefaultGroupName; }
  [[nodiscard]] std::string came_along_with() const { return is_default() ? vpc_id : ""; }
};

/// A security group as AWS shows it.
struct SecurityGroup {
  std::string group_id{};
  std::vector<IpPermission> ip_permissions_egress{};
  std::optional<std::vector<Tag>> tags{};
  std::string vpc_id{};
  std::string security_group_arn{};
  std::string owner_id{};
  std::string group_name{};
  std::string description{};
  std::vector<IpPermission> ip_permissions{};
};

template <>
struct Resource<SecurityGroup> {
  using Record = SecurityGroupRecord;
  using Lookup = RulesOfGroups;
  static constexpr const Noun& noun = ops::security_group;
  static const std::span<const FilterRule> filters;
  static constexpr auto id = &SecurityGroup::group_id;
  static constexpr auto tags = &SecurityGroup::tags;
  static SecurityGroup view(const std::string& id, const SecurityGroupRecord& record, Context& context,
                            RulesOfGroups& rules);
};

/// Creates the default group of a new VPC, with its rules.
void create_default_security_group(Context& context, const std::string& vpc_id, bool has_ipv6);

/// Lets IPv6 traffic out of the default group of a VPC that gets such addresses, unless a rule does so already.
void allow_ipv6_egress(Context& context, const std::string& vpc_id);

/// The id of the group of that name in the default VPC, whose id is empty if there is none. Throws
/// InvalidGroup.NotFound.
[[nodiscard]] std::string group_named(Context& context, const std::string& default_vpc_id, const std::string& name);

/// Finds the group of that name in a VPC.
[[nodiscard]] std::optional<std::string> find_group(Context& context, const std::string& vpc_id,
                                                    const std::string& name);

/// Throws InvalidParameterValue if a name or description of a group or rule is too long or has other characters than
/// AWS allows there. `what` begins the message: `Invalid rule description. Valid descriptions`.
void check_group_text(const std::string& text, const std::string& what);

/// Throws InvalidGroupId.Malformed for what can be no id of a group.
void require_well_formed_group(const std::string& id);

/// Adds a rule to the permission with its protocol and ports, which is added if there is none. `group_name` is the name
/// of the rule's own group.
void add_rule(std::vector<IpPermission>& permissions, const SecurityGroupRuleRecord& rule,
              const std::string& group_name, Context& context);

/// The ARN of a group.
[[nodiscard]] std::string group_arn(const Context& context, const std::string& id);

namespace model {

template <>
struct Describe<SecurityGroupRecord> {
  static constexpr std::string_view name = "SecurityGroupRecord";
  static constexpr auto members =
      model::members(recorded::region<&SecurityGroupRecord::region>, recorded::serial<&SecurityGroupRecord::serial>,
                     member<&SecurityGroupRecord::vpc_id>("VpcId", "The VPC that it belongs to.", {.refers = "vpc"}),
                     member<&SecurityGroupRecord::group_name>("GroupName", "Its name, unique in the VPC."),
                     member<&SecurityGroupRecord::description>("Description", "What it is for."),
                     recorded::tags<&SecurityGroupRecord::tags>);
};

template <>
struct Describe<SecurityGroup> {
  static constexpr std::string_view name = "SecurityGroup";
  static constexpr auto members = model::members(
      member<&SecurityGroup::group_id>("GroupId", "Its id.", {.refers = "security-group", .key = true}),
      member<&SecurityGroup::ip_permissions_egress>("IpPermissionsEgress", "The outbound traffic that it allows.",
                                                    {.computed = true}),
      member<&SecurityGroup::tags>("Tags", "Its tags; absent if it has none."),
      member<&SecurityGroup::vpc_id>("VpcId", "The VPC that it belongs to.", {.refers = "vpc"}),
      member<&SecurityGroup::security_group_arn>("SecurityGroupArn", "Its ARN.", {.computed = true}),
      member<&SecurityGroup::owner_id>("OwnerId", "The account that owns it.", {.computed = true, .account = true}),
      member<&SecurityGroup::group_name>("GroupName", "Its name, unique in the VPC."),
      member<&SecurityGroup::description>("Description", "What it is for."),
      member<&SecurityGroup::ip_permissions>("IpPermissions", "The inbound traffic that it allows.",
                                             {.computed = true}));
};

}  // namespace model
}  // namespace ec2mimic
