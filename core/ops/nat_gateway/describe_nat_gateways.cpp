#include "core/operation/describing.h"
#include "core/ops/nat_gateway/nat_gateway.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kDescribeNatGatewaysRequest = model::described(
    "DescribeNatGatewaysRequest", describing::dry_run, describing::filters_as("Filter"), describing::max_results(1000),
    describing::ids("NatGatewayIds", "Shows these gateways; all of them must exist.", "natgateway"),
    describing::next_token);
constexpr auto kDescribeNatGatewaysResult =
    model::described("DescribeNatGatewaysResult",
                     describing::items<NatGateway>("NatGateways", "The NAT gateways, in order of creation."),
                     describing::next_page<NatGateway>);
constexpr std::string_view kDescribeNatGatewaysSeeAlso[] = {"describe-addresses", "describe-network-interfaces"};

}  // namespace

extern constinit const Operation describe_nat_gateways =
    define_describe<kDescribeNatGatewaysRequest, kDescribeNatGatewaysResult>({
        .name = "DescribeNatGateways",
        .summary = "Shows NAT gateways",
        .description =
            "Shows all NAT gateways in the region, those with the given ids, or those that match the filters. "
            "Ids and filters together show only what matches both. A gateway that was deleted, or that failed, "
            "is shown for an hour.",
        .see_also = kDescribeNatGatewaysSeeAlso,
    });

}  // namespace ec2mimic::ops
