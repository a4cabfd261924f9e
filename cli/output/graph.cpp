#include "cli/output/graph.h"

#include <algorithm>

#include "cli/output/mermaid.h"
#include "cli/output/svg.h"
#include "cli/system/visible.h"
#include "core/text/ascii.h"

namespace ec2mimic::cli {
namespace {

// What is said of a node below its name.
std::vector<std::string> lines_for(const GraphNode& node) {
  std::vector<std::string> lines;
  if (!node.same_as.empty()) lines.push_back("the same as " + node.same_as);
  lines.insert(lines.end(), node.details.begin(), node.details.end());
  for (const GraphEdge& edge : node.edges)
    lines.push_back((edge.label.empty() ? "" : edge.label + ' ') + "-> " + edge.to);
  for (std::string& line : lines) line = visible_line(line);
  return lines;
}

std::string name_for(const GraphNode& node) { return visible_line(node.kind + ' ' + node.id); }

std::string graph_text(const std::vector<GraphGroup>& groups) {
  std::string text;
  for (const GraphGroup& group : groups) {
    text += (text.empty() ? "" : "\n") + visible_line(group.title) + '\n';
    for (const GraphNode& node : group.nodes) {
      text += "  " + name_for(node) + '\n';
      for (const std::string& line : lines_for(node)) text += "    " + line + '\n';
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

constexpr std::size_t kPicture = 1280;
constexpr std::size_t kCards = 3;  // beside each other
constexpr std::size_t kCard = 400;
constexpr std::size_t kGap = 12;
constexpr std::size_t kLine = 20;

std::size_t height_of(const GraphNode& node) { return 40 + lines_for(node).size() * kLine; }

std::string rectangle(std::size_t x, std::size_t y, std::size_t width, std::size_t height, std::string_view style) {
  return "<rect x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" width=\"" + std::to_string(width) +
         "\" height=\"" + std::to_string(height) + "\" rx=\"6\" class=\"" + std::string(style) + "\"/>\n";
}

std::string words(std::size_t x, std::size_t y, std::string_view style, const std::string& text) {
  return "<text x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" class=\"" + std::string(style) + "\">" +
         in_xml(text) + "</text>\n";
}

std::string card(const GraphNode& node, std::size_t x, std::size_t y) {
  const bool repeats = !node.same_as.empty();
  std::string text = rectangle(x, y, kCard, height_of(node), repeats ? "card lost" : "card");
  text += words(x + 14, y + 26, "in-box", name_for(node));
  bool is_first = true;
  for (const std::string& line : lines_for(node)) {
    y += kLine;
    text += words(x + 14, y + 26, repeats && is_first ? "in-box lost" : "in-box quiet", line);
    is_first = false;
  }
  return text;
}

std::string graph_svg(const std::vector<GraphGroup>& groups, std::string_view title) {
  std::string body;
  std::size_t y = 20;
  for (const GraphGroup& group : groups) {
    std::string cards;
    std::size_t bottom = y + 46;
    for (std::size_t i = 0; i < group.nodes.size();) {
      std::size_t lowest = bottom;
      for (std::size_t place = 0; place < kCards && i < group.nodes.size(); ++place, ++i) {
        // What is repeated begins a row rather than end one, so that the two stand side by side.
        const bool is_repeated = i + 1 < group.nodes.size() && group.nodes[i + 1].same_as == group.nodes[i].id;
        if (is_repeated && place + 1 == kCards) break;
        cards += card(group.nodes[i], 28 + place * (kCard + kGap), bottom);
        lowest = std::max(lowest, bottom + height_of(group.nodes[i]));
      }
      bottom = lowest + kGap;
    }
    body += rectangle(16, y, kPicture - 32, bottom - y + 4, "group") +
            words(28, y + 30, "title", visible_line(group.title)) + cards;
    y = bottom + 24;
  }
  return svg_head(kPicture, y, title) + body + "</svg>\n";
}

}  // namespace

std::string drawn(const std::vector<GraphGroup>& groups, std::string_view title, std::string_view format) {
  if (format == "svg") return graph_svg(groups, title);
  if (format == "dot") return graph_dot(groups);
  return format == "mermaid" ? graph_mermaid(groups) : graph_text(groups);
}

}  // namespace ec2mimic::cli
