#include "core/ops/address/address.h"

#include <set>

namespace ec2mimic {
namespace {

// All of them are advertised from their region.
void narrow_to_region(Narrowing& narrowing, const std::vector<std::string>& patterns, Context& context) {
  if (!any_matches(patterns, context.region())) narrowing.is_key({});
}

constexpr FilterRule kFilters[] = {
    filter<&Address::allocation_id>("allocation-id", "The id of the address."),
    filter<&Address::association_id>("association-id", "The id of its association."),
    filter<&Address::domain>("domain", "Always vpc."),
    filter<&Address::instance_id>("instance-id", "Not used: ec2mimic has no instances."),
    narrowed(filter<&Address::network_border_group>("network-border-group", "The region."), &narrow_to_region),
    filter<&Address::network_interface_id>("network-interface-id", "The interface that it is associated with."),
    filter<&Address::network_interface_owner_id>("network-interface-owner-id", "The account that owns that interface."),
    filter<&Address::private_ip_address>("private-ip-address", "The address of that interface."),
    filter<&Address::public_ip>("public-ip", "The address itself."),
    tag_filter<&Address::tags>(),
    tag_key_filter<&Address::tags>(),
    tag_value_filter<&Address::tags>(),
};

// So many interfaces are looked up one by one before all addresses are read at once.
constexpr int kInterfacesWorthASearch = 3;

}  // namespace

std::optional<std::string> AddressRecord::contradiction() const {
  const bool is_associated = network_interface_id.has_value();
  if (association_id.has_value() == is_associated && private_ip_address.has_value() == is_associated) {
    return std::nullopt;
  }
  return "AssociationId: AssociationId, NetworkInterfaceId and PrivateIpAddress are set together or not at all";
}

void AddressRecord::check_relations(const Records& records, const Noun::Report& report) {
  std::set<std::string, std::less<>> public_ips;
  records.scan(kTable, {}, [&](std::string_view id, std::string_view line) {
    const auto address = read_record<AddressRecord>(id, line);
    if (!public_ips.insert(address.public_ip).second) {
      report(kTable, id, "PublicIp", "another record has " + address.public_ip + ", too");
    }
  });
}

constexpr Quota kQuotas[] = {
    quota_per<&AddressRecord::region>(5, "AddressLimitExceeded", "The maximum number of addresses has been reached.",
                                      {"AllocateAddress"}),
};

constinit const Noun ops::address = define_noun<AddressRecord>({
    .type = "elastic-ip",
    .prefix = "eipalloc-",
    .not_found_code = "InvalidAllocationID.NotFound",
    .not_found_text = "The allocation ID '{}' does not exist",
    .dependency_text = "The allocation '{}' has dependencies and cannot be released.",
    .id_name = "AllocationId",
    .quotas = kQuotas,
});

constinit const std::span<const FilterRule> Resource<Address>::filters = kFilters;

Address Resource<Address>::view(const std::string& id, const AddressRecord& record, Context& context) {
  Address address;
  address.allocation_id = id;
  address.association_id = record.association_id;
  address.domain = "vpc";
  address.network_interface_id = record.network_interface_id;
  if (record.network_interface_id) address.network_interface_owner_id = context.account();
  address.private_ip_address = record.private_ip_address;
  if (!record.tags.empty()) address.tags = record.tags;
  address.public_ipv4_pool = "amazon";
  address.network_border_group = context.region();
  address.public_ip = record.public_ip;
  return address;
}

std::vector<AddressEntry> AddressesOfInterfaces::of(const std::string& interface_id) {
  const Table<AddressRecord> table(context_);
  if (!all_ && ++asked_ <= kInterfacesWorthASearch) {
    std::vector<AddressEntry> its = table.all(Narrowing().in_line({in_quotes(interface_id)}));
    std::erase_if(its, [&](const AddressEntry& one) { return one.second.network_interface_id != interface_id; });
    return its;
  }
  if (!all_) {
    all_.emplace();
    for (AddressEntry& one : table.all(Narrowing().in_line({"\"NetworkInterfaceId\""}))) {
      if (one.second.network_interface_id) (*all_)[*one.second.network_interface_id].push_back(std::move(one));
    }
  }
  const auto found = all_->find(interface_id);
  return found == all_->end() ? std::vector<AddressEntry>() : found->second;
}

std::optional<AddressEntry> find_public(Context& context, const std::string& public_ip) {
  for (AddressEntry& one : Table<AddressRecord>(context).all(Narrowing().in_line({in_quotes(public_ip)}))) {
    if (one.second.public_ip == public_ip) return std::move(one);
  }
  return std::nullopt;
}

AddressEntry require_public(Context& context, const std::string& public_ip) {
  if (auto found = find_public(context, public_ip)) return *std::move(found);
  throw ApiError{"InvalidAddress.NotFound", "Address '" + public_ip + "' not found."};
}

std::string associate(Context& context, const std::string& allocation_id, const std::string& interface_id,
                      const std::string& private_ip_address) {
  for (const auto& [id, other] : AddressesOfInterfaces(context).of(interface_id)) {
    if (other.private_ip_address == private_ip_address) disassociate(context, id);
  }
  Table<AddressRecord> table(context);
  AddressRecord record = table.find(allocation_id).value();
  record.association_id = context.new_id("eipassoc-");
  record.network_interface_id = interface_id;
  record.private_ip_address = private_ip_address;
  table.put(allocation_id, record);
  return *record.association_id;
}

void disassociate(Context& context, const std::string& allocation_id) {
  Table<AddressRecord> table(context);
  AddressRecord record = table.find(allocation_id).value();
  record.association_id.reset();
  record.network_interface_id.reset();
  record.private_ip_address.reset();
  table.put(allocation_id, record);
}

ApiError managed_by_aws() { return {"AuthFailure", "You do not have permission to access the specified resource."}; }

}  // namespace ec2mimic
