#include "core/ops/security_group_rule/rule_changes.h"

#include <algorithm>

#include "core/operation/references.h"
#include "core/ops/vpc/vpc.h"
#include "core/seam/errors.h"

namespace ec2mimic::rule_changes {
namespace {

using permissions::Named;

// The permissions of a request, which can also describe a single one by members of its own.
std::vector<IpPermission> permissions_of(const RuleRequest& request, bool is_egress) {
  const bool is_single = request.cidr_ip || request.ip_protocol || request.from_port || request.to_port ||
                         request.source_group_name || request.source_group_owner_id;
  if (is_egress || !is_single || !request.ip_permissions.empty()) return request.ip_permissions;
  IpPermission one;
  one.ip_protocol = request.ip_protocol;
  one.from_port = request.from_port;
  one.to_port = request.to_port;
  if (request.cidr_ip) one.ip_ranges.push_back({{}, request.cidr_ip});
  if (!request.source_group_name && !request.source_group_owner_id) return {one};
  // A group by itself is allowed everything.
  if (!one.ip_protocol) one.ip_protocol = "-1";
  UserIdGroupPair& pair = one.user_id_group_pairs.emplace_back();
  pair.group_name = request.source_group_name;
  pair.user_id = request.source_group_owner_id;
  return {one};
}

RevokedRule revoked_rule(const std::string& id, const SecurityGroupRuleRecord& rule) {
  return {id,
          rule.group_id,
          rule.is_egress,
          rule.ip_protocol,
          rule.from_port.value_or(-1),
          rule.to_port.value_or(-1),
          rule.cidr_ipv4,
          rule.cidr_ipv6,
          rule.prefix_list_id,
          rule.referenced_group_id,
          rule.description};
}

RulesOfGroups::Rules with_ids(const std::vector<std::string>& ids, const RuleOwner& owner, Context& context) {
  const RulesOfGroups::Rules present = RulesOfGroups(context).of(owner.group_id);
  RulesOfGroups::Rules rules;
  for (const std::string& id : ids) {
    const auto rule = permissions::rule_of_owner(present, id, owner);
    if (std::any_of(rules.begin(), rules.end(), [&](const auto& one) { return one.first == id; })) continue;
    rules.push_back(*rule);
  }
  return rules;
}

// The rules that allow what the permissions do. In the default VPC those that do not exist are added to `unknown`.
RulesOfGroups::Rules like(const std::vector<IpPermission>& wanted, const RuleOwner& owner,
                          std::vector<IpPermission>& unknown, Context& context) {
  const auto vpc = default_vpc(context);
  const bool is_in_default_vpc = vpc && vpc->first == owner.vpc_id;
  const RulesOfGroups::Rules present = RulesOfGroups(context).of(owner.group_id);
  RulesOfGroups::Rules rules;
  for (const SecurityGroupRuleRecord& one : permissions::rules_of(wanted, owner, Named::is_sought, context)) {
    const auto rule = permissions::rule_like(present, one);
    if (rule != present.end()) {
      rules.push_back(*rule);
    } else if (is_in_default_vpc) {
      add_rule(unknown, one, {}, context);
    } else {
      throw permissions::no_such_rule();
    }
  }
  return rules;
}

}  // namespace

AuthorizeResult authorize(const RuleRequest& request, bool is_egress, Context& context) {
  const std::vector<Tag> tags = sorted(tags_for(request.tag_specifications, ops::security_group_rule.type));
  const RuleOwner owner = permissions::owner_of(request.group_id, request.group_name, is_egress, context);
  const std::vector<IpPermission> wanted = permissions_of(request, is_egress);
  if (wanted.empty()) throw errors::missing_parameter("ipPermissions");
  permissions::Rules rules = permissions::rules_of(wanted, owner, Named::must_exist, context);
  const RulesOfGroups::Rules present = RulesOfGroups(context).of(owner.group_id);
  for (const SecurityGroupRuleRecord& rule : rules) permissions::require_new(rule, present);
  AuthorizeResult result;
  for (SecurityGroupRuleRecord& rule : rules) {
    rule.tags = tags;
    const std::string id = context.new_id(ops::security_group_rule.prefix);
    Table<SecurityGroupRuleRecord>(context).create(id, rule);
    SecurityGroupRule& shown = result.rules.emplace_back(*find_resource<SecurityGroupRule>(context, id));
    if (tags.empty()) shown.tags.reset();
  }
  return result;
}

RevokeResult revoke(const RuleRequest& request, bool is_egress, Context& context) {
  const RuleOwner owner = permissions::owner_of(request.group_id, request.group_name, is_egress, context);
  const std::vector<IpPermission> wanted = permissions_of(request, is_egress);
  permissions::require_one_way(wanted, !request.rule_ids.empty(), "securityGroupRuleIds");
  RevokeResult result;
  std::vector<IpPermission> unknown;
  const RulesOfGroups::Rules rules =
      wanted.empty() ? with_ids(request.rule_ids, owner, context) : like(wanted, owner, unknown, context);
  if (!unknown.empty()) result.unknown_permissions = std::move(unknown);
  for (const auto& [id, rule] : rules) {
    result.rules.push_back(revoked_rule(id, rule));
    delete_resource(context.records(), ops::security_group_rule, id);
  }
  return result;
}

}  // namespace ec2mimic::rule_changes
