#include "cli/complete/completer.h"

#include <gtest/gtest.h>

#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

using Words = std::vector<std::string>;

class Completer : public testing::Test {
 protected:
  TestSystem here;
  Words after(std::string_view line) { return completions(here.system, line); }
};

TEST_F(Completer, OffersIdsFromTheState) {
  here.run({"ec2", "create-vpc", "--cidr-block", "10.0.0.0/16"});
  EXPECT_EQ(after("aws ec2 delete-vpc --vpc-id vpc-0000000000000000"), Words({"vpc-00000000000000001"}));
  EXPECT_EQ(after("aws ec2 describe-vpcs --vpc-ids vpc-1 vpc-0000000000000000"), Words({"vpc-00000000000000001"}));
  EXPECT_EQ(after("aws --region eu-north-1 ec2 delete-vpc --vpc-id vpc-0000000000000000"), Words());
  EXPECT_EQ(after("aws --region=eu-north-1 ec2 delete-vpc --vpc-id vpc-0000000000000000"), Words());
  EXPECT_EQ(after("aws --region=us-east-1 ec2 delete-vpc --vpc-id vpc-0000000000000000"),
            Words({"vpc-00000000000000001"}));
  EXPECT_EQ(after("aws ec2 describe-vpcs --vpc-ids vpc-1 vpc-2 --max-i"), Words({"--max-items"}));
  here.engines.failure = "The disk is gone.";
  EXPECT_EQ(after("aws ec2 delete-vpc --vpc-id "), Words());
}

TEST_F(Completer, ReadsGlobalOptionsAsACallDoes) {
  here.files.files["/home/t/.aws/config"] = "[profile p]\nregion = eu-west-1\n";
  ASSERT_EQ(here.run({"ec2", "create-vpc", "--cidr-block", "10.0.0.0/16", "--profile", "p"}), kSuccess);
  const Words vpcs = after("aws ec2 --region eu-west-1 describe-vpcs --vpc-ids ");
  ASSERT_EQ(vpcs.size(), 2U) << "the default VPC and the new one";
  EXPECT_EQ(after("aws --profile p ec2 describe-vpcs --vpc-ids "), vpcs);
  EXPECT_EQ(after("aws ec2 describe-vpcs --profile=p --vpc-ids "), vpcs);
  EXPECT_EQ(after("aws --regio eu-west-1 ec2 describe-vpcs --vpc-ids "), vpcs);
  EXPECT_EQ(after("aws --endpoint http://x --regio=eu-west-1 ec2 describe-vpcs --vpc-i "), vpcs);
  EXPECT_EQ(after("aws --regio us-w"), Words({"us-west-1", "us-west-2"}));
  EXPECT_EQ(after("aws ec2 describe-vpcs --regio eu-west-1 --regio"), Words());
}

TEST_F(Completer, OffersNothingAfterAWordThatFitsNowhere) {
  for (const char* line : {"aws state ", "aws ec2 bogus ", "aws ec2 bogus --reg", "aws ec2 wait bogus --reg",
                           "aws ec2 describe-vpcs bogus --reg", "aws sts get-caller-identity --reg"}) {
    EXPECT_EQ(after(line), Words()) << line;
  }
}

TEST_F(Completer, OffersWaitersCommandsAndOptions) {
  EXPECT_EQ(after("aws ec2 wait vpc-a"), Words({"vpc-available"}));
  EXPECT_EQ(after("aws ec2 wait vpc-available --vpc-i"), Words({"--vpc-ids"}));
  EXPECT_EQ(after("aws ec2 wai"), Words({"wait"}));
  EXPECT_EQ(after("aws sta"), Words({"state"}));
  EXPECT_EQ(after("aws --sta"), Words()) << "the AWS CLI does not have our own options";
  EXPECT_EQ(after("aws"), Words());
  EXPECT_EQ(after(""), Words());
}

TEST_F(Completer, IgnoresTheLineAfterTheCursor) {
  here.system.program = kCompleter;
  here.environment.variables["COMP_LINE"] = "aws ec2 create-route-t --region x";
  here.environment.variables["COMP_POINT"] = "16";
  EXPECT_EQ(here.run({"aws", "create-route-t", "ec2"}), kSuccess);
  EXPECT_EQ(here.streams.out, "create-route\ncreate-route-table\n");
  here.environment.variables["COMP_POINT"] = "999";
  EXPECT_EQ(here.run({}), kSuccess);
  EXPECT_EQ(here.streams.out, "\n");
  here.environment.variables["EC2MIMIC_LOG"] = "log";
  EXPECT_EQ(here.run({}), kSuccess);
  EXPECT_TRUE(here.files.files.empty()) << "completion is not logged";
}

}  // namespace
}  // namespace ec2mimic::cli
