#include "cli/call/retries.h"

#include <gtest/gtest.h>

#include "core/operation/registry.h"
#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

// Command lines on a wire with faults.
class RetriesTest : public ::testing::Test {
 protected:
  TestSystem here_;
  std::map<std::string, std::string>& variables_ = here_.environment.variables;
  std::string vpc_;

  void SetUp() override {
    here_.system.program = "ec2mimic";
    ASSERT_EQ(here_.run({"create-vpc", "--cidr-block", "10.0.0.0/16", "--query", "Vpc.VpcId", "--output", "text"}), 0);
    vpc_ = here_.streams.out.substr(0, here_.streams.out.size() - 1);
  }

  int create(std::string_view fault, const std::vector<std::string_view>& more = {}) {
    std::vector<std::string_view> words = {"create-route-table", "--vpc-id", vpc_, "--fault", fault};
    words.insert(words.end(), more.begin(), more.end());
    return here_.run(words);
  }

  // The tables of the VPC besides its main one.
  std::string tables() {
    EXPECT_EQ(here_.run({"describe-route-tables", "--filters", "Name=vpc-id,Values=" + vpc_, "--query",
                         "length(RouteTables) "}),
              0);
    return std::to_string(std::stoi(here_.streams.out) - 1);
  }

  [[nodiscard]] std::vector<milliseconds> pauses(const std::string& fault) {
    variables_["EC2MIMIC_SLEEP"] = "1";
    here_.process.slept.clear();
    create(fault);
    return here_.process.slept;
  }
};

constexpr const char* kClosed =
    "\nConnection was closed before we received a valid response from endpoint URL: "
    "\"https://ec2.us-east-1.amazonaws.com/\".\n";

TEST_F(RetriesTest, SendTheSameTokenInAllAttempts) {
  EXPECT_EQ(create("lose-response"), 255);
  EXPECT_EQ(here_.streams.err, kClosed);
  EXPECT_EQ(here_.streams.out, "");
  EXPECT_EQ(tables(), "1") << "three attempts with the token that the client made up";
  EXPECT_EQ(create("lose-response:2attempts", {"--query", "RouteTable.VpcId", "--output", "text"}), 0);
  EXPECT_EQ(here_.streams.out, vpc_ + '\n');
  EXPECT_EQ(here_.streams.err, "");
  EXPECT_EQ(tables(), "2");
  EXPECT_EQ(create("lose-response:1calls", {"--client-token", "t"}), 255);
  EXPECT_EQ(create("lose-response:from-4", {"--client-token", "t"}), 0);
  EXPECT_EQ(tables(), "3");
}

TEST_F(RetriesTest, EndWithTheWordsOfTheAwsCli) {
  EXPECT_EQ(create("lose-request"), 255);
  EXPECT_EQ(here_.streams.err, kClosed) << "the client cannot tell which message was lost";
  EXPECT_EQ(create("delay:61s"), 255);
  EXPECT_EQ(here_.streams.err, "\nRead timeout on endpoint URL: \"https://ec2.us-east-1.amazonaws.com/\"\n");
  EXPECT_EQ(create("lose-request", {"--endpoint-url", "http://localhost:4566", "--cli-error-format", "legacy"}), 255);
  EXPECT_EQ(here_.streams.err,
            "\nec2mimic: [ERROR]: Connection was closed before we received a valid response from endpoint URL: "
            "\"http://localhost:4566/\".\n");
  const std::string when = " when calling the CreateRouteTable operation (reached max retries: 2): ";
  EXPECT_EQ(create("throttle"), 254);
  EXPECT_EQ(here_.streams.err, "\nAn error occurred (RequestLimitExceeded)" + when + "Request limit exceeded.\n");
  EXPECT_EQ(create("unavailable"), 254);
  EXPECT_EQ(here_.streams.err,
            "\nAn error occurred (Unavailable)" + when + "The service is unavailable. Please try again shortly.\n");
  EXPECT_EQ(create("internal-error:before"), 254);
  EXPECT_EQ(here_.streams.err, "\nAn error occurred (InternalError)" + when + "An internal error has occurred\n");
}

TEST_F(RetriesTest, AreAsManyAsConfigured) {
  EXPECT_EQ(create("throttle:2attempts"), 0);
  EXPECT_EQ(create("throttle:3attempts"), 254);
  variables_["AWS_MAX_ATTEMPTS"] = "1";
  EXPECT_EQ(create("throttle:1attempts"), 254);
  EXPECT_NE(here_.streams.err.find("(reached max retries: 0)"), std::string::npos);
  variables_["AWS_MAX_ATTEMPTS"] = "5";
  EXPECT_EQ(create("throttle:4attempts"), 0);
  variables_.erase("AWS_MAX_ATTEMPTS");
  here_.files.files["/home/t/.aws/config"] = "[default]\nmax_attempts = 2\nretry_mode = adaptive\n";
  EXPECT_EQ(create("throttle:1attempts"), 0);
  EXPECT_EQ(create("throttle:2attempts"), 254);
}

TEST_F(RetriesTest, AreNotMadeOfWhatTheServiceRefuses) {
  const std::vector<std::string_view> line = {"create-route-table", "--vpc-id", "vpc-0", "--debug", "--fault"};
  std::vector<std::string_view> words = line;
  words.emplace_back("throttle:from-2");
  EXPECT_EQ(here_.run(words), 254);
  EXPECT_EQ(here_.streams.err.find("attempt 2"), std::string::npos);
  EXPECT_EQ(here_.streams.err.find("max retries"), std::string::npos);
  // But botocore mentions the retries if the last attempt is refused, whatever for.
  words = line;
  words.emplace_back("throttle:2attempts");
  EXPECT_EQ(here_.run(words), 254);
  EXPECT_NE(here_.streams.err.find("(InvalidVpcID.NotFound) when calling the CreateRouteTable operation (reached max "
                                   "retries: 2): "),
            std::string::npos)
      << here_.streams.err;
}

TEST_F(RetriesTest, EndWhenTheQuotaIsUsedUp) {
  variables_["AWS_MAX_ATTEMPTS"] = "1000000";
  EXPECT_EQ(create("throttle", {"--debug"}), 254);
  EXPECT_NE(here_.streams.err.find("attempt 101 of"), std::string::npos) << "500 for retries of 5 each";
  EXPECT_EQ(here_.streams.err.find("attempt 102 of"), std::string::npos);
  EXPECT_EQ(here_.streams.err.find("reached max retries"), std::string::npos);
  EXPECT_EQ(create("delay:61s", {"--debug"}), 255);
  EXPECT_NE(here_.streams.err.find("attempt 51 of"), std::string::npos) << "a timeout costs 10";
  EXPECT_EQ(here_.streams.err.find("attempt 52 of"), std::string::npos);
}

TEST_F(RetriesTest, PauseLongerAndLonger) {
  variables_["AWS_MAX_ATTEMPTS"] = "20";
  const auto all = pauses("throttle");
  ASSERT_EQ(all.size(), 19U);
  seconds longest(1);
  for (const milliseconds pause : all) {
    EXPECT_LE(pause, std::min(longest, seconds(20)));
    longest *= 2;
  }
  EXPECT_GT(*std::max_element(all.begin(), all.end()), seconds(10));
}

TEST_F(RetriesTest, PauseAsTheSeedSays) {
  variables_["EC2MIMIC_SEED"] = "one";
  const auto first = pauses("throttle");
  EXPECT_EQ(first.size(), 2U);
  EXPECT_EQ(pauses("throttle"), first);
  variables_["EC2MIMIC_SEED"] = "two";
  EXPECT_NE(pauses("throttle"), first);
  variables_.erase("EC2MIMIC_SEED");
  const auto random = pauses("throttle");
  EXPECT_NE(pauses("throttle"), random);
}

TEST_F(RetriesTest, PauseOnlyIfTheyMayTakeTime) {
  EXPECT_EQ(create("throttle:2attempts,delay:5s"), 0);
  EXPECT_TRUE(here_.process.slept.empty());
  variables_["EC2MIMIC_SLEEP"] = "0";
  EXPECT_EQ(create("throttle:2attempts"), 0);
  EXPECT_TRUE(here_.process.slept.empty());
  variables_["EC2MIMIC_SLEEP"] = "yes";
  EXPECT_EQ(create("throttle:2attempts"), 252);
  EXPECT_EQ(here_.streams.err, "\nEC2MIMIC_SLEEP is 'yes', but should be 0 or 1.\n");
}

TEST_F(RetriesTest, PauseTwoSecondsForAServiceThatAsksForFewerCalls) {
  variables_["AWS_RETRY_MODE"] = "adaptive";
  for (const milliseconds pause : pauses("throttle")) EXPECT_GE(pause, seconds(2));
  for (const milliseconds pause : pauses("unavailable")) EXPECT_LT(pause, seconds(2));
}

TEST_F(RetriesTest, ReportEachAttempt) {
  variables_["EC2MIMIC_SEED"] = "one";
  EXPECT_EQ(create("lose-response:1attempts,throttle:1attempts", {"--debug", "--output", "off"}), 0);
  EXPECT_EQ(here_.streams.err,
            "ec2mimic: CreateRouteTable, attempt 1 of 3: connection closed (lose-response:1attempts)\n"
            "ec2mimic: next attempt after 704 ms, which are skipped\n"
            "ec2mimic: CreateRouteTable, attempt 2 of 3: RequestLimitExceeded (throttle:1attempts)\n"
            "ec2mimic: next attempt after 1979 ms, which are skipped\n"
            "ec2mimic: CreateRouteTable, attempt 3 of 3: answered\n");
  EXPECT_EQ(here_.run({"describe-vpcs", "--debug", "--output", "off"}), 0);
  EXPECT_EQ(here_.streams.err, "ec2mimic: DescribeVpcs, attempt 1 of 3: answered\n");
}

TEST_F(RetriesTest, EndWhenTheClientDies) {
  EXPECT_THROW(create("kill:before"), TestProcess::Died);
  EXPECT_EQ(tables(), "0");
  EXPECT_THROW(create("kill"), TestProcess::Died);
  EXPECT_EQ(tables(), "1");
}

TEST_F(RetriesTest, AreMadeOfEachPage) {
  for (int i = 0; i < 6; ++i) ASSERT_EQ(create("delay:1ms"), 0);
  const std::vector<std::string_view> line = {
      "describe-route-tables", "--page-size", "5", "--query", "length(RouteTables)", "--fault",
      "throttle:1calls:from-2"};
  EXPECT_EQ(here_.run(line), 254) << "the second page is a call";
  EXPECT_EQ(here_.streams.out, "");
  std::vector<std::string_view> lossy = line;
  lossy.back() = "lose-response:from-2:2attempts";
  EXPECT_EQ(here_.run(lossy), 0);
  EXPECT_EQ(here_.streams.out, "8\n") << "nothing of a lost page is shown, and no page twice";
  lossy.back() = "throttle:1calls:from-3";
  EXPECT_EQ(here_.run(lossy), 0) << "there are two pages";
}

TEST_F(RetriesTest, AreMadeOfEachPollOfAWaiter) {
  variables_["EC2MIMIC_TRANSITIONS"] = "real";
  variables_["EC2MIMIC_NOW"] = "2026-01-31T12:00:00Z";
  ASSERT_EQ(here_.run({"create-vpc", "--cidr-block", "10.1.0.0/16", "--query", "Vpc.VpcId", "--output", "text"}), 0);
  const std::string fresh = here_.streams.out.substr(0, here_.streams.out.size() - 1);
  const auto wait = [&](std::string_view fault) {
    return here_.run({"wait", "vpc-available", "--vpc-ids", fresh, "--fault", fault});
  };
  EXPECT_EQ(wait("lose-response:from-3"), 0) << "two polls";
  EXPECT_EQ(wait("lose-response:from-2:1calls"), 255);
  EXPECT_EQ(here_.streams.err, kClosed);
  EXPECT_EQ(wait("throttle:from-2:1calls"), 255);
  EXPECT_EQ(here_.streams.err,
            "\nWaiter VpcAvailable failed: An error occurred (RequestLimitExceeded): Request limit exceeded.\n");
  EXPECT_EQ(wait("throttle:from-2:2attempts"), 0);
}

TEST_F(RetriesTest, AreMadeOfADryRun) {
  EXPECT_EQ(create("throttle:1calls", {"--dry-run"}), 254);
  EXPECT_NE(here_.streams.err.find("RequestLimitExceeded"), std::string::npos);
  EXPECT_EQ(create("throttle:2attempts", {"--dry-run"}), 254);
  EXPECT_NE(here_.streams.err.find("DryRunOperation"), std::string::npos);
}

TEST_F(RetriesTest, AreNotBegunWithFaultsThatAreNotValid) {
  EXPECT_EQ(create("throttle:2"), 252);
  EXPECT_TRUE(here_.streams.err.starts_with("\nThe fault 'throttle:2' is not valid: '2' is not a part such as"));
  variables_["EC2MIMIC_FAULT"] = "x";
  EXPECT_EQ(here_.run({"create-vpc", "--cidr-block", "10.0.0.0/16"}), 252);
  variables_.erase("EC2MIMIC_FAULT");
  EXPECT_EQ(tables(), "0");
}

TEST_F(RetriesTest, AreInTheLog) {
  const auto logged = [&](std::string_view fault, const std::vector<std::string_view>& more = {}) {
    here_.files.files.erase("/calls.log");
    std::vector<std::string_view> words = {"--log", "/calls.log"};
    words.insert(words.end(), more.begin(), more.end());
    create(fault, words);
    return Json::parse(here_.files.files["/calls.log"]);
  };
  const Json retried = logged("lose-response:1attempts,lose-request:1attempts");
  EXPECT_EQ(retried["attempts"],
            Json::parse(R"([{"attempt":1,"fault":"lose-response","outcome":"created","client":"connection closed"},
                                                 {"attempt":2,"fault":"lose-request","outcome":null,"client":"connection closed"},
                                                 {"attempt":3,"fault":null,"outcome":"replayed","client":"answered"}])"));
  EXPECT_EQ(retried["outcome"], "created") << "the call as a whole has created it";
  EXPECT_EQ(retried["ids"].size(), 1U);
  EXPECT_EQ(retried["exit"], 0);
  const Json lost = logged("lose-response");
  EXPECT_EQ(lost["outcome"], "created");
  EXPECT_EQ(lost["exit"], 255);
  EXPECT_TRUE(lost["error"]["message"].get<std::string>().starts_with("Connection was closed"));
  EXPECT_EQ(logged("lose-request")["outcome"], "failed");
  EXPECT_EQ(logged("throttle")["outcome"], "RequestLimitExceeded");
  EXPECT_EQ(logged("throttle:2attempts", {"--vpc-id", "vpc-0"})["outcome"], "InvalidVpcID.NotFound");
  here_.files.files.erase("/calls.log");
  here_.run({"describe-vpcs", "--log", "/calls.log"});
  EXPECT_FALSE(Json::parse(here_.files.files["/calls.log"]).contains("attempts")) << "no faults are set";
}

}  // namespace
}  // namespace ec2mimic::cli
