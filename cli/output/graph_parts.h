// What a picture of things in groups is made of: what each thing is, what is to be said of it, and what it is connected
// to.
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

/// `route-table rtb-…`, and what is said of a node below its name: lines. Both are made visible.
[[nodiscard]] std::string name_of_node(const GraphNode& node);
[[nodiscard]] std::vector<std::string> lines_of_node(const GraphNode& node);

}  // namespace ec2mimic::cli
