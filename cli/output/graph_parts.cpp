#include "cli/output/graph_parts.h"

#include "cli/system/visible.h"

namespace ec2mimic::cli {

std::vector<std::string> lines_of_node(const GraphNode& node) {
  std::vector<std::string> lines;
  if (!node.same_as.empty()) lines.push_back("the same as " + node.same_as);
  lines.insert(lines.end(), node.details.begin(), node.details.end());
  for (const GraphEdge& edge : node.edges)
    lines.push_back((edge.label.empty() ? "" : edge.label + ' ') + "-> " + edge.to);
  for (std::string& line : lines) line = visible_line(line);
  return lines;
}

std::string name_of_node(const GraphNode& node) { return visible_line(node.kind + ' ' + node.id); }

}  // namespace ec2mimic::cli
