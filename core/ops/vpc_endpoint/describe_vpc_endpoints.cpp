#include "core/operation/describing.h"
#include "core/ops/vpc_endpoint/vpc_endpoint.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kDescribeVpcEndpointsRequest = model::described(
    "DescribeVpcEndpointsRequest", describing::dry_run,
    describing::ids("VpcEndpointIds", "Shows these endpoints; all of them must exist.", "vpc-endpoint"),
    describing::filters, describing::max_results(INT64_MAX, INT64_MIN), describing::next_token);
constexpr auto kDescribeVpcEndpointsResult =
    model::described("DescribeVpcEndpointsResult",
                     describing::items<VpcEndpoint>("VpcEndpoints", "The endpoints, in order of creation."),
                     describing::next_page<VpcEndpoint>);

}  // namespace

extern constinit const Operation describe_vpc_endpoints =
    define_describe<kDescribeVpcEndpointsRequest, kDescribeVpcEndpointsResult>({
        .name = "DescribeVpcEndpoints",
        .summary = "Shows endpoints",
        .description =
            "Shows all endpoints in the region, those with the given ids, or those that match the filters. Ids "
            "and filters together show only what matches both.",
    });

}  // namespace ec2mimic::ops
