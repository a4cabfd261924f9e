// The table of `configure list`: where profile, credentials and region come from.
#pragma once

#include <string>

#include "cli/call/invocation.h"

namespace ec2mimic::cli {

/// Adds the table to `text`, row by row. Throws Failure as the AWS CLI fails in the middle of it: the rows above are in
/// the text then.
void add_configuration_table(const Invocation& call, std::string& text);

}  // namespace ec2mimic::cli
