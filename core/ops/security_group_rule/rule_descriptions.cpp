#include "core/ops/security_group_rule/rule_descriptions.h"

#include <algorithm>

namespace ec2mimic::rule_descriptions {
namespace {

void describe(const std::string& id, SecurityGroupRuleRecord rule, const std::optional<std::string>& description,
              Context& context) {
  rule.description = description;
  if (description && description->empty()) rule.description.reset();
  Table<SecurityGroupRuleRecord>(context).put(id, rule);
}

void describe_with_ids(const std::vector<RuleDescription>& descriptions, const RuleOwner& owner, Context& context) {
  const RulesOfGroups::Rules present = RulesOfGroups(context).of(owner.group_id);
  for (const RuleDescription& one : descriptions) {
    const auto rule = permissions::rule_with_id(present, one.security_group_rule_id.value_or(""));
    if (rule->second.is_egress != owner.is_egress) throw ops::security_group_rule.not_found(rule->first);
    if (one.description) permissions::check_description(*one.description);
    describe(rule->first, rule->second, one.description, context);
  }
}

void describe_like(const std::vector<IpPermission>& wanted, const RuleOwner& owner, Context& context) {
  const RulesOfGroups::Rules present = RulesOfGroups(context).of(owner.group_id);
  for (const SecurityGroupRuleRecord& one :
       permissions::rules_of(wanted, owner, permissions::Named::is_sought, context)) {
    const auto rule = std::find_if(present.begin(), present.end(),
                                   [&](const auto& other) { return permissions::is_same(other.second, one); });
    if (rule == present.end()) throw permissions::no_such_rule();
    describe(rule->first, rule->second, one.description, context);
  }
}

}  // namespace

RuleDescriptionsResult update(const RuleDescriptionsRequest& request, bool is_egress, Context& context) {
  const RuleOwner owner = permissions::owner_of(request.group_id, request.group_name, is_egress, context);
  if (request.ip_permissions.empty() && request.descriptions.empty()) {
    throw ApiError{"MissingParameter", "Either 'ipPermissions' or 'securityGroupRuleDescriptions' should be provided."};
  }
  if (!request.ip_permissions.empty() && !request.descriptions.empty()) {
    throw ApiError{
        "InvalidParameterCombination",
        "The parameter 'ipPermissions' may not be used in combination with 'securityGroupRuleDescriptions'."};
  }
  describe_with_ids(request.descriptions, owner, context);
  describe_like(request.ip_permissions, owner, context);
  return {};
}

}  // namespace ec2mimic::rule_descriptions
