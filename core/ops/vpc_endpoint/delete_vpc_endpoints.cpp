#include "core/operation/operation.h"
#include "core/operation/references.h"
#include "core/ops/vpc_endpoint/vpc_endpoint.h"
#include "core/records/transition.h"

namespace ec2mimic {
namespace {

struct DeleteVpcEndpoints {
  std::optional<bool> dry_run{};
  std::vector<std::string> vpc_endpoint_ids{};
};

struct UnsuccessfulItemError {
  std::string code{};
  std::string message{};
};

struct UnsuccessfulItem {
  UnsuccessfulItemError error{};
  std::string resource_id{};
};

struct DeleteVpcEndpointsResult {
  std::vector<UnsuccessfulItem> unsuccessful{};
};

}  // namespace

template <>
struct model::Describe<DeleteVpcEndpoints> {
  using Self = DeleteVpcEndpoints;
  static constexpr std::string_view name = "DeleteVpcEndpointsRequest";
  static constexpr auto members = model::members(
      dry_run<&Self::dry_run>,
      member<&Self::vpc_endpoint_ids>("VpcEndpointIds", "The endpoints to delete.",
                                      {.required = true, .insists_on = "VpcEndpointId", .refers = "vpc-endpoint"}));
};

template <>
struct model::Describe<UnsuccessfulItemError> {
  static constexpr std::string_view name = "UnsuccessfulItemError";
  static constexpr auto members = model::members(member<&UnsuccessfulItemError::code>("Code", "The error code."),
                                                 member<&UnsuccessfulItemError::message>("Message", "The message."));
};

template <>
struct model::Describe<UnsuccessfulItem> {
  static constexpr std::string_view name = "UnsuccessfulItem";
  static constexpr auto members =
      model::members(member<&UnsuccessfulItem::error>("Error", "What went wrong."),
                     member<&UnsuccessfulItem::resource_id>("ResourceId", "The id.", {.refers = "vpc-endpoint"}));
};

template <>
struct model::Describe<DeleteVpcEndpointsResult> {
  static constexpr std::string_view name = "DeleteVpcEndpointsResult";
  static constexpr auto members = model::members(member<&DeleteVpcEndpointsResult::unsuccessful>(
      "Unsuccessful", "The endpoints that were not deleted, and why; empty if all were."));
};

namespace {

void remove(const std::string& id, VpcEndpointRecord endpoint, Context& context) {
  // By itself the deletion would leave the routes, as blackholes.
  const auto tables = endpoint.route_table_ids;
  endpoints::remove_route_tables(endpoint, id, tables, context);
  // A Gateway endpoint is nothing but its routes.
  if (!endpoint.is_gateway() && context.pace() == Pace::real) {
    endpoint.deletion_start = begin_transition(context);
    Table<VpcEndpointRecord>(context).put(id, endpoint);
  } else {
    delete_resource(context.records(), ops::vpc_endpoint, id);
  }
}

DeleteVpcEndpointsResult run_delete_vpc_endpoints(const DeleteVpcEndpoints& request, Context& context) {
  DeleteVpcEndpointsResult result;
  for (const std::string& id : request.vpc_endpoint_ids) {
    const auto endpoint = Table<VpcEndpointRecord>(context).find(id);
    if (!endpoint) {
      ApiError error = ops::vpc_endpoint.not_found(id);
      // The code that AWS documents for requests of which only a part fails.
      if (error.code == ops::vpc_endpoint.not_found_code) error.code = "InvalidVpcEndpoint.NotFound";
      result.unsuccessful.push_back({{error.code, error.message}, id});
    } else if (!endpoint->life().ended) {
      remove(id, *endpoint, context);
    }
  }
  return result;
}

}  // namespace

namespace ops {

extern constinit const Operation delete_vpc_endpoints = define<&run_delete_vpc_endpoints>({
    .name = "DeleteVpcEndpoints",
    .effect = Effect::writes,
    .summary = "Deletes endpoints",
    .description =
        "The routes to a Gateway are deleted with it. The call succeeds even if there is no endpoint of some or all of "
        "the ids; the answer lists those. With EC2MIMIC_TRANSITIONS=real an Interface is shown for a minute more, in "
        "the state deleting, and its subnets, security groups and VPC cannot be deleted before.",
});

}  // namespace ops
}  // namespace ec2mimic
