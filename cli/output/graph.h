// A picture of things in groups (graph_parts.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/output/graph_parts.h"

namespace ec2mimic::cli {

/// Draws groups in a format: `text`; `mermaid`, for Mermaid, as in Markdown; `dot`, for Graphviz; or `svg`, a picture
/// that needs nothing else, in the colours of its reader's choice, light or dark.
[[nodiscard]] std::string drawn(const std::vector<GraphGroup>& groups, std::string_view title, std::string_view format);

}  // namespace ec2mimic::cli
