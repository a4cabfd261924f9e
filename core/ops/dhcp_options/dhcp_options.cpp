#include "core/ops/dhcp_options/dhcp_options.h"

namespace ec2mimic::ops {
constinit const Noun dhcp_options = define_noun<DhcpOptionsRecord>({
    .type = "dhcp-options",
    .prefix = "dopt-",
    .not_found_code = "InvalidDhcpOptionsID.NotFound",
    .not_found_text = "The dhcpOptions ID '{}' does not exist",
    .dependency_text = "The dhcpOptions '{}' has dependencies and cannot be deleted.",
});

}  // namespace ec2mimic::ops
