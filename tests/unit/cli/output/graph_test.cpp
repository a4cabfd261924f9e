#include "cli/output/graph.h"

#include <gtest/gtest.h>

namespace ec2mimic::cli {
namespace {

GraphNode node(std::string id, std::string same_as = {}) { return {std::move(id), "kind", {}, {}, std::move(same_as)}; }

TEST(Graph, EscapesWhatHasAMeaningInAFormat) {
  GraphNode one = node("a\"<\\]");
  one.details = {"<#\">\x1b"};
  one.edges = {{"b", "1\"2"}};
  const std::vector<GraphGroup> groups{{"g", "<g>", {one}}};
  EXPECT_EQ(drawn(groups, "t", "text"), "<g>\n  kind a\"<\\]\n    <#\">\\u001b\n    1\"2 -> b\n");
  EXPECT_EQ(drawn(groups, "t", "mermaid"),
            "flowchart LR\n  subgraph g[\"#lt;g#gt;\"]\n"
            "    a____[\"kind<br>a#quot;#lt;\\]<br>#lt;#35;#quot;#gt;\\u001b\"]\n  end\n"
            "  a____ -->|\"1#quot;2\"| b\n");
  EXPECT_EQ(drawn(groups, "t", "dot"),
            "digraph account {\n  rankdir=LR;\n  node [shape=box];\n"
            "  subgraph \"cluster_g\" {\n    label=\"<g>\";\n"
            "    \"a\\\"<\\\\]\" [label=\"kind\\na\\\"<\\\\]\\n<#\\\">\\\\u001b\"];\n  }\n"
            "  \"a\\\"<\\\\]\" -> \"b\" [label=\"1\\\"2\"];\n}\n");
  EXPECT_NE(drawn(groups, "t", "svg").find(">kind a&quot;&lt;\\]</text>"), std::string::npos);
}

TEST(Graph, HasWhatRepeatsBesideTheRepeated) {
  const std::string svg = drawn({{"g", "g", {node("a"), node("b"), node("c"), node("d", "c")}}}, "t", "svg");
  const auto place = [&](const std::string& id) {
    const std::size_t name = svg.find(">kind " + id + '<');
    const std::size_t begin = svg.rfind("<text", name);
    return svg.substr(begin, name - begin);
  };
  const auto left = [&](const std::string& id) { return place(id).substr(0, place(id).find(" y=")); };
  EXPECT_EQ(left("c"), left("a")) << "c begins a row, as a does";
  EXPECT_EQ(place("d").substr(place("d").find("y=")), place("c").substr(place("c").find("y=")));
}

// The width of the first box of a class.
std::size_t width_of(const std::string& svg, const std::string& style) {
  const std::string box = svg.substr(0, svg.find("class=\"" + style + '"'));
  constexpr std::string_view kWidth = "width=\"";
  return std::stoul(box.substr(box.rfind(kWidth) + kWidth.size()));
}

TEST(Graph, HasBoxesAsWideAsTheirLines) {
  // 15 px wide each, as in DejaVu Sans.
  const auto svg_of = [](std::size_t length) {
    GraphNode one = node("a");
    one.details = {std::string(length, 'W')};
    return drawn({{"g", "g", {one, node("b")}}}, "t", "svg");
  };
  for (const std::size_t length : {24U, 25U, 39U, 40U, 80U, 200U}) {
    const std::string svg = svg_of(length);
    EXPECT_GE(width_of(svg, "card"), 14 + length * 15) << length;
    EXPECT_GE(width_of(svg, "group"), width_of(svg, "card")) << length;
  }
  EXPECT_EQ(width_of(svg_of(1), "card"), 400U) << "three beside each other";
  EXPECT_NE(svg_of(200).find("viewBox=\"0 0 3084 "), std::string::npos);
  const std::string titled = drawn({{"g", std::string(300, 'a'), {}}}, "t", "svg");
  EXPECT_GE(width_of(titled, "group"), 12 + 300 * 11U);
}

}  // namespace
}  // namespace ec2mimic::cli
