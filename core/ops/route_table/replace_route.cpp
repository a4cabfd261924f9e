#include "core/operation/operation.h"
#include "core/ops/route_table/routing.h"

namespace ec2mimic {
namespace {

constexpr auto kReplaceRouteRequest = describe_route_request(
    "ReplaceRouteRequest", "The table that has the route.",
    model::member<&RouteRequest::local_target>("LocalTarget", "Makes a route for a block of the VPC local again."));

// AWS's text repeats the destination in its canonical form.
ApiError no_such_route(const RouteDestination& destination) {
  return {"InvalidParameterValue",
          "There is no route defined for '" + destination.value + "' in the route table. Use CreateRoute instead."};
}

void run_replace_route(const RouteRequest& request, Context& context) {
  const RouteDestination destination = destination_of(request);
  const auto target = target_unless_local(request);
  auto table = require_table(context, request.route_table_id);
  if (target) {
    check_route(context, request.route_table_id, table, destination, *target);
  } else if (!is_local(context, table, destination)) {
    throw ApiError{"InvalidParameterValue", "local-target only allowed with network local destination CIDRs"};
  }
  Route* route = find_route(table, destination);
  if (route == nullptr) throw no_such_route(destination);
  if (is_of_gateway_endpoint(*route)) {
    throw ApiError{"InvalidParameterValue", "cannot replace VPC endpoint route " + destination.value +
                                                " in route table " + request.route_table_id};
  }
  if (target) {
    lead_to(*route, *target);
  } else {
    lead_to_local(*route);
  }
  Table<RouteTableRecord>(context).put(request.route_table_id, table);
}

constexpr auto kReplaceRouteErrors = route_errors();

}  // namespace

namespace ops {

extern constinit const Operation replace_route = define<&run_replace_route, &model::shape_by<kReplaceRouteRequest>>({
    .name = "ReplaceRoute",
    .effect = Effect::writes,
    .summary = "Changes the target of a route",
    .description =
        "The route to exactly that destination gets another target; what a target can be is as for create-route. A "
        "route for a block of the VPC can be sent to a network interface, and made local again with --local-target.",
    .errors = kReplaceRouteErrors,
});

}  // namespace ops
}  // namespace ec2mimic
