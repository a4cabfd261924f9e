#include "core/operation/deleting.h"
#include "core/ops/vpn_gateway/vpn_gateway.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kRequest =
    model::described("DeleteVpnGatewayRequest", deleting::id("VpnGatewayId", "The gateway to delete.", "vpn-gateway"),
                     deleting::dry_run);

void run(const DeleteRequest& request, Context& context) {
  auto gateway = require_live<VpnGateway>(context, request.id);
  if (gateway.vpc_id || is_detaching(context, gateway)) {
    throw ApiError{"IncorrectState", "The VPN gateway is in use."};
  }
  // Ends references to it, such as those of route tables that it adds routes to; then the record comes back.
  delete_resource(context.records(), vpn_gateway, request.id);
  gateway.deletion_time = iso_time(context.now());
  Table<VpnGatewayRecord>(context).put(request.id, gateway);
}

constexpr std::string_view kErrors[] = {"DependencyViolation", "IncorrectState"};

}  // namespace

extern constinit const Operation delete_vpn_gateway = define<&run, &model::shape_by<kRequest>>({
    .name = "DeleteVpnGateway",
    .effect = Effect::writes,
    .summary = "Deletes a virtual private gateway",
    .description = "A gateway that is attached to a VPC is not deleted. For an hour the deleted gateway is still "
                   "shown, in the state deleted.",
    .errors = kErrors,
});

}  // namespace ec2mimic::ops
