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
  EXPECT_EQ(here.run({"state", "seed", "nope.json", "--yes"}), kBadUsage);
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

TEST_F(State, VerifyDistinguishesEditsFromMistakes) {
  here.files.files["seed.json"] = kSeed;
  EXPECT_EQ(here.run({"state", "seed", "seed.json"}), kSuccess);
  auto& store = here.engines.stores["/state.json"];
  store.edited = true;
  EXPECT_EQ(here.run({"state", "verify"}), kSuccess);
  EXPECT_EQ(here.streams.out, "edited; consistent\n");
  EXPECT_EQ(here.run({"state", "accept"}), kSuccess);
  EXPECT_EQ(here.streams.out, "accepted; consistent\n");
  EXPECT_EQ(here.run({"state", "accept"}), kSuccess);
  EXPECT_EQ(here.streams.out, "ok\n");
  store.tables.at("vpcs").erase("vpc-00000000000000abc");
  store.edited = true;
  EXPECT_EQ(here.run({"state", "verify"}), kProblemsFound);
  EXPECT_TRUE(here.streams.out.starts_with("the file was edited since ec2mimic wrote it\nrecord \""))
      << here.streams.out;
  EXPECT_EQ(here.run({"state", "accept"}), kProblemsFound);
  EXPECT_NE(here.streams.out.find("VpcId: there is no vpc-00000000000000abc\n"), std::string::npos);
}

TEST_F(State, ReplacesAForeignFileOnlyOnRequest) {
  here.files.files["seed.json"] = kSeed;
  here.engines.stores["/state.json"].foreign = true;
  for (const std::vector<std::string_view>& words : std::vector<std::vector<std::string_view>>{
           {"state", "seed", "seed.json"}, {"state", "seed", "seed.json", "--yes"}, {"state", "reset", "--yes"}}) {
    EXPECT_EQ(here.run(words), kGeneralError);
    EXPECT_EQ(
        here.streams.err,
        "\n/m is not a state; to discard its content, run: ec2mimic state reset --yes --state /m --replace-foreign\n");
  }
  EXPECT_EQ(here.run({"state", "reset", "--yes", "--replace-foreign"}), kSuccess) << here.streams.err;
  here.engines.stores["/state.json"].foreign = true;
  EXPECT_EQ(here.run({"state", "seed", "seed.json", "--yes", "--replace-foreign"}), kSuccess) << here.streams.err;
  EXPECT_TRUE(has_vpc("vpc-00000000000000abc"));
}

TEST_F(State, RefusesAnEmptySeedUnlessRequested) {
  here.files.files["seed.json"] = "{}";
  EXPECT_EQ(here.run({"state", "seed", "seed.json"}), kGeneralError);
  EXPECT_EQ(here.streams.err, "\nThe seed 'seed.json' describes nothing. Pass --empty to use it anyway.\n");
  EXPECT_EQ(here.run({"state", "seed", "seed.json", "--empty"}), kSuccess);
  EXPECT_EQ(here.streams.err, "ec2mimic: account 123456789012 in /state.json was seeded with nothing\n");
}

TEST_F(State, SuggestsTheBuiltInSeedForAMisspeltName) {
  EXPECT_EQ(here.run({"state", "seed", "bolg"}), kBadUsage);
  EXPECT_EQ(here.streams.err,
            "\nThe seed 'bolg' cannot be read: No such file or directory. Did you mean the built-in seed 'blog'?\n");
}

TEST_F(State, SeedSaysWhatItMadeAndWarnsOfAnotherRegion) {
  here.environment.variables["AWS_REGION"] = "us-east-1";
  EXPECT_EQ(here.run({"state", "seed", "blog"}), kSuccess);
  const std::string news =
      "ec2mimic: account 141035231386 in /state.json was seeded with 2 VPCs in us-east-1; 2 reserved ids\n";
  EXPECT_EQ(here.streams.err, news);
  EXPECT_EQ(here.streams.out, "");
  here.environment.variables["AWS_REGION"] = "eu-west-1";
  EXPECT_EQ(here.run({"state", "seed", "blog", "--yes"}), kSuccess);
  EXPECT_EQ(here.streams.err, news +
                                  "ec2mimic: your default region is eu-west-1, but what was seeded is only in "
                                  "us-east-1; pass --region us-east-1, "
                                  "or set AWS_REGION=us-east-1\n");
  here.environment.variables["AWS_REGION"] = "nowhere";
  EXPECT_EQ(here.run({"state", "seed", "blog", "--yes"}), kSuccess);
  EXPECT_EQ(here.streams.err, news);
}

TEST_F(State, ExplainsIdsOfTheBlogInAnotherAccount) {
  constexpr std::string_view kError =
      "\nAn error occurred (InvalidVpcID.NotFound) when calling the DescribeVpcs operation: The vpc ID "
      "'vpc-00c84bd9dcad1d728' does not exist\n";
  EXPECT_FALSE(has_vpc("vpc-00c84bd9dcad1d728"));
  EXPECT_EQ(here.streams.err,
            std::string(kError) +
                "This id is in the account that `ec2mimic state seed blog` makes; this is a different account.\n");
  EXPECT_FALSE(has_vpc("vpc-00c84bd9dcad1d729"));
  EXPECT_EQ(here.streams.err.find("seed"), std::string::npos);
  EXPECT_EQ(here.run({"state", "seed", "blog"}), kSuccess);
  EXPECT_EQ(here.run({"ec2", "describe-route-tables", "--route-table-ids", "rtb-0899b6226d3a3ef9a"}), kServiceRefused);
  EXPECT_EQ(here.streams.err.find("seed"), std::string::npos) << "nobody has created it yet";
  EXPECT_EQ(here.run({"ec2", "describe-vpcs", "--vpc-ids", "vpc-00c84bd9dcad1d728", "--region", "eu-west-1"}),
            kServiceRefused);
  EXPECT_EQ(here.streams.err, std::string(kError) +
                                  "The seed 'blog' has this id in us-east-1, and this call went to "
                                  "eu-west-1.\n");
}

TEST_F(State, ImportsASeedFromAnswers) {
  EXPECT_EQ(here.run({"state", "seed", "blog"}), kSuccess);
  for (const std::string_view what :
       {"vpcs", "route-tables", "subnets", "network-acls", "internet-gateways", "dhcp-options"}) {
    EXPECT_EQ(here.run({"ec2", "describe-" + std::string(what)}), kSuccess);
    here.files.files[std::string(what)] = here.streams.out;
  }
  EXPECT_EQ(here.run({"state", "import", "vpcs", "route-tables", "subnets", "network-acls", "internet-gateways",
                      "dhcp-options"}),
            kSuccess)
      << here.streams.err;
  EXPECT_EQ(here.streams.err, "");
  here.streams.in = here.streams.out;
  EXPECT_EQ(here.run({"state", "seed", "-", "--yes"}), kSuccess) << here.streams.err;
  EXPECT_EQ(here.run({"ec2", "describe-route-tables"}), kSuccess);
  EXPECT_EQ(here.streams.out, here.files.files["route-tables"]);
  here.streams.in = R"({"Reservations": [], "Vpcs": [{"VpcId": "vpc-00000000000000abc", "OwnerId": "111122223333",
                        "CidrBlockAssociationSet": [{"CidrBlock": "10.0.0.0/16"}]}]})";
  EXPECT_EQ(here.run({"state", "import", "--region", "eu-west-1", "-"}), kSuccess) << here.streams.err;
  EXPECT_EQ(here.streams.err, "ec2mimic: Reservations is left out: a seed has no such list\n");
  EXPECT_NE(here.streams.out.find("\"Region\": \"eu-west-1\""), std::string::npos);
  EXPECT_EQ(here.run({"state", "import", "route-tables"}), kGeneralError);
  EXPECT_TRUE(here.streams.err.starts_with(
      "\nThe input is incomplete. Add the output of the describe commands for what is missing, for the same region:\n"
      "The output of `aws ec2 describe-vpcs` is not included.\n"
      "RouteTables[0].RouteTableId: 'rtb-"))
      << here.streams.err;
  EXPECT_EQ(here.streams.out, "");
  here.files.files["other"] = "{}";
  EXPECT_EQ(here.run({"state", "import", "other"}), kGeneralError);
  EXPECT_EQ(here.streams.err, "\nThese answers hold nothing that a seed can hold.\n");
  EXPECT_EQ(here.run({"state", "import", "nowhere"}), kBadUsage);
  EXPECT_EQ(here.streams.err, "\nThe answer 'nowhere' cannot be read: No such file or directory.\n");
  EXPECT_EQ(here.run({"state", "import"}), kBadUsage);
  EXPECT_EQ(here.streams.err, with_usage("aws: error: the following arguments are required: FILE"));
}

TEST_F(State, RejectsUnknownSubcommandsAndOperands) {
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
  EXPECT_EQ(here.run({"state", "path", "--yes"}), kBadUsage);
  EXPECT_EQ(here.streams.err, with_usage("Unknown options: --yes"));
  EXPECT_EQ(here.run({"state", "reset", "--force"}), kBadUsage);
  EXPECT_EQ(here.streams.err, with_usage("Unknown options: --force"));
}

}  // namespace
}  // namespace ec2mimic::cli
