#include "core/operation/deleting.h"
#include "core/ops/vpc/vpc.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kRequest =
    model::described("DeleteVpcRequest", deleting::id("VpcId", "The VPC to delete.", "vpc"), deleting::dry_run);

}  // namespace

extern constinit const Operation delete_vpc = define_delete<Vpc, kRequest>({
    .name = "DeleteVpc",
    .summary = "Deletes a VPC",
    .description = "With the VPC go its main route table, its default network ACL and its security group called "
                   "default. If anything else is left in it, an internet gateway or a subnet, a route table or network "
                   "ACL that somebody made, nothing is deleted.",
});

}  // namespace ec2mimic::ops
