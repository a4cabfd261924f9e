#include "core/operation/is_given.h"
#include "core/operation/operation.h"
#include "core/ops/route_table/associating.h"

namespace ec2mimic {
namespace {

struct AssociateRouteTable {
  std::optional<std::string> gateway_id{};
  std::optional<std::string> public_ipv4_pool{};
  std::optional<bool> dry_run{};
  std::optional<std::string> subnet_id{};
  std::string route_table_id{};
};

struct AssociateRouteTableResult {
  std::optional<std::string> association_id{};
  RouteTableAssociationState association_state{};
};

}  // namespace

template <>
struct model::Describe<AssociateRouteTable> {
  static constexpr std::string_view name = "AssociateRouteTableRequest";
  static constexpr auto members = model::members(
      member<&AssociateRouteTable::gateway_id>(
          "GatewayId", "The internet gateway or virtual private gateway whose inbound traffic the table routes.",
          {.refers = "internet-gateway"}),
      member<&AssociateRouteTable::public_ipv4_pool>(
          "PublicIpv4Pool", "A pool of public addresses whose inbound traffic it routes.", {.no_effect = true}),
      dry_run<&AssociateRouteTable::dry_run>,
      member<&AssociateRouteTable::subnet_id>("SubnetId", "The subnet whose traffic it routes.", {.refers = "subnet"}),
      member<&AssociateRouteTable::route_table_id>(
          "RouteTableId", "The table to use.",
          {.required = true, .insists_on = "RouteTableId", .refers = "route-table"}));
};

template <>
struct model::Describe<AssociateRouteTableResult> {
  static constexpr std::string_view name = "AssociateRouteTableResult";
  static constexpr auto members = model::members(
      member<&AssociateRouteTableResult::association_id>("AssociationId", "The id of the new association."),
      member<&AssociateRouteTableResult::association_state>("AssociationState", "Its state: associated."));
};

namespace {

AssociateRouteTableResult run_associate_route_table(const AssociateRouteTable& request, Context& context) {
  const bool is_of_subnet = is_given(request.subnet_id);
  if (!is_of_subnet && !is_given(request.gateway_id)) throw errors::missing_parameter("SubnetId or GatewayId");
  if (is_of_subnet && is_given(request.gateway_id)) {
    throw ApiError{"InvalidParameterCombination", "The request must contain exactly one of subnetId or gatewayId"};
  }
  auto table = require<RouteTable>(context, request.route_table_id);
  RouteTableAssociation association;
  (is_of_subnet ? association.subnet_id : association.gateway_id) =
      is_of_subnet ? request.subnet_id : request.gateway_id;
  check_association(context, request.route_table_id, table, association);
  if (is_associated(context, association)) {
    throw ApiError{"Resource.AlreadyAssociated", "the specified association for route table " + request.route_table_id +
                                                     " conflicts with an existing association"};
  }
  association.route_table_association_id = context.new_id(kAssociationPrefix);
  table.associations.push_back(association);
  Table<RouteTableRecord>(context).put(request.route_table_id, table);
  return {association.route_table_association_id, {"associated", {}}};
}

constexpr std::string_view kAssociateRouteTableErrors[] = {"InvalidGatewayID.NotFound", "InvalidParameterCombination",
                                                           "InvalidParameterValue", "Resource.AlreadyAssociated"};

}  // namespace

namespace ops {

extern constinit const Operation associate_route_table = define<&run_associate_route_table>({
    .name = "AssociateRouteTable",
    .effect = Effect::writes,
    .summary = "Makes a subnet or a gateway use a route table",
    .description =
        "A subnet without an association of its own uses the main route table of its VPC. A subnet or gateway uses one "
        "table at a time: to use another one, replace the association, or disassociate it first.",
    .errors = kAssociateRouteTableErrors,
});

}  // namespace ops
}  // namespace ec2mimic
