#include "core/operation/lookup.h"
#include "core/operation/operation.h"
#include "core/ops/route_table/route_table.h"

namespace ec2mimic {
namespace {

struct DisableVgwRoutePropagation {
  std::string gateway_id{};
  std::string route_table_id{};
  std::optional<bool> dry_run{};
};

}  // namespace

template <>
struct model::Describe<DisableVgwRoutePropagation> {
  static constexpr std::string_view name = "DisableVgwRoutePropagationRequest";
  static constexpr auto members =
      model::members(member<&DisableVgwRoutePropagation::gateway_id>(
                         "GatewayId", "The virtual private gateway.",
                         {.required = true, .insists_on = "GatewayId", .refers = "vpn-gateway"}),
                     member<&DisableVgwRoutePropagation::route_table_id>(
                         "RouteTableId", "The table to which it adds routes.",
                         {.required = true, .insists_on = "RouteTableId", .refers = "route-table"}),
                     dry_run<&DisableVgwRoutePropagation::dry_run>);
};

namespace {

void run_disable_vgw_route_propagation(const DisableVgwRoutePropagation& request, Context& context) {
  const std::string& id = request.gateway_id;
  auto table = require<RouteTable>(context, request.route_table_id);
  if (whereabouts(context, "vpn-gateway", id, table.vpc_id) == Whereabouts::missing) {
    throw ApiError{"InvalidVpnGatewayID.NotFound", "The vpnGateway ID '" + id + "' does not exist"};
  }
  std::erase_if(table.propagating_vgws, [&](const PropagatingVgw& one) { return one.gateway_id == id; });
  Table<RouteTableRecord>(context).put(request.route_table_id, table);
}

}  // namespace

namespace ops {

extern constinit const Operation disable_vgw_route_propagation = define<&run_disable_vgw_route_propagation>({
    .name = "DisableVgwRoutePropagation",
    .effect = Effect::writes,
    .summary = "Stops a virtual private gateway adding routes to a route table",
    .description = "The routes that it added would disappear; here there are none. A gateway that adds no routes to "
                   "the table is no error.",
});

}  // namespace ops
}  // namespace ec2mimic
