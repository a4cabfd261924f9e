#include "cli/output/json.h"

#include <gtest/gtest.h>

#include <limits>

#include "core/model/codec.h"
#include "tests/unit/tree.h"

namespace ec2mimic::cli {
namespace {

TEST(PythonJsonOutput, IsIndentedByFour) {
  const Json document = Json::parse(R"({"b":[{"x":1,"y":[]},{}],"a":{"t":true,"f":false,"n":null},"z":[1,-2]})");
  EXPECT_EQ(to_python_json(document),
            "{\n"
            "    \"b\": [\n"
            "        {\n"
            "            \"x\": 1,\n"
            "            \"y\": []\n"
            "        },\n"
            "        {}\n"
            "    ],\n"
            "    \"a\": {\n"
            "        \"t\": true,\n"
            "        \"f\": false,\n"
            "        \"n\": null\n"
            "    },\n"
            "    \"z\": [\n"
            "        1,\n"
            "        -2\n"
            "    ]\n"
            "}\n");
}

TEST(PythonJsonOutput, EscapesOnlyWhatMustBeEscaped) {
  EXPECT_EQ(to_python_json("\"\\\n\r\t\b\f\x01\x1f"), R"("\"\\\n\r\t\b\f\u0001\u001f")"
                                                      "\n");
  EXPECT_EQ(to_python_json("\x7f/é日😀\u2028"), "\"\x7f/é日😀\u2028\"\n");
  EXPECT_EQ(to_python_json({{"k\"", ""}}), "{\n    \"k\\\"\": \"\"\n}\n");
}

// The text of a response, from the structs of its items and from a document.
TEST(JsonListText, EqualsTheTextOfTheWholeDocument) {
  std::vector<Tree> trees(3);
  trees[0].leaves = {{"a\"\n", {}}, {"é", -7}};
  trees[0].texts.emplace();
  trees[1].flag = false;
  trees[2].leaf.emplace();
  trees[2].texts = {"", "x"};
  const auto joined = [](std::deque<std::string> blocks) {
    std::string text;
    for (const std::string& block : blocks) text += block;
    return text;
  };
  for (const auto& token : {std::optional<std::string>(), std::optional<std::string>("t\"k")}) {
    Json document = {{"Trees", Json::array()}};
    JsonListText structs;
    JsonListText documents;
    for (const Tree& tree : trees) {
      structs.add(model::shape_of<Tree>, &tree);
      documents.add(model::encode(tree));
      document["Trees"].push_back(model::encode(tree));
    }
    if (token) document["NextToken"] = *token;
    EXPECT_EQ(joined(structs.finish("Trees", "NextToken", token)), to_python_json(document));
    EXPECT_EQ(joined(documents.finish("Trees", "NextToken", token)), to_python_json(document));
    document["Trees"].clear();
    EXPECT_EQ(joined(JsonListText().finish("Trees", "NextToken", token)), to_python_json(document));
  }
  EXPECT_EQ(joined(JsonListText().finish("", "NextToken", {})), "");
  JsonListText longer;
  Json document = {{"Texts", Json::array()}};
  for (int i = 0; i < 30; ++i) {
    document["Texts"].push_back(std::string(100'000, 'x'));
    longer.add(document["Texts"].back());
  }
  auto blocks = longer.finish("Texts", "NextToken", {});
  EXPECT_GT(blocks.size(), 1U);
  EXPECT_EQ(joined(std::move(blocks)), to_python_json(document));
}

TEST(PythonJsonOutput, WritesNumbersLikePython) {
  EXPECT_EQ(to_python_json(1e16), "1e+16\n");
  EXPECT_EQ(to_python_json(std::numeric_limits<double>::quiet_NaN()), "NaN\n");
  EXPECT_EQ(to_python_json(-std::numeric_limits<double>::infinity()), "-Infinity\n");
  EXPECT_EQ(to_python_json(std::numeric_limits<std::uint64_t>::max()), "18446744073709551615\n");
}

}  // namespace
}  // namespace ec2mimic::cli
