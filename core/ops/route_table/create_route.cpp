#include <utility>

#include "core/operation/operation.h"
#include "core/ops/route_table/route_table_changes.h"
#include "core/ops/route_table/routing.h"

namespace ec2mimic {
namespace {

struct CreateRoute {
  std::optional<std::string> destination_prefix_list_id{};
  std::optional<std::string> vpc_endpoint_id{};
  std::optional<std::string> transit_gateway_id{};
  std::optional<std::string> local_gateway_id{};
  std::optional<std::string> carrier_gateway_id{};
  std::optional<std::string> core_network_arn{};
  std::optional<std::string> odb_network_arn{};
  std::optional<bool> dry_run{};
  std::string route_table_id{};
  std::optional<std::string> destination_cidr_block{};
  std::optional<std::string> gateway_id{};
  std::optional<std::string> destination_ipv6_cidr_block{};
  std::optional<std::string> egress_only_internet_gateway_id{};
  std::optional<std::string> instance_id{};
  std::optional<std::string> network_interface_id{};
  std::optional<std::string> vpc_peering_connection_id{};
  std::optional<std::string> nat_gateway_id{};
};

struct CreateRouteResult {
  std::optional<bool> return_{};
};

}  // namespace

template <>
struct model::Describe<CreateRoute> {
  static constexpr std::string_view name = "CreateRouteRequest";
  static constexpr auto members = model::members(
      member<&CreateRoute::destination_prefix_list_id>(
          "DestinationPrefixListId", "The prefix list that the route is for.", {.refers = "prefix-list"}),
      member<&CreateRoute::vpc_endpoint_id>("VpcEndpointId", "The target, if it is a Gateway Load Balancer endpoint.",
                                            {.refers = "vpc-endpoint"}),
      member<&CreateRoute::transit_gateway_id>("TransitGatewayId", "The target, if it is a transit gateway.",
                                               {.refers = "transit-gateway"}),
      member<&CreateRoute::local_gateway_id>("LocalGatewayId", "The target, if it is a local gateway.",
                                             {.refers = "local-gateway"}),
      member<&CreateRoute::carrier_gateway_id>("CarrierGatewayId", "The target, if it is a carrier gateway.",
                                               {.refers = "carrier-gateway"}),
      member<&CreateRoute::core_network_arn>("CoreNetworkArn", "The target, if it is a core network."),
      member<&CreateRoute::odb_network_arn>("OdbNetworkArn", "The target, if it is an ODB network."),
      dry_run<&CreateRoute::dry_run>,
      member<&CreateRoute::route_table_id>("RouteTableId", "The table to add the route to.",
                                           {.required = true, .insists_on = "RouteTableId", .refers = "route-table"}),
      member<&CreateRoute::destination_cidr_block>("DestinationCidrBlock",
                                                   "The IPv4 addresses that the route is for, such as 0.0.0.0/0."),
      member<&CreateRoute::gateway_id>("GatewayId",
                                       "The target, if it is an internet gateway or a virtual private gateway.",
                                       {.refers = "internet-gateway"}),
      member<&CreateRoute::destination_ipv6_cidr_block>("DestinationIpv6CidrBlock",
                                                        "The IPv6 addresses that the route is for, such as ::/0."),
      member<&CreateRoute::egress_only_internet_gateway_id>(
          "EgressOnlyInternetGatewayId", "The target, if it is an egress-only internet gateway; for IPv6 only.",
          {.refers = "egress-only-internet-gateway"}),
      member<&CreateRoute::instance_id>("InstanceId", "The target, if it is an instance.", {.refers = "instance"}),
      member<&CreateRoute::network_interface_id>("NetworkInterfaceId", "The target, if it is a network interface.",
                                                 {.refers = "network-interface"}),
      member<&CreateRoute::vpc_peering_connection_id>("VpcPeeringConnectionId",
                                                      "The target, if it is a VPC peering connection.",
                                                      {.refers = "vpc-peering-connection"}),
      member<&CreateRoute::nat_gateway_id>("NatGatewayId", "The target, if it is a NAT gateway.",
                                           {.refers = "natgateway"}));
};

template <>
struct model::Describe<CreateRouteResult> {
  static constexpr std::string_view name = "CreateRouteResult";
  static constexpr auto members = model::members(member<&CreateRouteResult::return_>("Return", "Always true."));
};

namespace {

CreateRouteResult run(const CreateRoute& request, Context& context) {
  const RouteDestination destination = destination_of(request);
  const RouteTarget target = target_of(targets_of(request));
  auto table = require_table(context, request.route_table_id);
  check_route(context, request.route_table_id, table, destination, target);
  const Route* present = find_route(table, destination);
  // The same call may be repeated.
  if (present != nullptr && leads_to(*present, target)) return {true};
  Route route;
  route.*destination.member = destination.value;
  lead_to(route, target);
  add_route(context, request.route_table_id, std::move(route));
  return {true};
}

constexpr std::string_view kErrors[] = {"InvalidCarrierGatewayID.NotFound",
                                        "InvalidGatewayID.NotFound",
                                        "InvalidInstanceID.NotFound",
                                        "InvalidLocalGatewayID.NotFound",
                                        "InvalidNatGatewayID.NotFound",
                                        "InvalidParameterCombination",
                                        "InvalidParameterValue",
                                        "InvalidRouteTableId.Malformed",
                                        "RouteAlreadyExists"};
constexpr std::string_view kSeeAlso[] = {"attach-internet-gateway", "create-internet-gateway"};

}  // namespace

namespace ops {

extern constinit const Operation create_route = define<&run>({
    .name = "CreateRoute",
    .effect = Effect::writes,
    .summary = "Adds a route to a route table",
    .description = "Sends traffic for a destination to a target: exactly one of each. Host bits of the destination are "
                   "cleared: 198.51.100.19/24 becomes 198.51.100.0/24. Of the routes for an address the one with the "
                   "longest prefix counts. A target is in the table's VPC, or attached to it; if it is deleted or "
                   "detached later, the route stays, and is shown as a blackhole until the target is back. "
                   "So is a route to a VPC peering connection that is not accepted yet.\n\n"
                   "The same call may be repeated; a route to the same destination with another target is refused. "
                   "Traffic within the VPC can only be sent to a network interface, a NAT gateway or an endpoint.",
    .errors = kErrors,
    .see_also = kSeeAlso,
});

}  // namespace ops
}  // namespace ec2mimic
