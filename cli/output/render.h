// From a response document to the text on stdout, in the format that was asked for.
//
// Each format is a file beside this one. `json` and `yaml` show a document as it is, `text` and `table` what is in it;
// `yaml-stream` shows pages, of which this is given one at a time, and `off` shows nothing.
#pragma once

#include <string>
#include <string_view>

#include "cli/output/room.h"
#include "core/seam/json.h"

namespace ec2mimic::cli {

/// How a document is to be written.
struct Rendering {
  std::string_view format;   ///< One of output_names().
  std::string_view title{};  ///< Above a table: the operation's name, `DescribeVpcs`.
  int width = 80;            ///< Columns of the terminal, for tables.
  bool colour = false;       ///< Of tables.
  Room room{};               ///< For the text and what it takes to make it.
};

/// The document in that format: a whole answer, or for text and yaml-stream one page of it. Empty where nothing is to
/// be printed, as for `{}`, which is AWS's answer to a delete. Throws Failure where the AWS CLI's own formatter fails,
/// with the words of the Python error (255).
[[nodiscard]] std::string render(const Json& document, const Rendering& how);

/// The same, added to `text`. Where a document fails in the middle, the lines of text format before that place stay
/// there: the AWS CLI has printed them by then. All other formats add everything or nothing. Throws TextTooLarge where
/// there is not enough room, and has added a part then.
void append_rendered(std::string& text, const Json& document, const Rendering& how);

}  // namespace ec2mimic::cli
