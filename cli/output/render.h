// Renders a response document as the text for stdout, in the chosen format.
//
// Each format has a file in this module. `json` and `yaml` show a document with its structure, `text` and `table` its
// contents; `yaml-stream` shows pages, one per call; `off` shows nothing.
#pragma once

#include <string>
#include <string_view>

#include "cli/output/room.h"
#include "cli/output/table_drawing.h"
#include "cli/query/query.h"
#include "core/seam/json.h"

namespace ec2mimic::cli {

/// How a document is rendered.
struct Rendering {
  std::string_view format;         ///< A name that is_output() accepts.
  std::string_view title{};        ///< The title of a table: the operation's name, `DescribeVpcs`.
  int width = 80;                  ///< Columns of the terminal; only for tables.
  Colour colour = Colour::none;    ///< Only for tables.
  query::Identities identities{};  ///< Of a document that a query made; only for yaml and yaml-stream.
  Room room{};                     ///< For the text and the memory needed to build it.
};

/// Renders a document: a whole response, or one page of it for text and yaml-stream. Empty if there is nothing to
/// print, as for `{}`, AWS's response to a delete. Throws Failure (255), with Python's message, where the AWS CLI's
/// formatter fails.
[[nodiscard]] std::string render(const Json& document, const Rendering& how);

/// The same, appended to `text`. If a document fails in the middle, text format keeps the lines before that place,
/// because the AWS CLI has already printed them; all other formats append everything or nothing. Throws TextTooLarge if
/// there is not enough room; a part has been appended then.
void append_rendered(std::string& text, const Json& document, const Rendering& how);

}  // namespace ec2mimic::cli
