#include "core/operation/deleting.h"
#include "core/ops/subnet/subnet.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kDeleteSubnetRequest = model::described(
    "DeleteSubnetRequest", deleting::id("SubnetId", "The subnet to delete.", "subnet"), deleting::dry_run);

}  // namespace

extern constinit const Operation delete_subnet = define_delete<Subnet, kDeleteSubnetRequest>({
    .name = "DeleteSubnet",
    .summary = "Deletes a subnet",
    .description =
        "A subnet with a network interface, a NAT gateway, an endpoint or a transit gateway attachment is not "
        "deleted. Its associations with a network ACL and a route table are deleted with it. A default "
        "subnet can be deleted too.",
});

}  // namespace ec2mimic::ops
