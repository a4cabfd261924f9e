#include "cli/run.h"

#include <gtest/gtest.h>

#include <cerrno>

#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

class Run : public testing::Test {
 protected:
  TestSystem here;

  std::string id_of_new_vpc() {
    EXPECT_EQ(here.run({"ec2", "create-vpc", "--cidr-block", "10.0.0.0/16"}), kSuccess) << here.streams.err;
    return Json::parse(here.streams.out).at("Vpc").at("VpcId");
  }
};

TEST_F(Run, PrintsAnAnswerInOneWrite) {
  const std::string vpc = id_of_new_vpc();
  EXPECT_EQ(here.streams.writes, 1);
  EXPECT_EQ(here.run({"ec2", "create-route-table", "--vpc-id", vpc, "--client-token", "t"}), kSuccess);
  EXPECT_EQ(here.streams.err, "");
  const std::string first = here.streams.out;
  EXPECT_TRUE(first.starts_with("{\n    \"RouteTable\": {\n        \"Associations\": [],\n")) << first;
  EXPECT_TRUE(first.ends_with("    \"ClientToken\": \"t\"\n}\n")) << first;
  EXPECT_EQ(here.run({"ec2", "create-route-table", "--vpc-id", vpc, "--client-token", "t"}), kSuccess);
  EXPECT_EQ(here.streams.out, first);
}

TEST_F(Run, GeneratesAMissingToken) {
  const std::string vpc = id_of_new_vpc();
  EXPECT_EQ(here.run({"ec2", "create-route-table", "--vpc-id", vpc}), kSuccess);
  EXPECT_EQ(Json::parse(here.streams.out).at("ClientToken").get<std::string>().size(), 36U);
}

TEST_F(Run, PrintsNothingForADelete) {
  const std::string vpc = id_of_new_vpc();
  here.streams.writes = 0;
  EXPECT_EQ(here.run({"ec2", "delete-vpc", "--vpc-id", vpc}), kSuccess);
  EXPECT_EQ(here.streams.out, "");
  EXPECT_EQ(here.streams.writes, 0);
}

TEST_F(Run, ReportsAServiceErrorAsTheAwsCliDoes) {
  EXPECT_EQ(here.run({"ec2", "create-route-table", "--vpc-id", "vpc-1"}), kServiceRefused);
  EXPECT_EQ(
      here.streams.err,
      "\nAn error occurred (InvalidVpcID.NotFound) when calling the CreateRouteTable operation: The vpc ID 'vpc-1' "
      "does not exist\n");
  EXPECT_EQ(here.streams.out, "");
}

TEST_F(Run, ReportsAllParameterFaultsTogether) {
  EXPECT_EQ(here.run({"ec2", "create-route-table", "--cli-input-json", R"({"Bogus":1,"DryRun":"yes"})"}), kBadUsage);
  EXPECT_EQ(
      here.streams.err,
      "\nParameter validation failed:\nMissing required parameter in input: \"VpcId\"\nUnknown parameter in input: "
      "\"Bogus\", must be one of: TagSpecifications, ClientToken, DryRun, VpcId\nInvalid type for parameter DryRun, "
      "value: yes, type: <class 'str'>, valid types: <class 'bool'>\n");
}

TEST_F(Run, PassesTheRegionToTheEngine) {
  const std::string vpc = id_of_new_vpc();
  EXPECT_EQ(here.run({"ec2", "describe-vpcs", "--vpc-ids", vpc}), kSuccess);
  EXPECT_EQ(here.run({"ec2", "describe-vpcs", "--vpc-ids", vpc, "--region", "eu-west-1"}), kServiceRefused);
}

TEST_F(Run, UsesTheStateOption) {
  EXPECT_EQ(here.run({"--state", "/other", "ec2", "describe-vpcs"}), kSuccess);
  EXPECT_EQ(here.engines.stores.count("/other"), 1U);
  EXPECT_EQ(here.engines.stores.count("/state.json"), 0U);
}

TEST_F(Run, PrintsTheUsageForWrongWords) {
  const std::pair<std::vector<std::string_view>, std::string> cases[] = {
      {{}, with_usage("aws: error: the following arguments are required: command")},
      {{"ec2"}, with_usage("aws: error: the following arguments are required: operation")},
      {{"ec2", "create-route-table"}, with_usage("aws: error: the following arguments are required: --vpc-id")},
      {{"ec2", "describe-vpcs", "--foo"}, with_usage("Unknown options: --foo")},
      {{"--foo", "ec2", "describe-vpcs"}, with_usage("Unknown options: --foo")},
      {{"ec2", "--foo", "describe-vpcs"}, with_usage("Unknown options: --foo")},
      {{"ec2", "describe-vpcs", "--profile"},
       "\nusage: aws [-h] [--profile PROFILE] [--debug]\n\naws: error: argument --profile: expected one argument\n\n"},
  };
  for (const auto& [words, text] : cases) {
    EXPECT_EQ(here.run(words), kBadUsage);
    EXPECT_EQ(here.streams.err, text);
    EXPECT_EQ(here.streams.out, "");
  }
  EXPECT_EQ(here.engines.visits, 0);
}

TEST_F(Run, ListsAndSuggestsOperationsForAMisspeltOne) {
  EXPECT_EQ(here.run({"ec2", "create-route-tabel"}), kBadUsage);
  const std::string& text = here.streams.err;
  EXPECT_NE(text.find("aws: error: argument operation: Invalid choice, valid choices are:\n\naccept-"),
            std::string::npos);
  EXPECT_NE(text.find("\n\n\nInvalid choice: 'create-route-tabel', maybe you meant:\n\n  * create-route-table\n"),
            std::string::npos);
  EXPECT_EQ(here.run({"ec2", "--vpc-ids", "a", "describe-vpcs"}), kBadUsage);
  EXPECT_NE(here.streams.err.find("argument operation: Invalid choice"), std::string::npos);
}

TEST_F(Run, RequiresTheServiceNameWhenCalledAsAws) {
  EXPECT_EQ(here.run({"describe-vpcs"}), kBadUsage);
  EXPECT_NE(here.streams.err.find("aws: error: argument command: Invalid choice, valid choices are:\n\nec2 "),
            std::string::npos);
  here.system.program = "ec2mimic";
  EXPECT_EQ(here.run({"describe-vpcs"}), kSuccess);
  const std::string in_short = here.streams.out;
  EXPECT_EQ(here.run({"ec2", "describe-vpcs"}), kSuccess);
  EXPECT_EQ(here.streams.out, in_short);
  EXPECT_EQ(here.run({"create-route-table"}), kBadUsage);
  EXPECT_EQ(here.streams.err,
            with_usage("ec2mimic: error: the following arguments are required: --vpc-id", "ec2mimic"));
  EXPECT_EQ(here.run({"describe-vcps"}), kBadUsage);
  EXPECT_NE(here.streams.err.find("Invalid choice: 'describe-vcps', maybe you meant:\n\n  * describe-vpcs\n"),
            std::string::npos);
}

TEST_F(Run, OpensNoStateForHelpAndVersion) {
  for (const std::vector<std::string_view>& words :
       std::vector<std::vector<std::string_view>>{{"help"},
                                                  {"--help"},
                                                  {"-h"},
                                                  {"ec2", "help"},
                                                  {"ec2", "--help"},
                                                  {"ec2", "create-route-table", "help"},
                                                  {"ec2", "create-route-table", "--help"},
                                                  {"state", "--help"},
                                                  {"--version"},
                                                  {"ec2", "--version", "bogus"}}) {
    EXPECT_EQ(here.run(words), kSuccess) << testing::PrintToString(words);
    EXPECT_NE(here.streams.out, "");
    EXPECT_EQ(here.streams.err, "");
  }
  EXPECT_EQ(here.engines.visits, 0);
  EXPECT_EQ(here.run({"ec2", "create-route-table", "help"}), kSuccess);
  EXPECT_NE(here.streams.out.find("--client-token <value>"), std::string::npos);
  EXPECT_EQ(here.run({"--version"}), kSuccess);
  EXPECT_TRUE(here.streams.out.starts_with("aws-cli/2.36.7 ec2mimic/")) << here.streams.out;
  here.system.program = "ec2mimic";
  EXPECT_EQ(here.run({"--version"}), kSuccess);
  EXPECT_TRUE(here.streams.out.starts_with("ec2mimic ")) << here.streams.out;
}

TEST_F(Run, DropsASeparatorNextToTheCommand) {
  EXPECT_EQ(here.run({"ec2", "describe-vpcs", "--", "--vpc-ids", "vpc-1"}), kServiceRefused);
  EXPECT_EQ(here.run({"--", "ec2", "--", "describe-vpcs"}), kSuccess);
  EXPECT_EQ(here.run({"ec2", "create-route-table", "--", "help"}), kSuccess);
}

TEST_F(Run, MakesOneCallPerPageAndJoinsTheAnswers) {
  for (int i = 0; i < 6; ++i) static_cast<void>(id_of_new_vpc());
  EXPECT_EQ(here.run({"ec2", "describe-vpcs"}), kSuccess);
  const std::string all = here.streams.out;
  EXPECT_EQ(Json::parse(all).at("Vpcs").size(), 7U);
  EXPECT_EQ(here.run({"ec2", "describe-vpcs", "--page-size", "5"}), kSuccess);
  EXPECT_EQ(here.streams.out, all);
  EXPECT_EQ(here.run({"ec2", "describe-vpcs", "--max-results", "5"}), kSuccess);
  EXPECT_EQ(Json::parse(here.streams.out).at("Vpcs").size(), 5U);
  EXPECT_TRUE(Json::parse(here.streams.out).contains("NextToken"));
  EXPECT_EQ(here.run({"ec2", "describe-vpcs", "--page-size", "1"}), kBadUsage);
  EXPECT_EQ(here.streams.err,
            "\nParameter validation failed:\nInvalid value for parameter MaxResults, value: 1, valid min value: 5\n");
}

TEST_F(Run, AppliesAQuery) {
  const std::string vpc = id_of_new_vpc();
  EXPECT_EQ(here.run({"ec2", "describe-vpcs", "--query", "Vpcs[?!IsDefault].VpcId | [0]"}), kSuccess);
  EXPECT_EQ(here.streams.out, '"' + vpc + "\"\n");
  EXPECT_EQ(here.run({"ec2", "delete-vpc", "--vpc-id", vpc, "--query", "x"}), kSuccess);
  EXPECT_EQ(here.streams.out, "null\n");
}

TEST_F(Run, RejectsAMalformedQueryBeforeDoingAnything) {
  EXPECT_EQ(here.run({"ec2", "frobnicate", "--query", "["}), kBadUsage);
  EXPECT_EQ(here.streams.err,
            "\nBad value for --query [: Invalid jmespath expression: Incomplete expression:\n\"[\"\n  ^\n");
  EXPECT_EQ(here.engines.visits, 0);
}

TEST_F(Run, FailsAfterTheCallIfAQueryDoesNotApply) {
  EXPECT_EQ(here.run({"ec2", "create-vpc", "--cidr-block", "10.0.0.0/16", "--query", "foo(@)"}), kGeneralError);
  EXPECT_TRUE(here.streams.err.starts_with("\nUnknown function: foo()\nvpc-00000000000000001 was created. "))
      << here.streams.err;
  EXPECT_EQ(here.run({"ec2", "describe-vpcs", "--query", "length(Vpcs)", "--output", "text"}), kSuccess);
  EXPECT_EQ(here.streams.out, "2\n");
}

TEST_F(Run, ReportsAFullDiskButNotAReaderThatWentAway) {
  here.streams.out_error = ENOSPC;
  EXPECT_EQ(here.run({"ec2", "describe-vpcs"}), kGeneralError);
  EXPECT_EQ(here.streams.err, "\nUnable to write to standard output: No space left on device\n");
  here.streams.out_error = EPIPE;
  EXPECT_EQ(here.run({"ec2", "describe-vpcs"}), kSuccess);
  EXPECT_EQ(here.streams.err, "");
}

TEST_F(Run, ReportsAFailureOfTheState) {
  here.engines.failure = "The state /state.json is damaged.";
  EXPECT_EQ(here.run({"ec2", "describe-vpcs"}), kGeneralError);
  EXPECT_EQ(here.streams.err, "\nThe state /state.json is damaged.\n");
}

}  // namespace
}  // namespace ec2mimic::cli
