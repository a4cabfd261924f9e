#include "core/operation/describing.h"
#include "core/ops/network_acl/network_acl.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kDescribeNetworkAclsRequest = model::described(
    "DescribeNetworkAclsRequest", describing::next_token, describing::max_results(1000), describing::dry_run,
    describing::ids("NetworkAclIds", "Shows these ACLs; all of them must exist.", "network-acl"), describing::filters);
constexpr auto kDescribeNetworkAclsResult = model::described(
    "DescribeNetworkAclsResult", describing::items<NetworkAcl>("NetworkAcls", "The ACLs, in order of creation."),
    describing::next_page<NetworkAcl>);

}  // namespace

extern constinit const Operation describe_network_acls =
    define_describe<kDescribeNetworkAclsRequest, kDescribeNetworkAclsResult>({
        .name = "DescribeNetworkAcls",
        .summary = "Shows network ACLs",
        .description =
            "Shows all network ACLs in the region, those with the given ids, or those that match the filters. "
            "Ids and filters together show only what matches both.",
    });

}  // namespace ec2mimic::ops
