#include "core/ops/security_group/security_group.h"

#include <algorithm>

#include "core/operation/narrow_to_named.h"

namespace ec2mimic {
namespace {

constexpr auto kIn = &SecurityGroup::ip_permissions;
constexpr auto kOut = &SecurityGroup::ip_permissions_egress;
constexpr auto kPairs = &IpPermission::user_id_group_pairs;

// Rules out groups none of whose rules, which are records of their own, can match.
void narrow_to_groups(Narrowing& narrowing, const Narrowing& rules, Context& context) {
  narrow_to_named(narrowing, rules, context, &SecurityGroupRuleRecord::group_id);
}

// A filter on the values that the rules of a group have at a path of members of a permission.
template <auto Permissions, auto... Path>
constexpr FilterRule on_rules(std::string_view name, std::string_view doc) {
  return narrowed(filter<Permissions, Path...>(name, doc),
                  [](Narrowing& narrowing, const std::vector<std::string>& patterns, Context& context) {
                    Narrowing rules;
                    narrow(rules, detail::storage<Path...>(), *detail::last_member<Path...>(), "", patterns);
                    narrow_to_groups(narrowing, rules, context);
                  });
}

// Only a rule that names a group has values for these filters.
void narrow_to_pairs(Narrowing& narrowing, const std::vector<std::string>& /*patterns*/, Context& context) {
  narrow_to_groups(narrowing, Narrowing().in_line({in_quotes("ReferencedGroupId")}), context);
}

// Names of groups are not shown, so this is no path of described members.
template <auto Permissions>
constexpr FilterRule on_group_names(std::string_view name, std::string_view doc) {
  return {name,
          doc,
          [](const void* view, FilterMatch& match) {
            for (const IpPermission& permission : static_cast<const SecurityGroup*>(view)->*Permissions) {
              for (const UserIdGroupPair& pair : permission.user_id_group_pairs) match.offer(pair.name_in_filters);
            }
          },
          &model::described_member<&UserIdGroupPair::group_name>(),
          StoredAs::nothing,
          false,
          &narrow_to_pairs};
}

constexpr FilterRule kFilters[] = {
    filter<&SecurityGroup::description>("description", "What the group is for."),
    on_rules<kOut, &IpPermission::ip_ranges, &IpRange::cidr_ip>("egress.ip-permission.cidr",
                                                                "The IPv4 block of any outbound rule."),
    on_rules<kOut, &IpPermission::from_port>("egress.ip-permission.from-port", "The first port of any outbound rule."),
    on_rules<kOut, kPairs, &UserIdGroupPair::group_id>("egress.ip-permission.group-id",
                                                       "The id of the group that any outbound rule names."),
    on_group_names<kOut>("egress.ip-permission.group-name", "The name of the group that any outbound rule names."),
    on_rules<kOut, &IpPermission::ipv6_ranges, &Ipv6Range::cidr_ipv6>("egress.ip-permission.ipv6-cidr",
                                                                      "The IPv6 block of any outbound rule."),
    on_rules<kOut, &IpPermission::prefix_list_ids, &PrefixListId::prefix_list_id>(
        "egress.ip-permission.prefix-list-id", "The prefix list that any outbound rule names."),
    on_rules<kOut, &IpPermission::ip_protocol>("egress.ip-permission.protocol", "The protocol of any outbound rule."),
    on_rules<kOut, &IpPermission::to_port>("egress.ip-permission.to-port", "The last port of any outbound rule."),
    narrowed(filter<kOut, kPairs, &UserIdGroupPair::user_id>("egress.ip-permission.user-id",
                                                             "The owner of the group that any outbound rule names."),
             &narrow_to_pairs),
    filter<&SecurityGroup::group_id>("group-id", "The group's own id."),
    filter<&SecurityGroup::group_name>("group-name", "The name of the group."),
    on_rules<kIn, &IpPermission::ip_ranges, &IpRange::cidr_ip>("ip-permission.cidr",
                                                               "The IPv4 block of any inbound rule."),
    on_rules<kIn, &IpPermission::from_port>("ip-permission.from-port", "The first port of any inbound rule."),
    on_rules<kIn, kPairs, &UserIdGroupPair::group_id>("ip-permission.group-id",
                                                      "The id of the group that any inbound rule names."),
    on_group_names<kIn>("ip-permission.group-name", "The name of the group that any inbound rule names."),
    on_rules<kIn, &IpPermission::ipv6_ranges, &Ipv6Range::cidr_ipv6>("ip-permission.ipv6-cidr",
                                                                     "The IPv6 block of any inbound rule."),
    on_rules<kIn, &IpPermission::prefix_list_ids, &PrefixListId::prefix_list_id>(
        "ip-permission.prefix-list-id", "The prefix list that any inbound rule names."),
    on_rules<kIn, &IpPermission::ip_protocol>("ip-permission.protocol", "The protocol of any inbound rule."),
    on_rules<kIn, &IpPermission::to_port>("ip-permission.to-port", "The last port of any inbound rule."),
    narrowed(filter<kIn, kPairs, &UserIdGroupPair::user_id>("ip-permission.user-id",
                                                            "The owner of the group that any inbound rule names."),
             &narrow_to_pairs),
    filter<&SecurityGroup::owner_id>("owner-id", "The account that owns the group."),
    tag_filter<&SecurityGroup::tags>(),
    tag_key_filter<&SecurityGroup::tags>(),
    tag_value_filter<&SecurityGroup::tags>(),
    filter<&SecurityGroup::vpc_id>("vpc-id", "The VPC that the group belongs to."),
};

// The permission with the protocol and ports of a rule, which is added if there is none.
IpPermission& permission_for(std::vector<IpPermission>& permissions, const SecurityGroupRuleRecord& rule) {
  // Where a rule is shown by itself its ports are -1 if its protocol has none, so an imported one has them.
  const std::string& protocol = rule.ip_protocol;
  const bool has_ports = protocol == "tcp" || protocol == "udp" || protocol.starts_with("icmp");
  const auto from_port = has_ports ? rule.from_port : std::nullopt;
  const auto to_port = has_ports ? rule.to_port : std::nullopt;
  const auto found = std::find_if(permissions.begin(), permissions.end(), [&](const IpPermission& one) {
    return one.ip_protocol == rule.ip_protocol && one.from_port == from_port && one.to_port == to_port;
  });
  if (found != permissions.end()) return *found;
  IpPermission& added = permissions.emplace_back();
  added.ip_protocol = rule.ip_protocol;
  added.from_port = from_port;
  added.to_port = to_port;
  return added;
}

std::string name_of(Context& context, const std::string& group_id) {
  const auto group = Table<SecurityGroupRecord>(context).find(group_id);
  return group ? group->group_name : "";
}

constexpr Quota kQuotas[] = {
    quota_per<&SecurityGroupRecord::region>(2500, "SecurityGroupLimitExceeded",
                                            "The maximum number of security groups has been reached."),
};

}  // namespace

constinit const Noun ops::security_group = define_noun<SecurityGroupRecord>({
    .type = "security-group",
    .prefix = "sg-",
    .not_found_code = "InvalidGroup.NotFound",
    .not_found_text = "The security group '{}' does not exist",
    .dependency_text = "resource {} has a dependent object",
    .id_name = "GroupId",
    .quotas = kQuotas,
});

constinit const std::span<const FilterRule> Resource<SecurityGroup>::filters = kFilters;

SecurityGroup Resource<SecurityGroup>::view(const std::string& id, const SecurityGroupRecord& record, Context& context,
                                            RulesOfGroups& rules) {
  SecurityGroup group;
  group.group_id = id;
  if (!record.tags.empty()) group.tags = record.tags;
  group.vpc_id = record.vpc_id;
  group.security_group_arn = group_arn(context, id);
  group.owner_id = context.account();
  group.group_name = record.group_name;
  group.description = record.description;
  for (const auto& [rule_id, rule] : rules.of(id)) {
    add_rule(rule.is_egress ? group.ip_permissions_egress : group.ip_permissions, rule, group.group_name, context);
  }
  return group;
}

void create_default_security_group(Context& context, const std::string& vpc_id, bool has_ipv6) {
  SecurityGroupRecord group;
  group.vpc_id = vpc_id;
  group.group_name = kDefaultGroupName;
  group.description = "default VPC security group";
  const std::string id = context.new_id(ops::security_group.prefix);
  Table<SecurityGroupRecord>(context).create(id, group);
  create_rules(context, id, rules_of_default_group(id, has_ipv6));
}

void allow_ipv6_egress(Context& context, const std::string& vpc_id) {
  for (const auto& [id, group] : Table<SecurityGroupRecord>(context).all(Narrowing().in_line({in_quotes(vpc_id)}))) {
    if (group.vpc_id != vpc_id || !group.is_default()) continue;
    const auto rules = Table<SecurityGroupRuleRecord>(context).all(Narrowing().in_line({in_quotes(id)}));
    const bool has_it = std::any_of(rules.begin(), rules.end(), [&, &group_id = id](const auto& one) {
      return one.second.group_id == group_id && one.second.is_egress && one.second.cidr_ipv6 == "::/0";
    });
    if (!has_it) create_rules(context, id, {rules_of_default_group(id, true).back()});
  }
}

std::optional<std::string> find_group(Context& context, const std::string& vpc_id, const std::string& name) {
  for (auto& [id, group] : Table<SecurityGroupRecord>(context).all(Narrowing().in_line({in_quotes(vpc_id)}))) {
    if (group.vpc_id == vpc_id && group.group_name == name) return std::move(id);
  }
  return std::nullopt;
}

std::string group_named(Context& context, const std::string& default_vpc_id, const std::string& name) {
  if (!default_vpc_id.empty()) {
    if (auto id = find_group(context, default_vpc_id, name)) return *std::move(id);
  }
  throw ApiError{"InvalidGroup.NotFound", "The security group '" + name + "' does not exist in default VPC '" +
                                              (default_vpc_id.empty() ? "none" : default_vpc_id) + '\''};
}

void check_group_text(const std::string& text, const std::string& what) {
  constexpr std::size_t kLongest = 255;
  constexpr std::string_view kAllowed =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789. _-:/()#,@[]+=&;{}!$*";
  if (text.size() <= kLongest && text.find_first_not_of(kAllowed) == std::string::npos) return;
  throw ApiError{
      "InvalidParameterValue",
      what + " are strings less than 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*"};
}

void require_well_formed_group(const std::string& id) {
  const std::string_view prefix = ops::security_group.prefix;
  const bool has_prefix = id.starts_with(prefix);
  const bool is_zero = id.size() == prefix.size() + 17 && id.find_first_not_of('0', prefix.size()) == std::string::npos;
  if (has_prefix && !is_zero) return;
  // The same as for an id of another kind, but of an id of zeros AWS does not say what it expected.
  const std::string expected = has_prefix ? "" : " (expecting \"sg-...\")";
  throw ApiError{"InvalidGroupId.Malformed", "Invalid id: \"" + id + '"' + expected};
}

void add_rule(std::vector<IpPermission>& permissions, const SecurityGroupRuleRecord& rule,
              const std::string& group_name, Context& context) {
  IpPermission& its = permission_for(permissions, rule);
  if (rule.cidr_ipv4) its.ip_ranges.push_back({rule.description, *rule.cidr_ipv4});
  if (rule.cidr_ipv6) its.ipv6_ranges.push_back({rule.description, *rule.cidr_ipv6});
  if (rule.prefix_list_id) its.prefix_list_ids.push_back({rule.description, *rule.prefix_list_id});
  if (!rule.referenced_group_id) return;
  UserIdGroupPair& pair = its.user_id_group_pairs.emplace_back();
  const ReferencedSecurityGroup group = referenced_group(rule, context);
  pair.description = rule.description;
  pair.user_id = group.user_id;
  pair.group_id = group.group_id;
  pair.vpc_id = group.vpc_id;
  pair.vpc_peering_connection_id = group.vpc_peering_connection_id;
  pair.peering_status = group.peering_status;
  pair.name_in_filters = pair.group_id == rule.group_id ? group_name : name_of(context, *pair.group_id);
}

std::string group_arn(const Context& context, const std::string& id) {
  return "arn:aws:ec2:" + context.region() + ':' + context.account() + ":security-group/" + id;
}

}  // namespace ec2mimic
