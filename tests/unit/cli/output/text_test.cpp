#include "cli/output/text.h"

#include <gtest/gtest.h>

#include "cli/errors/failure.h"

namespace ec2mimic::cli {
namespace {

std::string text_of(std::string_view document) {
  std::string text;
  append_text(text, Json::parse(document));
  return text;
}

std::string text_failure_of(std::string_view document) try {
  return "printed " + text_of(document);
} catch (const Failure& failure) {
  return std::to_string(failure.exit_code()) + ' ' + failure.what();
}

TEST(Text, WritesScalarsLikePython) {
  EXPECT_EQ(text_of("null"), "None\n");
  EXPECT_EQ(text_of("true"), "True\n");
  EXPECT_EQ(text_of("1.0"), "1.0\n");
  EXPECT_EQ(text_of("-7"), "-7\n");
  EXPECT_EQ(text_of(R"("a\tb\nc")"), "a\tb\nc\n");
  EXPECT_EQ(text_of(R"("")"), "\n");
}

TEST(Text, WritesAMapAsALineOfScalarsSortedByName) {
  EXPECT_EQ(text_of(R"({"b": 2, "B": 1, "_": null, "a": false})"), "1\tNone\tFalse\t2\n");
  EXPECT_EQ(text_of("{}"), "");
}

TEST(Text, BeginsNestedLinesWithTheNameInCapitals) {
  EXPECT_EQ(text_of(R"({"Outer": {"B": "b", "A": "a", "Inner": {"C": "c"}}, "Id": "x"})"),
            "x\nOUTER\ta\tb\nINNER\tc\n");
  EXPECT_EQ(text_of(R"({"Stra\u00dfe \u00e9\u01c9": {"x": 1}})"), "STRASSE \u00c9\u01c7\t1\n");
}

TEST(Text, WritesNoLineForAMapWithoutScalars) {
  EXPECT_EQ(text_of(R"({"Outer": {"Inner": {"C": "c"}}})"), "INNER\tc\n");
  EXPECT_EQ(text_of(R"({"Outer": {}})"), "");
}

TEST(Text, PutsScalarsOfAListOnOneLineUnlessNamed) {
  EXPECT_EQ(text_of(R"(["a", 1, null])"), "a\t1\tNone\n");
  EXPECT_EQ(text_of(R"({"Ids": ["a", "b"]})"), "IDS\ta\nIDS\tb\n");
  EXPECT_EQ(text_of("[]"), "");
  EXPECT_EQ(text_of(R"([""])"), "\n");
  EXPECT_EQ(text_of(R"({"Ids": []})"), "");
}

TEST(Text, WritesNestedListsAfterScalars) {
  EXPECT_EQ(text_of(R"([["a", "b"], "c", ["d"], [], "e"])"), "c\te\na\tb\nd\n");
  EXPECT_EQ(text_of(R"({"X": [["a"], "b", ["c", "d"]]})"), "X\tb\nX\ta\nX\tc\nX\td\n");
  EXPECT_EQ(text_of(R"([[["a"]], [["b", "c"]]])"), "a\nb\tc\n");
}

TEST(Text, GivesMapsOfAListTheSameColumns) {
  EXPECT_EQ(text_of(R"([{"b": 1}, {"a": 2, "c": 3}])"), "\t1\t\n2\t\t3\n");
  EXPECT_EQ(text_of(R"({"Rows": [{"b": 1}, {"a": 2}]})"), "ROWS\t\t1\nROWS\t2\t\n");
  EXPECT_EQ(text_of(R"([{"a": []}, {"b": {}}])"), "");
  EXPECT_EQ(text_of(R"([{}, {"a": 1}])"), "\n1\n");
}

TEST(Text, WritesOtherMembersAfterTheLineOfTheirMap) {
  EXPECT_EQ(text_of(R"({"Vpcs": [{"Tags": [{"Key": "k", "Value": "v"}], "Id": "1", "After": ["x"]}, {"Id": "2"}]})"),
            "VPCS\t1\nAFTER\tx\nTAGS\tk\tv\nVPCS\t2\n");
}

TEST(Text, ShowsAMemberThatIsAScalarElsewhereAsACell) {
  EXPECT_EQ(text_of(R"([{"a": 1}, {"a": [2, "it's", null]}, {"a": {"x": true, "y": "\n"}}])"),
            "1\n[2, \"it's\", None]\n{'x': True, 'y': '\\n'}\n");
}

TEST(Text, FailsForOtherElementsAmongMaps) {
  EXPECT_EQ(text_failure_of(R"([{"a": 1}, 2])"), "255 'int' object has no attribute 'items'");
  EXPECT_EQ(text_failure_of(R"([{"a": 1}, [2]])"), "255 'list' object has no attribute 'items'");
  EXPECT_EQ(text_failure_of(R"([null, {"a": 1}])"), "255 'NoneType' object has no attribute 'items'");
  EXPECT_EQ(text_failure_of(R"([true, {"a": 1}])"), "255 'bool' object has no attribute 'items'");
  EXPECT_EQ(text_failure_of(R"({"x": ["s", {"a": 1}]})"), "255 'str' object has no attribute 'items'");
  EXPECT_EQ(text_failure_of(R"([1.5, {"a": 1}])"), "255 'float' object has no attribute 'items'");
}

}  // namespace
}  // namespace ec2mimic::cli
