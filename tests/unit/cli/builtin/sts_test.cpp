#include <gtest/gtest.h>

#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

class Sts : public testing::Test {
 protected:
  TestSystem here;
};

TEST_F(Sts, ShowsTheAccountAndWritesNothing) {
  EXPECT_EQ(here.run({"sts", "get-caller-identity"}), kSuccess) << here.streams.err;
  EXPECT_EQ(here.streams.out,
            "{\n    \"UserId\": \"AIDAEC2MIMICLOCALUSER\",\n    \"Account\": \"123456789012\",\n"
            "    \"Arn\": \"arn:aws:iam::123456789012:user/ec2mimic\"\n}\n");
  EXPECT_TRUE(here.engines.stores["/state.json"].tables.empty());
  here.files.files["seed.json"] = R"({"Account":"111122223333"})";
  EXPECT_EQ(here.run({"state", "seed", "seed.json"}), kSuccess) << here.streams.err;
  EXPECT_EQ(here.run({"sts", "get-caller-identity", "--query", "Account", "--output", "text"}), kSuccess);
  EXPECT_EQ(here.streams.out, "111122223333\n");
}

TEST_F(Sts, HasTheOptionsOfAnyOperation) {
  EXPECT_EQ(here.run({"sts", "get-caller-identity", "--foo", "x"}), kBadUsage);
  EXPECT_EQ(here.streams.err, with_usage("Unknown options: --foo, x"));
  EXPECT_EQ(here.run({"sts", "get-caller-identity", "--cli-input-json", "{\"A\":1}"}), kBadUsage);
  EXPECT_EQ(here.streams.err, "\nParameter validation failed:\nUnknown parameter in input: \"A\", must be one of: \n");
  EXPECT_EQ(here.run({"sts", "--profile", "nope", "get-caller-identity"}), kGeneralError);
  EXPECT_EQ(here.streams.err, "\nThe config profile (nope) could not be found\n");
}

TEST_F(Sts, HasOneOperation) {
  EXPECT_EQ(here.run({"sts"}), kBadUsage);
  EXPECT_EQ(here.streams.err, with_usage("aws: error: the following arguments are required: operation"));
  EXPECT_EQ(here.run({"sts", "get-caller-identit"}), kBadUsage);
  EXPECT_NE(here.streams.err.find("  * get-caller-identity\n"), std::string::npos);
  EXPECT_EQ(here.run({"sts", "assume-role"}), kBadUsage);
  EXPECT_NE(here.streams.err.find("does not mimic `aws sts assume-role`"), std::string::npos);
}

TEST_F(Sts, HasAHelpPageForItsOperation) {
  EXPECT_EQ(here.run({"sts", "get-caller-identity", "help"}), kSuccess);
  const std::string page = here.streams.out;
  EXPECT_NE(page.find("ec2mimic sts get-caller-identity\n"), std::string::npos) << page;
  EXPECT_NE(page.find("Account (string)"), std::string::npos) << page;
  EXPECT_EQ(here.run({"sts", "get-caller-identity", "--help"}), kSuccess);
  EXPECT_EQ(here.streams.out, page);
  EXPECT_EQ(here.run({"man", "ec2mimic-sts-get-caller-identity"}), kSuccess) << here.streams.err;
  EXPECT_NE(here.streams.out.find(".Dt EC2MIMIC-STS-GET-CALLER-IDENTITY 1"), std::string::npos) << here.streams.out;
}

TEST_F(Sts, HasAHelpPage) {
  for (const std::vector<std::string_view>& words :
       std::vector<std::vector<std::string_view>>{{"sts", "help"}, {"sts", "get-caller-identity", "help"}}) {
    EXPECT_EQ(here.run(words), kSuccess);
    EXPECT_NE(here.streams.out.find("get-caller-identity"), std::string::npos);
  }
}

}  // namespace
}  // namespace ec2mimic::cli
