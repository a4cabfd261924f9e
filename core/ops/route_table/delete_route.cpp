#include "core/operation/operation.h"
#include "core/ops/route_table/routing.h"

namespace ec2mimic {
namespace {

struct DeleteRoute {
  std::optional<std::string> destination_prefix_list_id{};
  std::optional<bool> dry_run{};
  std::string route_table_id{};
  std::optional<std::string> destination_cidr_block{};
  std::optional<std::string> destination_ipv6_cidr_block{};
};

}  // namespace

template <>
struct model::Describe<DeleteRoute> {
  static constexpr std::string_view name = "DeleteRouteRequest";
  static constexpr auto members = model::members(
      member<&DeleteRoute::destination_prefix_list_id>(
          "DestinationPrefixListId", "The prefix list that the route is for.", {.refers = "prefix-list"}),
      dry_run<&DeleteRoute::dry_run>,
      member<&DeleteRoute::route_table_id>("RouteTableId", "The table that has the route.",
                                           {.required = true, .insists_on = "RouteTableId", .refers = "route-table"}),
      member<&DeleteRoute::destination_cidr_block>("DestinationCidrBlock",
                                                   "The IPv4 addresses that the route is for, such as 0.0.0.0/0."),
      member<&DeleteRoute::destination_ipv6_cidr_block>("DestinationIpv6CidrBlock",
                                                        "The IPv6 addresses that the route is for, such as ::/0."));
};

namespace {

void run_delete_route(const DeleteRoute& request, Context& context) {
  const RouteDestination destination = destination_of(request);
  const std::string& id = request.route_table_id;
  // As recorded, a table that does not exist has no such route.
  auto table = Table<RouteTableRecord>(context).find(id).value_or(RouteTableRecord());
  const Route* route = find_route(table, destination);
  if (route == nullptr) {
    throw ApiError{"InvalidRoute.NotFound", "no route with " + std::string(destination.option) + ' ' +
                                                destination.value + " in route table " + id};
  }
  if (route->origin == "CreateRouteTable") {
    throw ApiError{"InvalidParameterValue", "cannot remove local route " + destination.value + " in route table " + id};
  }
  if (is_of_gateway_endpoint(*route)) {
    throw ApiError{"InvalidParameterValue",
                   "cannot remove VPC endpoint route " + destination.value + " in route table " + id};
  }
  table.routes.erase(table.routes.begin() + (route - table.routes.data()));
  Table<RouteTableRecord>(context).put(id, table);
}

constexpr std::string_view kDeleteRouteErrors[] = {"InvalidParameterCombination", "InvalidParameterValue",
                                                   "InvalidRoute.NotFound"};

}  // namespace

namespace ops {

extern constinit const Operation delete_route = define<&run_delete_route>({
    .name = "DeleteRoute",
    .effect = Effect::writes,
    .summary = "Deletes a route from a route table",
    .description =
        "Deletes the route to exactly that destination, whose host bits are cleared as by create-route. Local routes "
        "are not deleted, nor are those of a VPC endpoint. A table that does not exist has no such route: the error is "
        "the same.",
    .errors = kDeleteRouteErrors,
});

}  // namespace ops
}  // namespace ec2mimic
