// `state import`: makes a seed from the answers of describe calls.
#pragma once

#include <string>
#include <vector>

#include "cli/call/invocation.h"

namespace ec2mimic::cli {

/// Reads the answers in the files, `-` for stdin, and prints the seed. Returns an exit code. Throws Failure if a file
/// cannot be read, or if the answers do not describe a valid account.
[[nodiscard]] int import_answers(const Invocation& call, const std::vector<std::string>& files);

}  // namespace ec2mimic::cli
