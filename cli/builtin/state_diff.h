// How two states differ, by table, key and member.
#pragma once

#include <string>

#include "core/seam/json.h"

namespace ec2mimic::cli {

/// The differences from one state to another, both as the documents of their files: lines of text, in which what comes
/// from the states is made visible. Empty if there are none. The numbers of revisions and the last serial do not count.
[[nodiscard]] std::string state_difference(const Json& before, const Json& after);

}  // namespace ec2mimic::cli
