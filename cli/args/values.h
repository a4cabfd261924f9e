// Converts the text values of an operation's options into one request document.
//
// The shape of each member decides how its text is read: scalars as they are, integers by Python's rules, structures
// and lists of structures as shorthand or JSON, lists of scalars as words or JSON. A whole value may be in a file
// (`file://name`). --cli-input-json is the base, and options override it. The document is what the AWS CLI would send,
// faults included; validate() in client_validation.h reports those.
#pragma once

#include "cli/args/command_line.h"
#include "cli/system/system.h"
#include "core/seam/json.h"

namespace ec2mimic::cli {

/// Builds the request from the options of a line. Throws Failure if a text cannot be read as its option requires; with
/// several faults, for the first in the order of the options.
[[nodiscard]] Json read_values(const CommandLine& line, System& system);

/// Generates a UUID for the request's idempotency token, if the operation has one and the request does not set it, as
/// the AWS CLI does.
void fill_token(const Operation& operation, Json& request, Identifiers& identifiers);

}  // namespace ec2mimic::cli
