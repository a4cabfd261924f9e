#include "core/ops/security_group_rule/rule_descriptions.h"

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
    const auto rule = permissions::rule_of_owner(present, one.security_group_rule_id.value_or(""), owner);
    if (one.description) permissions::check_description(*one.description);
    describe(rule->first, rule->second, one.description, context);
  }
}

void describe_like(const std::vector<IpPermission>& wanted, const RuleOwner& owner, Context& context) {
  const RulesOfGroups::Rules present = RulesOfGroups(context).of(owner.group_id);
  for (const SecurityGroupRuleRecord& one :
       permissions::rules_of(wanted, owner, permissions::Named::is_sought, context)) {
    const auto rule = permissions::rule_like(present, one);
    if (rule == present.end()) throw permissions::no_such_rule();
    describe(rule->first, rule->second, one.description, context);
  }
}

}  // namespace

RuleDescriptionsResult update(const RuleDescriptionsRequest& request, bool is_egress, Context& context) {
  const RuleOwner owner = permissions::owner_of(request.group_id, request.group_name, is_egress, context);
  permissions::require_one_way(request.ip_permissions, !request.descriptions.empty(), "securityGroupRuleDescriptions");
  describe_with_ids(request.descriptions, owner, context);
  describe_like(request.ip_permissions, owner, context);
  return {};
}

}  // namespace ec2mimic::rule_descriptions
