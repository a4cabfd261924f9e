#include "core/operation/deleting.h"
#include "core/ops/route_table/route_table.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kRequest = model::described("DeleteRouteTableRequest", deleting::dry_run,
                                           deleting::id("RouteTableId", "The table to delete.", "route-table"));

}  // namespace

extern constinit const Operation delete_route_table = define_delete<RouteTable, kRequest>({
    .name = "DeleteRouteTable",
    .summary = "Deletes a route table",
    .description =
        "A table that a subnet uses is not deleted, nor the main table of a VPC: that one goes with its VPC. Routes "
        "are no hindrance. The client token that made the table stays used: it will not make another one.",
});

}  // namespace ec2mimic::ops
