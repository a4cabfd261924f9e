#include "core/operation/creating.h"
#include "core/ops/network_acl/network_acl.h"
#include "core/ops/vpc/vpc.h"

namespace ec2mimic {
namespace {

struct CreateNetworkAcl {
  std::vector<TagSpecification> tag_specifications{};
  std::optional<std::string> client_token{};
  std::optional<bool> dry_run{};
  std::string vpc_id{};
};

struct CreateNetworkAclResult {
  NetworkAcl network_acl{};
  std::optional<std::string> client_token{};
};

}  // namespace

template <>
struct model::Describe<CreateNetworkAcl> {
  static constexpr std::string_view name = "CreateNetworkAclRequest";
  static constexpr auto members = model::members(
      creating::tags<&CreateNetworkAcl::tag_specifications>("Tags for the new ACL; ResourceType is network-acl."),
      creating::client_token<&CreateNetworkAcl::client_token>, dry_run<&CreateNetworkAcl::dry_run>,
      member<&CreateNetworkAcl::vpc_id>("VpcId", "The VPC to create the ACL in.",
                                        {.required = true, .insists_on = "VpcId", .refers = "vpc"}));
};

template <>
struct model::Describe<CreateNetworkAclResult> {
  static constexpr std::string_view name = "CreateNetworkAclResult";
  static constexpr auto members =
      model::members(member<&CreateNetworkAclResult::network_acl>("NetworkAcl", "The network ACL."),
                     creating::token<&CreateNetworkAclResult::client_token>);
};

namespace {

CreateNetworkAclResult run_create_network_acl(const CreateNetworkAcl& request, Context& context) {
  NetworkAclRecord acl;
  acl.tags = sorted(tags_for(request.tag_specifications, ops::network_acl.type));
  // Read for its IPv6 blocks; a mere reference would be checked after this function (require_references).
  const VpcRecord vpc = require<Vpc>(context, request.vpc_id);
  acl.vpc_id = request.vpc_id;
  acl.entries = default_entries(acl.is_default, !vpc.ipv6_cidr_blocks.empty());
  const std::string id = context.new_id(ops::network_acl.prefix);
  Table<NetworkAclRecord>(context).create(id, acl);
  return {*find_created<NetworkAcl>(context, id), {}};
}

}  // namespace

namespace ops {

extern constinit const Operation create_network_acl = define_create<
    &run_create_network_acl, &CreateNetworkAcl::tag_specifications, &CreateNetworkAclResult::network_acl,
    &CreateNetworkAclResult::client_token>({
    .name = "CreateNetworkAcl",
    .effect = Effect::writes,
    .summary = "Creates a network ACL in a VPC",
    .description =
        "The new ACL denies all traffic, in and out, until it gets entries that allow some. No subnet uses it yet.\n\n"
        "A call can safely be repeated with the same client token: if the answer was lost, it returns the ACL that the "
        "first call created, as it is now, with the tags of the first call. The same token with any other parameter, "
        "or with the tags in another order, is refused with IdempotentParameterMismatch, and so is the token of an ACL "
        "that has been deleted since. Without --client-token a new token is generated for each call; the answer shows "
        "it.",
});

}  // namespace ops
}  // namespace ec2mimic
