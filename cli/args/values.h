// The texts of an operation's options as one request document.
//
// The shape of each member says how its text is to be read: scalars as they are, integers as Python reads them,
// structures and lists of structures as shorthand or JSON, lists of scalars as words or JSON; a whole value may stand
// in a file
// (`file://name`). --cli-input-json is the base, and options win. The document is what the AWS CLI would send, faults
// and all: what is wrong with it is for validate() in client_validation.h to say.
#pragma once

#include "cli/args/command_line.h"
#include "cli/system/system.h"
#include "core/seam/json.h"

namespace ec2mimic::cli {

/// The request that the options of a line make. Reads files through `world`. Throws Failure for a text that cannot be
/// read as its option wants; several faults are reported in the order of the options.
[[nodiscard]] Json read_values(const CommandLine& line, System& system);

/// Gives the request's idempotency token, if the operation has one and the request does not, a fresh UUID, as the AWS
/// CLI does.
void fill_token(const Operation& operation, Json& request, Identifiers& identifiers);

}  // namespace ec2mimic::cli
