#include "core/ops/network_acl/network_acl.h"

namespace ec2mimic {
namespace {

NetworkAclEntry entry(bool egress, std::int64_t number, std::string_view action, bool ipv6) {
  NetworkAclEntry made;
  (ipv6 ? made.ipv6_cidr_block : made.cidr_block) = ipv6 ? "::/0" : "0.0.0.0/0";
  made.egress = egress;
  made.protocol = "-1";
  made.rule_action = action;
  made.rule_number = number;
  return made;
}

// A filter that looks at one thing of each entry, or of each association.
template <class Look>
constexpr FilterRule of_entries(std::string_view name, std::string_view doc, Look) {
  return filter<NetworkAcl>(name, doc, [](const NetworkAcl& acl, FilterMatch& match) {
    for (const NetworkAclEntry& one : acl.entries) match.offer(Look{}(one));
  });
}

template <class Look>
constexpr FilterRule of_associations(std::string_view name, std::string_view doc, Look, bool stored) {
  return filter<NetworkAcl>(
      name, doc,
      [](const NetworkAcl& acl, FilterMatch& match) {
        for (const NetworkAclAssociation& one : acl.associations) match.offer(Look{}(one));
      },
      stored);
}

constexpr FilterRule kFilters[] = {
    of_associations(
        "association.association-id", "The id of one of the ACL's associations.",
        [](const NetworkAclAssociation& one) { return one.network_acl_association_id; }, kStored),
    of_associations(
        "association.network-acl-id", "The id of an ACL that some subnet uses.",
        [](const NetworkAclAssociation& one) { return one.network_acl_id; }, !kStored),
    of_associations(
        "association.subnet-id", "A subnet that uses the ACL.",
        [](const NetworkAclAssociation& one) { return one.subnet_id; }, kStored),
    filter<NetworkAcl>("default", "`true` for the ACL that came with its VPC.",
                       [](const NetworkAcl& acl, FilterMatch& match) { match.offer(acl.is_default); }),
    of_entries("entry.cidr", "The IPv4 addresses of an entry.",
               [](const NetworkAclEntry& one) { return one.cidr_block; }),
    of_entries("entry.egress", "`true` for an entry about traffic that leaves.",
               [](const NetworkAclEntry& one) { return one.egress; }),
    of_entries("entry.icmp.code", "The ICMP code of an entry.",
               [](const NetworkAclEntry& one) {
                 return one.icmp_type_code ? one.icmp_type_code->code : std::optional<std::int64_t>{};
               }),
    of_entries("entry.icmp.type", "The ICMP type of an entry.",
               [](const NetworkAclEntry& one) {
                 return one.icmp_type_code ? one.icmp_type_code->type : std::optional<std::int64_t>{};
               }),
    of_entries("entry.ipv6-cidr", "The IPv6 addresses of an entry.",
               [](const NetworkAclEntry& one) { return one.ipv6_cidr_block; }),
    of_entries("entry.port-range.from", "The first port of an entry.",
               [](const NetworkAclEntry& one) {
                 return one.port_range ? one.port_range->from : std::optional<std::int64_t>{};
               }),
    of_entries(
        "entry.port-range.to", "The last port of an entry.",
        [](const NetworkAclEntry& one) { return one.port_range ? one.port_range->to : std::optional<std::int64_t>{}; }),
    of_entries("entry.protocol", "The protocol of an entry, as a number.",
               [](const NetworkAclEntry& one) { return one.protocol; }),
    of_entries("entry.rule-action", "What an entry does: allow or deny.",
               [](const NetworkAclEntry& one) { return one.rule_action; }),
    of_entries("entry.rule-number", "The number of an entry.",
               [](const NetworkAclEntry& one) { return one.rule_number; }),
    filter<NetworkAcl>("network-acl-id", "The ACL's own id.",
                       [](const NetworkAcl& acl, FilterMatch& match) { match.offer(acl.network_acl_id); }),
    filter<NetworkAcl>("owner-id", "The account that owns the ACL.",
                       [](const NetworkAcl& acl, FilterMatch& match) { match.offer(acl.owner_id); }),
    tag_filter<NetworkAcl>(),
    tag_key_filter<NetworkAcl>(),
    tag_value_filter<NetworkAcl>(),
    filter<NetworkAcl>(
        "vpc-id", "The VPC that the ACL belongs to.",
        [](const NetworkAcl& acl, FilterMatch& match) { match.offer(acl.vpc_id); }, kStored),
};

}  // namespace

constinit const Noun ops::network_acl = define_noun<NetworkAclRecord>({
    .type = "network-acl",
    .prefix = "acl-",
    .not_found_code = "InvalidNetworkAclID.NotFound",
    .not_found_text = "The networkAcl ID '{}' does not exist",
    .dependency_text = "The networkAcl '{}' has dependencies and cannot be deleted.",
});

constinit const std::span<const FilterRule> Resource<NetworkAcl>::filters = kFilters;

std::vector<NetworkAclEntry> entries_at_birth(bool is_default, bool with_ipv6) {
  std::vector<NetworkAclEntry> entries;
  for (const bool egress : {true, false}) {
    if (is_default) entries.push_back(entry(egress, 100, "allow", false));
    if (is_default && with_ipv6) entries.push_back(entry(egress, 101, "allow", true));
    entries.push_back(entry(egress, 32767, "deny", false));
    if (with_ipv6) entries.push_back(entry(egress, 32768, "deny", true));
  }
  return entries;
}

NetworkAcl Resource<NetworkAcl>::view(const std::string& id, const NetworkAclRecord& record, Context& context) {
  NetworkAcl acl{record.associations, record.entries, record.is_default, id,
                 record.tags,         record.vpc_id,  context.account()};
  for (NetworkAclAssociation& association : acl.associations) association.network_acl_id = id;
  return acl;
}

void Resource<NetworkAcl>::as_created(NetworkAcl& view) {
  for (NetworkAclEntry& entry : view.entries) {
    if (!entry.icmp_type_code) entry.icmp_type_code.emplace();
    if (!entry.port_range) entry.port_range.emplace();
  }
}

}  // namespace ec2mimic
