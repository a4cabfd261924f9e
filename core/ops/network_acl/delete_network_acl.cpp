#include "core/operation.h"
#include "core/ops/network_acl/network_acl.h"
#include "core/references.h"

namespace ec2mimic {
namespace {

struct DeleteNetworkAcl {
  std::optional<bool> dry_run{};
  std::string network_acl_id{};
};

}  // namespace

template <>
struct model::Describe<DeleteNetworkAcl> {
  static constexpr std::string_view name = "DeleteNetworkAclRequest";
  static constexpr auto members = model::members(
      member<&DeleteNetworkAcl::dry_run>("DryRun", "Asks whether the call would be allowed, and deletes nothing."),
      member<&DeleteNetworkAcl::network_acl_id>("NetworkAclId", "The ACL to delete.",
                                                {.required = true, .refers = "network-acl"}));
};

namespace {

ApiError default_cannot_go(const std::string& id) {
  return {"InvalidParameterValue", "cannot delete default network ACL " + id};
}

void run(const DeleteNetworkAcl& request, Context& context) {
  const NetworkAclRecord acl = require<NetworkAcl>(context, request.network_acl_id);
  if (acl.is_default) throw default_cannot_go(request.network_acl_id);
  delete_resource(context.records(), ops::network_acl, request.network_acl_id);
}

constexpr std::string_view kErrors[] = {"DependencyViolation", "InvalidNetworkAclID.NotFound", "InvalidParameterValue"};
constexpr std::string_view kSeeAlso[] = {"create-network-acl", "describe-network-acls"};

}  // namespace

namespace ops {

extern constinit const Operation delete_network_acl = define<&run>({
    .name = "DeleteNetworkAcl",
    .effect = Effect::writes,
    .summary = "Deletes a network ACL",
    .description = "An ACL that a subnet uses is not deleted, nor the default one of a VPC: that one goes with its "
                   "VPC. The client token that made the ACL stays used: it will not make another one.",
    .errors = kErrors,
    .see_also = kSeeAlso,
});

}  // namespace ops
}  // namespace ec2mimic
