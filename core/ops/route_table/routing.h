// Routes as requests describe them: destinations and targets, what AWS refuses of them, and how they are recorded.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "core/operation/operation.h"
#include "core/ops/route_table/route_table.h"

namespace ec2mimic {

/// The request of create-route and of replace-route, which differ in one member.
struct RouteRequest {
  std::optional<std::string> destination_prefix_list_id{};
  std::optional<std::string> vpc_endpoint_id{};
  std::optional<bool> local_target{};  ///< Only of replace-route.
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

/// Describes such a request. `table_doc` says what happens to the table; `own` is the member that one of them has more.
template <class... Own>
constexpr auto describe_route_request(std::string_view name, std::string_view table_doc, Own... own) {
  using Self = RouteRequest;
  using model::member;
  return model::described(
      name,
      member<&Self::destination_prefix_list_id>("DestinationPrefixListId", "The prefix list that the route is for.",
                                                {.refers = "prefix-list"}),
      member<&Self::vpc_endpoint_id>("VpcEndpointId", "The target, if it is a Gateway Load Balancer endpoint.",
                                     {.refers = "vpc-endpoint"}),
      own...,
      member<&Self::transit_gateway_id>("TransitGatewayId", "The target, if it is a transit gateway.",
                                        {.refers = "transit-gateway"}),
      member<&Self::local_gateway_id>("LocalGatewayId", "The target, if it is a local gateway.",
                                      {.refers = "local-gateway"}),
      member<&Self::carrier_gateway_id>("CarrierGatewayId", "The target, if it is a carrier gateway.",
                                        {.refers = "carrier-gateway"}),
      member<&Self::core_network_arn>("CoreNetworkArn", "The target, if it is a core network."),
      member<&Self::odb_network_arn>("OdbNetworkArn", "The target, if it is an ODB network."), dry_run<&Self::dry_run>,
      member<&Self::route_table_id>("RouteTableId", table_doc,
                                    {.required = true, .insists_on = "RouteTableId", .refers = "route-table"}),
      member<&Self::destination_cidr_block>("DestinationCidrBlock",
                                            "The IPv4 addresses that the route is for, such as 0.0.0.0/0."),
      member<&Self::gateway_id>("GatewayId", "The target, if it is an internet gateway or a virtual private gateway.",
                                {.refers = "internet-gateway"}),
      member<&Self::destination_ipv6_cidr_block>("DestinationIpv6CidrBlock",
                                                 "The IPv6 addresses that the route is for, such as ::/0."),
      member<&Self::egress_only_internet_gateway_id>(
          "EgressOnlyInternetGatewayId", "The target, if it is an egress-only internet gateway; for IPv6 only.",
          {.refers = "egress-only-internet-gateway"}),
      member<&Self::instance_id>("InstanceId", "The target, if it is an instance.", {.refers = "instance"}),
      member<&Self::network_interface_id>("NetworkInterfaceId", "The target, if it is a network interface.",
                                          {.refers = "network-interface"}),
      member<&Self::vpc_peering_connection_id>("VpcPeeringConnectionId",
                                               "The target, if it is a VPC peering connection.",
                                               {.refers = "vpc-peering-connection"}),
      member<&Self::nat_gateway_id>("NatGatewayId", "The target, if it is a NAT gateway.", {.refers = "natgateway"}));
}

/// The errors of both besides those that follow from the request, and those that one of them has more.
template <class... Own>
constexpr std::array<std::string_view, 8 + sizeof...(Own)> route_errors(Own... own) {
  return {"InvalidCarrierGatewayID.NotFound",
          "InvalidGatewayID.NotFound",
          "InvalidInstanceID.NotFound",
          "InvalidLocalGatewayID.NotFound",
          "InvalidNatGatewayID.NotFound",
          "InvalidParameterCombination",
          "InvalidParameterValue",
          "InvalidRouteTableId.Malformed",
          own...};
}

struct RouteDestination {
  std::optional<std::string> Route::*member = nullptr;
  std::string value{};        ///< A block in its canonical form.
  std::string_view option{};  ///< As AWS's messages have it: `destination-cidr-block`.
};

/// The destination of a request. Throws ApiError unless there is exactly one, and for a block that does not parse.
[[nodiscard]] RouteDestination destination_of(const std::optional<std::string>& cidr_block,
                                              const std::optional<std::string>& ipv6_cidr_block,
                                              const std::optional<std::string>& prefix_list_id);

template <class Request>
[[nodiscard]] RouteDestination destination_of(const Request& request) {
  return destination_of(request.destination_cidr_block, request.destination_ipv6_cidr_block,
                        request.destination_prefix_list_id);
}

struct TargetKind;

struct RouteTarget {
  const TargetKind* kind = nullptr;
  std::string id{};
};

/// The only target that is named. Throws ApiError if there is none, or more than one.
[[nodiscard]] RouteTarget target_of(const RouteRequest& request);

/// The same for a request that can ask for the local target instead; nothing if it does.
[[nodiscard]] std::optional<RouteTarget> target_unless_local(const RouteRequest& request);

/// The table of a request. Throws ApiError if the id is malformed or there is no such table.
[[nodiscard]] RouteTableRecord require_table(Context& context, const std::string& id);

/// Throws ApiError unless the table may have a route from there to there.
void check_route(Context& context, const std::string& table_id, const RouteTableRecord& table,
                 const RouteDestination& destination, const RouteTarget& target);

/// True if the destination is a block of the table's VPC.
[[nodiscard]] bool is_local(Context& context, const RouteTableRecord& table, const RouteDestination& destination);

/// The route to exactly that destination, or null.
[[nodiscard]] Route* find_route(RouteTableRecord& table, const RouteDestination& destination);

/// True for a route that belongs to a gateway endpoint: it comes and goes with the endpoint, and is not edited by hand.
[[nodiscard]] bool is_of_gateway_endpoint(const Route& route);

[[nodiscard]] bool leads_to(const Route& route, const RouteTarget& target);
void lead_to(Route& route, const RouteTarget& target);
void lead_to_local(Route& route);

}  // namespace ec2mimic
