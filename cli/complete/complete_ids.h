// The ids that stand in the state, for completion.
#pragma once

#include <string_view>
#include <vector>

#include "cli/args/global_options.h"
#include "cli/complete/candidate.h"
#include "cli/system/system.h"

namespace ec2mimic::cli {

/// The ids of one type of resource (`vpc`), or of all (`*`), that the describe operations show in the region that
/// globals and environment say. Each is described by its Name tag, VPC or address block. Reads only; a state that
/// cannot be read has none.
[[nodiscard]] std::vector<Candidate> ids_of_type(System& system, const GlobalOptions& globals, std::string_view type);

}  // namespace ec2mimic::cli
