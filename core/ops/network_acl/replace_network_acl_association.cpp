#include <algorithm>

#include "core/operation/operation.h"
#include "core/operation/references.h"
#include "core/ops/network_acl/network_acl.h"

namespace ec2mimic {
namespace {

struct ReplaceNetworkAclAssociation {
  std::optional<bool> dry_run{};
  std::string association_id{};
  std::string network_acl_id{};
};

struct ReplaceNetworkAclAssociationResult {
  std::string new_association_id{};
};

}  // namespace

template <>
struct model::Describe<ReplaceNetworkAclAssociation> {
  using Self = ReplaceNetworkAclAssociation;
  static constexpr std::string_view name = "ReplaceNetworkAclAssociationRequest";
  static constexpr auto members = model::members(
      dry_run<&ReplaceNetworkAclAssociation::dry_run>,
      member<&Self::association_id>("AssociationId", "The association of the subnet with its present ACL.",
                                    {.required = true, .insists_on = "AssociationId", .refers = "aclassoc-"}),
      member<&Self::network_acl_id>("NetworkAclId", "The ACL that the subnet is to use.",
                                    {.required = true, .insists_on = "NetworkAclId", .refers = "network-acl"}));
};

template <>
struct model::Describe<ReplaceNetworkAclAssociationResult> {
  static constexpr std::string_view name = "ReplaceNetworkAclAssociationResult";
  static constexpr auto members = model::members(
      member<&ReplaceNetworkAclAssociationResult::new_association_id>("NewAssociationId", "The new association."));
};

namespace ops {
namespace {

using Entry = Table<NetworkAclRecord>::Entry;

Entry acl_with(Context& context, const std::string& association_id) {
  if (const auto part = find_part(context.records(), association_id); part && part->noun == &network_acl) {
    if (auto acl = Table<NetworkAclRecord>(context).find(part->record_id)) return {part->record_id, *std::move(acl)};
  }
  throw ApiError{"InvalidAssociationID.NotFound", "The association ID '" + association_id + "' does not exist"};
}

// Removes the association and returns its subnet.
std::string take_subnet(NetworkAclRecord& acl, const std::string& association_id) {
  const auto found = std::find_if(acl.associations.begin(), acl.associations.end(),
                                  [&](const auto& one) { return one.network_acl_association_id == association_id; });
  const std::string subnet_id = found->subnet_id;
  acl.associations.erase(found);
  return subnet_id;
}

ReplaceNetworkAclAssociationResult run_replace_network_acl_association(const ReplaceNetworkAclAssociation& request,
                                                                       Context& context) {
  auto [old_id, old_acl] = acl_with(context, request.association_id);
  const std::string vpc_id = require<NetworkAcl>(context, request.network_acl_id).vpc_id;
  const std::string subnet_id = take_subnet(old_acl, request.association_id);
  if (vpc_id != old_acl.vpc_id) {
    throw ApiError{"InvalidParameterValue", "network ACL " + request.network_acl_id + " and subnet " + subnet_id +
                                                " belong to different networks"};
  }
  Table<NetworkAclRecord> acls(context);
  acls.put(old_id, old_acl);
  // Read only now, because it can be the same ACL.
  auto acl = require<NetworkAcl>(context, request.network_acl_id);
  const std::string id = context.new_id("aclassoc-");
  acl.associations.push_back({id, {}, subnet_id});
  acls.put(request.network_acl_id, acl);
  return {id};
}

constexpr std::string_view kReplaceNetworkAclAssociationErrors[] = {"InvalidAssociationID.NotFound",
                                                                    "InvalidParameterValue"};
constexpr std::string_view kReplaceNetworkAclAssociationSeeAlso[] = {"create-subnet"};

}  // namespace

extern constinit const Operation replace_network_acl_association = define<&run_replace_network_acl_association>({
    .name = "ReplaceNetworkAclAssociation",
    .effect = Effect::writes,
    .summary = "Makes a subnet use another network ACL",
    .description = "A subnet always uses one network ACL, from the start the default one of its VPC. The association "
                   "with the other ACL has a new id; the old id no longer exists.",
    .errors = kReplaceNetworkAclAssociationErrors,
    .see_also = kReplaceNetworkAclAssociationSeeAlso,
});

}  // namespace ops
}  // namespace ec2mimic
