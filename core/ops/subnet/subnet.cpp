#include "core/ops/subnet/subnet.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "core/net/blocks.h"
#include "core/net/cidr.h"
#include "core/net/ipv6_cidr.h"
#include "core/net/region_table.h"
#include "core/operation/narrow_to_named.h"
#include "core/ops/network_acl/network_acl.h"
#include "core/ops/network_interface/network_interface_record.h"
#include "core/records/transition.h"

namespace ec2mimic {
namespace {

// The ARN ends with the id.
void narrow_to_arns(Narrowing& narrowing, const std::vector<std::string>& patterns, Context& /*context*/) {
  auto ids = exact_texts(patterns);
  if (!ids) return;
  for (std::string& id : *ids) id.erase(0, id.rfind('/') + 1);
  narrowing.is_key(*std::move(ids));
}

// Neither kind of DNS record is on until it is set.
void narrow_to_named_hosts(Narrowing& narrowing, const std::vector<std::string>& patterns, Context& /*context*/) {
  if (!any_matches(patterns, "false")) narrowing.in_line({in_quotes("PrivateDnsNameOptionsOnLaunch")});
}

// AWS reserves five addresses of every subnet: network, router, DNS, one for future use, and the last.
constexpr std::int64_t kReservedAddresses = 5;
constexpr unsigned kAddressBits = 32;

// To look for more texts takes longer than to decode all records.
constexpr std::size_t kMostSizesAndVpcs = 8;

// AWS has no subnet smaller than /28, but older releases took one from a file that was edited by hand.
std::int64_t addresses_for_use(unsigned prefix) {
  return std::max<std::int64_t>((std::int64_t{1} << (kAddressBits - prefix)) - kReservedAddresses, 0);
}

std::int64_t addresses_for_use(std::string_view cidr_block) {
  const auto block = net::Cidr::parse(cidr_block);
  // A subnet with only IPv6 addresses has no IPv4 block.
  return block ? addresses_for_use(block->prefix) : 0;
}

// Adds the subnets of all network interfaces, and their VPCs in quotation marks; false if these are too many to look
// for.
bool add_used(std::vector<std::string>& subnets, std::vector<std::string>& vpcs, Context& context) {
  const std::vector<Row> rows = find_rows(context, {&row_source<NetworkInterfaceRecord>, 1}, Narrowing());
  if (rows.size() > kMostNamed) return false;
  for (const Row& row : rows) {
    auto interface = read_record<NetworkInterfaceRecord>(row.id, row.line);
    subnets.push_back(std::move(interface.subnet_id));
    vpcs.push_back(in_quotes(interface.vpc_id));
  }
  std::sort(vpcs.begin(), vpcs.end());
  vpcs.erase(std::unique(vpcs.begin(), vpcs.end()), vpcs.end());
  return true;
}

// A subnet with that many free addresses either has network interfaces, or exactly as many for use.
void narrow_to_free_addresses(Narrowing& narrowing, const std::vector<std::string>& patterns, Context& context) {
  // As many as a subnet without an IPv4 block has, and its line may lack the member.
  if (any_matches(patterns, "0")) return;
  std::vector<std::string> texts;
  for (unsigned prefix = 0; prefix <= kAddressBits; ++prefix) {
    if (any_matches(patterns, std::to_string(addresses_for_use(prefix)))) {
      texts.push_back('/' + std::to_string(prefix) + '"');
    }
  }
  std::vector<std::string> used, vpcs;
  if (!add_used(used, vpcs, context)) return;
  if (texts.empty()) {
    narrowing.is_key(std::move(used));
    return;
  }
  texts.insert(texts.end(), vpcs.begin(), vpcs.end());
  if (texts.size() <= kMostSizesAndVpcs) narrowing.in_line(std::move(texts));
}

// Rules out lines with an IPv4 block, because that of such a subnet may lack the member.
void narrow_to_ipv6_native(Narrowing& narrowing, const std::vector<std::string>& patterns, Context& /*context*/) {
  if (any_matches(patterns, "false")) return;
  for (const char digit : std::string_view("1234567890")) {
    narrowing.unless_in_line(std::string(R"("CidrBlock":")") + digit);
  }
}

constexpr FilterRule kFilters[] = {
    filter<&Subnet::availability_zone>("availability-zone", "The zone that the subnet is in."),
    filter<&Subnet::availability_zone>("availabilityZone", "The same as availability-zone."),
    narrowed(filter<&Subnet::availability_zone_id>("availability-zone-id", "The id of that zone."),
             &narrow_to_zone_ids),
    narrowed(filter<&Subnet::availability_zone_id>("availabilityZoneId", "The same as availability-zone-id."),
             &narrow_to_zone_ids),
    narrowed(filter<&Subnet::available_ip_address_count>("available-ip-address-count", "The number of free addresses."),
             &narrow_to_free_addresses),
    filter<&Subnet::cidr_block>("cidr", "The same as cidr-block."),
    filter<&Subnet::cidr_block>("cidr-block", "The IPv4 block, exactly as shown."),
    filter<&Subnet::cidr_block>("cidrBlock", "The same as cidr-block."),
    filter<&Subnet::customer_owned_ipv4_pool>("customer-owned-ipv4-pool", "The pool of a customer's addresses."),
    filter<&Subnet::default_for_az>("default-for-az", "`true` for the default subnet of a zone."),
    filter<&Subnet::default_for_az>("defaultForAz", "The same as default-for-az."),
    filter<&Subnet::enable_dns64>("enable-dns64", "Whether IPv4 addresses are answered as IPv6 addresses."),
    filter<&Subnet::enable_lni_at_device_index>("enable-lni-at-device-index",
                                                "The position of local network interfaces."),
    filter<&Subnet::ipv6_cidr_block_association_set, &SubnetIpv6CidrBlockAssociation::association_id>(
        "ipv6-cidr-block-association.association-id", "The association id of an IPv6 block."),
    filter<&Subnet::ipv6_cidr_block_association_set, &SubnetIpv6CidrBlockAssociation::ipv6_cidr_block>(
        "ipv6-cidr-block-association.ipv6-cidr-block", "Any IPv6 block."),
    filter<&Subnet::ipv6_cidr_block_association_set, &SubnetIpv6CidrBlockAssociation::ipv6_cidr_block_state,
           &SubnetCidrBlockState::state>("ipv6-cidr-block-association.state", "The state of an IPv6 block."),
    narrowed(filter<&Subnet::ipv6_native>("ipv6-native", "`true` for a subnet with only IPv6 addresses."),
             &narrow_to_ipv6_native),
    filter<&Subnet::map_customer_owned_ip_on_launch>("map-customer-owned-ip-on-launch",
                                                     "Whether instances get an address of the customer's."),
    filter<&Subnet::map_public_ip_on_launch>("map-public-ip-on-launch", "Whether instances get a public address."),
    filter<&Subnet::outpost_arn>("outpost-arn", "The Outpost that the subnet is in."),
    filter<&Subnet::owner_id>("owner-id", "The account that owns the subnet."),
    narrowed(filter<&Subnet::private_dns_name_options_on_launch,
                    &PrivateDnsNameOptionsOnLaunch::enable_resource_name_dns_a_record>(
                 "private-dns-name-options-on-launch.enable-resource-name-dns-a-record",
                 "Whether names are answered with IPv4 addresses."),
             &narrow_to_named_hosts),
    narrowed(filter<&Subnet::private_dns_name_options_on_launch,
                    &PrivateDnsNameOptionsOnLaunch::enable_resource_name_dns_aaaa_record>(
                 "private-dns-name-options-on-launch.enable-resource-name-dns-aaaa-record",
                 "Whether names are answered with IPv6 addresses."),
             &narrow_to_named_hosts),
    filter<&Subnet::private_dns_name_options_on_launch, &PrivateDnsNameOptionsOnLaunch::hostname_type>(
        "private-dns-name-options-on-launch.hostname-type",
        "What the names of instances are made of: ip-name or resource-name."),
    filter<&Subnet::state>("state", "The state of the subnet: available."),
    narrowed(filter<&Subnet::subnet_arn>("subnet-arn", "The subnet's own ARN."), &narrow_to_arns),
    filter<&Subnet::subnet_id>("subnet-id", "The subnet's own id."),
    tag_filter<&Subnet::tags>(),
    tag_key_filter<&Subnet::tags>(),
    tag_value_filter<&Subnet::tags>(),
    // As recorded, `*` matches no VPC here, although it matches every subnet in `subnet-id`.
    exact(filter<&Subnet::vpc_id>("vpc-id", "The VPC that the subnet belongs to; without wildcards.")),
};

struct SubnetBlock {
  net::Cidr block;
  std::string subnet_id;
};

using BlocksByVpc = std::map<std::string, std::vector<SubnetBlock>, std::less<>>;

void check_zones(const Records& records, const Noun::Report& report) {
  records.scan(SubnetRecord::kTable, {}, [&](std::string_view id, std::string_view line) {
    const auto subnet = read_record<SubnetRecord>(id, line);
    if (zone_id(subnet.region, subnet.availability_zone)) return;
    report(SubnetRecord::kTable, id, "AvailabilityZone",
           "'" + subnet.availability_zone + "' is not a zone of " + subnet.region);
  });
}

BlocksByVpc subnet_blocks(const Records& records) {
  BlocksByVpc blocks;
  records.scan(SubnetRecord::kTable, {}, [&](std::string_view id, std::string_view line) {
    const auto subnet = read_record<SubnetRecord>(id, line);
    if (const auto block = net::Cidr::parse(subnet.cidr_block))
      blocks[subnet.vpc_id].push_back({*block, std::string(id)});
  });
  return blocks;
}

// Checks that the subnets of a VPC have no address that it does not have.
void check_inside(const std::string& vpc_id, const VpcRecord& vpc, const std::vector<SubnetBlock>& subnets,
                  const Noun::Report& report) {
  const std::vector<std::string> blocks = vpc.blocks();
  for (const auto& [block, subnet_id] : subnets) {
    if (net::is_in_any(block, blocks)) continue;
    report(SubnetRecord::kTable, subnet_id, "CidrBlock", block.text() + " is in no block of " + vpc_id);
  }
}

// Checks that no address is in two subnets of a VPC.
void check_overlaps(std::vector<SubnetBlock> subnets, const Noun::Report& report) {
  // Of two blocks that overlap, one contains the other, so each need only be compared with the last one before it that
  // no other contains.
  std::sort(subnets.begin(), subnets.end(), [](const SubnetBlock& a, const SubnetBlock& b) {
    return std::tie(a.block.address, a.block.prefix, a.subnet_id) <
           std::tie(b.block.address, b.block.prefix, b.subnet_id);
  });
  const SubnetBlock* outer = nullptr;
  for (const SubnetBlock& one : subnets) {
    if (outer == nullptr || !outer->block.contains(one.block)) {
      outer = &one;
      continue;
    }
    report(SubnetRecord::kTable, one.subnet_id, "CidrBlock",
           one.block.text() + " overlaps " + outer->block.text() + ", the block of " + outer->subnet_id);
  }
}

constexpr Quota kQuotas[] = {
    quota_per<&SubnetRecord::vpc_id>(200, "SubnetLimitExceeded", "The maximum number of subnets has been reached",
                                     {"CreateDefaultSubnet", "CreateSubnet"}),
};

// Checks that the IPv6 addresses of every subnet are its VPC's.
void check_ipv6_blocks(const Records& records, const Noun::Report& report) {
  records.scan(SubnetRecord::kTable, {}, [&](std::string_view id, std::string_view line) {
    const auto subnet = read_record<SubnetRecord>(id, line);
    if (!subnet.has_ipv6()) return;
    const auto vpc_line = records.find(VpcRecord::kTable, subnet.vpc_id);
    if (!vpc_line) return;
    const auto blocks = read_record<VpcRecord>(subnet.vpc_id, *vpc_line).ipv6_blocks();
    for (std::size_t i = 0; i < subnet.ipv6_cidr_blocks->size(); ++i) {
      const std::string& text = (*subnet.ipv6_cidr_blocks)[i].ipv6_cidr_block;
      const auto block = net::Ipv6Cidr::parse(text);
      if (block && net::is_in_any(*block, blocks)) continue;
      report(SubnetRecord::kTable, id, "Ipv6CidrBlocks[" + std::to_string(i) + "].Ipv6CidrBlock",
             text + " is in no block of " + subnet.vpc_id);
    }
  });
}

// Checks that only default VPCs have default subnets.
void check_defaults(const Records& records, const Noun::Report& report) {
  records.scan(SubnetRecord::kTable, {}, [&](std::string_view id, std::string_view line) {
    const auto subnet = read_record<SubnetRecord>(id, line);
    if (!subnet.default_for_az) return;
    const auto vpc_line = records.find(VpcRecord::kTable, subnet.vpc_id);
    if (!vpc_line || read_record<VpcRecord>(subnet.vpc_id, *vpc_line).is_default) return;
    report(SubnetRecord::kTable, id, "DefaultForAz", "its VPC " + subnet.vpc_id + " is not a default VPC");
  });
}

ApiError no_such_zone(const std::string& value, const std::string& parameter, const std::vector<Zone>& zones,
                      std::string Zone::*member) {
  std::string known;
  for (const Zone& zone : zones) known += (known.empty() ? "" : ", ") + zone.*member;
  return {"InvalidParameterValue",
          "Value (" + value + ") for parameter " + parameter +
              " is invalid. Subnets can currently only be created in the following availability zones: " + known + "."};
}

// AWS does not say how long it takes; as for a VPC.
constexpr std::chrono::seconds kTimeToAssociate(2);

// To search the table for one VPC takes about a tenth of what it takes to sort all interfaces by subnet.
constexpr std::size_t kVpcsWorthASearch = 8;

// The subnet of an interface. The line is decoded only if it is not as ec2mimic writes it, because this runs for each.
std::string subnet_of(const Row& row) {
  constexpr std::string_view kMember = R"("SubnetId":")";
  if (const auto at = row.line.find(kMember); at != std::string_view::npos) {
    const std::string_view rest = row.line.substr(at + kMember.size());
    const std::string_view value = rest.substr(0, rest.find('"'));
    if (value.find('\\') == std::string_view::npos) return std::string(value);
  }
  return read_record<NetworkInterfaceRecord>(row.id, row.line).subnet_id;
}

}  // namespace

PrivateDnsNameOptionsOnLaunch SubnetRecord::names() const {
  if (private_dns_name_options_on_launch) return *private_dns_name_options_on_launch;
  // Without IPv4 addresses, names cannot be made of them.
  return {is_ipv6_native() ? "resource-name" : "ip-name", false, false};
}

std::optional<std::string> SubnetRecord::contradiction() const {
  if (!is_ipv6_native() || has_ipv6()) return std::nullopt;
  return "CidrBlock: the subnet has neither an IPv4 nor an IPv6 block";
}

void SubnetRecord::check_relations(const Records& records, const Noun::Report& report) {
  check_zones(records, report);
  check_ipv6_blocks(records, report);
  check_defaults(records, report);
  for (auto& [vpc_id, subnets] : subnet_blocks(records)) {
    // A VPC that is missing is reported as a broken reference.
    const auto line = records.find(VpcRecord::kTable, vpc_id);
    if (line) check_inside(vpc_id, read_record<VpcRecord>(vpc_id, *line), subnets, report);
    check_overlaps(std::move(subnets), report);
  }
}

void narrow_to_zone_ids(Narrowing& narrowing, const std::vector<std::string>& patterns, Context& context) {
  std::vector<std::string> names;
  for (const Zone& zone : zones_of(context.region())) {
    if (any_matches(patterns, zone.id)) names.push_back(in_quotes(zone.name));
  }
  names.empty() ? narrowing.is_key({}) : narrowing.in_line(std::move(names));
}

std::string subnet_block_fault(std::string_view value) {
  return value.empty() ? "" : value_faults::vpc_cidr_block(value);
}

constinit const Noun ops::subnet = define_noun<SubnetRecord>({
    .type = "subnet",
    .prefix = "subnet-",
    .not_found_code = "InvalidSubnetID.NotFound",
    .not_found_text = "The subnet ID '{}' does not exist",
    .dependency_text = "The subnet '{}' has dependencies and cannot be deleted.",
    .quotas = kQuotas,
});

constinit const std::span<const FilterRule> Resource<Subnet>::filters = kFilters;

void AddressesInUse::find_interfaces(const std::string& vpc_id) {
  if (found_all_ || !searched_.insert(vpc_id).second) return;
  Narrowing narrowing;
  found_all_ = searched_.size() > kVpcsWorthASearch;
  if (found_all_) {
    interfaces_.clear();
  } else {
    narrowing.in_line({in_quotes(vpc_id)});
  }
  for (const Row& row : find_rows(context_, {&row_source<NetworkInterfaceRecord>, 1}, narrowing)) {
    interfaces_.emplace(subnet_of(row), row);
  }
}

std::int64_t AddressesInUse::in(const std::string& subnet_id, const std::string& vpc_id) {
  find_interfaces(vpc_id);
  std::int64_t count = 0;
  const auto [first, last] = interfaces_.equal_range(subnet_id);
  for (auto it = first; it != last; ++it) {
    const auto interface = read_record<NetworkInterfaceRecord>(it->second.id, it->second.line);
    count += static_cast<std::int64_t>(interface.private_ip_addresses.size());
  }
  return count;
}

Subnet Resource<Subnet>::view(const std::string& id, const SubnetRecord& record, Context& context,
                              AddressesInUse& in_use) {
  Subnet subnet;
  subnet.availability_zone_id = zone_id(context.region(), record.availability_zone);
  subnet.owner_id = context.account();
  if (!record.tags.empty()) subnet.tags = record.tags;
  subnet.subnet_arn = "arn:aws:ec2:" + context.region() + ':' + context.account() + ":subnet/" + id;
  subnet.assign_ipv6_address_on_creation = record.assign_ipv6_address_on_creation.value_or(record.is_ipv6_native());
  if (record.ipv6_cidr_blocks) subnet.ipv6_cidr_block_association_set = *record.ipv6_cidr_blocks;
  const bool is_pending = in_transition(context, record.transition_start, kTimeToAssociate);
  for (auto& one : subnet.ipv6_cidr_block_association_set) {
    one.ipv6_cidr_block_state = SubnetCidrBlockState{is_pending ? "associating" : "associated", {}};
  }
  subnet.enable_dns64 = record.enable_dns64.value_or(false);
  subnet.ipv6_native = record.is_ipv6_native();
  subnet.private_dns_name_options_on_launch = record.names();
  subnet.block_public_access_states = BlockPublicAccessStates{"off"};
  subnet.subnet_id = id;
  subnet.state = "available";
  subnet.vpc_id = record.vpc_id;
  if (!record.is_ipv6_native()) subnet.cidr_block = record.cidr_block;
  subnet.available_ip_address_count =
      std::max<std::int64_t>(addresses_for_use(record.cidr_block) - in_use.in(id, record.vpc_id), 0);
  subnet.availability_zone = record.availability_zone;
  subnet.default_for_az = record.default_for_az;
  subnet.map_public_ip_on_launch = record.map_public_ip_on_launch;
  return subnet;
}

void Resource<Subnet>::as_created(Subnet& view) {
  view.block_public_access_states.reset();
  for (SubnetIpv6CidrBlockAssociation& one : view.ipv6_cidr_block_association_set) {
    one.ipv6_cidr_block_state->state = "associating";
    one.ipv6_address_attribute.reset();
    one.ip_source.reset();
  }
}

std::string chosen_zone(const NamedZone& zone, const std::string& region) {
  const std::vector<Zone> zones = zones_of(region);
  if (!zone.name && !zone.id) return zones.at(0).name;
  const auto member = zone.name ? &Zone::name : &Zone::id;
  const std::string& value = zone.name ? *zone.name : *zone.id;
  for (const Zone& one : zones) {
    if (one.*member == value) return one.name;
  }
  throw no_such_zone(value, zone.name ? "availabilityZone" : "availabilityZoneId", zones, member);
}

std::string put_new_subnet(Context& context, SubnetRecord& subnet) {
  const std::string id = context.new_id(ops::subnet.prefix);
  Table<SubnetRecord>(context).create(id, subnet);
  associate_default_acl(context, subnet.vpc_id, id);
  return id;
}

}  // namespace ec2mimic
