#include "core/operation/describing.h"
#include "core/ops/subnet/subnet.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kDescribeSubnetsRequest =
    model::described("DescribeSubnetsRequest", describing::filters,
                     describing::ids("SubnetIds", "Shows these subnets; all of them must exist.", "subnet"),
                     describing::next_token, describing::max_results(1000), describing::dry_run);
constexpr auto kDescribeSubnetsResult =
    model::described("DescribeSubnetsResult", describing::next_page<Subnet>,
                     describing::items<Subnet>("Subnets", "The subnets, in order of creation."));
constexpr std::string_view kDescribeSubnetsSeeAlso[] = {"describe-vpcs", "describe-network-acls",
                                                        "describe-route-tables"};

}  // namespace

extern constinit const Operation describe_subnets = define_describe<kDescribeSubnetsRequest, kDescribeSubnetsResult>({
    .name = "DescribeSubnets",
    .summary = "Shows subnets",
    .description =
        "Shows all subnets in the region, those with the given ids, or those that match the filters. Ids and filters "
        "together show only what matches both. A default VPC has one in each Availability Zone from the start.",
    .see_also = kDescribeSubnetsSeeAlso,
});

}  // namespace ec2mimic::ops
