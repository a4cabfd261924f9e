// The table of `configure list`: the profile, credentials and region in use, and where they come from.
#pragma once

#include <string>

#include "cli/call/invocation.h"

namespace ec2mimic::cli {

/// Appends the table to `text` row by row. Throws Failure where the AWS CLI fails midway; `text` then has the rows
/// before.
void add_configuration_table(const Invocation& call, std::string& text);

}  // namespace ec2mimic::cli
