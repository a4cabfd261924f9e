// A picture of groups as cards, laid out for a projector.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/output/graph_parts.h"

namespace ec2mimic::cli {

/// An SVG. Groups stand beside each other where there is room. It fits on a screen of 1280x720, with letters of at
/// least 12 pixels there, if its content can be laid out that way; otherwise it is as wide as the screen and longer.
[[nodiscard]] std::string graph_svg(const std::vector<GraphGroup>& groups, std::string_view title);

}  // namespace ec2mimic::cli
