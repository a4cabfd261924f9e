// What the operations that change the descriptions of rules have in common.
#pragma once

#include "core/operation/operation.h"
#include "core/ops/security_group_rule/permissions.h"

namespace ec2mimic {

struct RuleDescription {
  std::optional<std::string> security_group_rule_id{};
  std::optional<std::string> description{};
};

/// The request of UpdateSecurityGroupRuleDescriptionsIngress and of UpdateSecurityGroupRuleDescriptionsEgress.
struct RuleDescriptionsRequest {
  std::optional<bool> dry_run{};
  std::optional<std::string> group_id{};
  std::optional<std::string> group_name{};
  std::vector<IpPermission> ip_permissions{};
  std::vector<RuleDescription> descriptions{};
};

struct RuleDescriptionsResult {
  bool is_done = true;
};

template <>
struct model::Describe<RuleDescription> {
  static constexpr std::string_view name = "SecurityGroupRuleDescription";
  static constexpr auto members =
      model::members(member<&RuleDescription::security_group_rule_id>("SecurityGroupRuleId", "The rule.",
                                                                      {.refers = "security-group-rule"}),
                     member<&RuleDescription::description>(
                         "Description", "What it is for; without one, the rule has no description from now on."));
};

namespace rule_descriptions {

constexpr auto request(std::string_view name) {
  using Request = RuleDescriptionsRequest;
  return model::described(
      name, dry_run<&Request::dry_run>,
      model::member<&Request::group_id>("GroupId", "The group of the rules.", {.refers = "security-group"}),
      model::member<&Request::group_name>("GroupName", "The name of the group instead, if it is in the default VPC."),
      model::member<&Request::ip_permissions>("IpPermissions",
                                              "The rules, by what they allow, with their new descriptions."),
      model::member<&Request::descriptions>("SecurityGroupRuleDescriptions",
                                            "The rules, by their ids, with their new descriptions."));
}

constexpr auto result(std::string_view name) {
  return model::described(name, model::member<&RuleDescriptionsResult::is_done>("Return", "Always true."));
}

/// Changes the descriptions. Throws ApiError.
[[nodiscard]] RuleDescriptionsResult update(const RuleDescriptionsRequest& request, bool is_egress, Context& context);

inline constexpr std::string_view kErrors[] = {"InvalidGroupId.Malformed",
                                               "InvalidParameterCombination",
                                               "InvalidParameterValue",
                                               "InvalidPermission.NotFound",
                                               "InvalidSecurityGroupRuleId.Malformed",
                                               "InvalidSecurityGroupRuleId.NotFound",
                                               "MissingParameter"};

}  // namespace rule_descriptions
}  // namespace ec2mimic
