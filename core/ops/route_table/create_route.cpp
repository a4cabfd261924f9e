#include <utility>

#include "core/operation/operation.h"
#include "core/ops/route_table/route_table_changes.h"
#include "core/ops/route_table/routing.h"

namespace ec2mimic {
namespace {

struct CreateRouteResult {
  std::optional<bool> return_{};
};

}  // namespace

template <>
struct model::Describe<CreateRouteResult> {
  static constexpr std::string_view name = "CreateRouteResult";
  static constexpr auto members = model::members(member<&CreateRouteResult::return_>("Return", "Always true."));
};

namespace {

constexpr auto kCreateRouteRequest = describe_route_request("CreateRouteRequest", "The table to add the route to.");

CreateRouteResult run_create_route(const RouteRequest& request, Context& context) {
  const RouteDestination destination = destination_of(request);
  const RouteTarget target = target_of(request);
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

constexpr auto kCreateRouteErrors = route_errors("RouteAlreadyExists");
constexpr std::string_view kCreateRouteSeeAlso[] = {"attach-internet-gateway", "create-internet-gateway"};

}  // namespace

namespace ops {

extern constinit const Operation create_route =
    define<&run_create_route, &model::shape_by<kCreateRouteRequest>, &model::shape_of<CreateRouteResult>>({
        .name = "CreateRoute",
        .effect = Effect::writes,
        .summary = "Adds a route to a route table",
        .description =
            "Sends traffic for a destination to a target: exactly one of each. Host bits of the destination are "
            "cleared: 198.51.100.19/24 becomes 198.51.100.0/24. Of the routes for an address the one with the "
            "longest prefix counts. A target is in the table's VPC, or attached to it; if it is deleted or "
            "detached later, the route stays, and is shown as a blackhole until the target is back. "
            "So is a route to a VPC peering connection that is not accepted yet.\n\n"
            "The same call may be repeated; a route to the same destination with another target is refused. "
            "Traffic within the VPC can only be sent to a network interface, a NAT gateway or an endpoint.",
        .errors = kCreateRouteErrors,
        .see_also = kCreateRouteSeeAlso,
    });

}  // namespace ops
}  // namespace ec2mimic
