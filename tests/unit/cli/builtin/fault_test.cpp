#include <gtest/gtest.h>

#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

class FaultCommand : public ::testing::Test {
 protected:
  FaultCommand() { here.system.program = "ec2mimic"; }
  TestSystem here;

  std::string list() {
    EXPECT_EQ(here.run({"fault", "list"}), 0);
    return here.streams.out;
  }
  int call() { return here.run({"describe-vpcs", "--output", "off"}); }
};

TEST_F(FaultCommand, SetsListsAndClears) {
  EXPECT_EQ(list(), "no faults are set\n");
  EXPECT_EQ(here.run({"fault", "set", "delete-vpc/kill,unavailable:1calls,throttle:2attempts,delay:1s:100%"}), 0);
  EXPECT_EQ(here.streams.out + here.streams.err, "");
  EXPECT_EQ(list(),
            "delete-vpc/kill: every attempt\nunavailable:1calls: 1 call left\nthrottle:2attempts: 2 attempts left\n"
            "delay:1s:100%: 0 of 0 attempts so far\n");
  EXPECT_EQ(call(), 254);
  EXPECT_EQ(call(), 0);
  EXPECT_EQ(list(),
            "delete-vpc/kill: every attempt\nunavailable:1calls: used up\nthrottle:2attempts: used up\n"
            "delay:1s:100%: 1 of 1 attempt so far\n");
  EXPECT_EQ(here.run({"fault", "clear"}), 0);
  EXPECT_EQ(list(), "no faults are set\n");
  EXPECT_EQ(here.run({"fault", "clear"}), 0);
}

TEST_F(FaultCommand, RefusesAWrongLineAndChangesNothing) {
  ASSERT_EQ(here.run({"fault", "set", "throttle:1calls"}), 0);
  const std::string before = here.files.files["/state.json.fault"];
  for (const std::vector<std::string_view>& words : {std::vector<std::string_view>{"fault"},
                                                     {"fault", "set"},
                                                     {"fault", "set", "throttle:x"},
                                                     {"fault", "set", "kill", "kill"},
                                                     {"fault", "list", "x"},
                                                     {"fault", "clear", "--all"},
                                                     {"fault", "unset"}}) {
    EXPECT_EQ(here.run(words), 252) << words.back();
  }
  EXPECT_EQ(here.files.files["/state.json.fault"], before);
}

TEST_F(FaultCommand, BelongsToOneState) {
  ASSERT_EQ(here.run({"fault", "set", "throttle", "--state", "other"}), 0);
  EXPECT_TRUE(here.files.files.contains("other.fault"));
  EXPECT_EQ(call(), 0);
  EXPECT_EQ(here.run({"describe-vpcs", "--state", "other"}), 254);
}

TEST_F(FaultCommand, IsLeftAloneBySeedAndReset) {
  ASSERT_EQ(here.run({"fault", "set", "throttle:1calls"}), 0);
  EXPECT_EQ(here.run({"state", "seed", "blog", "--yes"}), 0);
  EXPECT_EQ(here.run({"state", "reset", "--yes"}), 0);
  EXPECT_EQ(list(), "throttle:1calls: 1 call left\n");
}

}  // namespace
}  // namespace ec2mimic::cli
