#include "core/ops/network_acl/acl_entry.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kCreateNetworkAclEntryRequest = acl_entry::described("CreateNetworkAclEntryRequest");

void run_create_network_acl_entry(const AclEntryRequest& request, Context& context) {
  const NetworkAclEntry entry = acl_entry::requested(request);
  auto acl = require<NetworkAcl>(context, request.network_acl_id);
  const auto place = acl_entry::place_of(acl.entries, entry.egress, entry.rule_number);
  const bool is_taken =
      place != acl.entries.end() && place->egress == entry.egress && place->rule_number == entry.rule_number;
  // The operation takes no client token, but the very same entry can be created again.
  if (is_taken && *place == entry) return;
  if (is_taken) {
    throw ApiError{"NetworkAclEntryAlreadyExists",
                   "The network acl entry identified by " + std::to_string(entry.rule_number) + " already exists."};
  }
  acl.entries.insert(place, entry);
  Table<NetworkAclRecord>(context).put(request.network_acl_id, acl);
}

constexpr std::string_view kCreateNetworkAclEntryErrors[] = {"InvalidParameterCombination", "InvalidParameterValue",
                                                             "NetworkAclEntryAlreadyExists"};

}  // namespace

extern constinit const Operation create_network_acl_entry =
    define<&run_create_network_acl_entry, &model::shape_by<kCreateNetworkAclEntryRequest>>({
        .name = "CreateNetworkAclEntry",
        .effect = Effect::writes,
        .summary = "Adds an entry to a network ACL",
        .description =
            "Of the entries that match a packet the one with the lowest number decides. The numbers of inbound "
            "and outbound entries are independent. Host bits of the block are cleared: 10.0.1.7/24 becomes "
            "10.0.1.0/24. Ports are kept only for TCP and UDP, types and codes only for ICMP.\n\n"
            "A call can be repeated: an entry that is there already, with all its members, is left as it is.",
        .errors = kCreateNetworkAclEntryErrors,
    });

}  // namespace ec2mimic::ops
