#include "core/operation/operation.h"
#include "core/ops/vpc/vpc.h"
#include "core/ops/vpn_gateway/vpn_gateway.h"
#include "core/records/transition.h"

namespace ec2mimic {
namespace {

struct AttachVpnGateway {
  std::string vpc_id{};
  std::string vpn_gateway_id{};
  std::optional<bool> dry_run{};
};

struct AttachVpnGatewayResult {
  VpcAttachment vpc_attachment{};
};

}  // namespace

template <>
struct model::Describe<AttachVpnGateway> {
  static constexpr std::string_view name = "AttachVpnGatewayRequest";
  static constexpr auto members = model::members(
      member<&AttachVpnGateway::vpc_id>("VpcId", "The VPC to attach it to.",
                                        {.required = true, .insists_on = "VpcId", .refers = "vpc"}),
      member<&AttachVpnGateway::vpn_gateway_id>(
          "VpnGatewayId", "The gateway.", {.required = true, .insists_on = "VpnGatewayId", .refers = "vpn-gateway"}),
      dry_run<&AttachVpnGateway::dry_run>);
};

template <>
struct model::Describe<AttachVpnGatewayResult> {
  static constexpr std::string_view name = "AttachVpnGatewayResult";
  static constexpr auto members =
      model::members(member<&AttachVpnGatewayResult::vpc_attachment>("VpcAttachment", "The attachment."));
};

namespace {

void check_vpc_is_free(const std::string& vpc_id, Context& context) {
  const auto naming = Table<VpnGatewayRecord>(context).all(Narrowing().in_line({in_quotes(vpc_id)}));
  for (const auto& [id, gateway] : naming) {
    if (gateway.vpc_id != vpc_id) continue;
    throw ApiError{"InvalidVpcState", "VPC " + vpc_id + " is currently attached to the Virtual Private Gateway."};
  }
}

AttachVpnGatewayResult run_attach_vpn_gateway(const AttachVpnGateway& request, Context& context) {
  auto gateway = require_live<VpnGateway>(context, request.vpn_gateway_id);
  static_cast<void>(require<Vpc>(context, request.vpc_id));
  // The call may be repeated.
  if (gateway.vpc_id == request.vpc_id) {
    return {find_resource<VpnGateway>(context, request.vpn_gateway_id)->vpc_attachments.at(0)};
  }
  if (gateway.vpc_id) {
    throw ApiError{"Resource.AlreadyAssociated",
                   "resource " + request.vpn_gateway_id + " is already attached to network " + *gateway.vpc_id};
  }
  check_vpc_is_free(request.vpc_id, context);
  gateway.vpc_id = request.vpc_id;
  gateway.transition_start = begin_transition(context);
  gateway.former_vpc_id.reset();
  gateway.detachment_time.reset();
  Table<VpnGatewayRecord>(context).put(request.vpn_gateway_id, gateway);
  return {{request.vpc_id, "attaching"}};
}

constexpr std::string_view kAttachVpnGatewayErrors[] = {"InvalidVpcState", "Resource.AlreadyAssociated"};

}  // namespace

namespace ops {

extern constinit const Operation attach_vpn_gateway = define<&run_attach_vpn_gateway>({
    .name = "AttachVpnGateway",
    .effect = Effect::writes,
    .summary = "Attaches a virtual private gateway to a VPC",
    .description =
        "A VPC has at most one such gateway, and a gateway is attached to at most one VPC. The answer says that it is "
        "attaching. Every later call finds it attached; with EC2MIMIC_TRANSITIONS=real, only calls fifteen seconds "
        "later do.",
    .errors = kAttachVpnGatewayErrors,
});

}  // namespace ops
}  // namespace ec2mimic
