#include "tests/harness/spec/compare.h"

#include <gtest/gtest.h>

namespace ec2mimic::harness {
namespace {

constexpr const char* kUuid = "0f8fad5b-d9cb-469f-a165-70867728950e";

TEST(Compare, EqualTextsMatch) {
  EXPECT_TRUE(matches("", ""));
  EXPECT_TRUE(matches("a\nb\n", "a\nb\n"));
  EXPECT_FALSE(matches("a", "a\n"));
  EXPECT_FALSE(matches("a\n", "a"));
  EXPECT_FALSE(matches("", "a"));
}

TEST(Compare, TheWildcardMatchesOneLowerCaseUuid) {
  EXPECT_TRUE(matches("[<uuid>]", "[" + std::string(kUuid) + "]"));
  EXPECT_TRUE(matches("[<uuid>]", "[<uuid>]"));
  EXPECT_FALSE(matches("[<uuid>]", "[]"));
  EXPECT_FALSE(matches("[<uuid>]", "[0F8FAD5B-D9CB-469F-A165-70867728950E]"));
  EXPECT_FALSE(matches("[<uuid>]", "[0f8fad5b-d9cb-469f-a165-70867728950]"));
  EXPECT_FALSE(matches("[<uuid>]", "[0f8fad5bxd9cb-469f-a165-70867728950e]"));
  EXPECT_FALSE(matches(kUuid, "<uuid>"));
}

TEST(Compare, WildcardsTakeThePlaceOfUnknownUuids) {
  const std::string known = "11111111-2222-3333-4444-555555555555";
  EXPECT_EQ(with_wildcards("a " + std::string(kUuid) + " " + known, "token " + known), "a <uuid> " + known);
}

TEST(Compare, TheDifferenceMarksLines) {
  EXPECT_EQ(difference("a\nb\nc\n", "a\nB\nc\n", "  "), "   a\n  -b\n  +B\n   c\n");
}

TEST(Compare, TheDifferenceTreatsAWildcardAsEqual) {
  EXPECT_EQ(difference("<uuid>\nb\n", std::string(kUuid) + "\nc\n", ""), " <uuid>\n-b\n+c\n");
}

TEST(Compare, TheDifferenceOmitsLinesFarFromAChange) {
  EXPECT_EQ(difference("1\n2\n3\n4\n5\nx\n", "1\n2\n3\n4\n5\ny\n", ""), " [...]\n 3\n 4\n 5\n-x\n+y\n");
}

}  // namespace
}  // namespace ec2mimic::harness
