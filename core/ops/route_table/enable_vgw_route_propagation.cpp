#include <algorithm>

#include "core/operation/lookup.h"
#include "core/operation/operation.h"
#include "core/ops/route_table/route_table.h"

namespace ec2mimic {
namespace {

struct EnableVgwRoutePropagation {
  std::string gateway_id{};
  std::string route_table_id{};
  std::optional<bool> dry_run{};
};

}  // namespace

template <>
struct model::Describe<EnableVgwRoutePropagation> {
  static constexpr std::string_view name = "EnableVgwRoutePropagationRequest";
  static constexpr auto members =
      model::members(member<&EnableVgwRoutePropagation::gateway_id>(
                         "GatewayId", "The virtual private gateway.",
                         {.required = true, .insists_on = "GatewayId", .refers = "vpn-gateway"}),
                     member<&EnableVgwRoutePropagation::route_table_id>(
                         "RouteTableId", "The table to which it adds routes.",
                         {.required = true, .insists_on = "RouteTableId", .refers = "route-table"}),
                     dry_run<&EnableVgwRoutePropagation::dry_run>);
};

namespace {

ApiError not_found(const std::string& id) {
  return {"InvalidVpnGatewayID.NotFound", "The vpnGateway ID '" + id + "' does not exist"};
}

void run_enable_vgw_route_propagation(const EnableVgwRoutePropagation& request, Context& context) {
  const std::string& id = request.gateway_id;
  auto table = require<RouteTable>(context, request.route_table_id);
  const Whereabouts place = whereabouts(context, "vpn-gateway", id, table.vpc_id);
  if (place == Whereabouts::missing) throw not_found(id);
  if (place != Whereabouts::here) {
    throw ApiError{"Gateway.NotAttached", "resource " + id + " is not attached to network " + table.vpc_id};
  }
  auto& gateways = table.propagating_vgws;
  const bool is_there =
      std::any_of(gateways.begin(), gateways.end(), [&](const PropagatingVgw& one) { return one.gateway_id == id; });
  if (is_there) return;
  gateways.push_back({id});
  Table<RouteTableRecord>(context).put(request.route_table_id, table);
}

constexpr std::string_view kEnableVgwRoutePropagationErrors[] = {"Gateway.NotAttached"};

}  // namespace

namespace ops {

extern constinit const Operation enable_vgw_route_propagation = define<&run_enable_vgw_route_propagation>({
    .name = "EnableVgwRoutePropagation",
    .effect = Effect::writes,
    .summary = "Lets a virtual private gateway add routes to a route table",
    .description = "The gateway must be attached to the table's VPC. It would add the routes that it learns; there are "
                   "no VPN connections, so it learns none. The call may be repeated.",
    .errors = kEnableVgwRoutePropagationErrors,
});

}  // namespace ops
}  // namespace ec2mimic
