#include "core/operation/operation.h"
#include "core/ops/route_table/associating.h"

namespace ec2mimic {
namespace {

struct DisassociateRouteTable {
  std::optional<bool> dry_run{};
  std::string association_id{};
};

}  // namespace

template <>
struct model::Describe<DisassociateRouteTable> {
  static constexpr std::string_view name = "DisassociateRouteTableRequest";
  static constexpr auto members =
      model::members(dry_run<&DisassociateRouteTable::dry_run>,
                     member<&DisassociateRouteTable::association_id>(
                         "AssociationId", "The association to delete.",
                         {.required = true, .insists_on = "AssociationId", .refers = "rtbassoc-"}));
};

namespace {

void run_disassociate_route_table(const DisassociateRouteTable& request, Context& context) {
  TakenAssociation taken = take_association(context, request.association_id);
  if (taken.association.main) {
    throw ApiError{"InvalidParameterValue",
                   "cannot disassociate the main route table association " + request.association_id};
  }
  Table<RouteTableRecord>(context).put(taken.table_id, taken.table);
}

constexpr std::string_view kDisassociateRouteTableErrors[] = {"InvalidAssociationID.NotFound", "InvalidParameterValue"};

}  // namespace

namespace ops {

extern constinit const Operation disassociate_route_table = define<&run_disassociate_route_table>({
    .name = "DisassociateRouteTable",
    .effect = Effect::writes,
    .summary = "Stops a subnet or a gateway using a route table",
    .description = "The subnet uses the main route table of its VPC again. The association that makes a table the main "
                   "one is not deleted; replace-route-table-association makes another table the main one.",
    .errors = kDisassociateRouteTableErrors,
});

}  // namespace ops
}  // namespace ec2mimic
