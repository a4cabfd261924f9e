#include "cli/output/graph.h"

#include "cli/output/graph_svg.h"
#include "cli/output/mermaid.h"
#include "cli/system/visible.h"
#include "core/text/ascii.h"

namespace ec2mimic::cli {
namespace {

std::string graph_text(const std::vector<GraphGroup>& groups) {
  std::string text;
  for (const GraphGroup& group : groups) {
    text += (text.empty() ? "" : "\n") + visible_line(group.title) + '\n';
    for (const GraphNode& node : group.nodes) {
      text += "  " + name_of_node(node) + '\n';
      for (const std::string& line : lines_of_node(node)) text += "    " + line + '\n';
    }
  }
  return text;
}

// A text between quotation marks, where Mermaid reads HTML and numbers of characters.
std::string mermaid_label(std::string_view text) { return mermaid_text(text, "\"#<>"); }

std::string dot_label(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '"' || c == '\\') safe += '\\';
    safe += c;
  }
  return safe;
}

// The name and what is said of a node besides its edges, with a format's line break between them.
std::string label_for(const GraphNode& node, std::string (*escape)(std::string_view), std::string_view line_break) {
  std::string label = escape(visible_line(node.kind)) + std::string(line_break) + escape(visible_line(node.id));
  if (!node.same_as.empty()) label += std::string(line_break) + escape(visible_line("the same as " + node.same_as));
  for (const std::string& line : node.details) label += std::string(line_break) + escape(visible_line(line));
  return label;
}

// An id as a word that needs no quotation marks, which Mermaid does not allow there.
std::string mermaid_id(const std::string& id) {
  std::string word = id;
  for (char& c : word) {
    if (!ascii::is_alphanumeric(c) && c != '-') c = '_';
  }
  return word;
}

std::string graph_mermaid(const std::vector<GraphGroup>& groups) {
  std::string text = "flowchart LR\n", edges;
  for (const GraphGroup& group : groups) {
    text += "  subgraph " + mermaid_id(group.id) + "[\"" + mermaid_label(visible_line(group.title)) + "\"]\n";
    for (const GraphNode& node : group.nodes) {
      text += "    " + mermaid_id(node.id) + "[\"" + label_for(node, &mermaid_label, "<br>") + "\"]\n";
      for (const GraphEdge& edge : node.edges) {
        const std::string label = edge.label.empty() ? "" : "|\"" + mermaid_label(visible_line(edge.label)) + "\"|";
        edges += "  " + mermaid_id(node.id) + " -->" + label + ' ' + mermaid_id(edge.to) + '\n';
      }
    }
    text += "  end\n";
  }
  return text + edges;
}

std::string graph_dot(const std::vector<GraphGroup>& groups) {
  std::string text = "digraph account {\n  rankdir=LR;\n  node [shape=box];\n", edges;
  const auto quoted_id = [](const std::string& id) { return '"' + dot_label(visible_line(id)) + '"'; };
  for (const GraphGroup& group : groups) {
    text += "  subgraph " + quoted_id("cluster_" + group.id) + " {\n    label=\"" +
            dot_label(visible_line(group.title)) + "\";\n";
    for (const GraphNode& node : group.nodes) {
      text += "    " + quoted_id(node.id) + " [label=\"" + label_for(node, &dot_label, "\\n") + "\"" +
              (node.same_as.empty() ? "" : ", style=dashed") + "];\n";
      for (const GraphEdge& edge : node.edges) {
        edges += "  " + quoted_id(node.id) + " -> " + quoted_id(edge.to) + " [label=\"" +
                 dot_label(visible_line(edge.label)) + "\"];\n";
      }
    }
    text += "  }\n";
  }
  return text + edges + "}\n";
}

}  // namespace

std::string drawn(const std::vector<GraphGroup>& groups, std::string_view title, std::string_view format) {
  if (format == "svg") return graph_svg(groups, title);
  if (format == "dot") return graph_dot(groups);
  return format == "mermaid" ? graph_mermaid(groups) : graph_text(groups);
}

}  // namespace ec2mimic::cli
