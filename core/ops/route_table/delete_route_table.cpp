#include "core/operation/deleting.h"
#include "core/ops/route_table/route_table.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kDeleteRouteTableRequest = model::described(
    "DeleteRouteTableRequest", deleting::dry_run, deleting::id("RouteTableId", "The table to delete.", "route-table"));

}  // namespace

extern constinit const Operation delete_route_table = define_delete<RouteTable, kDeleteRouteTableRequest>({
    .name = "DeleteRouteTable",
    .summary = "Deletes a route table",
    .description = "A table that a subnet uses is not deleted, nor is the main table of a VPC, which is deleted with "
                   "its VPC. Routes do not prevent that. The client token that created the table stays reserved and "
                   "cannot create another one.",
});

}  // namespace ec2mimic::ops
