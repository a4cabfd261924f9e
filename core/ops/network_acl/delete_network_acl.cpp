#include "core/operation/deleting.h"
#include "core/ops/network_acl/network_acl.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kDeleteNetworkAclRequest = model::described(
    "DeleteNetworkAclRequest", deleting::dry_run, deleting::id("NetworkAclId", "The ACL to delete.", "network-acl"));

// Nothing refers to the default ACL of a VPC without subnets, so references alone do not protect it.
void refuse_default(const std::string& id, const NetworkAclRecord& acl, const Context& /*context*/) {
  if (acl.is_default) throw ApiError{"InvalidParameterValue", "cannot delete default network ACL " + id};
}

constexpr DeleteRules<NetworkAcl> kDeleteNetworkAclRules{.refuse = &refuse_default};
constexpr std::string_view kDeleteNetworkAclErrors[] = {"InvalidParameterValue"};

}  // namespace

extern constinit const Operation delete_network_acl =
    define_delete<NetworkAcl, kDeleteNetworkAclRequest, kDeleteNetworkAclRules>({
        .name = "DeleteNetworkAcl",
        .summary = "Deletes a network ACL",
        .description =
            "An ACL that a subnet uses is not deleted, nor is the default ACL of a VPC, which is deleted with "
            "its VPC. The client token that created the ACL stays reserved and cannot create another one.",
        .errors = kDeleteNetworkAclErrors,
    });

}  // namespace ec2mimic::ops
