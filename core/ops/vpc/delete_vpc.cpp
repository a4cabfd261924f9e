#include "core/operation/deleting.h"
#include "core/ops/vpc/vpc.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kDeleteVpcRequest =
    model::described("DeleteVpcRequest", deleting::id("VpcId", "The VPC to delete.", "vpc"), deleting::dry_run);

}  // namespace

extern constinit const Operation delete_vpc = define_delete<Vpc, kDeleteVpcRequest>({
    .name = "DeleteVpc",
    .summary = "Deletes a VPC",
    .description = "The VPC's main route table, its default network ACL and its security group named default are "
                   "deleted with it. If anything else is in it, such as an internet gateway, a subnet, or another "
                   "route table or network ACL, nothing is deleted.",
});

}  // namespace ec2mimic::ops
