#include "core/operation/deleting.h"
#include "core/ops/vpc_peering_connection/vpc_peering_connection.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kDeleteVpcPeeringConnectionRequest = model::described(
    "DeleteVpcPeeringConnectionRequest", deleting::dry_run,
    deleting::id("VpcPeeringConnectionId", "The connection or request to delete.", "vpc-peering-connection"));
constexpr auto kDeleteVpcPeeringConnectionResult =
    model::described("DeleteVpcPeeringConnectionResult", deleting::done("Return"));

// AWS finds one that is over, and refuses that as a transition.
void refuse_ended(const std::string& id, const VpcPeeringConnectionRecord& connection, const Context& /*context*/) {
  if (connection.life().ended) peering::refuse_transition(id, connection.status_code, "deleting");
}

constexpr DeleteRules<VpcPeeringConnection> kDeleteVpcPeeringConnectionRules{.refuse = &refuse_ended};
constexpr std::string_view kDeleteVpcPeeringConnectionErrors[] = {"InvalidStateTransition"};

}  // namespace

extern constinit const Operation delete_vpc_peering_connection = define_answering_delete<
    VpcPeeringConnection, kDeleteVpcPeeringConnectionRequest, kDeleteVpcPeeringConnectionResult,
    kDeleteVpcPeeringConnectionRules>({
    .name = "DeleteVpcPeeringConnection",
    .summary = "Deletes a VPC peering connection",
    .description =
        "Both active connections and requests can be deleted, by either side and in the region of either VPC. For two "
        "hours the connection is still shown, in the state deleted. Routes to it stay, and are shown as blackholes.",
    .errors = kDeleteVpcPeeringConnectionErrors,
});

}  // namespace ec2mimic::ops
