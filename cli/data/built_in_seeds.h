// The seeds compiled into the program, in the order of their file names.
#pragma once

#include <vector>

#include "cli/data/embedded.h"

namespace ec2mimic::cli {

/// Each with the name that `ec2mimic state seed` calls it, such as `blog`, and its document, JSON.
[[nodiscard]] inline std::vector<EmbeddedText> built_in_seeds() { return embedded_in("seeds/", ".json"); }

}  // namespace ec2mimic::cli
