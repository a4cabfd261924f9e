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

}  // namespace
}  // namespace ec2mimic::cli
