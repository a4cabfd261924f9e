#include <gtest/gtest.h>

#include <cerrno>

#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

constexpr std::string_view kSeed =
    R"({"Account":"111122223333","Vpcs":[{"VpcId":"vpc-00000000000000abc","CidrBlock":"10.9.0.0/16"}]})";

class State : public testing::Test {
 protected:
  TestSystem here;

  bool has_vpc(std::string_view id) { return here.run({"ec2", "describe-vpcs", "--vpc-ids", id}) == kSuccess; }
};

TEST_F(State, PathPrintsTheLocation) {
  EXPECT_EQ(here.run({"state", "path"}), kSuccess);
  EXPECT_EQ(here.streams.out, "/state.json\n");
  EXPECT_EQ(here.run({"state", "path", "--state", "x"}), kSuccess);
  EXPECT_EQ(here.streams.out, "x\n");
  EXPECT_EQ(here.engines.visits, 0);
}

TEST_F(State, SeedReadsAFileOrStdinOrABuiltInSeed) {
  here.files.files["seed.json"] = kSeed;
  EXPECT_EQ(here.run({"state", "seed", "seed.json"}), kSuccess) << here.streams.err;
  EXPECT_TRUE(has_vpc("vpc-00000000000000abc"));
  EXPECT_EQ(here.run({"state", "seed", "blog", "--yes"}), kSuccess) << here.streams.err;
  EXPECT_TRUE(has_vpc("vpc-00c84bd9dcad1d728"));
  EXPECT_FALSE(has_vpc("vpc-00000000000000abc"));
  here.streams.in = kSeed;
  EXPECT_EQ(here.run({"state", "--yes", "seed", "-"}), kSuccess) << here.streams.err;
  EXPECT_TRUE(has_vpc("vpc-00000000000000abc"));
}

TEST_F(State, SeedReportsABadSeedAndChangesNothing) {
  here.files.files = {{"seed.json", std::string(kSeed)}, {"bad.json", "{\"Vpcs\": ["}, {"odd.json", R"({"Vpc":[]})"}};
  EXPECT_EQ(here.run({"state", "seed", "seed.json"}), kSuccess);
  EXPECT_EQ(here.run({"state", "seed", "bad.json", "--yes"}), kGeneralError);
  EXPECT_EQ(here.streams.err, "\nThe seed 'bad.json' is not JSON: Expecting value: line 1 column 11 (char 10).\n");
  EXPECT_EQ(here.run({"state", "seed", "odd.json", "--yes"}), kGeneralError);
  EXPECT_TRUE(here.streams.err.starts_with("\nThe seed 'odd.json' cannot be used:\n")) << here.streams.err;
  EXPECT_EQ(here.run({"state", "seed", "nope.json", "--yes"}), kGeneralError);
  EXPECT_EQ(here.streams.err,
            "\nThe seed 'nope.json' cannot be read: No such file or directory. The built-in seed is 'blog'.\n");
  EXPECT_TRUE(has_vpc("vpc-00000000000000abc"));
}

TEST_F(State, IsNotReplacedWithoutConfirmation) {
  here.files.files["seed.json"] = kSeed;
  EXPECT_EQ(here.run({"state", "reset"}), kSuccess);  // nothing to lose
  EXPECT_EQ(here.run({"state", "seed", "seed.json"}), kSuccess);
  EXPECT_EQ(here.run({"state", "reset"}), kBadUsage);
  EXPECT_EQ(here.streams.err, "\nThis deletes everything in /state.json. Pass --yes to confirm.\n");
  EXPECT_EQ(here.run({"state", "seed", "blog"}), kBadUsage);
  EXPECT_EQ(here.streams.err, "\nThis replaces everything in /state.json. Pass --yes to confirm.\n");
  EXPECT_TRUE(has_vpc("vpc-00000000000000abc"));
  EXPECT_EQ(here.run({"state", "reset", "--yes"}), kSuccess);
  EXPECT_FALSE(has_vpc("vpc-00000000000000abc"));
}

TEST_F(State, AsksForConfirmationOnATerminal) {
  here.files.files["seed.json"] = kSeed;
  EXPECT_EQ(here.run({"state", "seed", "seed.json"}), kSuccess);
  here.streams.terminal = true;
  for (const std::string_view no : {"", "\n", "n\n", "yeah\n"}) {
    here.streams.in = no;
    EXPECT_EQ(here.run({"state", "reset"}), kProblemsFound);
    EXPECT_EQ(here.streams.err, "This deletes everything in /state.json. Continue? [y/N] ");
  }
  EXPECT_TRUE(has_vpc("vpc-00000000000000abc"));
  here.streams.in = "y\n";
  EXPECT_EQ(here.run({"state", "reset"}), kSuccess);
  EXPECT_FALSE(has_vpc("vpc-00000000000000abc"));
}

TEST_F(State, VerifyPrintsOkOrTheProblems) {
  EXPECT_EQ(here.run({"state", "verify"}), kSuccess);
  EXPECT_EQ(here.streams.out, "ok\n");
  here.files.files["seed.json"] = kSeed;
  EXPECT_EQ(here.run({"state", "seed", "seed.json"}), kSuccess);
  // Without the VPCs, references to them are broken.
  auto& tables = here.engines.stores["/state.json"].tables;
  const auto gone =
      std::erase_if(tables, [](const auto& table) { return table.second.contains("vpc-00000000000000abc"); });
  ASSERT_EQ(gone, 1U);
  EXPECT_EQ(here.run({"state", "verify"}), kProblemsFound);
  EXPECT_NE(here.streams.out, "");
  EXPECT_EQ(here.streams.err, "");
}

TEST_F(State, HasFiveSubcommands) {
  EXPECT_EQ(here.run({"state"}), kBadUsage);
  EXPECT_EQ(here.streams.err, with_usage("aws: error: the following arguments are required: subcommand"));
  EXPECT_EQ(here.run({"state", "verfy"}), kBadUsage);
  EXPECT_NE(here.streams.err.find("maybe you meant:\n\n  * verify\n"), std::string::npos);
  EXPECT_EQ(here.run({"state", "seed"}), kBadUsage);
  EXPECT_EQ(here.streams.err, with_usage("aws: error: the following arguments are required: FILE"));
  EXPECT_EQ(here.run({"state", "path", "x"}), kBadUsage);
  EXPECT_EQ(here.streams.err, with_usage("Unknown options: x"));
  EXPECT_EQ(here.run({"state", "seed", "a", "b"}), kBadUsage);
  EXPECT_EQ(here.streams.err, with_usage("Unknown options: b"));
  EXPECT_EQ(here.run({"state", "reset", "--force"}), kBadUsage);
  EXPECT_EQ(here.streams.err, with_usage("Unknown options: --force"));
}

}  // namespace
}  // namespace ec2mimic::cli
