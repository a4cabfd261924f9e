#include "core/operation/operation.h"
#include "core/ops/route_table/associating.h"

namespace ec2mimic {
namespace {

struct ReplaceRouteTableAssociation {
  std::optional<bool> dry_run{};
  std::string association_id{};
  std::string route_table_id{};
};

struct ReplaceRouteTableAssociationResult {
  std::optional<std::string> new_association_id{};
  RouteTableAssociationState association_state{};
};

}  // namespace

template <>
struct model::Describe<ReplaceRouteTableAssociation> {
  static constexpr std::string_view name = "ReplaceRouteTableAssociationRequest";
  static constexpr auto members =
      model::members(dry_run<&ReplaceRouteTableAssociation::dry_run>,
                     member<&ReplaceRouteTableAssociation::association_id>(
                         "AssociationId", "The association to replace.",
                         {.required = true, .insists_on = "AssociationId", .refers = "rtbassoc-"}),
                     member<&ReplaceRouteTableAssociation::route_table_id>(
                         "RouteTableId", "The table to use instead.",
                         {.required = true, .insists_on = "RouteTableId", .refers = "route-table"}));
};

template <>
struct model::Describe<ReplaceRouteTableAssociationResult> {
  static constexpr std::string_view name = "ReplaceRouteTableAssociationResult";
  static constexpr auto members = model::members(
      member<&ReplaceRouteTableAssociationResult::new_association_id>("NewAssociationId",
                                                                      "The id of the new association."),
      member<&ReplaceRouteTableAssociationResult::association_state>("AssociationState", "Its state: associated."));
};

namespace {

ReplaceRouteTableAssociationResult run_replace_route_table_association(const ReplaceRouteTableAssociation& request,
                                                                       Context& context) {
  TakenAssociation taken = take_association(context, request.association_id);
  Table<RouteTableRecord> tables(context);
  const auto target = require<RouteTable>(context, request.route_table_id);
  check_association(context, request.route_table_id, target, taken.association);
  if (taken.association.main && target.vpc_id != taken.table.vpc_id) {
    throw different_networks(request.route_table_id, "network " + taken.table.vpc_id);
  }
  // Before the new table is read: it may be the same one.
  tables.put(taken.table_id, taken.table);
  auto table = require<RouteTable>(context, request.route_table_id);
  taken.association.route_table_association_id = context.new_id(kAssociationPrefix);
  table.associations.push_back(taken.association);
  tables.put(request.route_table_id, table);
  return {taken.association.route_table_association_id, {"associated", {}}};
}

constexpr std::string_view kReplaceRouteTableAssociationErrors[] = {"InvalidAssociationID.NotFound",
                                                                    "InvalidParameterValue"};

}  // namespace

namespace ops {

extern constinit const Operation replace_route_table_association = define<&run_replace_route_table_association>({
    .name = "ReplaceRouteTableAssociation",
    .effect = Effect::writes,
    .summary = "Makes a subnet, a gateway or a VPC use another route table",
    .description = "The association is replaced by one with another table and another id. Replacing the main "
                   "association of a VPC makes the other table the main one: subnets without an association of their "
                   "own use it from then on, and the former main table can be deleted.",
    .errors = kReplaceRouteTableAssociationErrors,
});

}  // namespace ops
}  // namespace ec2mimic
