#include "cli/output/graph.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

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

// Where the name of a node is.
std::pair<std::size_t, std::size_t> place_of(const std::string& svg, const std::string& id) {
  const std::size_t begin = svg.rfind("<text", svg.find(">kind " + id + '<'));
  const auto number = [&](std::string_view name) {
    return std::stoul(svg.substr(svg.find(name, begin) + name.size()));
  };
  return {number("x=\""), number("y=\"")};
}

TEST(Graph, HasWhatRepeatsBesideTheRepeated) {
  const std::string svg = drawn({{"g", "g", {node("a"), node("b"), node("c"), node("d", "c")}}}, "t", "svg");
  EXPECT_EQ(place_of(svg, "d").second, place_of(svg, "c").second);
  EXPECT_GT(place_of(svg, "d").first, place_of(svg, "c").first);
}

// So many groups with so many nodes each, named `0-0` and so on.
std::vector<GraphGroup> groups_of(std::size_t count, std::size_t nodes) {
  std::vector<GraphGroup> groups;
  for (std::size_t i = 0; i < count; ++i) {
    GraphGroup group{.id = std::to_string(i), .title = "t", .nodes = {}};
    for (std::size_t j = 0; j < nodes; ++j) group.nodes.push_back(node(std::to_string(i) + '-' + std::to_string(j)));
    groups.push_back(std::move(group));
  }
  return groups;
}

TEST(Graph, HasGroupsBesideEachOtherInTheirOrder) {
  const std::string svg = drawn(groups_of(3, 4), "t", "svg");
  EXPECT_NE(svg.find("viewBox=\"0 0 1280 "), std::string::npos);
  for (const char* one : {"0-0", "1-0", "2-0"}) EXPECT_EQ(place_of(svg, one).second, place_of(svg, "0-0").second);
  EXPECT_LT(place_of(svg, "0-0").first, place_of(svg, "1-0").first);
  EXPECT_LT(place_of(svg, "1-0").first, place_of(svg, "2-0").first);
}

TEST(Graph, FitsOnAProjectorIfItCan) {
  const auto size_of = [](std::size_t nodes) {
    const std::string svg = drawn(groups_of(2, nodes), "t", "svg");
    const std::string_view box = "viewBox=\"0 0 ";
    const std::string size = svg.substr(svg.find(box) + box.size());
    return std::pair(std::stoul(size), std::stoul(size.substr(size.find(' '))));
  };
  EXPECT_EQ(size_of(10).first, 1280U);
  EXPECT_LE(size_of(10).second, 720U);
  EXPECT_EQ(size_of(30).first, 1600U) << "it is made smaller";
  EXPECT_LE(size_of(30).second, 900U);
  EXPECT_EQ(size_of(90).first, 1280U) << "it is longer than the screen in any case";
}

// The width of the first box of a class.
std::size_t width_of(const std::string& svg, const std::string& style) {
  const std::string box = svg.substr(0, svg.find("class=\"" + style + '"'));
  constexpr std::string_view kWidth = "width=\"";
  return std::stoul(box.substr(box.rfind(kWidth) + kWidth.size()));
}

TEST(Graph, HasBoxesAsWideAsTheirLinesWhichAreCut) {
  // 15 px wide each, as in DejaVu Sans.
  const auto svg_of = [](std::size_t length) {
    GraphNode one = node("a");
    one.details = {std::string(length, 'W')};
    return drawn({{"g", "g", {one, node("b")}}}, "t", "svg");
  };
  for (const std::size_t length : {22U, 23U, 24U, 200U}) {
    const std::string svg = svg_of(length);
    const std::size_t shown = length < 24 ? length : 21;
    const std::string more = length < 24 ? "" : "...";
    EXPECT_NE(svg.find('>' + std::string(shown, 'W') + more + "</text>"), std::string::npos) << length << svg;
    EXPECT_GE(width_of(svg, "card"), 12 + shown * 15) << length;
    EXPECT_GE(width_of(svg, "group"), width_of(svg, "card")) << length;
  }
  EXPECT_EQ(width_of(svg_of(1), "card"), 401U) << "three beside each other";
  EXPECT_NE(svg_of(200).find("viewBox=\"0 0 1280 "), std::string::npos);
  const std::string titled = drawn({{"g", std::string(300, 'a'), {}}}, "t", "svg");
  EXPECT_NE(titled.find("aaa...</text>"), std::string::npos) << titled;
  EXPECT_LE(width_of(titled, "group"), 1280U);
}

}  // namespace
}  // namespace ec2mimic::cli
