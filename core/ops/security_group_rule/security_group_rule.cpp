#include "core/ops/security_group_rule/security_group_rule.h"

#include <algorithm>
#include <utility>

#include "core/operation/derived_ids.h"
#include "core/operation/lookup.h"
#include "core/ops/managed_prefix_list/managed_prefix_list.h"

namespace ec2mimic {
namespace {

constexpr FilterRule kFilters[] = {
    filter<&SecurityGroupRule::group_id>("group-id", "The group that the rule belongs to."),
    filter<&SecurityGroupRule::security_group_rule_id>("security-group-rule-id", "The rule's own id."),
    tag_filter<&SecurityGroupRule::tags>(),
};

// To search the table for one group takes as long as to decode a few hundred rules; most tables are larger.
constexpr int kGroupsWorthASearch = 8;

SecurityGroupRuleRecord all_traffic(const std::string& group_id, bool is_egress) {
  SecurityGroupRuleRecord rule;
  rule.group_id = group_id;
  rule.is_egress = is_egress;
  rule.ip_protocol = "-1";
  return rule;
}

// AWS counts the rules for IPv4 and for IPv6 apart. A group counts as one of each, a prefix list as its size.
void count_rules(const Records& records, const SecurityGroupRuleRecord& rule, const Quota::Add& add) {
  const std::string group = rule.group_id + (rule.is_egress ? " egress" : " ingress");
  prefix_lists::Weight weight;
  if (rule.prefix_list_id) weight = prefix_lists::weight(records, *rule.prefix_list_id);
  if (!rule.cidr_ipv6 && weight.is_ipv4) add(group + " IPv4", weight.entries);
  if (!rule.cidr_ipv4 && weight.is_ipv6) add(group + " IPv6", weight.entries);
}

constexpr Quota kQuotas[] = {
    quota<&count_rules>(60, "RulesPerSecurityGroupLimitExceeded",
                        "The maximum number of rules per security group has been reached.",
                        {"AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupEgress", "ModifySecurityGroupRules",
                         "ModifyManagedPrefixList"},
                        ManagedPrefixListRecord::kTable),
};

constexpr std::string_view kGroup = "security-group";

// Checks that the group which a rule names exists, unless it is in a peered VPC.
void check_group(const Records& records, std::string_view id, const SecurityGroupRuleRecord& rule,
                 const Noun::Report& report) {
  if (!rule.referenced_group_id || rule.referenced_vpc_id) return;
  const std::string& group = *rule.referenced_group_id;
  const auto region = recorded_text(records, kGroup, group, "Region");
  if (region == rule.region) return;
  report(SecurityGroupRuleRecord::kTable, id, "ReferencedGroupId",
         region ? group + " is in " + *region + ", not in " + rule.region : "there is no " + group);
}

// For ICMP the ports are a type and a code, of which -1 is any.
std::optional<std::string> fault_in_messages(const SecurityGroupRuleRecord& rule) {
  constexpr std::int64_t kAny = -1;
  constexpr std::int64_t kLast = 255;
  const auto can_be = [](const std::optional<std::int64_t>& value) {
    return value && *value >= kAny && *value <= kLast;
  };
  if (!can_be(rule.from_port)) return "FromPort: a rule for ICMP needs a type from 0 to 255, or -1 for all";
  if (!can_be(rule.to_port)) return "ToPort: a rule for ICMP needs a code from 0 to 255, or -1 for all";
  if (rule.from_port != kAny || rule.to_port == kAny) return std::nullopt;
  return "ToPort: a rule for all types of ICMP is for all codes";
}

}  // namespace

void SecurityGroupRuleRecord::check_relations(const Records& records, const Noun::Report& report) {
  records.scan(kTable, {}, [&](std::string_view id, std::string_view line) {
    const auto rule = read_record<SecurityGroupRuleRecord>(id, line);
    check_group(records, id, rule, report);
  });
}

std::optional<std::string> SecurityGroupRuleRecord::contradiction() const {
  const int peers = int{cidr_ipv4.has_value()} + int{cidr_ipv6.has_value()} + int{prefix_list_id.has_value()} +
                    int{referenced_group_id.has_value()};
  if (peers != 1) {
    return "CidrIpv4, CidrIpv6, PrefixListId, ReferencedGroupId: expected one of them, not " + std::to_string(peers);
  }
  if (referenced_vpc_id && !referenced_group_id) return "ReferencedVpcId: there is no ReferencedGroupId";
  if (vpc_peering_connection_id && !referenced_vpc_id) return "VpcPeeringConnectionId: there is no ReferencedVpcId";
  if (ip_protocol.starts_with("icmp") || ip_protocol == "1" || ip_protocol == "58") return fault_in_messages(*this);
  if (ip_protocol != "tcp" && ip_protocol != "udp" && ip_protocol != "6" && ip_protocol != "17") return std::nullopt;
  if (from_port.value_or(-1) < 0) return "FromPort: a rule for TCP or UDP needs a port from 0 to 65535";
  if (to_port.value_or(-1) >= *from_port) return std::nullopt;
  if (!to_port) return "ToPort: a rule for TCP or UDP needs a port from 0 to 65535";
  return "ToPort: " + std::to_string(*to_port) + " is below FromPort, which is " + std::to_string(*from_port);
}

constinit const Noun ops::security_group_rule = define_noun<SecurityGroupRuleRecord>({
    .type = "security-group-rule",
    .prefix = "sgr-",
    .not_found_code = "InvalidSecurityGroupRuleId.NotFound",
    .not_found_text = "The security group rule ID '{}' does not exist",
    .dependency_text = "resource {} has a dependent object",
    .quotas = kQuotas,
});

constinit const std::span<const FilterRule> Resource<SecurityGroupRule>::filters = kFilters;

SecurityGroupRule Resource<SecurityGroupRule>::view(const std::string& id, const SecurityGroupRuleRecord& record,
                                                    Context& context) {
  SecurityGroupRule rule;
  rule.security_group_rule_id = id;
  rule.group_id = record.group_id;
  rule.group_owner_id = context.account();
  rule.is_egress = record.is_egress;
  rule.ip_protocol = record.ip_protocol;
  rule.from_port = record.from_port.value_or(-1);
  rule.to_port = record.to_port.value_or(-1);
  rule.cidr_ipv4 = record.cidr_ipv4;
  rule.cidr_ipv6 = record.cidr_ipv6;
  rule.prefix_list_id = record.prefix_list_id;
  if (record.referenced_group_id) rule.referenced_group_info = referenced_group(record, context);
  rule.description = record.description;
  rule.tags = record.tags;
  rule.security_group_rule_arn =
      "arn:aws:ec2:" + context.region() + ':' + context.account() + ":security-group-rule/" + id;
  return rule;
}

ReferencedSecurityGroup referenced_group(const SecurityGroupRuleRecord& rule, Context& context) {
  ReferencedSecurityGroup group;
  group.group_id = rule.referenced_group_id;
  group.vpc_id = rule.referenced_vpc_id;
  group.vpc_peering_connection_id = rule.vpc_peering_connection_id;
  if (rule.vpc_peering_connection_id) {
    group.peering_status =
        recorded_text(context.records(), "vpc-peering-connection", *rule.vpc_peering_connection_id, "StatusCode")
            .value_or("deleted");
  }
  // AWS does not show the owner of a group in a peered VPC that was deleted.
  const bool is_gone =
      rule.referenced_vpc_id && !recorded_text(context.records(), kGroup, *rule.referenced_group_id, "Region");
  if (!is_gone) group.user_id = context.account();
  return group;
}

RulesOfGroups::Rules RulesOfGroups::of(const std::string& group_id) {
  using ByGroup = std::map<std::string, Rules>;
  std::any& kept = context_.records().looked_up();
  const Table<SecurityGroupRuleRecord> table(context_);
  if (!kept.has_value() && ++asked_ <= kGroupsWorthASearch) {
    Rules rules = table.all(Narrowing().in_line({in_quotes(group_id)}));
    std::erase_if(rules, [&](const auto& rule) { return rule.second.group_id != group_id; });
    return rules;
  }
  if (!kept.has_value()) {
    ByGroup all;
    for (auto& rule : table.all()) all[rule.second.group_id].push_back(std::move(rule));
    kept = std::move(all);
  }
  const auto& all = std::any_cast<const ByGroup&>(kept);
  const auto found = all.find(group_id);
  return found == all.end() ? Rules() : found->second;
}

std::vector<SecurityGroupRuleRecord> rules_of_default_group(const std::string& group_id, bool has_ipv6) {
  std::vector<SecurityGroupRuleRecord> rules{all_traffic(group_id, false), all_traffic(group_id, true)};
  rules[0].referenced_group_id = group_id;
  rules[1].cidr_ipv4 = "0.0.0.0/0";
  if (has_ipv6) rules.emplace_back(all_traffic(group_id, true)).cidr_ipv6 = "::/0";
  return rules;
}

void create_rules(Context& context, const std::string& group_id, std::vector<SecurityGroupRuleRecord> rules) {
  // Ids from the context would shift those of everything that a seed creates afterwards.
  DerivedIds ids(context.records(), group_id);
  Table<SecurityGroupRuleRecord> table(context);
  for (SecurityGroupRuleRecord& rule : rules) table.create(ids.next(ops::security_group_rule.prefix), rule);
}

}  // namespace ec2mimic
