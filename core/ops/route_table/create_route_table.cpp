#include "core/operation/creating.h"
#include "core/ops/route_table/route_table.h"
#include "core/ops/vpc/vpc.h"

namespace ec2mimic {
namespace {

struct CreateRouteTable {
  std::vector<TagSpecification> tag_specifications{};
  std::optional<std::string> client_token{};
  std::optional<bool> dry_run{};
  std::string vpc_id{};
};

struct CreateRouteTableResult {
  RouteTable route_table{};
  std::optional<std::string> client_token{};
};

}  // namespace

template <>
struct model::Describe<CreateRouteTable> {
  static constexpr std::string_view name = "CreateRouteTableRequest";
  static constexpr auto members = model::members(
      creating::tags<&CreateRouteTable::tag_specifications>("Tags for the new table; ResourceType is route-table."),
      creating::client_token<&CreateRouteTable::client_token>, dry_run<&CreateRouteTable::dry_run>,
      member<&CreateRouteTable::vpc_id>("VpcId", "The VPC to create the table in.",
                                        {.required = true, .refers = "vpc"}));
};

template <>
struct model::Describe<CreateRouteTableResult> {
  static constexpr std::string_view name = "CreateRouteTableResult";
  static constexpr auto members =
      model::members(member<&CreateRouteTableResult::route_table>("RouteTable", "The table."),
                     creating::token<&CreateRouteTableResult::client_token>);
};

namespace {

CreateRouteTableResult run_create_route_table(const CreateRouteTable& request, Context& context) {
  RouteTableRecord table;
  table.tags = sorted(tags_for(request.tag_specifications, ops::route_table.type));
  // Read for its blocks; a mere reference would be checked after this function (require_references).
  const VpcRecord vpc = require<Vpc>(context, request.vpc_id);
  table.vpc_id = request.vpc_id;
  table.routes = local_routes(vpc.blocks(), vpc.ipv6_blocks());
  const std::string id = context.new_id(ops::route_table.prefix);
  Table<RouteTableRecord>(context).create(id, table);
  return {*find_created<RouteTable>(context, id), {}};
}

}  // namespace

namespace ops {

extern constinit const Operation create_route_table =
    define_create<&run_create_route_table, &CreateRouteTable::tag_specifications, &CreateRouteTableResult::route_table,
                  &CreateRouteTableResult::client_token>({
        .name = "CreateRouteTable",
        .effect = Effect::writes,
        .summary = "Creates a route table in a VPC",
        .description = "The new table has a local route for each address block of the VPC, for traffic within the VPC. "
                       "No subnet uses it yet.\n\n"
                       "A call can safely be repeated with the same client token: if the answer was lost, it returns "
                       "the table that the first call created, as it is now, with the tags of the first call. The same "
                       "token with any other parameter, or with the tags in another order, is refused with "
                       "IdempotentParameterMismatch, and so is the token of a table that has been deleted since. "
                       "Without --client-token a new token is generated for each call; the answer shows it.",
    });

}  // namespace ops
}  // namespace ec2mimic
