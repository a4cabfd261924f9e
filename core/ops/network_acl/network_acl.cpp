#include "core/ops/network_acl/network_acl.h"

#include <algorithm>

namespace ec2mimic {
namespace {

constexpr std::int64_t kLastPort = 65535;

NetworkAclEntry entry(bool egress, std::int64_t number, std::string_view action, bool ipv6) {
  NetworkAclEntry made;
  (ipv6 ? made.ipv6_cidr_block : made.cidr_block) = ipv6 ? "::/0" : "0.0.0.0/0";
  made.egress = egress;
  // All protocols; AWS writes their numbers as text.
  made.protocol = "-1";
  made.rule_action = action;
  made.rule_number = number;
  return made;
}

constexpr FilterRule kFilters[] = {
    filter<&NetworkAcl::associations, &NetworkAclAssociation::network_acl_association_id>(
        "association.association-id", "The id of one of the ACL's associations."),
    filter<&NetworkAcl::associations, &NetworkAclAssociation::network_acl_id>("association.network-acl-id",
                                                                              "The id of an ACL that a subnet uses."),
    filter<&NetworkAcl::associations, &NetworkAclAssociation::subnet_id>("association.subnet-id",
                                                                         "A subnet that uses the ACL."),
    filter<&NetworkAcl::is_default>("default", "`true` for the default ACL of a VPC."),
    filter<&NetworkAcl::entries, &NetworkAclEntry::cidr_block>("entry.cidr", "The IPv4 addresses of an entry."),
    filter<&NetworkAcl::entries, &NetworkAclEntry::egress>("entry.egress", "`true` for an entry for outbound traffic."),
    filter<&NetworkAcl::entries, &NetworkAclEntry::icmp_type_code, &IcmpTypeCode::code>("entry.icmp.code",
                                                                                        "The ICMP code of an entry."),
    filter<&NetworkAcl::entries, &NetworkAclEntry::icmp_type_code, &IcmpTypeCode::type>("entry.icmp.type",
                                                                                        "The ICMP type of an entry."),
    filter<&NetworkAcl::entries, &NetworkAclEntry::ipv6_cidr_block>("entry.ipv6-cidr",
                                                                    "The IPv6 addresses of an entry."),
    filter<&NetworkAcl::entries, &NetworkAclEntry::port_range, &PortRange::from>("entry.port-range.from",
                                                                                 "The first port of an entry."),
    filter<&NetworkAcl::entries, &NetworkAclEntry::port_range, &PortRange::to>("entry.port-range.to",
                                                                               "The last port of an entry."),
    filter<&NetworkAcl::entries, &NetworkAclEntry::protocol>("entry.protocol",
                                                             "The protocol of an entry, as a number."),
    filter<&NetworkAcl::entries, &NetworkAclEntry::rule_action>("entry.rule-action",
                                                                "The action of an entry: allow or deny."),
    filter<&NetworkAcl::entries, &NetworkAclEntry::rule_number>("entry.rule-number", "The number of an entry."),
    filter<&NetworkAcl::network_acl_id>("network-acl-id", "The ACL's own id."),
    filter<&NetworkAcl::owner_id>("owner-id", "The account that owns the ACL."),
    tag_filter<&NetworkAcl::tags>(),
    tag_key_filter<&NetworkAcl::tags>(),
    tag_value_filter<&NetworkAcl::tags>(),
    filter<&NetworkAcl::vpc_id>("vpc-id", "The VPC that the ACL belongs to."),
};

// IPv4 and IPv6 entries are counted separately; the last one of each, which AWS adds itself, does not count.
void count_entries(std::string_view id, const NetworkAclRecord& acl, const Quota::Add& add) {
  for (const NetworkAclEntry& entry : acl.entries) {
    if (entry.rule_number > kLastEntryNumber) continue;
    add(std::string(id) + (entry.egress ? " egress" : " ingress") + (entry.ipv6_cidr_block ? " IPv6" : " IPv4"), 1);
  }
}

constexpr Quota kQuotas[] = {
    quota_per<&NetworkAclRecord::vpc_id>(200, "NetworkAclLimitExceeded",
                                         "The maximum number of network acls has been reached."),
    quota<&count_entries>(20, "NetworkAclEntryLimitExceeded",
                          "The maximum number of network acl entries has been reached.",
                          {"AssociateVpcCidrBlock", "CreateNetworkAclEntry"}),
};

bool has_entry(const NetworkAclRecord& acl, bool egress, std::int64_t number) {
  return std::any_of(acl.entries.begin(), acl.entries.end(),
                     [&](const auto& one) { return one.egress == egress && one.rule_number == number; });
}

// What is wrong with an entry, with the member it is wrong in; empty if nothing is. Entries for other protocols may
// hold any numbers.
std::string fault_in_entry(const NetworkAclEntry& entry) {
  if (entry.cidr_block.has_value() == entry.ipv6_cidr_block.has_value()) {
    return ".CidrBlock: the entry has " + std::string(entry.cidr_block ? "both this" : "neither this") +
           (entry.cidr_block ? " and Ipv6CidrBlock" : " nor Ipv6CidrBlock");
  }
  if (entry.protocol == "6" || entry.protocol == "17") {
    if (!entry.port_range || !entry.port_range->from || !entry.port_range->to) {
      return ".PortRange: an entry for TCP or UDP needs From and To";
    }
    const std::int64_t from = *entry.port_range->from;
    const std::int64_t to = *entry.port_range->to;
    if (from >= 0 && to <= kLastPort && from <= to) return {};
    return ".PortRange: " + std::to_string(from) + " to " + std::to_string(to) + " is not a range of ports";
  }
  const bool is_icmp = entry.protocol == "1" || entry.protocol == "58";
  if (is_icmp && (!entry.icmp_type_code || !entry.icmp_type_code->type || !entry.icmp_type_code->code)) {
    return ".IcmpTypeCode: an entry for ICMP needs Type and Code";
  }
  return {};
}

}  // namespace

std::optional<std::string> NetworkAclRecord::contradiction() const {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::string fault = fault_in_entry(entries[i]);
    if (!fault.empty()) return "Entries[" + std::to_string(i) + ']' + fault;
  }
  return std::nullopt;
}

constinit const Noun ops::network_acl = define_noun<NetworkAclRecord>({
    .type = "network-acl",
    .prefix = "acl-",
    .not_found_code = "InvalidNetworkAclID.NotFound",
    .not_found_text = "The networkAcl ID '{}' does not exist",
    .dependency_text = "The networkAcl '{}' has dependencies and cannot be deleted.",
    .quotas = kQuotas,
});

constinit const std::span<const FilterRule> Resource<NetworkAcl>::filters = kFilters;

// Rule numbers and order are AWS's: egress first, and an IPv6 entry has the number after its IPv4 entry.
std::vector<NetworkAclEntry> default_entries(bool is_default, bool with_ipv6) {
  std::vector<NetworkAclEntry> entries;
  for (const bool egress : {true, false}) {
    if (is_default) entries.push_back(entry(egress, 100, "allow", false));
    if (is_default && with_ipv6) entries.push_back(entry(egress, 101, "allow", true));
    // The last rules, which nobody can remove: AWS's console shows their numbers as `*`.
    entries.push_back(entry(egress, 32767, "deny", false));
    if (with_ipv6) entries.push_back(entry(egress, 32768, "deny", true));
  }
  return entries;
}

void create_default_network_acl(Context& context, const std::string& vpc_id, bool has_ipv6) {
  NetworkAclRecord acl;
  acl.vpc_id = vpc_id;
  acl.is_default = true;
  acl.entries = default_entries(acl.is_default, has_ipv6);
  const std::string id = context.new_id(ops::network_acl.prefix);
  Table<NetworkAclRecord>(context).create(id, acl);
}

void associate_default_acl(Context& context, const std::string& vpc_id, const std::string& subnet_id) {
  Table<NetworkAclRecord> acls(context);
  for (auto& [id, acl] : acls.all(Narrowing().in_line({in_quotes(vpc_id)}))) {
    if (!acl.is_default || acl.vpc_id != vpc_id) continue;
    acl.associations.push_back({context.new_id("aclassoc-"), {}, subnet_id});
    return acls.put(id, acl);
  }
}

void add_ipv6_entries(Context& context, const std::string& vpc_id) {
  Table<NetworkAclRecord> acls(context);
  for (auto& [id, acl] : acls.all(Narrowing().in_line({in_quotes(vpc_id)}))) {
    if (acl.vpc_id != vpc_id) continue;
    for (const NetworkAclEntry& entry : default_entries(acl.is_default, true)) {
      // A user may have put an entry of that number there.
      if (has_entry(acl, entry.egress, entry.rule_number)) continue;
      if (entry.ipv6_cidr_block) acl.entries.push_back(entry);
    }
    std::stable_sort(acl.entries.begin(), acl.entries.end(), [](const auto& a, const auto& b) {
      return a.egress != b.egress ? a.egress : a.rule_number < b.rule_number;
    });
    acls.put(id, acl);
  }
}

NetworkAcl Resource<NetworkAcl>::view(const std::string& id, const NetworkAclRecord& record, Context& context) {
  NetworkAcl acl{record.associations, record.entries, record.is_default, id,
                 record.tags,         record.vpc_id,  context.account()};
  for (NetworkAclAssociation& association : acl.associations) association.network_acl_id = id;
  return acl;
}

void Resource<NetworkAcl>::as_created(NetworkAcl& view) {
  for (NetworkAclEntry& entry : view.entries) {
    // Only the answer to a creation has these two in every entry, empty; later answers leave them out.
    if (!entry.icmp_type_code) entry.icmp_type_code.emplace();
    if (!entry.port_range) entry.port_range.emplace();
  }
}

}  // namespace ec2mimic
