#include "core/operation/describing.h"
#include "core/ops/vpc_peering_connection/vpc_peering_connection.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kDescribeVpcPeeringConnectionsRequest = model::described(
    "DescribeVpcPeeringConnectionsRequest", describing::next_token, describing::max_results(1000), describing::dry_run,
    describing::ids("VpcPeeringConnectionIds", "Shows these connections; all of them must exist.",
                    "vpc-peering-connection"),
    describing::filters);
constexpr auto kDescribeVpcPeeringConnectionsResult =
    model::described("DescribeVpcPeeringConnectionsResult",
                     describing::items<VpcPeeringConnection>("VpcPeeringConnections",
                                                             "The connections and requests, in order of creation."),
                     describing::next_page<VpcPeeringConnection>);

}  // namespace

extern constinit const Operation describe_vpc_peering_connections = define_describe<
    kDescribeVpcPeeringConnectionsRequest, kDescribeVpcPeeringConnectionsResult>({
    .name = "DescribeVpcPeeringConnections",
    .summary = "Shows VPC peering connections",
    .description =
        "Shows all VPC peering connections in the region, those with the given ids, or those that match the filters. "
        "Ids and filters together show only what matches both.\n\n"
        "Connections that were deleted, and requests that were rejected or failed, are shown for two hours more, and "
        "requests that expired for two days. A connection between two regions is shown in both, except that a request "
        "that failed is shown only in the region of the VPC that asked for it.",
});

}  // namespace ec2mimic::ops
