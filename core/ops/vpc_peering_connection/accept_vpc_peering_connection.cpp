#include "core/operation/operation.h"
#include "core/ops/vpc_peering_connection/vpc_peering_connection.h"
#include "core/records/transition.h"

namespace ec2mimic {
namespace {

struct AcceptVpcPeeringConnection {
  std::optional<bool> dry_run{};
  std::string vpc_peering_connection_id{};
};

struct AcceptVpcPeeringConnectionResult {
  VpcPeeringConnection vpc_peering_connection{};
};

}  // namespace

template <>
struct model::Describe<AcceptVpcPeeringConnection> {
  using Self = AcceptVpcPeeringConnection;
  static constexpr std::string_view name = "AcceptVpcPeeringConnectionRequest";
  static constexpr auto members = model::members(
      dry_run<&Self::dry_run>,
      member<&Self::vpc_peering_connection_id>(
          "VpcPeeringConnectionId", "The request.",
          {.required = true, .insists_on = "VpcPeeringConnectionId", .refers = "vpc-peering-connection"}));
};

template <>
struct model::Describe<AcceptVpcPeeringConnectionResult> {
  static constexpr std::string_view name = "AcceptVpcPeeringConnectionResult";
  static constexpr auto members = model::members(
      member<&AcceptVpcPeeringConnectionResult::vpc_peering_connection>("VpcPeeringConnection", "The connection."));
};

namespace {

// Two VPCs may have asked each other, but have one connection.
void check_is_only_one(const std::string& id, const VpcPeeringConnectionRecord& connection, Context& context) {
  for (const auto& [other_id, other] : Table<VpcPeeringConnectionRecord>(context).all()) {
    if (!other.serves(connection.requester.vpc_id) || !other.serves(connection.accepter.vpc_id)) continue;
    // As recorded, the id is that of the request, not of the connection that exists.
    throw ApiError{"VpcPeeringConnectionAlreadyExists",
                   "The vpc peering connection identified by " + id + " already exists."};
  }
}

AcceptVpcPeeringConnectionResult run_accept_vpc_peering_connection(const AcceptVpcPeeringConnection& request,
                                                                   Context& context) {
  const std::string& id = request.vpc_peering_connection_id;
  auto connection = require<VpcPeeringConnection>(context, id);
  peering::require_accepter(id, connection, "accept", context);
  const auto now = find_resource<VpcPeeringConnection>(context, id);
  if (now->status.code != "pending-acceptance") peering::refuse_transition(id, now->status.code, "provisioning");
  check_is_only_one(id, connection, context);
  // Only one in another region can be missing (VpcPeeringConnectionRecord::check_relations).
  if (!peering::find_vpc(connection, connection.accepter, context)) {
    throw ops::vpc.not_found(connection.accepter.vpc_id);
  }
  connection.status_code = "active";
  connection.expiration_time.reset();
  connection.transition_start = begin_transition(context);
  Table<VpcPeeringConnectionRecord>(context).put(id, connection);
  AcceptVpcPeeringConnectionResult result{*find_resource<VpcPeeringConnection>(context, id)};
  result.vpc_peering_connection.status = {"provisioning", "Provisioning"};
  return result;
}

constexpr std::string_view kAcceptVpcPeeringConnectionErrors[] = {
    "InvalidStateTransition", "InvalidVpcID.NotFound", "OperationNotPermitted", "VpcPeeringConnectionAlreadyExists"};

}  // namespace

namespace ops {

extern constinit const Operation accept_vpc_peering_connection = define<&run_accept_vpc_peering_connection>({
    .name = "AcceptVpcPeeringConnection",
    .effect = Effect::writes,
    .summary = "Accepts a request for a VPC peering connection",
    .description =
        "The request must be in the state pending-acceptance, and the two VPCs must not have an active "
        "connection already. It is accepted in the region of the VPC that was asked. The answer says provisioning; "
        "every later call finds the connection active; "
        "with EC2MIMIC_TRANSITIONS=real, only calls two seconds later do. Traffic needs routes in both VPCs.",
    .errors = kAcceptVpcPeeringConnectionErrors,
});

}  // namespace ops
}  // namespace ec2mimic
