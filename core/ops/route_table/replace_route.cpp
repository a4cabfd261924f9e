#include "core/operation/operation.h"
#include "core/ops/route_table/routing.h"

namespace ec2mimic {
namespace {

struct ReplaceRoute {
  std::optional<std::string> destination_prefix_list_id{};
  std::optional<std::string> vpc_endpoint_id{};
  std::optional<bool> local_target{};
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

}  // namespace

template <>
struct model::Describe<ReplaceRoute> {
  static constexpr std::string_view name = "ReplaceRouteRequest";
  static constexpr auto members = model::members(
      member<&ReplaceRoute::destination_prefix_list_id>(
          "DestinationPrefixListId", "The prefix list that the route is for.", {.refers = "prefix-list"}),
      member<&ReplaceRoute::vpc_endpoint_id>("VpcEndpointId", "The target, if it is a Gateway Load Balancer endpoint.",
                                             {.refers = "vpc-endpoint"}),
      member<&ReplaceRoute::local_target>("LocalTarget", "Makes a route for a block of the VPC local again."),
      member<&ReplaceRoute::transit_gateway_id>("TransitGatewayId", "The target, if it is a transit gateway.",
                                                {.refers = "transit-gateway"}),
      member<&ReplaceRoute::local_gateway_id>("LocalGatewayId", "The target, if it is a local gateway.",
                                              {.refers = "local-gateway"}),
      member<&ReplaceRoute::carrier_gateway_id>("CarrierGatewayId", "The target, if it is a carrier gateway.",
                                                {.refers = "carrier-gateway"}),
      member<&ReplaceRoute::core_network_arn>("CoreNetworkArn", "The target, if it is a core network."),
      member<&ReplaceRoute::odb_network_arn>("OdbNetworkArn", "The target, if it is an ODB network."),
      dry_run<&ReplaceRoute::dry_run>,
      member<&ReplaceRoute::route_table_id>("RouteTableId", "The table that has the route.",
                                            {.required = true, .insists_on = "RouteTableId", .refers = "route-table"}),
      member<&ReplaceRoute::destination_cidr_block>("DestinationCidrBlock",
                                                    "The IPv4 addresses that the route is for, such as 0.0.0.0/0."),
      member<&ReplaceRoute::gateway_id>("GatewayId",
                                        "The target, if it is an internet gateway or a virtual private gateway.",
                                        {.refers = "internet-gateway"}),
      member<&ReplaceRoute::destination_ipv6_cidr_block>("DestinationIpv6CidrBlock",
                                                         "The IPv6 addresses that the route is for, such as ::/0."),
      member<&ReplaceRoute::egress_only_internet_gateway_id>(
          "EgressOnlyInternetGatewayId", "The target, if it is an egress-only internet gateway; for IPv6 only.",
          {.refers = "egress-only-internet-gateway"}),
      member<&ReplaceRoute::instance_id>("InstanceId", "The target, if it is an instance.", {.refers = "instance"}),
      member<&ReplaceRoute::network_interface_id>("NetworkInterfaceId", "The target, if it is a network interface.",
                                                  {.refers = "network-interface"}),
      member<&ReplaceRoute::vpc_peering_connection_id>("VpcPeeringConnectionId",
                                                       "The target, if it is a VPC peering connection.",
                                                       {.refers = "vpc-peering-connection"}),
      member<&ReplaceRoute::nat_gateway_id>("NatGatewayId", "The target, if it is a NAT gateway.",
                                            {.refers = "natgateway"}));
};

namespace {

// AWS's text repeats the destination in its canonical form.
ApiError no_such_route(const RouteDestination& destination) {
  return {"InvalidParameterValue",
          "There is no route defined for '" + destination.value + "' in the route table. Use CreateRoute instead."};
}

void run(const ReplaceRoute& request, Context& context) {
  const RouteDestination destination = destination_of(request);
  const auto target = target_of(targets_of(request), request.local_target.value_or(false));
  auto table = require_table(context, request.route_table_id);
  if (target) {
    check_route(context, request.route_table_id, table, destination, *target);
  } else if (!is_local(context, table, destination)) {
    throw ApiError{"InvalidParameterValue", "local-target only allowed with network local destination CIDRs"};
  }
  Route* route = find_route(table, destination);
  if (route == nullptr) throw no_such_route(destination);
  if (target) {
    lead_to(*route, *target);
  } else {
    lead_to_local(*route);
  }
  Table<RouteTableRecord>(context).put(request.route_table_id, table);
}

constexpr std::string_view kErrors[] = {"InvalidCarrierGatewayID.NotFound",
                                        "InvalidGatewayID.NotFound",
                                        "InvalidInstanceID.NotFound",
                                        "InvalidLocalGatewayID.NotFound",
                                        "InvalidNatGatewayID.NotFound",
                                        "InvalidParameterCombination",
                                        "InvalidParameterValue",
                                        "InvalidRouteTableId.Malformed"};

}  // namespace

namespace ops {

extern constinit const Operation replace_route = define<&run>({
    .name = "ReplaceRoute",
    .effect = Effect::writes,
    .summary = "Changes the target of a route",
    .description =
        "The route to exactly that destination gets another target; what a target can be is as for create-route. A "
        "route for a block of the VPC can be sent to a network interface, and made local again with --local-target.",
    .errors = kErrors,
});

}  // namespace ops
}  // namespace ec2mimic
