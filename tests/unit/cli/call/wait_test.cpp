#include "cli/call/wait.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "cli/call/poll.h"
#include "cli/data/waiters.h"
#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

// A service that gives one response after the other and then repeats the last one.
class ScriptedService final : public TestEngineHost {
 public:
  using TestEngineHost::TestEngineHost;
  std::vector<Outcome> answers{};
  std::size_t calls = 0;

  Outcome call(const std::string&, const Engine::Options&, const Operation&, const Json&, std::string_view) override {
    return answers[std::min(calls++, answers.size() - 1)];
  }
};

class Wait : public testing::Test {
 protected:
  TestSystem here;
  ScriptedService service{here.clock, here.identifiers};
  System system{"aws", here.streams, here.environment, here.files, here.clock, here.identifiers, service, here.process};

  int run(std::vector<Outcome> answers, const std::vector<std::string_view>& words) {
    service.answers = std::move(answers);
    service.calls = 0;
    here.streams.out.clear();
    here.streams.err.clear();
    return cli::run(system, words);
  }

  static Json vpcs(const std::vector<std::string>& states) {
    Json list = Json::array();
    for (const std::string& state : states) list.push_back({{"State", state}});
    return {{"Vpcs", list}};
  }
};

TEST_F(Wait, EndsAsSoonAsAllResourcesAreInTheState) {
  EXPECT_EQ(run({vpcs({"pending", "available"}), vpcs({"available", "available"})}, {"ec2", "wait", "vpc-available"}),
            kSuccess);
  EXPECT_EQ(service.calls, 2U);
  EXPECT_EQ(here.streams.out + here.streams.err, "");
}

TEST_F(Wait, FailsIfNothingMatches) {
  EXPECT_EQ(run({vpcs({})}, {"ec2", "wait", "vpc-available"}), kGeneralError);
  EXPECT_EQ(service.calls, 40U);
  EXPECT_EQ(here.streams.err, "\nWaiter VpcAvailable failed: Max attempts exceeded\n");
}

TEST_F(Wait, ContinuesAfterAnExpectedError) {
  const ApiError missing{"InvalidVpcID.NotFound", "no"};
  EXPECT_EQ(run({missing, missing, vpcs({})}, {"ec2", "wait", "vpc-exists", "--vpc-ids", "v"}), kSuccess);
  EXPECT_EQ(service.calls, 3U);
  EXPECT_EQ(run({missing}, {"ec2", "wait", "vpc-exists", "--vpc-ids", "v"}), kGeneralError);
  EXPECT_EQ(service.calls, 5U);
  EXPECT_EQ(here.streams.err,
            "\nWaiter VpcExists failed: Max attempts exceeded. Previously accepted state: Matched expected service "
            "error code: InvalidVpcID.NotFound\n");
}

TEST_F(Wait, FailsAtAnUnexpectedError) {
  EXPECT_EQ(run({ApiError{"Odd", "so"}}, {"ec2", "wait", "vpc-available"}), kGeneralError);
  EXPECT_EQ(service.calls, 1U);
  EXPECT_EQ(here.streams.err, "\nWaiter VpcAvailable failed: An error occurred (Odd): so\n");
}

TEST_F(Wait, PassesOnTheOperationsParameters) {
  EXPECT_EQ(here.run({"ec2", "wait", "vpc-exists", "--vpc-ids", "vpc-1"}), kGeneralError);
  EXPECT_EQ(here.run({"ec2", "wait", "vpc-available"}), kSuccess);
  EXPECT_EQ(here.run({"ec2", "wait", "vpc-available", "--max-items", "2"}), kBadUsage);
  EXPECT_EQ(
      here.streams.err,
      "\nParameter validation failed:\nUnknown parameter in input: \"PaginationConfig\", must be one of: Filters, "
      "VpcIds, NextToken, MaxResults, DryRun\n");
}

TEST_F(Wait, ChecksPaginationOptionsBeforeRejectingThem) {
  EXPECT_EQ(here.run({"ec2", "wait", "vpc-available", "--max-items", "two"}), kBadUsage);
  EXPECT_EQ(here.streams.err, with_usage("aws: error: argument --max-items: invalid int value: 'two'"));
  EXPECT_EQ(here.run({"ec2", "wait", "vpc-available", "--max-items", "2", "--max-results", "5"}), kBadUsage);
  EXPECT_EQ(here.streams.err, "\nCannot specify --no-paginate along with pagination arguments: --max-items\n");
  EXPECT_EQ(here.run({"ec2", "wait", "vpc-available", "--max-items", "0"}), kBadUsage);
  EXPECT_TRUE(here.streams.err.starts_with("warning: Non-positive values for --max-items")) << here.streams.err;
}

TEST_F(Wait, ReportsAMissingOrUnknownWaiter) {
  EXPECT_EQ(here.run({"ec2", "wait"}), kBadUsage);
  EXPECT_EQ(here.streams.err,
            "\nusage: aws [options] ec2 wait <subcommand> [parameters]\naws: error: too few arguments\n");
  EXPECT_EQ(here.run({"ec2", "wait", "vpc-avail"}), kBadUsage);
  EXPECT_TRUE(here.streams.err.ends_with("maybe you meant:\n\n  * vpc-available\n\n")) << here.streams.err;
  EXPECT_EQ(here.run({"ec2", "wait", "instance-running"}), kBadUsage);
  EXPECT_TRUE(here.streams.err.ends_with("\nec2mimic does not mimic `aws ec2 wait instance-running`.\n"));
}

TEST_F(Wait, HasHelpOnEachWaiter) {
  EXPECT_EQ(here.run({"ec2", "wait", "help"}), kSuccess);
  EXPECT_TRUE(here.streams.out.find("vpc-available") != std::string::npos);
  EXPECT_EQ(here.run({"ec2", "wait", "vpc-exists", "help"}), kSuccess);
  EXPECT_TRUE(here.streams.out.find("Polls describe-vpcs until the call succeeds") != std::string::npos);
}

TEST_F(Wait, SleepsAtAwsPaceUntilTheTransitionEnds) {
  here.environment.variables["EC2MIMIC_TRANSITIONS"] = "real";
  EXPECT_EQ(here.run({"ec2", "create-vpc", "--cidr-block", "10.0.0.0/16"}), kSuccess);
  here.process.on_sleep = [&] { here.clock.time += std::chrono::seconds(1); };
  EXPECT_EQ(here.run({"ec2", "wait", "vpc-available"}), kSuccess) << here.streams.err;
  const std::vector<std::chrono::milliseconds> delays(2, std::chrono::seconds(15));
  EXPECT_EQ(here.process.slept, delays);
}

TEST_F(Wait, AdvancesAFixedClockInsteadOfSleeping) {
  here.environment.variables["EC2MIMIC_TRANSITIONS"] = "real";
  here.environment.variables["EC2MIMIC_NOW"] = "2026-01-31T12:00:00Z";
  EXPECT_EQ(here.run({"ec2", "create-vpc", "--cidr-block", "10.0.0.0/16"}), kSuccess);
  EXPECT_EQ(here.run({"ec2", "wait", "vpc-available"}), kSuccess) << here.streams.err;
  EXPECT_TRUE(here.process.slept.empty());
}

TEST_F(Wait, NeverSleepsByDefault) {
  EXPECT_EQ(run({vpcs({})}, {"ec2", "wait", "vpc-available"}), kGeneralError);
  EXPECT_TRUE(here.process.slept.empty());
}

TEST_F(Wait, SleepsOnlyBetweenPolls) {
  here.environment.variables["EC2MIMIC_TRANSITIONS"] = "real";
  EXPECT_EQ(run({ApiError{"InvalidVpcID.NotFound", "no"}}, {"ec2", "wait", "vpc-exists"}), kGeneralError);
  EXPECT_EQ(service.calls, 5U);
  EXPECT_EQ(here.process.slept, std::vector<std::chrono::milliseconds>(4, std::chrono::seconds(1)));
}

TEST_F(Wait, MakesNoCallForASkeleton) {
  EXPECT_EQ(run({vpcs({})}, {"ec2", "wait", "vpc-available", "--generate-cli-skeleton", "output"}), kSuccess);
  EXPECT_EQ(service.calls, 0U);
  EXPECT_TRUE(here.streams.out.starts_with("{\n    \"NextToken\"")) << here.streams.out;
  EXPECT_EQ(here.streams.err, "");
}

// No waiter of the existing operations has more than one acceptor that looks at the response.
TEST(Poll, UsesTheFirstMatchingAcceptor) {
  constexpr Acceptor kAcceptors[] = {
      {Acceptor::State::success, Acceptor::Matcher::path_all, "Things[].State", "on"},
      {Acceptor::State::failure, Acceptor::Matcher::path_any, "Things[].State", "off"},
      {Acceptor::State::failure, Acceptor::Matcher::path, "Broken", ""},
      {Acceptor::State::failure, Acceptor::Matcher::error, "", "Gone"},
      {Acceptor::State::retry, Acceptor::Matcher::path, "Mood", "fair"},
  };
  const Waiter waiter{"ThingOn", "DescribeThings", 1, 3, kAcceptors};
  const auto failure = [&](std::vector<Polled> answers) {
    std::size_t asked = 0;
    const auto never = [](std::chrono::seconds) {};
    const std::string text = failure_of([&] {
      poll(
          waiter, [&] { return answers[std::min(asked++, answers.size() - 1)]; }, never);
    });
    return std::to_string(asked) + ' ' + text;
  };
  const auto things = [](const std::vector<std::string>& states) {
    Json list = Json::array();
    for (const std::string& state : states) list.push_back({{"State", state}});
    return Json{{"Things", list}};
  };
  const std::string failed = " 255 Waiter ThingOn failed: ";
  EXPECT_EQ(failure({things({"slow"}), things({"on", "on"})}), "2 nothing");
  EXPECT_EQ(failure({things({"on", "off"})}),
            "1" + failed +
                "Waiter encountered a terminal failure state: For expression \"Things[].State\" we matched expected "
                "path: \"off\" at least once");
  EXPECT_EQ(failure({Json{{"Broken", true}}}),
            "1" + failed +
                "Waiter encountered a terminal failure state: For expression \"Broken\" we matched expected path: "
                "\"True\"");
  EXPECT_EQ(failure({ApiError{"Gone", "away"}}),
            "1" + failed + "Waiter encountered a terminal failure state: Matched expected service error code: Gone");
  EXPECT_EQ(failure({ApiError{"Other", "so"}}), "1" + failed + "An error occurred (Other): so");
  EXPECT_EQ(failure({Json{{"Mood", "fair"}}}),
            "3" + failed +
                "Max attempts exceeded. Previously accepted state: For expression \"Mood\" we matched expected path: "
                "\"fair\"");
  EXPECT_EQ(failure({Json{{"Broken", false}}}), "3" + failed + "Max attempts exceeded");
}

TEST(Waiters, AreAvailableIfTheirOperationsAre) {
  EXPECT_NE(find_waiter("vpc-available"), nullptr);
  for (const Waiter& waiter : known_waiters()) {
    const auto all = waiters();
    EXPECT_EQ(std::find(all.begin(), all.end(), &waiter) != all.end(), polled_by(waiter) != nullptr);
  }
}

}  // namespace
}  // namespace ec2mimic::cli
