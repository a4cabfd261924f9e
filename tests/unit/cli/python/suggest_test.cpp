#include "cli/python/suggest.h"

#include <gtest/gtest.h>

#include <string>

namespace ec2mimic::cli {
namespace {

using Words = std::vector<std::string_view>;

// Values from Python's difflib.
TEST(Likeness, EqualsPythonsRatio) {
  EXPECT_DOUBLE_EQ(likeness("create-route-table", "create-route-tabel"), 17.0 * 2 / 36);
  EXPECT_DOUBLE_EQ(likeness("abcd", "bcde"), 0.75);
  EXPECT_DOUBLE_EQ(likeness("tide", "diet"), 0.25);
  EXPECT_DOUBLE_EQ(likeness("diet", "tide"), 0.5);
  EXPECT_DOUBLE_EQ(likeness("", ""), 1.0);
  EXPECT_DOUBLE_EQ(likeness("a", ""), 0.0);
}

TEST(CloseMatches, AreTheThreeBestSimilarEnough) {
  const Words operations{"create-route", "create-route-table", "create-tags", "describe-vpcs", "describe-route-tables"};
  EXPECT_EQ(close_matches("create-route-tabel", operations), (Words{"create-route-table", "create-route"}));
  EXPECT_EQ(close_matches("DescribeVpcs", operations), (Words{"describe-vpcs"}));
  EXPECT_EQ(close_matches("frobnicate", operations), Words{});
  EXPECT_EQ(close_matches("", operations), Words{});
  EXPECT_EQ(close_matches("aaaa", {"aaab", "aaac", "aaad", "aaae"}), Words{});
  EXPECT_EQ(close_matches("aaaaa", {"aaaab", "aaaac", "aaaad", "aaaae"}), (Words{"aaaae", "aaaad", "aaaac"}));
}

TEST(CloseMatches, AreFoundQuicklyForAHugeWord) {
  EXPECT_EQ(close_matches(std::string(1000000, 'a'), {"aaa", "json"}), Words{});
}

TEST(DidYouMean, NamesTheChoiceThatIsMostLikeTheWord) {
  EXPECT_EQ(did_you_mean("Createt", {"replayed", "created", "create-vpc"}), " Did you mean 'created'?");
  EXPECT_EQ(did_you_mean("LOST", {"lost", "last"}, "the outcome "), " Did you mean the outcome 'lost'?");
  EXPECT_EQ(did_you_mean("xyz", {"lost", "last"}), "");
}

}  // namespace
}  // namespace ec2mimic::cli
