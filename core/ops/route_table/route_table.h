// Route tables: their record and their view.
//
// Members that none of our routes can have yet (some targets) are described too, because members are displayed in the
// order of this description.
#pragma once

#include "core/operation/resource.h"

namespace ec2mimic {

namespace ops {
extern const Noun route_table;
}

struct RouteTableAssociationState {
  std::optional<std::string> state{};
  std::optional<std::string> status_message{};
};

struct RouteTableAssociation {
  bool main = false;
  std::string route_table_association_id{};
  std::optional<std::string> route_table_id{};  ///< Not stored: the record has it as its key.
  std::optional<std::string> subnet_id{};
  std::optional<std::string> gateway_id{};
  std::optional<std::string> public_ipv4_pool{};
  std::optional<RouteTableAssociationState> association_state{};  ///< Not stored.
};

struct PropagatingVgw {
  std::string gateway_id{};
};

struct Route {
  std::optional<std::string> destination_cidr_block{};
  std::optional<std::string> destination_ipv6_cidr_block{};
  std::optional<std::string> destination_prefix_list_id{};
  std::optional<std::string> egress_only_internet_gateway_id{};
  std::optional<std::string> gateway_id{};
  std::optional<std::string> instance_id{};
  std::optional<std::string> instance_owner_id{};
  std::optional<std::string> nat_gateway_id{};
  std::optional<std::string> transit_gateway_id{};
  std::optional<std::string> local_gateway_id{};
  std::optional<std::string> carrier_gateway_id{};
  std::optional<std::string> network_interface_id{};
  std::string origin{};
  std::optional<std::string> state{};  ///< Not stored: computed from whether the target exists.
  std::optional<std::string> vpc_peering_connection_id{};
  std::optional<std::string> core_network_arn{};
  std::optional<std::string> odb_network_arn{};
  std::optional<std::string> ip_address{};
};

/// The members that a route's target can be in.
inline constexpr std::optional<std::string> Route::*kRouteTargets[] = {
    &Route::egress_only_internet_gateway_id,
    &Route::gateway_id,
    &Route::instance_id,
    &Route::nat_gateway_id,
    &Route::transit_gateway_id,
    &Route::local_gateway_id,
    &Route::carrier_gateway_id,
    &Route::network_interface_id,
    &Route::vpc_peering_connection_id,
    &Route::core_network_arn,
    &Route::odb_network_arn,
    &Route::ip_address,
};

struct RouteTableRecord {
  static constexpr std::string_view kTable = "route-tables";
  std::string region{};
  std::int64_t serial = 0;
  std::string vpc_id{};
  std::vector<RouteTableAssociation> associations{};
  std::vector<PropagatingVgw> propagating_vgws{};
  std::vector<Route> routes{};
  std::vector<Tag> tags{};

  /// The main table is created with its VPC and used by the subnets that have no table of their own.
  static constexpr Companions kCompanions{"vpc", "main route tables"};
  [[nodiscard]] std::string came_along_with() const;

  /// A prefix list is not deleted while a route is for it, unlike the target of a route. It may be missing from the
  /// start, in a state made of answers about route tables alone.
  [[nodiscard]] bool needs(std::string_view prefix_list) const;

  /// Says what is wrong with a route that does not have exactly one target and one destination, or an association that
  /// is neither the main one nor one of a subnet or a gateway.
  [[nodiscard]] std::optional<std::string> contradiction() const;
};

/// A route table as AWS shows it.
struct RouteTable {
  std::vector<RouteTableAssociation> associations{};
  std::vector<PropagatingVgw> propagating_vgws{};
  std::string route_table_id{};
  std::vector<Route> routes{};
  std::vector<Tag> tags{};
  std::string vpc_id{};
  std::string owner_id{};
};

/// True if the target is one that a route to addresses of its own VPC can have: local, or a kind of thing that is in
/// the VPC, such as a network interface.
[[nodiscard]] bool leads_within_vpc(const Route& route);

/// The local routes that every table of a VPC has: one for each of its blocks.
[[nodiscard]] std::vector<Route> local_routes(const std::vector<std::string>& cidr_blocks,
                                              const std::vector<std::string>& ipv6_cidr_blocks);

template <>
struct Resource<RouteTable> {
  using Record = RouteTableRecord;
  static constexpr const Noun& noun = ops::route_table;
  static const std::span<const FilterRule> filters;
  static constexpr auto id = &RouteTable::route_table_id;
  static constexpr auto tags = &RouteTable::tags;
  static RouteTable view(const std::string& id, const RouteTableRecord& record, Context& context);
};

inline constexpr std::string_view kAssociationStates[] = {"associating", "associated", "disassociating",
                                                          "disassociated", "failed"};
inline constexpr std::string_view kRouteOrigins[] = {"CreateRouteTable", "CreateRoute", "EnableVgwRoutePropagation",
                                                     "Advertisement"};
inline constexpr std::string_view kRouteStates[] = {"active", "blackhole", "filtered"};

namespace model {

template <>
struct Describe<RouteTableAssociationState> {
  static constexpr std::string_view name = "RouteTableAssociationState";
  static constexpr auto members = model::members(
      member<&RouteTableAssociationState::state>("State", "The state.", {.choices = kAssociationStates}),
      member<&RouteTableAssociationState::status_message>("StatusMessage", "Details of the state, if any."));
};

template <>
struct Describe<RouteTableAssociation> {
  static constexpr std::string_view name = "RouteTableAssociation";
  static constexpr auto members = model::members(
      member<&RouteTableAssociation::main>("Main", "Whether this makes the table the main route table of its VPC."),
      member<&RouteTableAssociation::route_table_association_id>("RouteTableAssociationId", "The association's own id.",
                                                                 {.part = "rtbassoc-", .prevents_deletion = true}),
      member<&RouteTableAssociation::route_table_id>("RouteTableId", "The route table.",
                                                     {.refers = "route-table", .key = true}),
      member<&RouteTableAssociation::subnet_id>("SubnetId", "The subnet; absent for the main association.",
                                                {.refers = "subnet", .on_delete = OnDelete::goes}),
      member<&RouteTableAssociation::gateway_id>("GatewayId", "The gateway, if the table belongs to a gateway.",
                                                 {.refers = "internet-gateway", .on_delete = OnDelete::goes}),
      member<&RouteTableAssociation::public_ipv4_pool>("PublicIpv4Pool",
                                                       "The address pool, if the table belongs to a pool."),
      member<&RouteTableAssociation::association_state>("AssociationState", "The state of the association.",
                                                        {.computed = true}));
};

template <>
struct Describe<PropagatingVgw> {
  static constexpr std::string_view name = "PropagatingVgw";
  static constexpr auto members = model::members(
      member<&PropagatingVgw::gateway_id>("GatewayId", "A virtual private gateway that adds routes itself.",
                                          {.refers = "vpn-gateway", .on_delete = OnDelete::goes, .tells_apart = true}));
};

template <>
struct Describe<Route> {
  static constexpr std::string_view name = "Route";
  static constexpr auto members = model::members(
      member<&Route::destination_cidr_block>("DestinationCidrBlock", "The IPv4 addresses that the route is for.",
                                             {.tells_apart = true, .fault = &value_faults::cidr_block}),
      member<&Route::destination_ipv6_cidr_block>("DestinationIpv6CidrBlock", "The IPv6 addresses that it is for.",
                                                  {.tells_apart = true, .fault = &value_faults::ipv6_cidr_block}),
      member<&Route::destination_prefix_list_id>(
          "DestinationPrefixListId", "The prefix list that it is for.",
          {.refers = "prefix-list", .on_delete = OnDelete::dangles, .tells_apart = true}),
      member<&Route::egress_only_internet_gateway_id>(
          "EgressOnlyInternetGatewayId", "The target, if it is an egress-only internet gateway.",
          {.refers = "egress-only-internet-gateway", .on_delete = OnDelete::dangles}),
      member<&Route::gateway_id>("GatewayId", "The target, if it is a gateway; `local` for traffic within the VPC.",
                                 {.refers = "internet-gateway", .on_delete = OnDelete::dangles}),
      member<&Route::instance_id>("InstanceId", "The target, if it is an instance.",
                                  {.refers = "instance", .on_delete = OnDelete::dangles}),
      member<&Route::instance_owner_id>("InstanceOwnerId", "The account that owns that instance."),
      member<&Route::nat_gateway_id>("NatGatewayId", "The target, if it is a NAT gateway.",
                                     {.refers = "natgateway", .on_delete = OnDelete::dangles}),
      member<&Route::transit_gateway_id>("TransitGatewayId", "The target, if it is a transit gateway.",
                                         {.refers = "transit-gateway", .on_delete = OnDelete::dangles}),
      member<&Route::local_gateway_id>("LocalGatewayId", "The target, if it is a local gateway.",
                                       {.refers = "local-gateway", .on_delete = OnDelete::dangles}),
      member<&Route::carrier_gateway_id>("CarrierGatewayId", "The target, if it is a carrier gateway.",
                                         {.refers = "carrier-gateway", .on_delete = OnDelete::dangles}),
      member<&Route::network_interface_id>("NetworkInterfaceId", "The target, if it is a network interface.",
                                           {.refers = "network-interface", .on_delete = OnDelete::dangles}),
      member<&Route::origin>("Origin", "The operation that created the route.", {.choices = kRouteOrigins}),
      member<&Route::state>("State", "The state: `blackhole` where the target is gone.",
                            {.choices = kRouteStates, .computed = true}),
      member<&Route::vpc_peering_connection_id>("VpcPeeringConnectionId",
                                                "The target, if it is a VPC peering connection.",
                                                {.refers = "vpc-peering-connection", .on_delete = OnDelete::dangles}),
      member<&Route::core_network_arn>("CoreNetworkArn", "The target, if it is a core network."),
      member<&Route::odb_network_arn>("OdbNetworkArn", "The target, if it is an ODB network."),
      member<&Route::ip_address>("IpAddress", "The target, if it is an IP address."));
};

template <>
struct Describe<RouteTableRecord> {
  static constexpr std::string_view name = "RouteTableRecord";
  static constexpr auto members = model::members(
      recorded::region<&RouteTableRecord::region>, recorded::serial<&RouteTableRecord::serial>,
      member<&RouteTableRecord::vpc_id>("VpcId", "The VPC whose traffic it routes.", {.refers = "vpc"}),
      member<&RouteTableRecord::associations>("Associations", "What uses it."),
      member<&RouteTableRecord::propagating_vgws>("PropagatingVgws", "The gateways that add routes to it."),
      member<&RouteTableRecord::routes>("Routes", "Its routes, without their states."),
      recorded::tags<&RouteTableRecord::tags>);
};

template <>
struct Describe<RouteTable> {
  static constexpr std::string_view name = "RouteTable";
  static constexpr auto members = model::members(
      member<&RouteTable::associations>("Associations", "What uses the table: subnets, or the VPC as its main table."),
      member<&RouteTable::propagating_vgws>("PropagatingVgws", "Virtual private gateways that add routes themselves."),
      member<&RouteTable::route_table_id>("RouteTableId", "The table's id.", {.refers = "route-table", .key = true}),
      member<&RouteTable::routes>("Routes", "The routes, the most specific first."),
      member<&RouteTable::tags>("Tags", "The table's tags."),
      member<&RouteTable::vpc_id>("VpcId", "The VPC whose traffic it routes.", {.refers = "vpc"}),
      member<&RouteTable::owner_id>("OwnerId", "The account that owns it.", {.computed = true, .account = true}));
};

}  // namespace model
}  // namespace ec2mimic
