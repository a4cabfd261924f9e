#include "core/ops/route_table/routing.h"

#include <algorithm>
#include <iterator>

#include "core/net/aws_prefix_lists.h"
#include "core/net/cidr.h"
#include "core/net/ipv6_cidr.h"
#include "core/operation/lookup.h"
#include "core/ops/subnet/subnet.h"
#include "core/ops/vpc/vpc.h"
#include "core/seam/errors.h"
#include "core/text/id_form.h"
#include "core/text/replaced.h"

namespace ec2mimic {

/// What AWS accepts as a target, and how it refuses it. In its texts `{}` is replaced by the id.
struct TargetKind {
  std::optional<std::string> RouteRequest::*named;
  /// Only ids that begin so; a member for several kinds has an entry without a prefix last.
  std::string_view prefix;
  std::optional<std::string> Route::*recorded;
  std::string_view type;  ///< Of the resource: no target of that kind exists before there is such a noun.
  std::string_view not_found_code;
  std::string_view not_found_text;
  std::string_view called;  ///< In the refusal of one in another VPC.
};

namespace {

constexpr std::string_view kNoGateway = "InvalidGatewayID.NotFound";
constexpr std::string_view kNoGatewayText = "The gateway ID '{}' does not exist";
constexpr std::string_view kGateway = "network gateway {}";

using Named = RouteRequest;
// In the order in which AWS lists them. ARNs are of resources outside EC2.
constexpr TargetKind kKinds[] = {
    {&Named::gateway_id, "igw-", &Route::gateway_id, "internet-gateway", kNoGateway, kNoGatewayText, kGateway},
    {&Named::gateway_id, "vgw-", &Route::gateway_id, "vpn-gateway", kNoGateway, kNoGatewayText, kGateway},
    {&Named::gateway_id, "nat-", &Route::nat_gateway_id, "natgateway", kNoGateway, kNoGatewayText, "interface {}"},
    {&Named::gateway_id, "", &Route::gateway_id, "", kNoGateway, kNoGatewayText, kGateway},
    {&Named::local_gateway_id, "", &Route::local_gateway_id, "local-gateway", "InvalidLocalGatewayID.NotFound",
     "The localGateway ID '{}' does not exist", kGateway},
    {&Named::carrier_gateway_id, "", &Route::carrier_gateway_id, "carrier-gateway", "InvalidCarrierGatewayID.NotFound",
     "The carrierGateway ID '{}' does not exist", kGateway},
    {&Named::nat_gateway_id, "", &Route::nat_gateway_id, "natgateway", "InvalidNatGatewayID.NotFound",
     "The natGateway ID '{}' does not exist", "interface {}"},
    {&Named::network_interface_id, "", &Route::network_interface_id, "network-interface",
     "InvalidNetworkInterfaceID.NotFound", "The networkInterface ID '{}' does not exist", "interface {}"},
    {&Named::vpc_peering_connection_id, "", &Route::vpc_peering_connection_id, "vpc-peering-connection",
     "InvalidVpcPeeringConnectionID.NotFound", "The vpcPeeringConnection ID '{}' does not exist", kGateway},
    {&Named::egress_only_internet_gateway_id, "", &Route::egress_only_internet_gateway_id,
     "egress-only-internet-gateway", "InvalidEgressOnlyInternetGatewayId.NotFound",
     "The egressOnlyInternetGateway ID '{}' does not exist", kGateway},
    {&Named::transit_gateway_id, "", &Route::transit_gateway_id, "transit-gateway", "InvalidTransitGatewayID.NotFound",
     "The transitGateway ID '{}' does not exist.", kGateway},
    {&Named::vpc_endpoint_id, "", &Route::gateway_id, "vpc-endpoint", "InvalidVpcEndpointId.NotFound",
     "The Vpc Endpoint Id '{}' does not exist", kGateway},
    {&Named::core_network_arn, "", &Route::core_network_arn, "", "InvalidParameterValue",
     "Value ({}) for parameter coreNetworkArn is invalid.", ""},
    {&Named::odb_network_arn, "", &Route::odb_network_arn, "", "InvalidParameterValue",
     "Value ({}) for parameter odbNetworkArn is invalid.", ""},
    {&Named::instance_id, "", &Route::instance_id, "instance", "InvalidInstanceID.NotFound",
     "The instance ID '{}' does not exist", "interface {}"},
};

constexpr std::string_view kDestinations =
    "The request must contain exactly one of: destinationCidrBlock, destinationIpv6CidrBlock, destinationPrefixListId";
constexpr std::string_view kTargets =
    "The request must contain exactly one of gatewayId, localGatewayId, carrierGatewayId, natGatewayId, "
    "networkInterfaceId, vpcPeeringConnectionId, egressOnlyInternetGatewayId, transitGatewayId, vpcEndpointId, "
    "coreNetworkArn or instanceId";
constexpr std::string_view kOrLocal = ", or must have localTarget set to true";

ApiError not_exactly_one(int count, std::string text) {
  return {count == 0 ? "MissingParameter" : "InvalidParameterCombination", std::move(text)};
}

template <class Block>
std::string canonical(const std::string& text, std::string_view parameter) {
  const auto block = Block::parse(text);
  if (!block) throw errors::not_a_cidr_block(text, parameter);
  return block->text();
}

// All targets that are named: at most one for each member.
std::vector<RouteTarget> all_targets(const RouteRequest& request) {
  std::vector<RouteTarget> found;
  std::optional<std::string> RouteRequest::*done = nullptr;
  for (const TargetKind& kind : kKinds) {
    const auto& id = request.*kind.named;
    if (!id || kind.named == done || !id->starts_with(kind.prefix)) continue;
    found.push_back({&kind, *id});
    done = kind.named;
  }
  return found;
}

enum class Place : std::uint8_t { outside, inside, equal };

template <class Block>
Place place_among(const std::vector<std::string>& blocks, const std::string& text) {
  const auto block = Block::parse(text);
  Place place = Place::outside;
  for (const std::string& one : blocks) {
    const auto its = Block::parse(one);
    if (!its || !block) continue;
    if (*its == *block) return Place::equal;
    if (its->contains(*block)) place = Place::inside;
  }
  return place;
}

// Where the destination is as seen from the blocks of the table's VPC.
Place place_of(Context& context, const RouteTableRecord& table, const RouteDestination& destination) {
  const auto vpc = require<Vpc>(context, table.vpc_id);
  if (destination.member == &Route::destination_cidr_block) {
    return place_among<net::Cidr>(vpc.blocks(), destination.value);
  }
  return place_among<net::Ipv6Cidr>(vpc.ipv6_blocks(), destination.value);
}

void check_target(Context& context, const std::string& table_id, const RouteTableRecord& table,
                  const RouteTarget& target) {
  const TargetKind& kind = *target.kind;
  const Whereabouts place = whereabouts(context, kind.type, target.id, table.vpc_id);
  if (place == Whereabouts::missing) {
    throw ApiError{std::string(kind.not_found_code), replaced(kind.not_found_text, "{}", target.id)};
  }
  // AWS takes a route to what is only expected, and shows it as a blackhole until then.
  if (place == Whereabouts::here || place == Whereabouts::expected) return;
  // As recorded, the ids of interfaces begin with `interface-` here. That of a NAT gateway is AWS's own.
  const bool is_interface = kind.called.starts_with("interface");
  const std::string id = is_interface ? "interface-" + target.id.substr(target.id.find('-') + 1) : target.id;
  throw ApiError{"InvalidParameterValue", "route table " + table_id + " and " + replaced(kind.called, "{}", id) +
                                              " belong to different networks"};
}

bool is_block_of_a_subnet(Context& context, const std::string& vpc_id, const std::string& block) {
  const auto subnets = Table<SubnetRecord>(context).all(Narrowing().in_line({in_quotes(vpc_id), in_quotes(block)}));
  return std::any_of(subnets.begin(), subnets.end(), [&](const auto& subnet) {
    return subnet.second.vpc_id == vpc_id && subnet.second.cidr_block == block;
  });
}

}  // namespace

RouteDestination destination_of(const std::optional<std::string>& cidr_block,
                                const std::optional<std::string>& ipv6_cidr_block,
                                const std::optional<std::string>& prefix_list_id) {
  const int count = int{cidr_block.has_value()} + int{ipv6_cidr_block.has_value()} + int{prefix_list_id.has_value()};
  if (count != 1) throw not_exactly_one(count, std::string(kDestinations));
  if (cidr_block) {
    return {&Route::destination_cidr_block, canonical<net::Cidr>(*cidr_block, "destinationCidrBlock"),
            "destination-cidr-block"};
  }
  if (ipv6_cidr_block) {
    return {&Route::destination_ipv6_cidr_block, canonical<net::Ipv6Cidr>(*ipv6_cidr_block, "destinationIpv6CidrBlock"),
            "destination-ipv6-cidr-block"};
  }
  return {&Route::destination_prefix_list_id, *prefix_list_id, "destination-prefix-list-id"};
}

RouteTarget target_of(const RouteRequest& request) {
  auto all = all_targets(request);
  if (all.size() != 1) throw not_exactly_one(static_cast<int>(all.size()), std::string(kTargets));
  return std::move(all.front());
}

std::optional<RouteTarget> target_unless_local(const RouteRequest& request) {
  const bool local_target = request.local_target.value_or(false);
  auto all = all_targets(request);
  const int count = static_cast<int>(all.size()) + int{local_target};
  if (count != 1) throw not_exactly_one(count, std::string(kTargets).append(kOrLocal));
  if (local_target) return std::nullopt;
  return std::move(all.front());
}

RouteTableRecord require_table(Context& context, const std::string& id) {
  if (!is_hex_id_of(ops::route_table.prefix, id)) {
    throw ApiError{"InvalidRouteTableId.Malformed", "Invalid id: \"" + id + "\" (expecting \"rtb-...\")"};
  }
  return require<RouteTable>(context, id);
}

void check_route(Context& context, const std::string& table_id, const RouteTableRecord& table,
                 const RouteDestination& destination, const RouteTarget& target) {
  const bool is_ipv4 = destination.member == &Route::destination_cidr_block;
  const bool is_list = destination.member == &Route::destination_prefix_list_id;
  if (is_list && !net::is_aws_prefix_list(destination.value) &&
      whereabouts(context, "prefix-list", destination.value, table.vpc_id) == Whereabouts::missing) {
    throw ApiError{"InvalidPrefixListID.NotFound", "The prefix list ID '" + destination.value + "' does not exist"};
  }
  check_target(context, table_id, table, target);
  if (is_list && target.kind->type == "vpc-endpoint") {
    // Such a route belongs to the endpoint, which adds and removes it. Recorded from AWS.
    throw ApiError{"InvalidParameterValue", "Cannot create or replace a prefix list route targeting a VPC Endpoint."};
  }
  if (is_ipv4 && target.kind->type == "egress-only-internet-gateway") {
    throw errors::invalid_parameter(destination.value, "destinationCidrBlock");
  }
  const Place place = is_list ? Place::outside : place_of(context, table, destination);
  if (place == Place::outside) return;
  Route route;
  lead_to(route, target);
  if (!leads_within_vpc(route)) {
    throw ApiError{"InvalidParameterValue", "The destination CIDR block " + destination.value +
                                                " is equal to or more specific than one of this VPC's CIDR blocks. "
                                                "This route can target only an interface or an instance."};
  }
  if (place == Place::inside && is_ipv4 && !is_block_of_a_subnet(context, table.vpc_id, destination.value)) {
    throw ApiError{"InvalidParameterValue", "Route destination doesn't match any subnet CIDR blocks."};
  }
}

bool is_local(Context& context, const RouteTableRecord& table, const RouteDestination& destination) {
  return destination.member != &Route::destination_prefix_list_id &&
         place_of(context, table, destination) == Place::equal;
}

Route* find_route(RouteTableRecord& table, const RouteDestination& destination) {
  const auto found = std::find_if(table.routes.begin(), table.routes.end(),
                                  [&](const Route& route) { return route.*destination.member == destination.value; });
  return found == table.routes.end() ? nullptr : &*found;
}

bool is_of_gateway_endpoint(const Route& route) {
  return route.destination_prefix_list_id && route.gateway_id.value_or("").starts_with("vpce-");
}

bool leads_to(const Route& route, const RouteTarget& target) { return route.*target.kind->recorded == target.id; }

void lead_to(Route& route, const RouteTarget& target) {
  for (const auto member : kRouteTargets) (route.*member).reset();
  route.instance_owner_id.reset();
  route.*target.kind->recorded = target.id;
}

void lead_to_local(Route& route) {
  for (const auto member : kRouteTargets) (route.*member).reset();
  route.instance_owner_id.reset();
  route.gateway_id = "local";
}

}  // namespace ec2mimic
