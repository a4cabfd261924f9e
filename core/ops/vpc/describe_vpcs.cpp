#include "core/operation/describing.h"
#include "core/ops/vpc/vpc.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kRequest = model::described("DescribeVpcsRequest", describing::filters,
                                           describing::ids("VpcIds", "Shows these VPCs; every one must exist.", "vpc"),
                                           describing::next_token, describing::max_results(1000), describing::dry_run);
constexpr auto kResult = model::described("DescribeVpcsResult", describing::next_page<Vpc>,
                                          describing::items<Vpc>("Vpcs", "The VPCs, in order of creation."));

}  // namespace

extern constinit const Operation describe_vpcs = define_describe<kRequest, kResult>({
    .name = "DescribeVpcs",
    .summary = "Shows VPCs",
    .description = "Shows all VPCs of the region, or those that are named by id, or those that pass the filters. Ids "
                   "and filters together show what both allow. A region has a default VPC from the start.",
});

}  // namespace ec2mimic::ops
