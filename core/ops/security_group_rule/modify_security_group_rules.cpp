#include <algorithm>

#include "core/operation/operation.h"
#include "core/ops/security_group_rule/permissions.h"

namespace ec2mimic {
namespace {

struct SecurityGroupRuleRequest {
  std::optional<std::string> ip_protocol{};
  std::optional<std::int64_t> from_port{};
  std::optional<std::int64_t> to_port{};
  std::optional<std::string> cidr_ipv4{};
  std::optional<std::string> cidr_ipv6{};
  std::optional<std::string> prefix_list_id{};
  std::optional<std::string> referenced_group_id{};
  std::optional<std::string> description{};
};

struct SecurityGroupRuleUpdate {
  std::string security_group_rule_id{};
  SecurityGroupRuleRequest security_group_rule{};
};

struct ModifySecurityGroupRules {
  std::string group_id{};
  std::vector<SecurityGroupRuleUpdate> security_group_rules{};
  std::optional<bool> dry_run{};
};

struct ModifySecurityGroupRulesResult {
  bool return_ = true;
};

}  // namespace

template <>
struct model::Describe<SecurityGroupRuleRequest> {
  using Self = SecurityGroupRuleRequest;
  static constexpr std::string_view name = "SecurityGroupRuleRequest";
  static constexpr auto members = model::members(
      member<&Self::ip_protocol>("IpProtocol", "The protocol: tcp, udp, icmp, icmpv6, a number, or -1 for all."),
      member<&Self::from_port>("FromPort", "The first port, or the type of ICMP."),
      member<&Self::to_port>("ToPort", "The last port, or the code of ICMP."),
      member<&Self::cidr_ipv4>("CidrIpv4", "The block of IPv4 addresses."),
      member<&Self::cidr_ipv6>("CidrIpv6", "The block of IPv6 addresses."),
      member<&Self::prefix_list_id>("PrefixListId", "The list of address blocks.", {.refers = "prefix-list"}),
      member<&Self::referenced_group_id>("ReferencedGroupId", "The group whose members are allowed.",
                                         {.refers = "security-group"}),
      member<&Self::description>("Description", "What the rule is for."));
};

template <>
struct model::Describe<SecurityGroupRuleUpdate> {
  using Self = SecurityGroupRuleUpdate;
  static constexpr std::string_view name = "SecurityGroupRuleUpdate";
  static constexpr auto members =
      model::members(member<&Self::security_group_rule_id>("SecurityGroupRuleId", "The rule.",
                                                           {.required = true, .refers = "security-group-rule"}),
                     member<&Self::security_group_rule>("SecurityGroupRule", "All that it is to be from now on."));
};

template <>
struct model::Describe<ModifySecurityGroupRules> {
  using Self = ModifySecurityGroupRules;
  static constexpr std::string_view name = "ModifySecurityGroupRulesRequest";
  static constexpr auto members =
      model::members(member<&Self::group_id>("GroupId", "The group of the rules.",
                                             {.required = true, .insists_on = "GroupId", .refers = "security-group"}),
                     member<&Self::security_group_rules>("SecurityGroupRules", "The rules to replace.",
                                                         {.required = true, .insists_on = "SecurityGroupRule"}),
                     dry_run<&ModifySecurityGroupRules::dry_run>);
};

template <>
struct model::Describe<ModifySecurityGroupRulesResult> {
  static constexpr std::string_view name = "ModifySecurityGroupRulesResult";
  static constexpr auto members =
      model::members(member<&ModifySecurityGroupRulesResult::return_>("Return", "Always true."));
};

namespace {

using Requested = SecurityGroupRuleRequest;
using Recorded = SecurityGroupRuleRecord;

// A kind of source or destination.
struct Peer {
  std::optional<std::string> Requested::*requested;
  std::optional<std::string> Recorded::*recorded;
  std::string_view article;
  std::string_view words;
};

constexpr Peer kPeers[] = {
    {&Requested::cidr_ipv4, &Recorded::cidr_ipv4, "an", "IPv4 CIDR"},
    {&Requested::cidr_ipv6, &Recorded::cidr_ipv6, "an", "IPv6 CIDR"},
    {&Requested::prefix_list_id, &Recorded::prefix_list_id, "a", "prefix list"},
    {&Requested::referenced_group_id, &Recorded::referenced_group_id, "a", "referenced group id"},
};

const Peer& peer_of(const Requested& rule) {
  const auto is_given = [&](const Peer& peer) { return (rule.*peer.requested).has_value(); };
  const auto count = std::count_if(std::begin(kPeers), std::end(kPeers), is_given);
  if (count == 1) return *std::find_if(std::begin(kPeers), std::end(kPeers), is_given);
  throw ApiError{count == 0 ? "MissingParameter" : "InvalidParameterCombination",
                 "A security group rule must have exactly one of CidrIpv4, CidrIpv6, PrefixListId, ReferencedGroupId"};
}

void require_same_kind(const Peer& peer, const Recorded& rule) {
  if (rule.*peer.recorded) return;
  const auto its = std::find_if(std::begin(kPeers), std::end(kPeers),
                                [&](const Peer& one) { return (rule.*one.recorded).has_value(); });
  throw ApiError{"InvalidParameterValue", "You may not specify " + std::string(peer.article) + ' ' +
                                              std::string(peer.words) + " for an existing " + std::string(its->words) +
                                              " rule."};
}

IpPermission permission_of(const Requested& rule) {
  IpPermission permission;
  permission.ip_protocol = rule.ip_protocol;
  permission.from_port = rule.from_port;
  permission.to_port = rule.to_port;
  if (rule.cidr_ipv4) permission.ip_ranges.push_back({rule.description, rule.cidr_ipv4});
  if (rule.cidr_ipv6) permission.ipv6_ranges.push_back({rule.description, rule.cidr_ipv6});
  if (rule.prefix_list_id) permission.prefix_list_ids.push_back({rule.description, rule.prefix_list_id});
  if (rule.referenced_group_id) {
    UserIdGroupPair& pair = permission.user_id_group_pairs.emplace_back();
    pair.description = rule.description;
    pair.group_id = rule.referenced_group_id;
  }
  return permission;
}

// The rule as it is to be recorded.
Recorded modified(const Recorded& before, const Requested& request, RuleOwner owner, Context& context) {
  require_same_kind(peer_of(request), before);
  owner.is_egress = before.is_egress;
  Recorded rule =
      permissions::rules_of({permission_of(request)}, owner, permissions::Named::must_exist, context).front();
  rule.region = before.region;
  rule.serial = before.serial;
  rule.tags = before.tags;
  return rule;
}

ModifySecurityGroupRulesResult run_modify_security_group_rules(const ModifySecurityGroupRules& request,
                                                               Context& context) {
  const RuleOwner owner = permissions::owner_of(request.group_id, {}, false, context);
  const RulesOfGroups::Rules before = RulesOfGroups(context).of(owner.group_id);
  RulesOfGroups::Rules kept = before;
  RulesOfGroups::Rules changed;
  for (const auto& [id, rule] : request.security_group_rules) {
    const auto present = permissions::rule_with_id(before, id);
    // Rules may exchange what they allow, so only those that stay as they are count here.
    if (std::erase_if(kept, [&id = id](const auto& one) { return one.first == id; }) == 0) {
      throw permissions::named_twice();
    }
    changed.emplace_back(id, modified(present->second, rule, owner, context));
  }
  for (const auto& [id, rule] : changed) {
    permissions::require_new(rule, kept);
    kept.emplace_back(id, rule);
    Table<Recorded>(context).put(id, rule);
  }
  return {};
}

constexpr std::string_view kModifySecurityGroupRulesErrors[] = {
    "InvalidGroupId.Malformed",           "InvalidParameterCombination",  "InvalidParameterValue",
    "InvalidPermission.Duplicate",        "InvalidPrefixListID.NotFound", "InvalidSecurityGroupRuleId.Malformed",
    "InvalidSecurityGroupRuleId.NotFound"};
constexpr std::string_view kModifySecurityGroupRulesSeeAlso[] = {"describe-security-groups"};

}  // namespace

namespace ops {

extern constinit const Operation modify_security_group_rules = define<&run_modify_security_group_rules>({
    .name = "ModifySecurityGroupRules",
    .effect = Effect::writes,
    .summary = "Replaces rules of a security group",
    .description =
        "Each rule keeps its id, its tags, its direction and its kind of source or destination: one with an IPv4 "
        "block gets another IPv4 block. Everything else becomes what the request says; a description that is left "
        "out is removed. Rules can exchange what they allow in one call.",
    .errors = kModifySecurityGroupRulesErrors,
    .see_also = kModifySecurityGroupRulesSeeAlso,
});

}  // namespace ops
}  // namespace ec2mimic
