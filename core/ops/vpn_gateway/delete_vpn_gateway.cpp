#include "core/operation/deleting.h"
#include "core/ops/vpn_gateway/vpn_gateway.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kDeleteVpnGatewayRequest =
    model::described("DeleteVpnGatewayRequest", deleting::id("VpnGatewayId", "The gateway to delete.", "vpn-gateway"),
                     deleting::dry_run);

void refuse_attached(const std::string& /*id*/, const VpnGatewayRecord& gateway, const Context& context) {
  if (gateway.vpc_id || is_detaching(context, gateway)) {
    throw ApiError{"IncorrectState", "The VPN gateway is in use."};
  }
}

constexpr DeleteRules<VpnGateway> kDeleteVpnGatewayRules{.refuse = &refuse_attached};
constexpr std::string_view kDeleteVpnGatewayErrors[] = {"IncorrectState"};

}  // namespace

extern constinit const Operation delete_vpn_gateway =
    define_delete<VpnGateway, kDeleteVpnGatewayRequest, kDeleteVpnGatewayRules>({
        .name = "DeleteVpnGateway",
        .summary = "Deletes a virtual private gateway",
        .description = "A gateway that is attached to a VPC is not deleted. For an hour the deleted gateway is still "
                       "shown, in the state deleted.",
        .errors = kDeleteVpnGatewayErrors,
    });

}  // namespace ec2mimic::ops
