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

constexpr std::size_t kPicture = 1280;  // at least
constexpr std::size_t kCards = 3;       // beside each other, at most
constexpr std::size_t kCardMargin = 28, kCardPadding = 14;
constexpr std::size_t kGap = 12;
constexpr std::size_t kLine = 20;

// The pixels that a line takes at most in the fonts of our pictures; headings are larger.
std::size_t pixels_of(std::string_view line, bool is_heading = false) {
  std::size_t tenths = 0;
  for (const char c : line) {
    const auto byte = static_cast<unsigned char>(c);
    // DejaVu Sans, the widest of them, has digits of 0.64 em and capitals of up to 0.99. Of a character of several
    // bytes, which may be a square, the first two count.
    const bool is_wide = ascii::is_upper(c) || c == 'm' || c == 'w' || c == '@' || c == '%' || c == '>';
    if (byte < 0x80) tenths += is_wide ? 150 : 96;
    if (byte >= 0xC0) tenths += 160;
  }
  return (is_heading ? tenths * 5 / 4 : tenths) / 10;
}

// How cards are laid out: as many beside each other as fit, each as wide as the longest line needs.
struct CardLayout {
  std::size_t columns = kCards, card = 0, picture = kPicture;
};

std::size_t card_of(std::size_t picture, std::size_t columns) {
  return (picture - 2 * kCardMargin - (columns - 1) * kGap) / columns;
}

CardLayout layout_of_cards(const std::vector<GraphGroup>& groups) {
  std::size_t line = 0, title = 0;
  for (const GraphGroup& group : groups) {
    title = std::max(title, pixels_of(visible_line(group.title), true));
    for (const GraphNode& node : group.nodes) {
      line = std::max(line, pixels_of(name_for(node)));
      for (const std::string& one : lines_for(node)) line = std::max(line, pixels_of(one));
    }
  }
  CardLayout layout;
  while (layout.columns > 1 && card_of(kPicture, layout.columns) < line + 2 * kCardPadding) --layout.columns;
  layout.picture = std::max({kPicture, line + 2 * (kCardPadding + kCardMargin), title + 2 * kCardMargin});
  layout.card = card_of(layout.picture, layout.columns);
  return layout;
}

std::size_t height_of(const GraphNode& node) { return 40 + lines_for(node).size() * kLine; }

std::string rectangle(std::size_t x, std::size_t y, std::size_t width, std::size_t height, std::string_view style) {
  return "<rect x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" width=\"" + std::to_string(width) +
         "\" height=\"" + std::to_string(height) + "\" rx=\"6\" class=\"" + std::string(style) + "\"/>\n";
}

std::string words(std::size_t x, std::size_t y, std::string_view style, const std::string& text) {
  return "<text x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" class=\"" + std::string(style) + "\">" +
         in_xml(text) + "</text>\n";
}

std::string card(const GraphNode& node, std::size_t x, std::size_t y, std::size_t width) {
  const bool repeats = !node.same_as.empty();
  std::string text = rectangle(x, y, width, height_of(node), repeats ? "card lost" : "card");
  text += words(x + kCardPadding, y + 26, "in-box", name_for(node));
  bool is_first = true;
  for (const std::string& line : lines_for(node)) {
    y += kLine;
    text += words(x + kCardPadding, y + 26, repeats && is_first ? "in-box lost" : "in-box quiet", line);
    is_first = false;
  }
  return text;
}

std::string graph_svg(const std::vector<GraphGroup>& groups, std::string_view title) {
  const CardLayout layout = layout_of_cards(groups);
  std::string body;
  std::size_t y = 20;
  for (const GraphGroup& group : groups) {
    std::string cards;
    std::size_t bottom = y + 46;
    for (std::size_t i = 0; i < group.nodes.size();) {
      std::size_t lowest = bottom;
      for (std::size_t place = 0; place < layout.columns && i < group.nodes.size(); ++place, ++i) {
        // What is repeated begins a row rather than end one, so that the two stand side by side.
        const bool is_repeated = i + 1 < group.nodes.size() && group.nodes[i + 1].same_as == group.nodes[i].id;
        if (is_repeated && place > 0 && place + 1 == layout.columns) break;
        cards += card(group.nodes[i], kCardMargin + place * (layout.card + kGap), bottom, layout.card);
        lowest = std::max(lowest, bottom + height_of(group.nodes[i]));
      }
      bottom = lowest + kGap;
    }
    body += rectangle(16, y, layout.picture - 32, bottom - y + 4, "group") +
            words(kCardMargin, y + 30, "title", visible_line(group.title)) + cards;
    y = bottom + 24;
  }
  return svg_head(layout.picture, y, title) + body + "</svg>\n";
}

}  // namespace

std::string drawn(const std::vector<GraphGroup>& groups, std::string_view title, std::string_view format) {
  if (format == "svg") return graph_svg(groups, title);
  if (format == "dot") return graph_dot(groups);
  return format == "mermaid" ? graph_mermaid(groups) : graph_text(groups);
}

}  // namespace ec2mimic::cli
