#include "core/ops/network_acl/acl_entry.h"

namespace ec2mimic {
namespace {

struct DeleteNetworkAclEntry {
  std::optional<bool> dry_run{};
  std::string network_acl_id{};
  std::int64_t rule_number = 0;
  bool egress = false;
};

}  // namespace

template <>
struct model::Describe<DeleteNetworkAclEntry> {
  using Self = DeleteNetworkAclEntry;
  static constexpr std::string_view name = "DeleteNetworkAclEntryRequest";
  static constexpr auto members = model::members(
      dry_run<&DeleteNetworkAclEntry::dry_run>,
      member<&Self::network_acl_id>("NetworkAclId", "The ACL that has the entry.",
                                    {.required = true, .insists_on = "NetworkAclId", .refers = "network-acl"}),
      member<&Self::rule_number>("RuleNumber", "The number of the entry, 1 to 32766.", {.required = true}),
      member<&Self::egress>("Egress", "Whether it is an entry for outbound traffic.",
                            {.required = true, .opposite = "ingress"}));
};

namespace ops {
namespace {

void run_delete_network_acl_entry(const DeleteNetworkAclEntry& request, Context& context) {
  acl_entry::check_rule_number(request.rule_number);
  auto acl = require<NetworkAcl>(context, request.network_acl_id);
  acl.entries.erase(acl_entry::require_entry(acl.entries, request.network_acl_id, request.egress, request.rule_number));
  Table<NetworkAclRecord>(context).put(request.network_acl_id, acl);
}

constexpr std::string_view kDeleteNetworkAclEntryErrors[] = {"InvalidNetworkAclEntry.NotFound",
                                                             "InvalidParameterValue"};

}  // namespace

extern constinit const Operation delete_network_acl_entry = define<&run_delete_network_acl_entry>({
    .name = "DeleteNetworkAclEntry",
    .effect = Effect::writes,
    .summary = "Deletes an entry from a network ACL",
    .description =
        "The last entries of an ACL, which deny everything, cannot be deleted: their numbers are greater than 32766.",
    .errors = kDeleteNetworkAclEntryErrors,
});

}  // namespace ops
}  // namespace ec2mimic
