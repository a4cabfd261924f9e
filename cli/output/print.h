// Standard output, checked.
#pragma once

#include <string_view>

#include "cli/system/world.h"

namespace ec2mimic::cli {

/// Writes to stdout. Throws Failure if the text cannot be written; a reader that went away is not a failure.
void print(World& world, std::string_view text);

}  // namespace ec2mimic::cli
