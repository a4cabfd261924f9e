#include "core/ops/nat_gateway/nat_gateway.h"

#include <functional>
#include <map>

#include "core/ops/network_interface/network_interface.h"
#include "core/records/transition.h"

namespace ec2mimic {
namespace {

constexpr FilterRule kFilters[] = {
    filter<&NatGateway::nat_gateway_id>("nat-gateway-id", "The gateway's own id."),
    filter<&NatGateway::state>("state", "The state: pending, available, deleting, deleted or failed."),
    filter<&NatGateway::subnet_id>("subnet-id", "The subnet that it is in."),
    tag_filter<&NatGateway::tags>(),
    tag_key_filter<&NatGateway::tags>(),
    tag_value_filter<&NatGateway::tags>(),
    filter<&NatGateway::vpc_id>("vpc-id", "The VPC that it is in."),
};

// About what people see AWS take.
constexpr std::chrono::seconds kTimeToBecomeAvailable{90};
constexpr std::chrono::seconds kTimeToBeDeleted{45};

std::string state_of(const NatGatewayRecord& record, Context& context) {
  if (record.delete_time) {
    return in_transition(context, record.transition_start, kTimeToBeDeleted) ? "deleting" : "deleted";
  }
  if (in_transition(context, record.transition_start, kTimeToBecomeAvailable)) return "pending";
  return record.failure_code ? "failed" : "available";
}

void release(const NatGatewayRecord& record, Context& context) {
  for (const NatGatewayAddress& one : record.addresses) {
    const std::string id = one.network_interface_id.value_or("");
    if (Table<NetworkInterfaceRecord>(context).find(id)) delete_interface(context, id);
  }
}

void show_only_request(NatGateway& view) {
  for (NatGatewayAddress& one : view.nat_gateway_addresses) {
    std::optional<std::string> allocation_id = std::move(one.allocation_id);
    one = {};
    one.allocation_id = std::move(allocation_id);
  }
}

// The gateways of each zone, which is that of the subnet. As AWS documents, those that failed or were deleted do not
// count.
void count_in_zone(const Records& records, const NatGatewayRecord& gateway, const Quota::Add& add) {
  if (gateway.life().ended) return;
  const auto subnet = records.find(SubnetRecord::kTable, gateway.subnet_id);
  if (subnet) add(read_record<SubnetRecord>(gateway.subnet_id, *subnet).availability_zone, 1);
}

constexpr Quota kQuotas[] = {
    quota<&count_in_zone>(5, "NatGatewayLimitExceeded",
                          "Performing this operation would exceed the limit of 5 NAT gateways"),
};

using Note = std::function<void(std::string_view member, std::string what)>;  // of one address of a gateway

std::string address_at(std::size_t place) { return "NatGatewayAddresses[" + std::to_string(place) + ']'; }

std::string or_none(const std::optional<std::string>& text) { return text.value_or("none"); }

// A reference to what is missing is reported as such.
void check_interface(const Records& records, const NatGatewayRecord& gateway, const NatGatewayAddress& one,
                     const Note& note) {
  const std::string id = one.network_interface_id.value_or("");
  const auto line = records.find(NetworkInterfaceRecord::kTable, id);
  if (!line) return;
  const auto interface = read_record<NetworkInterfaceRecord>(id, *line);
  if (interface.interface_type != kNatInterface) note("NetworkInterfaceId", id + " is not one of a NAT gateway");
  if (interface.subnet_id != gateway.subnet_id) note("NetworkInterfaceId", id + " is in another subnet");
  if (!interface.has(one.private_ip.value_or(""))) {
    note("PrivateIp", or_none(one.private_ip) + " is not an address of " + id);
  }
}

void check_public_address(const Records& records, const NatGatewayAddress& one, const Note& note) {
  const std::string id = one.allocation_id.value_or("");
  const auto line = records.find(AddressRecord::kTable, id);
  if (!line) return;
  const auto address = read_record<AddressRecord>(id, *line);
  if (one.public_ip != address.public_ip) note("PublicIp", id + " is " + address.public_ip);
  if (one.network_interface_id != address.network_interface_id) {
    note("NetworkInterfaceId", id + " is that of another interface: " + or_none(address.network_interface_id));
  } else if (one.association_id != address.association_id) {
    note("AssociationId", "that of " + id + " is another: " + or_none(address.association_id));
  } else if (one.private_ip != address.private_ip_address) {
    note("PrivateIp", id + " is associated with another: " + or_none(address.private_ip_address));
  }
}

}  // namespace

void NatGatewayRecord::catch_up(Context& context) {
  const Table<NatGatewayRecord> table(context);
  for (const auto& [id, record] : table.all(Narrowing().in_line({"\"DeleteTime\""}))) {
    if (record.delete_time && state_of(record, context) == "deleted") release(record, context);
  }
}

std::optional<std::string> NatGatewayRecord::contradiction() const {
  const bool is_private = connectivity_type == "private";
  for (std::size_t i = 0; i < addresses.size(); ++i) {
    const NatGatewayAddress& one = addresses[i];
    const std::string where = address_at(i);
    if (is_private && (one.allocation_id || one.public_ip || one.association_id)) {
      return where + ": a private gateway has no public address";
    }
    if (!is_private && !one.allocation_id) return where + ".AllocationId: a public gateway needs one";
  }
  return std::nullopt;
}

void NatGatewayRecord::check_relations(const Records& records, const Noun::Report& report) {
  std::map<std::string, std::string, std::less<>> owners;  // the gateway of each interface
  records.scan(kTable, {}, [&](std::string_view id, std::string_view line) {
    const auto gateway = read_record<NatGatewayRecord>(id, line);
    // One that is being deleted has its interface still.
    for (const NatGatewayAddress& one : gateway.addresses) owners.emplace(one.network_interface_id.value_or(""), id);
    if (gateway.life().ended) return;
    const auto subnet = records.find(SubnetRecord::kTable, gateway.subnet_id);
    if (subnet && read_record<SubnetRecord>(gateway.subnet_id, *subnet).vpc_id != gateway.vpc_id) {
      report(kTable, id, "VpcId", "its subnet is in another VPC");
    }
    for (std::size_t i = 0; i < gateway.addresses.size(); ++i) {
      const Note note = [&, where = address_at(i) + '.'](std::string_view member, std::string what) {
        report(kTable, id, where + std::string(member), std::move(what));
      };
      const NatGatewayAddress& one = gateway.addresses[i];
      const std::string interface = one.network_interface_id.value_or("");
      if (interface.empty()) {
        // The rest of such an address is missing, too.
        note("NetworkInterfaceId",
             "it is missing: here a gateway has its interface from the start, even while pending");
        continue;
      }
      if (owners.at(interface) != id) note("NetworkInterfaceId", interface + " is that of " + owners.at(interface));
      check_interface(records, gateway, one, note);
      check_public_address(records, one, note);
    }
  });
  // Nothing can delete an interface that AWS manages, once what it is for is gone.
  records.scan(NetworkInterfaceRecord::kTable, in_quotes(kNatInterface),
               [&](std::string_view id, std::string_view line) {
                 const auto interface = read_record<NetworkInterfaceRecord>(id, line);
                 if (interface.interface_type != kNatInterface || owners.contains(id)) return;
                 report(NetworkInterfaceRecord::kTable, id, "InterfaceType", "no NAT gateway has this interface");
               });
}

constinit const Noun ops::nat_gateway = define_noun<NatGatewayRecord>({
    .type = "natgateway",
    .prefix = "nat-",
    .not_found_code = "NatGatewayNotFound",
    .not_found_text = "The Nat Gateway {} was not found",
    .dependency_text = "The natGateway '{}' has dependencies and cannot be deleted.",
    .id_name = "NatGatewayId",
    .quotas = kQuotas,
    .malformed_code = "NatGatewayMalformed",
    .malformed_text = "The nat-gateway ID '{}' is malformed",  // ours
});

constinit const std::span<const FilterRule> Resource<NatGateway>::filters = kFilters;

NatGateway Resource<NatGateway>::view(const std::string& id, const NatGatewayRecord& record, Context& context) {
  NatGateway gateway;
  gateway.create_time = record.create_time;
  gateway.delete_time = record.delete_time;
  gateway.nat_gateway_addresses = record.addresses;
  gateway.nat_gateway_id = id;
  gateway.state = state_of(record, context);
  gateway.subnet_id = record.subnet_id;
  gateway.vpc_id = record.vpc_id;
  if (!record.tags.empty()) gateway.tags = record.tags;
  gateway.connectivity_type = record.connectivity_type;
  if (gateway.state == "pending") {
    show_only_request(gateway);
    return gateway;
  }
  gateway.failure_code = record.failure_code;
  gateway.failure_message = record.failure_message;
  for (NatGatewayAddress& one : gateway.nat_gateway_addresses) {
    one.is_primary = true;
    one.status = record.failure_code ? "failed" : "succeeded";
  }
  return gateway;
}

void Resource<NatGateway>::as_created(NatGateway& view) {
  // The first call is repeated after the gateway was deleted.
  if (view.delete_time) return;
  view.state = "pending";
  view.failure_code.reset();
  view.failure_message.reset();
  show_only_request(view);
}

}  // namespace ec2mimic
