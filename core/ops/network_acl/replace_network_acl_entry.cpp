#include "core/ops/network_acl/acl_entry.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kReplaceNetworkAclEntryRequest = acl_entry::described("ReplaceNetworkAclEntryRequest");

void run_replace_network_acl_entry(const AclEntryRequest& request, Context& context) {
  const NetworkAclEntry entry = acl_entry::requested(request);
  auto acl = require<NetworkAcl>(context, request.network_acl_id);
  *acl_entry::require_entry(acl.entries, request.network_acl_id, entry.egress, entry.rule_number) = entry;
  Table<NetworkAclRecord>(context).put(request.network_acl_id, acl);
}

constexpr std::string_view kReplaceNetworkAclEntryErrors[] = {"InvalidNetworkAclEntry.NotFound",
                                                              "InvalidParameterCombination", "InvalidParameterValue"};

}  // namespace

extern constinit const Operation replace_network_acl_entry = define<&run_replace_network_acl_entry,
                                                                    &model::shape_by<kReplaceNetworkAclEntryRequest>>({
    .name = "ReplaceNetworkAclEntry",
    .effect = Effect::writes,
    .summary = "Replaces an entry of a network ACL",
    .description =
        "The entry of that direction and number gets the members of the request, and none that the request leaves out.",
    .errors = kReplaceNetworkAclEntryErrors,
});

}  // namespace ec2mimic::ops
