#include "core/ops/security_group_rule/permissions.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/net/aws_prefix_lists.h"
#include "core/net/cidr.h"
#include "core/net/ipv6_cidr.h"
#include "core/operation/is_given.h"
#include "core/operation/lookup.h"
#include "core/ops/vpc/vpc.h"
#include "core/ops/vpc_peering_connection/vpc_peering_connection.h"
#include "core/seam/errors.h"
#include "core/text/ascii.h"
#include "core/text/id_form.h"

namespace ec2mimic::permissions {
namespace {

constexpr std::int64_t kLastPort = 65535;
constexpr std::int64_t kLastIcmp = 255;
constexpr std::int64_t kAll = -1;

ApiError invalid(std::string text) { return {"InvalidParameterValue", std::move(text)}; }

// The id of a group that is named by it or, without one, by its name in the default VPC.
std::string group_called(const std::optional<std::string>& group_id, const std::optional<std::string>& group_name,
                         Context& context) {
  if (is_given(group_id)) {
    require_well_formed_group(*group_id);
    return *group_id;
  }
  const auto vpc = default_vpc(context);
  return group_named(context, vpc ? vpc->first : "", *group_name);
}

// By name where security groups have one for it.
std::string protocol_of(const std::optional<std::string>& protocol) {
  if (!protocol) {
    throw invalid("Invalid value 'null' for protocol. VPC security group rules must specify protocols explicitly.");
  }
  std::string name = ascii::lower(*protocol);
  if (name == "6") return "tcp";
  if (name == "17") return "udp";
  if (name == "1") return "icmp";
  if (name == "58") return "icmpv6";
  if (name == "all") return "-1";
  if (value_faults::protocol(name).empty()) return name;
  throw invalid("Invalid value '" + *protocol + "' for IP protocol. Unknown protocol.");
}

void check_ports(const IpPermission& permission) {
  if (!permission.from_port || !permission.to_port) {
    throw invalid("Invalid value for portRange. Must specify both from and to ports with TCP/UDP.");
  }
  for (const std::int64_t port : {*permission.from_port, *permission.to_port}) {
    if (port < 0 || port > kLastPort) throw invalid("TCP/UDP port (" + std::to_string(port) + ") out of range");
  }
  if (*permission.from_port <= *permission.to_port) return;
  throw invalid("Invalid TCP/UDP port range (" + std::to_string(*permission.from_port) + ':' +
                std::to_string(*permission.to_port) + ')');
}

void check_messages(const IpPermission& permission) {
  if (!permission.from_port || !permission.to_port) {
    throw invalid("Invalid value for portRange. Must specify both from and to ports with ICMP.");
  }
  const auto check = [](std::string_view what, std::int64_t value) {
    if (value >= kAll && value <= kLastIcmp) return;
    throw invalid("ICMP " + std::string(what) + " (" + std::to_string(value) + ") out of range");
  };
  check("type", *permission.from_port);
  check("code", *permission.to_port);
  if (*permission.from_port != kAll || *permission.to_port == kAll) return;
  throw invalid("If all ICMP types are specified, all ICMP codes must be specified");
}

// What all rules of a permission have in common.
SecurityGroupRuleRecord common_of(const IpPermission& permission, const RuleOwner& owner) {
  SecurityGroupRuleRecord rule;
  rule.group_id = owner.group_id;
  rule.is_egress = owner.is_egress;
  rule.ip_protocol = protocol_of(permission.ip_protocol);
  rule.from_port = permission.from_port;
  rule.to_port = permission.to_port;
  if (rule.ip_protocol == "tcp" || rule.ip_protocol == "udp") {
    check_ports(permission);
  } else if (rule.ip_protocol == "icmpv6" && !permission.from_port && !permission.to_port) {
    rule.from_port = rule.to_port = kAll;
  } else if (rule.ip_protocol.starts_with("icmp")) {
    check_messages(permission);
  } else {
    rule.from_port.reset();
    rule.to_port.reset();
  }
  return rule;
}

template <class Block>
std::string canonical(const std::optional<std::string>& text) {
  const auto block = Block::parse(text.value_or(""));
  if (!block) throw invalid("CIDR block " + text.value_or("") + " is malformed");
  return block->text();
}

std::string prefix_list(const std::string& id, const RuleOwner& owner, Named named, Context& context) {
  const bool is_known = named == Named::is_sought || net::is_aws_prefix_list(id) ||
                        whereabouts(context, "prefix-list", id, owner.vpc_id) != Whereabouts::missing;
  if (is_known) return id;
  throw ApiError{"InvalidPrefixListID.NotFound", "The prefix list ID '" + id + "' does not exist"};
}

// Sets the peered VPC that the group is in, and the connection to it.
void set_peer(SecurityGroupRuleRecord& rule, const std::string& vpc_id, const std::string& peer_id, Context& context) {
  using Connections = Table<VpcPeeringConnectionRecord>;
  for (auto& [id, connection] : Connections(context).all(Narrowing().in_line({in_quotes(vpc_id)}))) {
    if (!connection.serves(vpc_id) || !connection.serves(peer_id)) continue;
    rule.referenced_vpc_id = peer_id;
    rule.vpc_peering_connection_id = id;
    return;
  }
  throw ApiError{"InvalidGroup.NotFound", "You have specified two resources that belong to different networks."};
}

void check_owner(const std::string& account) {
  if (!is_account_number(account)) throw invalid("Invalid value '" + account + "' for userId.");
}

// Sets the group of a pair, which is found by its id or, in the default VPC, by its name.
void set_group(SecurityGroupRuleRecord& rule, const UserIdGroupPair& pair, const RuleOwner& owner, Named named,
               Context& context) {
  if (pair.user_id) check_owner(*pair.user_id);
  if (!pair.group_id && !pair.group_name) throw ApiError{"MissingParameter", "Source group ID missing."};
  const std::string id = group_called(pair.group_id, pair.group_name, context);
  rule.referenced_group_id = id;
  if (named == Named::is_sought) return;
  const auto group = require<SecurityGroup>(context, id);
  // No group of another account can be used, because connections with other accounts are never accepted.
  if (pair.user_id.value_or(context.account()) != context.account()) throw ops::security_group.not_found(id);
  if (group.vpc_id != owner.vpc_id) set_peer(rule, owner.vpc_id, group.vpc_id, context);
}

// Adds a rule for each source or destination of a permission.
void expand(const IpPermission& permission, const RuleOwner& owner, Named named, Context& context, Rules& rules) {
  const SecurityGroupRuleRecord common = common_of(permission, owner);
  const auto add = [&](const std::optional<std::string>& description) -> SecurityGroupRuleRecord& {
    if (description) check_description(*description);
    SecurityGroupRuleRecord& rule = rules.emplace_back(common);
    if (description && !description->empty()) rule.description = description;
    return rule;
  };
  for (const IpRange& one : permission.ip_ranges) add(one.description).cidr_ipv4 = canonical<net::Cidr>(one.cidr_ip);
  for (const Ipv6Range& one : permission.ipv6_ranges) {
    add(one.description).cidr_ipv6 = canonical<net::Ipv6Cidr>(one.cidr_ipv6);
  }
  for (const PrefixListId& one : permission.prefix_list_ids) {
    add(one.description).prefix_list_id = prefix_list(one.prefix_list_id.value_or(""), owner, named, context);
  }
  for (const UserIdGroupPair& one : permission.user_id_group_pairs) {
    set_group(add(one.description), one, owner, named, context);
  }
}

// `0.0.0.0/0, TCP, from port: 22, to port: 22`, as a message has it.
std::string in_words(const SecurityGroupRuleRecord& rule) {
  std::string text;
  for (const auto& peer : {rule.cidr_ipv4, rule.cidr_ipv6, rule.prefix_list_id, rule.referenced_group_id}) {
    text += peer.value_or("");
  }
  text += ", ";
  if (rule.ip_protocol == "-1") return text + "ALL";
  text += ascii::upper(rule.ip_protocol);
  if (!rule.from_port || !rule.to_port) return text;
  const auto number = [](std::int64_t value) { return value == kAll ? "ALL" : std::to_string(value); };
  const bool is_icmp = rule.ip_protocol.starts_with("icmp");
  return text + (is_icmp ? ", type: " : ", from port: ") + number(*rule.from_port) +
         (is_icmp ? ", code: " : ", to port: ") + number(*rule.to_port);
}

}  // namespace

RuleOwner owner_of(const std::optional<std::string>& group_id, const std::optional<std::string>& group_name,
                   bool is_egress, Context& context) {
  if (!is_given(group_id) && !is_given(group_name)) throw errors::missing_parameter("GroupName or GroupId");
  const std::string id = group_called(group_id, group_name, context);
  return {id, require<SecurityGroup>(context, id).vpc_id, is_egress};
}

Rules rules_of(const std::vector<IpPermission>& permissions, const RuleOwner& owner, Named named, Context& context) {
  Rules rules;
  for (const IpPermission& permission : permissions) expand(permission, owner, named, context, rules);
  for (auto rule = rules.begin(); rule != rules.end(); ++rule) {
    if (std::any_of(rules.begin(), rule, [&](const auto& other) { return is_same(*rule, other); })) throw named_twice();
  }
  return rules;
}

bool is_same(const SecurityGroupRuleRecord& one, const SecurityGroupRuleRecord& other) {
  const auto key = [](const SecurityGroupRuleRecord& rule) {
    return std::tie(rule.is_egress, rule.ip_protocol, rule.cidr_ipv4, rule.cidr_ipv6, rule.prefix_list_id,
                    rule.referenced_group_id);
  };
  // Where the protocol has no ports an imported rule may still have some.
  return key(one) == key(other) && one.from_port.value_or(kAll) == other.from_port.value_or(kAll) &&
         one.to_port.value_or(kAll) == other.to_port.value_or(kAll);
}

void require_new(const SecurityGroupRuleRecord& rule, const RulesOfGroups::Rules& present) {
  if (rule_like(present, rule) == present.end()) return;
  throw ApiError{"InvalidPermission.Duplicate",
                 "the specified rule \"peer: " + in_words(rule) + ", ALLOW\" already exists"};
}

RulesOfGroups::Rules::const_iterator rule_with_id(const RulesOfGroups::Rules& present, const std::string& id) {
  if (!id.starts_with(ops::security_group_rule.prefix)) {
    throw ApiError{"InvalidSecurityGroupRuleId.Malformed", "The security group rule ID '" + id + "' is malformed"};
  }
  const auto rule = std::find_if(present.begin(), present.end(), [&](const auto& one) { return one.first == id; });
  if (rule == present.end()) throw ops::security_group_rule.not_found(id);
  return rule;
}

RulesOfGroups::Rules::const_iterator rule_of_owner(const RulesOfGroups::Rules& present, const std::string& id,
                                                   const RuleOwner& owner) {
  const auto rule = rule_with_id(present, id);
  if (rule->second.is_egress != owner.is_egress) throw ops::security_group_rule.not_found(id);
  return rule;
}

RulesOfGroups::Rules::const_iterator rule_like(const RulesOfGroups::Rules& present,
                                               const SecurityGroupRuleRecord& wanted) {
  return std::find_if(present.begin(), present.end(), [&](const auto& one) { return is_same(one.second, wanted); });
}

void require_one_way(const std::vector<IpPermission>& permissions, bool has_others, const std::string& others) {
  if (permissions.empty() && !has_others) {
    throw ApiError{"MissingParameter", "Either 'ipPermissions' or '" + others + "' should be provided."};
  }
  if (permissions.empty() || !has_others) return;
  throw ApiError{"InvalidParameterCombination",
                 "The parameter 'ipPermissions' may not be used in combination with '" + others + "'."};
}

void check_description(const std::string& text) {
  check_group_text(text, "Invalid rule description. Valid descriptions");
}

ApiError no_such_rule() {
  return {"InvalidPermission.NotFound", "The specified rule does not exist in this security group."};
}

ApiError named_twice() { return invalid("The same permission must not appear multiple times"); }

}  // namespace ec2mimic::permissions
