#include "core/operation.h"
#include "core/ops/route_table/route_table.h"
#include "core/references.h"

namespace ec2mimic {
namespace {

struct DeleteRouteTable {
  std::optional<bool> dry_run{};
  std::string route_table_id{};
};

}  // namespace

template <>
struct model::Describe<DeleteRouteTable> {
  static constexpr std::string_view name = "DeleteRouteTableRequest";
  static constexpr auto members = model::members(
      member<&DeleteRouteTable::dry_run>("DryRun", "Asks whether the call would be allowed, and deletes nothing."),
      member<&DeleteRouteTable::route_table_id>("RouteTableId", "The table to delete.",
                                                {.required = true, .refers = "route-table"}));
};

namespace {

void run(const DeleteRouteTable& request, Context& context) {
  require<RouteTable>(context, request.route_table_id);
  delete_resource(context.records(), ops::route_table, request.route_table_id);
}

constexpr std::string_view kErrors[] = {"DependencyViolation", "InvalidRouteTableID.NotFound"};
constexpr std::string_view kSeeAlso[] = {"create-route-table", "describe-route-tables"};

}  // namespace

namespace ops {

extern constinit const Operation delete_route_table = define<&run>({
    .name = "DeleteRouteTable",
    .effect = Effect::writes,
    .summary = "Deletes a route table",
    .description =
        "A table that a subnet uses is not deleted, nor the main table of a VPC: that one goes with its VPC. Routes "
        "are no hindrance. The client token that made the table stays used: it will not make another one.",
    .errors = kErrors,
    .see_also = kSeeAlso,
});

}  // namespace ops
}  // namespace ec2mimic
