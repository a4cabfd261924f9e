#include "cli/call/wire.h"

#include <gtest/gtest.h>

#include "core/operation/registry.h"
#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

using std::chrono::seconds;

// Single attempts to create a VPC.
class WireTest : public ::testing::Test {
 protected:
  TestSystem here_;

  // What arrives, and how many VPCs there are afterwards besides the default one.
  std::string create(std::string_view spec, WireSettings settings = {}) {
    here_.engines.stores.clear();
    Wire wire(here_.system, Faults(parse_faults(spec)), settings);
    const Answer answer =
        wire.call(1, "/state.json", {}, *find_operation("create-vpc"), {{"CidrBlock", "10.0.0.0/16"}}, "us-east-1");
    met_ = wire.active_rule() != nullptr ? wire.active_rule()->text : "";
    return arrived(answer) + ", " + vpcs();
  }

  std::string met_;

 private:
  static std::string arrived(const Answer& answer) {
    if (std::holds_alternative<Json>(answer)) return "answer";
    if (const auto* error = std::get_if<ApiError>(&answer)) return error->code;
    switch (std::get<Lost>(answer)) {
      case Lost::closed:
        return "closed";
      case Lost::timed_out:
        return "timed out";
      case Lost::killed:
        break;
    }
    return "killed";
  }

  std::string vpcs() {
    const Outcome found =
        here_.engines.call("/state.json", {}, *find_operation("describe-vpcs"), Json::object(), "us-east-1");
    return std::to_string(std::get<Json>(found)["Vpcs"].size() - 1);
  }
};

TEST_F(WireTest, LosesWhatItIsToldTo) {
  EXPECT_EQ(create("lose-response"), "closed, 1");
  EXPECT_EQ(create("lose-request"), "closed, 0");
  EXPECT_EQ(create("throttle"), "RequestLimitExceeded, 0");
  EXPECT_EQ(create("unavailable"), "Unavailable, 0");
  EXPECT_EQ(create("internal-error"), "InternalError, 1");
  EXPECT_EQ(create("internal-error:after"), "InternalError, 1");
  EXPECT_EQ(create("internal-error:before"), "InternalError, 0");
  EXPECT_EQ(create("kill"), "killed, 1");
  EXPECT_EQ(create("kill:before"), "killed, 0");
  EXPECT_EQ(met_, "kill:before");
  EXPECT_EQ(create("delete-vpc/lose-response"), "answer, 1");
  EXPECT_EQ(met_, "");
}

TEST_F(WireTest, DelaysUpToTheReadTimeout) {
  EXPECT_EQ(create("delay:60s"), "answer, 1");
  EXPECT_EQ(create("delay:60001ms"), "timed out, 1");
  EXPECT_EQ(create("delay:1000s", {.read_timeout = seconds(0)}), "answer, 1") << "waits forever";
  EXPECT_EQ(create("delay:2s", {.read_timeout = seconds(1)}), "timed out, 1");
}

TEST_F(WireTest, SleepsOnlyIfItIsTold) {
  EXPECT_EQ(create("delay:2s"), "answer, 1");
  EXPECT_TRUE(here_.process.slept.empty());
  EXPECT_EQ(create("delay:2s", {.sleeps = true}), "answer, 1");
  EXPECT_EQ(create("delay:90s", {.sleeps = true}), "timed out, 1");
  EXPECT_EQ(here_.process.slept, (std::vector<std::chrono::milliseconds>{seconds(2), seconds(60)}));
}

TEST_F(WireTest, WithoutFaultsPassesAMessageOn) {
  Wire wire(here_.system, {}, {});
  EXPECT_FALSE(wire.is_faulty());
  const Answer answer = wire.call(1, "/state.json", {}, *find_operation("describe-vpcs"), Json::object(), "us-east-1");
  EXPECT_TRUE(std::holds_alternative<Json>(answer));
}

}  // namespace
}  // namespace ec2mimic::cli
