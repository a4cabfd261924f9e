#include "core/operation/describing.h"
#include "core/ops/route_table/route_table.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kDescribeRouteTablesRequest = model::described(
    "DescribeRouteTablesRequest", describing::next_token, describing::max_results(100), describing::dry_run,
    describing::ids("RouteTableIds", "Shows these tables; all of them must exist.", "route-table"),
    describing::filters);
constexpr auto kDescribeRouteTablesResult = model::described(
    "DescribeRouteTablesResult", describing::items<RouteTable>("RouteTables", "The tables, in order of creation."),
    describing::next_page<RouteTable>);

}  // namespace

extern constinit const Operation describe_route_tables =
    define_describe<kDescribeRouteTablesRequest, kDescribeRouteTablesResult>({
        .name = "DescribeRouteTables",
        .summary = "Shows route tables",
        .description =
            "Shows all route tables in the region, those with the given ids, or those that match the filters. "
            "Ids and filters together show only what matches both.",
    });

}  // namespace ec2mimic::ops
