#include "core/operation/operation.h"
#include "core/ops/vpc_peering_connection/vpc_peering_connection.h"

namespace ec2mimic {
namespace {

struct DeleteVpcPeeringConnection {
  std::optional<bool> dry_run{};
  std::string vpc_peering_connection_id{};
};

struct DeleteVpcPeeringConnectionResult {
  std::optional<bool> return_{};
};

}  // namespace

template <>
struct model::Describe<DeleteVpcPeeringConnection> {
  using Self = DeleteVpcPeeringConnection;
  static constexpr std::string_view name = "DeleteVpcPeeringConnectionRequest";
  static constexpr auto members = model::members(
      dry_run<&Self::dry_run>,
      member<&Self::vpc_peering_connection_id>(
          "VpcPeeringConnectionId", "The connection or request to delete.",
          {.required = true, .insists_on = "VpcPeeringConnectionId", .refers = "vpc-peering-connection"}));
};

template <>
struct model::Describe<DeleteVpcPeeringConnectionResult> {
  static constexpr std::string_view name = "DeleteVpcPeeringConnectionResult";
  static constexpr auto members =
      model::members(member<&DeleteVpcPeeringConnectionResult::return_>("Return", "Always true."));
};

namespace {

DeleteVpcPeeringConnectionResult run(const DeleteVpcPeeringConnection& request, Context& context) {
  const std::string& id = request.vpc_peering_connection_id;
  auto connection = require<VpcPeeringConnection>(context, id);
  if (!connection.is_active() && !connection.is_pending()) {
    peering::refuse_transition(id, connection.status_code, "deleting");
  }
  peering::end(connection, "deleted", context.now());
  Table<VpcPeeringConnectionRecord>(context).put(id, connection);
  return {true};
}

constexpr std::string_view kErrors[] = {"InvalidStateTransition"};

}  // namespace

namespace ops {

extern constinit const Operation delete_vpc_peering_connection = define<&run>({
    .name = "DeleteVpcPeeringConnection",
    .effect = Effect::writes,
    .summary = "Deletes a VPC peering connection",
    .description = "Both active connections and requests can be deleted, by either side. For two hours the connection "
                   "is still shown, in the state deleted. Routes to it stay, and are shown as blackholes.",
    .errors = kErrors,
});

}  // namespace ops
}  // namespace ec2mimic
