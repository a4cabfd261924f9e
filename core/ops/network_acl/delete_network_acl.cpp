#include "core/operation/deleting.h"
#include "core/ops/network_acl/network_acl.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kRequest = model::described("DeleteNetworkAclRequest", deleting::dry_run,
                                           deleting::id("NetworkAclId", "The ACL to delete.", "network-acl"));

void refuse_default(const std::string& id, const NetworkAclRecord& acl) {
  if (acl.is_default) throw ApiError{"InvalidParameterValue", "cannot delete default network ACL " + id};
}

constexpr std::string_view kErrors[] = {"InvalidParameterValue"};

}  // namespace

extern constinit const Operation delete_network_acl = define_delete<NetworkAcl, kRequest, &refuse_default>({
    .name = "DeleteNetworkAcl",
    .summary = "Deletes a network ACL",
    .description = "An ACL that a subnet uses is not deleted, nor the default one of a VPC: that one goes with its "
                   "VPC. The client token that made the ACL stays used: it will not make another one.",
    .errors = kErrors,
});

}  // namespace ec2mimic::ops
