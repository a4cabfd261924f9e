// A picture of things in groups: what each is, what is to be said of it, and what it is connected to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ec2mimic::cli {

struct GraphEdge {
  std::string to{};     ///< The id of a node or group.
  std::string label{};  ///< May be empty.
};

struct GraphNode {
  std::string id{};
  std::string kind{};                  ///< `route-table`
  std::vector<std::string> details{};  ///< Lines.
  std::vector<GraphEdge> edges{};
  std::string same_as{};  ///< The id of a node that this one repeats; empty if none.
};

struct GraphGroup {
  std::string id{};
  std::string title{};
  std::vector<GraphNode> nodes{};
};

/// Draws groups in a format: `text`; `mermaid`, for Mermaid, as in Markdown; `dot`, for Graphviz; or `svg`, a picture
/// that needs nothing else, in the colours of its reader's choice, light or dark.
[[nodiscard]] std::string drawn(const std::vector<GraphGroup>& groups, std::string_view title, std::string_view format);

}  // namespace ec2mimic::cli
