#include "core/operation/describing.h"
#include "core/ops/vpc/vpc.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kDescribeVpcsRequest =
    model::described("DescribeVpcsRequest", describing::filters,
                     describing::ids("VpcIds", "Shows these VPCs; all of them must exist.", "vpc"),
                     describing::next_token, describing::max_results(1000), describing::dry_run);
constexpr auto kDescribeVpcsResult =
    model::described("DescribeVpcsResult", describing::next_page<Vpc>,
                     describing::items<Vpc>("Vpcs", "The VPCs, in order of creation."));

}  // namespace

extern constinit const Operation describe_vpcs = define_describe<kDescribeVpcsRequest, kDescribeVpcsResult>({
    .name = "DescribeVpcs",
    .summary = "Shows VPCs",
    .description = "Shows all VPCs in the region, those with the given ids, or those that match the filters. Ids and "
                   "filters together show only what matches both. A region has a default VPC from the start.",
});

}  // namespace ec2mimic::ops
