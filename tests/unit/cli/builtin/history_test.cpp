#include <gtest/gtest.h>

#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

struct EndOfTest {};

class History : public ::testing::Test {
 protected:
  History() { here.environment.variables["EC2MIMIC_LOG"] = "/log"; }
  TestSystem here;
  std::string& log() { return here.files.files["/log"]; }
  void add(const std::string& operation, const std::string& outcome) {
    log() += R"({"time":"2026-01-31T12:00:00.000Z","operation":")" + operation + R"(","outcome":")" + outcome + "\"}\n";
  }
};

TEST_F(History, FollowsALogThatGrowsAndOneThatIsBegunAnew) {
  add("CreateVpc", "created");
  std::vector<std::string> seen;
  here.process.on_sleep = [&] {
    seen.push_back(here.streams.out);
    here.streams.out.clear();
    if (seen.size() == 1) log() += R"({"operation":"DeleteVpc",)";
    if (seen.size() == 2) log() += "\"outcome\":\"deleted\"}\n";
    if (seen.size() == 3) log().clear(), add("A", "read");
    if (seen.size() == 4) here.streams.out_error = EPIPE, add("B", "read");
    if (seen.size() > 4) throw EndOfTest();
  };
  // A reader that has gone away ends it.
  EXPECT_EQ(here.run({"history", "--follow"}), kSuccess);
  EXPECT_EQ(seen, (std::vector<std::string>{"12:00:00.000  CreateVpc  created\n", "", "  DeleteVpc  deleted\n",
                                            "12:00:00.000  A  read\n"}));
  EXPECT_EQ(here.streams.err, "");
}

TEST_F(History, CountsInTheCallsOfOneOperation) {
  add("CreateVpc", "created");
  add("CreateVpc", "created");
  add("DeleteVpc", "deleted");
  EXPECT_EQ(here.run({"history", "--assert", " create-vpc  created=2 deleted=0 ,DeleteVpc calls=1,calls=3"}), kSuccess);
  EXPECT_EQ(here.run({"history", "--assert", "CreateVpc created=1"}), kProblemsFound);
  EXPECT_EQ(here.streams.err, "--- expected\n+++ found\n-CreateVpc created=1\n+CreateVpc created=2\n");
}

TEST_F(History, NeitherMakesNorWritesALog) {
  for (const auto& words : {std::vector<std::string_view>{"history"}, {"history", "--assert", "created=0"}}) {
    EXPECT_EQ(here.run(words), kBadUsage);
    EXPECT_EQ(here.streams.out + here.streams.err, "\nThere is no call log '/log'.\n");
    EXPECT_FALSE(here.files.files.contains("/log"));
  }
  add("CreateVpc", "created");
  const std::string before = log();
  EXPECT_EQ(here.run({"history", "--count", "created"}), kSuccess);
  EXPECT_EQ(here.run({"history", "--bogus"}), kBadUsage);
  EXPECT_EQ(here.run({"history", "help"}), kSuccess);
  EXPECT_EQ(log(), before);
}

TEST_F(History, FollowWaitsForALogAndForTheNextOne) {
  std::size_t sleeps = 0;
  std::string seen;
  here.process.on_sleep = [&] {
    seen += here.streams.out + '|';
    here.streams.out.clear();
    ++sleeps;
    if (sleeps == 2) add("A", "read");
    if (sleeps == 3) here.files.files.erase("/log");
    if (sleeps == 4) add("B", "read"), add("C", "read");
    if (sleeps == 5) throw EndOfTest();
  };
  EXPECT_THROW(here.run({"history", "--follow"}), EndOfTest);
  EXPECT_EQ(seen, "||12:00:00.000  A  read\n||12:00:00.000  B  read\n12:00:00.000  C  read\n|");
  const std::string told = "ec2mimic: there is no call log '/log' yet.\n";
  EXPECT_EQ(here.streams.err, told + told);
}

}  // namespace
}  // namespace ec2mimic::cli
