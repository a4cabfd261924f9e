// The state that `state diff` compares the present one with: a file, or an earlier revision.
#pragma once

#include <string>

#include "cli/builtin/seed.h"
#include "cli/system/system.h"
#include "core/seam/json.h"

namespace ec2mimic::cli {

/// A state as the document of its file. Throws AccountFailure if it cannot be read.
[[nodiscard]] Json document_of_state(System& system, const StateLocation& location);

/// The same for what `word` names: the number of a revision of the state at `location`, which holds `present` now, or a
/// file. Throws Failure (252) if that revision is not kept, or there is no state in the file.
[[nodiscard]] Json other_state(System& system, const StateLocation& location, const Json& present,
                               const std::string& word);

}  // namespace ec2mimic::cli
