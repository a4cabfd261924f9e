#include "core/ops/transit_gateway/transit_gateway.h"

#include "core/net/cidr.h"
#include "core/net/ipv6_cidr.h"
#include "core/records/transition.h"
#include "core/seam/errors.h"
#include "core/text/id_form.h"

namespace ec2mimic {
namespace {

template <auto Member>
constexpr FilterRule option_filter(std::string_view name, std::string_view doc) {
  return filter<&TransitGateway::options, Member>(name, doc);
}

using Options = TransitGatewayOptions;

constexpr FilterRule kFilters[] = {
    option_filter<&Options::propagation_default_route_table_id>("options.propagation-default-route-table-id",
                                                                "The default propagation route table."),
    option_filter<&Options::amazon_side_asn>("options.amazon-side-asn",
                                             "The number of the network on the side of AWS."),
    option_filter<&Options::association_default_route_table_id>("options.association-default-route-table-id",
                                                                "The default association route table."),
    option_filter<&Options::auto_accept_shared_attachments>("options.auto-accept-shared-attachments",
                                                            "Whether attachments of other accounts are accepted."),
    option_filter<&Options::default_route_table_association>("options.default-route-table-association",
                                                             "Whether there is a default association route table."),
    option_filter<&Options::default_route_table_propagation>("options.default-route-table-propagation",
                                                             "Whether there is a default propagation route table."),
    option_filter<&Options::dns_support>("options.dns-support", "Whether DNS names are resolved: enable or disable."),
    option_filter<&Options::vpn_ecmp_support>("options.vpn-ecmp-support",
                                              "Whether VPN connections share the traffic: enable or disable."),
    filter<&TransitGateway::owner_id>("owner-id", "The account that owns the gateway."),
    filter<&TransitGateway::state>("state", "The state of the gateway, such as available."),
    filter<&TransitGateway::transit_gateway_id>("transit-gateway-id", "The gateway's own id."),
    tag_filter<&TransitGateway::tags>(),
    tag_key_filter<&TransitGateway::tags>(),
    tag_value_filter<&TransitGateway::tags>(),
};

// Measured by somebody on AWS: 49 and 64 seconds.
constexpr std::chrono::seconds kTimeToBecomeAvailable(50);
constexpr std::chrono::seconds kTimeToDelete(60);

std::string state_of(const Context& context, const TransitGatewayRecord& gateway) {
  if (gateway.deletion_time) {
    return in_transition(context, gateway.deletion_time, kTimeToDelete) ? "deleting" : "deleted";
  }
  return in_transition(context, gateway.transition_start, kTimeToBecomeAvailable) ? "pending" : "available";
}

}  // namespace

constinit const Noun ops::transit_gateway = define_noun<TransitGatewayRecord>({
    .type = "transit-gateway",
    .prefix = "tgw-",
    .not_found_code = "InvalidTransitGatewayID.NotFound",
    .not_found_text = "Transit Gateway {} was deleted or does not exist.",
    .dependency_text = "{} has dependencies and cannot be deleted.",
});

constinit const std::span<const FilterRule> Resource<TransitGateway>::filters = kFilters;

TransitGateway Resource<TransitGateway>::view(const std::string& id, const TransitGatewayRecord& record,
                                              Context& context) {
  TransitGateway gateway;
  gateway.transit_gateway_id = id;
  gateway.transit_gateway_arn = "arn:aws:ec2:" + context.region() + ':' + context.account() + ":transit-gateway/" + id;
  gateway.state = state_of(context, record);
  gateway.owner_id = context.account();
  gateway.description = record.description;
  gateway.creation_time = record.creation_time;
  gateway.options = record.options;
  gateway.tags = record.tags;
  return gateway;
}

void Resource<TransitGateway>::as_created(TransitGateway& view) { view.state = "pending"; }

namespace transit_gateways {

// AWS documents that a block is at least a /24 of IPv4, or a /64 of IPv6.
std::string own_block_fault(std::string_view value) {
  const auto ipv4 = net::Cidr::parse(value);
  const auto ipv6 = net::Ipv6Cidr::parse(value);
  if (ipv4 && ipv4->prefix <= 24) return value_faults::cidr_block(value);
  if (ipv6 && ipv6->prefix <= 64) return value_faults::ipv6_cidr_block(value);
  return '\'' + std::string(value) + "' is not an IPv4 block up to /24 or an IPv6 block up to /64";
}

std::string route_table_fault(std::string_view value) {
  if (is_id_of(kRouteTablePrefix, value)) return {};
  return '\'' + std::string(value) + "' is not an id; expected " + std::string(kRouteTablePrefix) +
         " and 17 lower-case hexadecimal digits";
}

void require_well_formed(const std::string& id) {
  if (is_hex_id_of(ops::transit_gateway.prefix, id)) return;
  throw ApiError{"InvalidTransitGatewayID.Malformed", "Invalid Transit Gateway id " + id + "."};
}

TransitGatewayRecord require_available(Context& context, const std::string& id) {
  require_well_formed(id);
  auto gateway = require<TransitGateway>(context, id);
  const std::string state = state_of(context, gateway);
  if (state == "deleted") throw ops::transit_gateway.not_found(id);
  if (state != "available") throw ApiError{"IncorrectState", id + " is in invalid state"};
  return gateway;
}

std::string switched(const std::optional<std::string>& value, const std::string& otherwise,
                     std::string_view wire_name) {
  if (!value) return otherwise;
  if (*value != kSwitch[0] && *value != kSwitch[1]) throw errors::invalid_parameter(*value, wire_name);
  return *value;
}

}  // namespace transit_gateways
}  // namespace ec2mimic
