// The AWS CLI's words for the protocols of network ACL entries, which the service takes only as numbers.
#pragma once

#include "core/operation/operation.h"
#include "core/seam/json.h"

namespace ec2mimic::cli {

/// Replaces the protocol of a request that creates or replaces an entry, if it is exactly tcp, udp, icmp or all, by its
/// number. Leaves other protocols and other operations' requests as they are.
void replace_protocol_word(const Operation& operation, Json& request);

}  // namespace ec2mimic::cli
