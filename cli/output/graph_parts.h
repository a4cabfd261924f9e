// The parts of a picture of things in groups: what each thing is, its details, and its connections.
#pragma once

#include <string>
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

/// `route-table rtb-…`, and the lines below a node's name. Both are made visible.
[[nodiscard]] std::string name_of_node(const GraphNode& node);
[[nodiscard]] std::vector<std::string> lines_of_node(const GraphNode& node);

}  // namespace ec2mimic::cli
