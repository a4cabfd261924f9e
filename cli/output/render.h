// From a response document to the text on stdout, in the format that was asked for.
//
// Each format is a file beside this one. Today there is JSON; text, table, yaml and yaml-stream are names that are
// known and refused.
#pragma once

#include <string>
#include <string_view>

#include "core/json.h"

namespace ec2mimic::cli {

/// How a document is to be written.
struct Rendering {
  std::string_view format;   ///< One of output_names().
  std::string_view title{};  ///< Above a table: the operation's name, `DescribeVpcs`.
  int width = 80;            ///< Columns of the terminal, for tables.
  bool colour = false;       ///< Of tables.
};

/// Throws Failure if documents cannot be written in that format. To be asked before a call is made, so that nothing is
/// created that cannot be shown.
void check_format(std::string_view format);

/// The document in that format; empty where nothing is to be printed: AWS's answer to a delete. The format has been
/// checked.
[[nodiscard]] std::string render(const Json& document, const Rendering& how);

}  // namespace ec2mimic::cli
