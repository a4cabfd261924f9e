#include "core/operation/describing.h"
#include "core/ops/vpn_gateway/vpn_gateway.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kDescribeVpnGatewaysRequest =
    model::described("DescribeVpnGatewaysRequest", describing::filters,
                     describing::ids("VpnGatewayIds", "Shows these gateways; all of them must exist.", "vpn-gateway"),
                     describing::dry_run);
constexpr auto kDescribeVpnGatewaysResult = model::described(
    "DescribeVpnGatewaysResult", describing::items<VpnGateway>("VpnGateways", "The gateways, in order of creation."));

}  // namespace

extern constinit const Operation describe_vpn_gateways = define_describe<kDescribeVpnGatewaysRequest,
                                                                         kDescribeVpnGatewaysResult>({
    .name = "DescribeVpnGateways",
    .summary = "Shows virtual private gateways",
    .description =
        "Shows all virtual private gateways in the region, those with the given ids, or those that match the filters. "
        "Ids and filters together show only what matches both. A deleted gateway is shown for an hour.",
});

}  // namespace ec2mimic::ops
