// The calls of the log as messages between client, wire and service.
#pragma once

#include <vector>

#include "cli/call/logged_call.h"
#include "cli/output/sequence.h"

namespace ec2mimic::cli {

/// Each call as a section, with the messages of its attempts: how far the request got, what the service did, and what
/// happened to the answer.
[[nodiscard]] Sequence sequence_of(const std::vector<LoggedCall>& calls);

}  // namespace ec2mimic::cli
