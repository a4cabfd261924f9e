#include "core/operation/operation.h"
#include "core/ops/vpn_gateway/vpn_gateway.h"

namespace ec2mimic {
namespace {

struct DetachVpnGateway {
  std::string vpc_id{};
  std::string vpn_gateway_id{};
  std::optional<bool> dry_run{};
};

}  // namespace

template <>
struct model::Describe<DetachVpnGateway> {
  static constexpr std::string_view name = "DetachVpnGatewayRequest";
  static constexpr auto members = model::members(
      member<&DetachVpnGateway::vpc_id>("VpcId", "The VPC to detach it from.",
                                        {.required = true, .insists_on = "VpcId", .refers = "vpc"}),
      member<&DetachVpnGateway::vpn_gateway_id>(
          "VpnGatewayId", "The gateway.", {.required = true, .insists_on = "VpnGatewayId", .refers = "vpn-gateway"}),
      dry_run<&DetachVpnGateway::dry_run>);
};

namespace {

void run_detach_vpn_gateway(const DetachVpnGateway& request, Context& context) {
  auto gateway = require_live<VpnGateway>(context, request.vpn_gateway_id);
  // AWS documents this error for a wrong id of a VPC too.
  if (gateway.vpc_id != request.vpc_id) {
    throw ApiError{"InvalidVpnGatewayAttachment.NotFound", "The attachment with vpn gateway ID '" +
                                                               request.vpn_gateway_id + "' and vpc ID '" +
                                                               request.vpc_id + "' does not exist"};
  }
  gateway.former_vpc_id = gateway.vpc_id;
  gateway.detachment_time = iso_time(context.now());
  gateway.vpc_id.reset();
  gateway.transition_start.reset();
  Table<VpnGatewayRecord>(context).put(request.vpn_gateway_id, gateway);
}

constexpr std::string_view kDetachVpnGatewayErrors[] = {"InvalidVpnGatewayAttachment.NotFound"};

}  // namespace

namespace ops {

extern constinit const Operation detach_vpn_gateway = define<&run_detach_vpn_gateway>({
    .name = "DetachVpnGateway",
    .effect = Effect::writes,
    .summary = "Detaches a virtual private gateway from its VPC",
    .description = "For an hour the gateway is shown with the VPC that it was detached from, in the state detached; "
                   "with EC2MIMIC_TRANSITIONS=real the state is detaching for the first fifteen seconds. Routes to it "
                   "become blackholes.",
    .errors = kDetachVpnGatewayErrors,
});

}  // namespace ops
}  // namespace ec2mimic
