#include "core/ops/network_acl/network_acl.h"

#include <algorithm>
#include <utility>

#include "core/net/cidr.h"
#include "core/net/ipv6_cidr.h"
#include "core/ops/network_acl/acl_entry.h"
#include "core/seam/errors.h"

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

constexpr std::int64_t kGreatestRuleNumber = 32766;

// IPv4 and IPv6 entries are counted separately; the last one of each, which AWS adds itself, does not count.
void count_entries(std::string_view id, const NetworkAclRecord& acl, const Quota::Add& add) {
  for (const NetworkAclEntry& entry : acl.entries) {
    if (entry.rule_number > kGreatestRuleNumber) continue;
    add(std::string(id) + (entry.egress ? " egress" : " ingress") + (entry.ipv6_cidr_block ? " IPv6" : " IPv4"), 1);
  }
}

constexpr Quota kQuotas[] = {
    quota_per<&NetworkAclRecord::vpc_id>(200, "NetworkAclLimitExceeded",
                                         "The maximum number of network acls has been reached."),
    quota<&count_entries>(20, "NetworkAclEntryLimitExceeded",
                          "The maximum number of network acl entries has been reached."),
};

// True if an entry's ports are no range. Entries for other protocols may hold any numbers.
bool has_bad_ports(const NetworkAclEntry& entry) {
  const bool has_ports = entry.protocol == "6" || entry.protocol == "17";  // TCP and UDP
  if (!has_ports || !entry.port_range || !entry.port_range->from || !entry.port_range->to) return false;
  const std::int64_t from = *entry.port_range->from;
  const std::int64_t to = *entry.port_range->to;
  return from < 0 || to > kLastPort || from > to;
}

}  // namespace

void NetworkAclRecord::check_relations(const Records& records, const Noun::Report& report) {
  records.scan(kTable, {}, [&](std::string_view id, std::string_view line) {
    const auto acl = read_record<NetworkAclRecord>(id, line);
    for (std::size_t i = 0; i < acl.entries.size(); ++i) {
      if (!has_bad_ports(acl.entries[i])) continue;
      const PortRange& range = *acl.entries[i].port_range;
      report(kTable, id, "Entries[" + std::to_string(i) + "].PortRange",
             std::to_string(*range.from) + " to " + std::to_string(*range.to) + " is not a range of ports");
    }
  });
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

namespace acl_entry {
namespace {

constexpr std::string_view kTcp = "6";
constexpr std::string_view kUdp = "17";
constexpr std::string_view kIcmp = "1";
constexpr std::string_view kIcmpv6 = "58";
constexpr std::int64_t kLastNumber = 32766;
constexpr std::int64_t kLastPort = 65535;

void check_protocol(const AclEntryRequest& request) {
  if (value_faults::protocol_number(request.protocol).empty()) return;
  throw ApiError{"InvalidParameterValue",
                 "Invalid value '" + request.protocol + "' for IP protocol. Unknown protocol."};
}

void check_action(const std::string& action) {
  if (std::find(std::begin(kRuleActions), std::end(kRuleActions), action) != std::end(kRuleActions)) return;
  throw errors::invalid_parameter(action, "ruleAction");
}

// Sets the one block of the entry.
void set_block(const AclEntryRequest& request, NetworkAclEntry& entry) {
  if (request.cidr_block && request.ipv6_cidr_block) {
    throw ApiError{"InvalidParameterCombination",
                   "The parameter cidrBlock cannot be used with the parameter ipv6CidrBlock"};
  }
  if (request.cidr_block) {
    const auto block = net::Cidr::parse(*request.cidr_block);
    if (!block) throw errors::not_a_cidr_block(*request.cidr_block, "cidrBlock");
    entry.cidr_block = block->text();
  } else if (request.ipv6_cidr_block) {
    const auto block = net::Ipv6Cidr::parse(*request.ipv6_cidr_block);
    if (!block) throw errors::not_a_cidr_block(*request.ipv6_cidr_block, "ipv6CidrBlock");
    entry.ipv6_cidr_block = block->text();
  } else {
    throw ApiError{"MissingParameter", "Either 'cidrBlock' or 'ipv6CidrBlock' should be provided."};
  }
}

PortRange ports(const std::optional<PortRange>& range) {
  if (!range || !range->from) throw errors::missing_parameter("portRange.from");
  if (!range->to) throw errors::missing_parameter("portRange.to");
  for (const std::int64_t port : {*range->from, *range->to}) {
    if (port >= 0 && port <= kLastPort) continue;
    throw ApiError{"InvalidParameterValue", "TCP/UDP port (" + std::to_string(port) + ") out of range"};
  }
  if (*range->from <= *range->to) return *range;
  throw ApiError{"InvalidParameterValue", "Invalid TCP/UDP port range (" + std::to_string(*range->from) + ':' +
                                              std::to_string(*range->to) + ')'};
}

IcmpTypeCode messages(const std::optional<IcmpTypeCode>& messages) {
  if (!messages || !messages->type) throw errors::missing_parameter("icmpTypeCode.type");
  if (!messages->code) throw errors::missing_parameter("icmpTypeCode.code");
  return *messages;
}

}  // namespace

void check_rule_number(std::int64_t number) {
  if (number >= 1 && number <= kLastNumber) return;
  throw ApiError{"InvalidParameterValue", "Value (" + std::to_string(number) +
                                              ") for parameter ruleNumber is invalid. Rulenumber must be in range "
                                              "1.." +
                                              std::to_string(kLastNumber)};
}

NetworkAclEntry requested(const AclEntryRequest& request) {
  check_rule_number(request.rule_number);
  check_protocol(request);
  check_action(request.rule_action);
  NetworkAclEntry entry;
  set_block(request, entry);
  entry.egress = request.egress;
  entry.protocol = request.protocol;
  entry.rule_action = request.rule_action;
  entry.rule_number = request.rule_number;
  if (request.protocol == kTcp || request.protocol == kUdp) entry.port_range = ports(request.port_range);
  if (request.protocol == kIcmp || request.protocol == kIcmpv6) entry.icmp_type_code = messages(request.icmp_type_code);
  if (request.protocol == kIcmpv6 && !entry.ipv6_cidr_block) throw errors::missing_parameter("ipv6CidrBlock");
  return entry;
}

Entries::iterator place_of(Entries& entries, bool is_egress, std::int64_t number) {
  // AWS shows all egress entries first.
  return std::find_if(entries.begin(), entries.end(), [&](const NetworkAclEntry& one) {
    return std::pair(!one.egress, one.rule_number) >= std::pair(!is_egress, number);
  });
}

Entries::iterator require_entry(Entries& entries, const std::string& acl_id, bool is_egress, std::int64_t number) {
  const auto place = place_of(entries, is_egress, number);
  if (place != entries.end() && place->egress == is_egress && place->rule_number == number) return place;
  throw ApiError{"InvalidNetworkAclEntry.NotFound", std::string("no ") + (is_egress ? "egress" : "ingress") +
                                                        " entry with number " + std::to_string(number) +
                                                        " in network ACL " + acl_id};
}

}  // namespace acl_entry
}  // namespace ec2mimic
