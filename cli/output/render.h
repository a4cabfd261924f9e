// From a response document to the text on stdout, in the format that was asked for.
//
// Each format is a file beside this one. Today there is JSON; text, table, yaml and yaml-stream are names that are
// known and refused.
#pragma once

#include <string>
#include <string_view>

#include "core/json.h"

namespace ec2mimic::cli {

/// Throws Failure if documents cannot be written in that format. To be asked before a call is made, so that nothing is
/// created that cannot be shown.
void check_format(std::string_view format);

/// The document in that format; empty where nothing is to be printed: AWS's answer to a delete. The format has been
/// checked.
[[nodiscard]] std::string render(const Json& document, std::string_view format);

}  // namespace ec2mimic::cli
