#include "core/ops/network_interface/network_interface.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/net/cidr.h"
#include "core/net/region_table.h"
#include "core/operation/references.h"
#include "core/ops/internet_gateway/internet_gateway.h"
#include "core/ops/network_interface/interface_narrowing.h"
#include "core/ops/security_group/security_group.h"
#include "core/records/derived_id.h"
#include "core/records/transition.h"
#include "core/text/replaced.h"

namespace ec2mimic {
namespace {

constexpr auto kAddresses = &NetworkInterface::private_ip_addresses;
constexpr auto kAddressAssociation = &NetworkInterfacePrivateIpAddress::association;
constexpr auto kAssociation = &NetworkInterface::association;
constexpr auto kAttachment = &NetworkInterface::attachment;

constexpr FilterRule kFilters[] = {
    narrowed(filter<kAddresses, kAddressAssociation, &NetworkInterfaceAssociation::ip_owner_id>(
                 "addresses.association.owner-id", "The owner of an Elastic IP address of any of its addresses."),
             &interface_narrowing::by_any_address),
    narrowed(filter<kAddresses, kAddressAssociation, &NetworkInterfaceAssociation::public_ip>(
                 "addresses.association.public-ip", "An Elastic IP address of any of its addresses."),
             &interface_narrowing::by_address<&Address::public_ip>),
    filter<kAddresses, &NetworkInterfacePrivateIpAddress::primary>("addresses.primary",
                                                                   "Whether any address is the primary one."),
    filter<kAddresses, &NetworkInterfacePrivateIpAddress::private_ip_address>("addresses.private-ip-address",
                                                                              "Any of its addresses."),
    narrowed(filter<kAssociation, &NetworkInterfaceAssociation::allocation_id>(
                 "association.allocation-id", "The id of the Elastic IP address of its primary address."),
             &interface_narrowing::by_address<&Address::allocation_id>),
    narrowed(filter<kAssociation, &NetworkInterfaceAssociation::association_id>("association.association-id",
                                                                                "The id of that association."),
             &interface_narrowing::by_address<&Address::association_id>),
    narrowed(filter<kAssociation, &NetworkInterfaceAssociation::ip_owner_id>("association.ip-owner-id",
                                                                             "The owner of that address."),
             &interface_narrowing::by_any_address),
    narrowed(filter<kAssociation, &NetworkInterfaceAssociation::public_dns_name>(
                 "association.public-dns-name", "The public DNS name of that address."),
             &interface_narrowing::by_any_address),
    narrowed(filter<kAssociation, &NetworkInterfaceAssociation::public_ip>("association.public-ip", "That address."),
             &interface_narrowing::by_address<&Address::public_ip>),
    filter<kAttachment, &NetworkInterfaceAttachment::attach_time>("attachment.attach-time", "When it was attached."),
    filter<kAttachment, &NetworkInterfaceAttachment::attachment_id>("attachment.attachment-id",
                                                                    "The id of the attachment."),
    filter<kAttachment, &NetworkInterfaceAttachment::delete_on_termination>("attachment.delete-on-termination",
                                                                            "Whether it is deleted with the instance."),
    filter<kAttachment, &NetworkInterfaceAttachment::device_index>("attachment.device-index",
                                                                   "Its position on the instance."),
    filter<kAttachment, &NetworkInterfaceAttachment::instance_id>("attachment.instance-id", "The instance."),
    filter<kAttachment, &NetworkInterfaceAttachment::instance_owner_id>("attachment.instance-owner-id",
                                                                        "The owner of what it is attached to."),
    filter<kAttachment, &NetworkInterfaceAttachment::status>("attachment.status",
                                                             "The state of the attachment: attached."),
    narrowed(filter<&NetworkInterface::availability_zone>("availability-zone", "The zone of its subnet."),
             &interface_narrowing::by_zone),
    narrowed(filter<&NetworkInterface::availability_zone_id>("availability-zone-id", "The id of that zone."),
             &interface_narrowing::by_zone_id),
    filter<&NetworkInterface::description>("description", "What it is for."),
    filter<&NetworkInterface::groups, &GroupIdentifier::group_id>("group-id", "The id of any of its groups."),
    filter<&NetworkInterface::interface_type>("interface-type", "The type of the interface."),
    filter<&NetworkInterface::ipv6_addresses, &NetworkInterfaceIpv6Address::ipv6_address>("ipv6-addresses.ipv6-address",
                                                                                          "Any IPv6 address."),
    filter<&NetworkInterface::mac_address>("mac-address", "Its MAC address."),
    filter<&NetworkInterface::network_interface_id>("network-interface-id", "The interface's own id."),
    filter<&NetworkInterface::operator_, &OperatorResponse::managed>("operator.managed",
                                                                     "Whether a service provider manages it."),
    narrowed(filter<&NetworkInterface::operator_, &OperatorResponse::principal>("operator.principal",
                                                                                "The service provider."),
             &interface_narrowing::never),
    filter<&NetworkInterface::owner_id>("owner-id", "The account that owns the interface."),
    narrowed(filter<&NetworkInterface::private_dns_name>("private-dns-name", "Its private DNS name."),
             &interface_narrowing::by_private_name),
    narrowed(filter<&NetworkInterface::private_ip_address>("private-ip-address", "Its primary address."),
             &interface_narrowing::by_private_address),
    filter<&NetworkInterface::requester_id>("requester-id", "Who created it."),
    filter<&NetworkInterface::requester_managed>("requester-managed", "Whether a service of AWS manages it."),
    filter<&NetworkInterface::source_dest_check>("source-dest-check", "Whether it drops traffic that is not its own."),
    narrowed(filter<&NetworkInterface::status>("status", "The status: available or in-use."),
             &interface_narrowing::by_status),
    filter<&NetworkInterface::subnet_id>("subnet-id", "The subnet that it is in."),
    tag_filter<&NetworkInterface::tag_set>(),
    tag_key_filter<&NetworkInterface::tag_set>(),
    tag_value_filter<&NetworkInterface::tag_set>(),
    filter<&NetworkInterface::vpc_id>("vpc-id", "The VPC that it is in."),
};

// Unrecorded; a few seconds in AWS's answers of people who poll.
constexpr std::chrono::seconds kTimeToBecomeAvailable{2};

// AWS reserves the first four addresses of a subnet, and the last.
constexpr std::uint32_t kReservedFirst = 4;

std::optional<std::uint32_t> number_of(const std::string& address) {
  const auto block = net::Cidr::parse(address + "/32");
  return block ? std::optional(block->address) : std::nullopt;
}

std::string text_of(std::uint32_t address) {
  const std::string text = net::Cidr{address, 32}.text();
  return text.substr(0, text.find('/'));
}

std::set<std::string> addresses_in_use(Context& context, const std::string& subnet_id) {
  std::set<std::string> used;
  for (const auto& [id, one] :
       Table<NetworkInterfaceRecord>(context).all(Narrowing().in_line({in_quotes(subnet_id)}))) {
    if (one.subnet_id != subnet_id) continue;
    for (const InterfaceAddress& address : one.private_ip_addresses) used.insert(address.private_ip_address);
  }
  return used;
}

struct Range {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  [[nodiscard]] bool contains(std::uint32_t address) const { return address >= first && address <= last; }
};

// The addresses of a subnet that can be given.
Range range_of(const SubnetRecord& subnet) {
  const auto block = net::Cidr::parse(subnet.cidr_block);
  // A subnet with only IPv6 addresses has none.
  if (!block || block->prefix > 29) return {1, 0};
  const std::uint32_t size = block->prefix == 0 ? 0 : std::uint32_t{1} << (32 - block->prefix);
  return {block->address + kReservedFirst, block->address + size - 2};
}

void require_usable(const std::string& text, const SubnetRecord& subnet) {
  const auto block = net::Cidr::parse(subnet.cidr_block);
  const auto address = number_of(text);
  if (!address) throw ApiError{"InvalidParameterValue", "invalid value for parameter address: " + text};
  if (!block || !block->contains({*address, 32})) {
    throw ApiError{"InvalidParameterValue", "Address does not fall within the subnet's address range"};
  }
  if (!range_of(subnet).contains(*address)) {
    throw ApiError{"InvalidParameterValue", "Address is in subnet's reserved address range"};
  }
}

std::vector<std::string> named(const AddressPlan& plan) {
  std::vector<std::string> all = plan.secondary;
  if (plan.primary) all.insert(all.begin(), *plan.primary);
  return all;
}

std::string private_dns_name(const std::string& address, const std::string& region) {
  const std::string domain = region == "us-east-1" ? ".ec2.internal" : '.' + region + ".compute.internal";
  return "ip-" + replaced(address, ".", "-") + domain;
}

std::string public_dns_name(const std::string& address, const std::string& region) {
  const std::string domain = region == "us-east-1" ? ".compute-1" : '.' + region + ".compute";
  return "ec2-" + replaced(address, ".", "-") + domain + ".amazonaws.com";
}

// A locally administered address that follows from the id of the interface.
std::string mac_address(std::string_view id) {
  const std::string digits = derived_id(id, {}, 1);
  std::string text = "0e";
  for (std::size_t i = digits.size() - 10; i < digits.size(); i += 2) text += ':' + digits.substr(i, 2);
  return text;
}

NetworkInterfaceAssociation association(const AddressEntry& address, bool has_names, Context& context) {
  NetworkInterfaceAssociation shown;
  shown.allocation_id = address.first;
  shown.association_id = address.second.association_id;
  shown.ip_owner_id = context.account();
  shown.public_dns_name = has_names ? public_dns_name(address.second.public_ip, context.region()) : "";
  shown.public_ip = address.second.public_ip;
  return shown;
}

void show_addresses(NetworkInterface& interface, const NetworkInterfaceRecord& record, Context& context,
                    const std::vector<AddressEntry>& associated) {
  const auto vpc = Table<VpcRecord>(context).find(record.vpc_id);
  const bool has_names = vpc && vpc->enable_dns_hostnames;
  for (const InterfaceAddress& one : record.private_ip_addresses) {
    NetworkInterfacePrivateIpAddress& shown = interface.private_ip_addresses.emplace_back();
    shown.primary = one.primary;
    shown.private_ip_address = one.private_ip_address;
    if (has_names) shown.private_dns_name = private_dns_name(one.private_ip_address, context.region());
    // As recorded: empty, and absent from the primary one.
    if (!has_names && !one.primary) shown.private_dns_name = "";
    for (const AddressEntry& address : associated) {
      if (address.second.private_ip_address == one.private_ip_address)
        shown.association = association(address, has_names, context);
    }
  }
  if (interface.private_ip_addresses.empty()) return;
  const NetworkInterfacePrivateIpAddress& primary = interface.private_ip_addresses[0];
  interface.private_ip_address = primary.private_ip_address;
  interface.private_dns_name = primary.private_dns_name;
  interface.association = primary.association;
  interface.public_dns_name = primary.association ? primary.association->public_dns_name : "";
}

void show_zone(NetworkInterface& interface, Context& context) {
  const auto subnet = Table<SubnetRecord>(context).find(interface.subnet_id);
  if (!subnet) return;
  interface.availability_zone = subnet->availability_zone;
  for (Zone& zone : zones_of(context.region())) {
    if (zone.name == subnet->availability_zone) interface.availability_zone_id = std::move(zone.id);
  }
}

template <class Record>
std::map<std::string, Record, std::less<>> all_of(const Records& records) {
  std::map<std::string, Record, std::less<>> all;
  records.scan(Record::kTable, {},
               [&](std::string_view id, std::string_view line) { all.emplace(id, read_record<Record>(id, line)); });
  return all;
}

// Groups of each interface.
void count_groups(std::string_view id, const NetworkInterfaceRecord& interface, const Quota::Add& add) {
  add(id, interface.groups.size());
}

constexpr Quota kQuotas[] = {
    quota<&count_groups>(5, "SecurityGroupsPerInterfaceLimitExceeded",
                         "The maximum number of security groups per interface has been reached.",
                         {"CreateNetworkInterface", "ModifyNetworkInterfaceAttribute"}),
};

}  // namespace

bool NetworkInterfaceRecord::has(std::string_view private_ip_address) const {
  return std::any_of(private_ip_addresses.begin(), private_ip_addresses.end(),
                     [&](const InterfaceAddress& one) { return one.private_ip_address == private_ip_address; });
}

std::optional<std::string> NetworkInterfaceRecord::contradiction() const {
  for (std::size_t i = 0; i < private_ip_addresses.size(); ++i) {
    if (private_ip_addresses[i].primary == (i == 0)) continue;
    return "PrivateIpAddresses[" + std::to_string(i) + "].Primary: the first address is primary, and no other";
  }
  return std::nullopt;
}

void NetworkInterfaceRecord::check_relations(const Records& records, const Noun::Report& report) {
  const auto subnets = all_of<SubnetRecord>(records);
  const auto groups = all_of<SecurityGroupRecord>(records);
  const auto addresses = all_of<AddressRecord>(records);
  std::map<std::string, std::set<std::string>> used;  // of each subnet
  const auto interfaces = all_of<NetworkInterfaceRecord>(records);
  for (const auto& [id, interface] : interfaces) {
    const auto subnet = subnets.find(interface.subnet_id);
    if (subnet == subnets.end()) continue;  // reported as a missing reference
    if (subnet->second.vpc_id != interface.vpc_id) report(kTable, id, "VpcId", "its subnet is in another VPC");
    for (const GroupIdentifier& one : interface.groups) {
      const auto group = groups.find(one.group_id);
      if (group != groups.end() && group->second.vpc_id != interface.vpc_id) {
        report(kTable, id, "Groups", one.group_id + " is in another VPC");
      }
    }
    const auto block = net::Cidr::parse(subnet->second.cidr_block);
    for (std::size_t i = 0; i < interface.private_ip_addresses.size(); ++i) {
      const InterfaceAddress& one = interface.private_ip_addresses[i];
      const std::string where = "PrivateIpAddresses[" + std::to_string(i) + ']';
      const auto number = number_of(one.private_ip_address);
      if (!number || (block && !block->contains({*number, 32}))) {
        report(kTable, id, where, one.private_ip_address + " is not an address of " + interface.subnet_id);
      } else if (!used[interface.subnet_id].insert(one.private_ip_address).second) {
        report(kTable, id, where, one.private_ip_address + " is named twice in " + interface.subnet_id);
      }
    }
  }
  for (const auto& [id, address] : addresses) {
    const auto interface = interfaces.find(address.network_interface_id.value_or(""));
    if (interface == interfaces.end() || interface->second.has(address.private_ip_address.value_or(""))) continue;
    report(AddressRecord::kTable, id, "PrivateIpAddress",
           address.private_ip_address.value_or("none") + " is not an address of " + interface->first);
  }
}

constinit const Noun ops::network_interface = define_noun<NetworkInterfaceRecord>({
    .type = "network-interface",
    .prefix = "eni-",
    .not_found_code = "InvalidNetworkInterfaceID.NotFound",
    .not_found_text = "The networkInterface ID '{}' does not exist",
    .dependency_text = "The networkInterface '{}' has dependencies and cannot be deleted.",
    .quotas = kQuotas,
});

constinit const std::span<const FilterRule> Resource<NetworkInterface>::filters = kFilters;

NetworkInterface Resource<NetworkInterface>::view(const std::string& id, const NetworkInterfaceRecord& record,
                                                  Context& context, AddressesOfInterfaces& addresses) {
  NetworkInterface interface;
  interface.attachment = record.attachment;
  interface.description = record.description;
  interface.groups = record.groups;
  for (GroupIdentifier& one : interface.groups) {
    if (const auto group = Table<SecurityGroupRecord>(context).find(one.group_id)) one.group_name = group->group_name;
  }
  interface.interface_type = record.interface_type;
  interface.mac_address = record.mac_address;
  interface.network_interface_id = id;
  interface.owner_id = context.account();
  show_addresses(interface, record, context, addresses.of(id));
  interface.requester_id = record.requester_id;
  interface.requester_managed = record.requester_managed;
  interface.source_dest_check = record.source_dest_check;
  const bool is_pending = in_transition(context, record.transition_start, kTimeToBecomeAvailable);
  interface.status = is_pending ? "pending" : record.attachment ? "in-use" : "available";
  interface.subnet_id = record.subnet_id;
  interface.tag_set = record.tags;
  interface.vpc_id = record.vpc_id;
  interface.operator_ = OperatorResponse{false, {}, false};
  show_zone(interface, context);
  return interface;
}

void Resource<NetworkInterface>::as_created(NetworkInterface& view) {
  view.status = "pending";
  view.operator_->hidden_by_default.reset();
  view.public_dns_name.reset();
}

void require_free(Context& context, const std::string& subnet_id, const SubnetRecord& subnet, const AddressPlan& plan) {
  const std::vector<std::string> wanted = named(plan);
  if (wanted.empty()) return;
  for (const std::string& address : wanted) require_usable(address, subnet);
  std::set<std::string> used = addresses_in_use(context, subnet_id);
  for (const std::string& address : wanted) {
    if (!used.insert(address).second) {
      throw ApiError{"InvalidIPAddress.InUse", "The specified address is already in use."};
    }
  }
}

std::vector<InterfaceAddress> take_addresses(Context& context, const std::string& subnet_id, const SubnetRecord& subnet,
                                             const AddressPlan& plan) {
  require_free(context, subnet_id, subnet, plan);
  std::set<std::string> used = addresses_in_use(context, subnet_id);
  for (const std::string& address : named(plan)) used.insert(address);
  const Range range = range_of(subnet);
  std::uint32_t next = range.first;
  const auto choose = [&] {
    for (; next <= range.last; ++next) {
      std::string text = text_of(next);
      if (used.insert(text).second) return text;
    }
    throw ApiError{std::string(kNoFreeAddress),
                   "The specified subnet does not have enough free addresses to satisfy the request."};
  };
  std::vector<InterfaceAddress> taken{{true, plan.primary ? *plan.primary : choose()}};
  for (const std::string& address : plan.secondary) taken.push_back({false, address});
  for (std::int64_t i = 0; i < plan.chosen; ++i) taken.push_back({false, choose()});
  return taken;
}

void create_interface(Context& context, const std::string& id, NetworkInterfaceRecord& record) {
  record.mac_address = mac_address(id);
  Table<NetworkInterfaceRecord>(context).create(id, record);
}

void delete_interface(Context& context, const std::string& id) {
  for (const auto& [allocation_id, address] : AddressesOfInterfaces(context).of(id))
    disassociate(context, allocation_id);
  delete_resource(context.records(), ops::network_interface, id);
}

bool is_held_by_aws(Context& context, const AddressRecord& address) {
  if (!address.network_interface_id) return false;
  const auto interface = Table<NetworkInterfaceRecord>(context).find(*address.network_interface_id);
  return interface && interface->requester_managed;
}

bool has_internet_gateway(Context& context, const std::string& vpc_id) {
  const auto gateways = Table<InternetGatewayRecord>(context).all(Narrowing().in_line({in_quotes(vpc_id)}));
  return std::any_of(gateways.begin(), gateways.end(), [&](const auto& one) { return one.second.serves(vpc_id); });
}

}  // namespace ec2mimic
