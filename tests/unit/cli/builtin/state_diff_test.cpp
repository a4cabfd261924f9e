#include "cli/builtin/state_diff.h"

#include <gtest/gtest.h>

namespace ec2mimic::cli {
namespace {

// A state with one record.
Json state_with(const char* record, const char* key = "a-1") {
  return {{"revision", 1}, {"tables", {{"things", {{key, Json::parse(record)}}}}}};
}

std::string between(const char* before, const char* after) {
  return state_difference(state_with(before), state_with(after));
}

TEST(StateDifference, IsEmptyForTheSameRecords) {
  EXPECT_EQ(between(R"({"A":1})", R"({"A":1})"), "");
  Json later = state_with(R"({"A":1})");
  later["revision"] = 2;
  EXPECT_EQ(state_difference(state_with(R"({"A":1})"), later), "") << "numbers of revisions do not count";
  EXPECT_EQ(state_difference(nullptr, nullptr), "");
}

TEST(StateDifference, NamesRecordsThatAreOnOneSide) {
  EXPECT_EQ(state_difference(nullptr, state_with(R"({"A":1})")), "things a-1: added\n  + A 1\n");
  EXPECT_EQ(state_difference(state_with(R"({"A":1})"), nullptr), "things a-1: removed\n  - A 1\n");
}

TEST(StateDifference, NamesMembersByTheirPath) {
  EXPECT_EQ(between(R"({"A":1,"B":{"C":"x","D":2}})", R"({"B":{"C":"y","D":2},"E":null,"F":true})"),
            "things a-1: changed\n  - A 1\n  ~ B.C \"x\" -> \"y\"\n  + F true\n");
}

TEST(StateDifference, ComparesListsByTheirElements) {
  EXPECT_EQ(between(R"({"L":[1,2,2]})", R"({"L":[2,3,1]})"), "things a-1: changed\n  - L 2\n  + L 3\n");
  EXPECT_EQ(between(R"({"L":[1,2]})", R"({"L":[2,1]})"), "things a-1: changed\n  ~ L in another order\n");
}

TEST(StateDifference, ComparesTheAccount) {
  EXPECT_EQ(state_difference({{"account", "1"}}, {{"account", "2"}}), "account: changed\n  ~ Account \"1\" -> \"2\"\n");
}

TEST(StateDifference, MakesControlCharactersVisible) {
  EXPECT_EQ(state_difference(nullptr, state_with(R"({"A":"\u001b[31m"})", "a\x1b[31m")),
            "things a\\u001b[31m: added\n  + A \"\\u001b[31m\"\n");
}

}  // namespace
}  // namespace ec2mimic::cli
