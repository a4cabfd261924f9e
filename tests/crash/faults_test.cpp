// Clients that die while messages get lost, on the real disk: by a fault at the two places where it matters, and from
// outside at any moment. The number that an attempt has drawn is used up, and the state is the old one or the new one.
#include <gtest/gtest.h>
#include <signal.h>

#include <random>
#include <string>

#include "tests/harness/blog_account.h"
#include "tests/harness/call_time.h"

namespace ec2mimic::test {
namespace {

class DyingClient : public BlogAccount {
 protected:
  DyingClient() : BlogAccount(EC2MIMIC_PROGRAM) {}

  Process create(const std::string& token) {
    return start(
        {"create-route-table", "--vpc-id", kVpc, "--client-token", token, "--query", "RouteTable.RouteTableId"});
  }
  // How many tables there are besides the main ones. The faults are only for creates.
  std::string count_of_tables() {
    return run({"describe-route-tables", "--query", "length(RouteTables[?!(Associations)])"}).out;
  }
  std::string list() { return run({"fault", "list"}).out; }
};

TEST_F(DyingClient, BetweenDrawAndCommitHasUsedItsNumberUp) {
  ASSERT_EQ(run({"fault", "set", "create-route-table/kill:before:1calls"}).exit_code, 0);
  EXPECT_EQ(create("t").wait().signal, SIGKILL);
  EXPECT_EQ(list(), "create-route-table/kill:before:1calls: used up\n");
  EXPECT_EQ(count_of_tables(), "0\n");
  EXPECT_EQ(create("t").wait().exit_code, 0);
  EXPECT_EQ(count_of_tables(), "1\n");
}

TEST_F(DyingClient, AfterTheCommitHasUsedItsNumberUpAndItsTokenToo) {
  ASSERT_EQ(run({"fault", "set", "create-route-table/kill:1calls"}).exit_code, 0);
  EXPECT_EQ(create("t").wait().signal, SIGKILL);
  EXPECT_EQ(list(), "create-route-table/kill:1calls: used up\n");
  EXPECT_EQ(count_of_tables(), "1\n");
  EXPECT_EQ(create("t").wait().exit_code, 0);
  EXPECT_EQ(count_of_tables(), "1\n");
}

// How many attempts have passed the first rule, which the second one counts.
unsigned long counted(const std::string& path) {
  const std::string text = read_file(path);
  const std::string rule = "kill:from-100000 ";
  const auto at = text.find(rule);
  return at == std::string::npos ? 0 : std::stoul(text.substr(at + rule.size()));
}

TEST_F(DyingClient, AtAnyMomentLeavesASoundStateAndCountsThatNeverGoBack) {
  const std::string file = state_file() + ".fault";
  ASSERT_EQ(run({"fault", "set", "create-route-table/lose-response:50%,create-route-table/kill:from-100000"}).exit_code,
            0);
  std::mt19937 random(20240229);
  CallTime call_time;
  unsigned long before = 0;
  int killed = 0;
  int ended = 0;
  for (int round = 0; round < 120; ++round) {
    call_time.measure([&] { return create("token-0").wait(); });
    Process client = create("token-" + std::to_string(round % 7));
    call_time.sleep(std::uniform_real_distribution<>(0, 2)(random));
    client.kill(SIGKILL);
    (client.wait().signal == SIGKILL ? killed : ended) += 1;
    ASSERT_EQ(run({"fault", "list"}).exit_code, 0) << read_file(file);
    ASSERT_EQ(run({"state", "verify"}).out, "ok\n");
    const unsigned long now = counted(file);
    ASSERT_GE(now, before);
    before = now;
  }
  EXPECT_GT(killed, 0);
  EXPECT_GT(ended, 0);
  EXPECT_GT(before, 0U);
  EXPECT_LE(std::stoi(count_of_tables()), 7);
  ASSERT_EQ(run({"fault", "clear"}).exit_code, 0);
  for (int i = 0; i < 7; ++i) EXPECT_EQ(create("token-" + std::to_string(i)).wait().exit_code, 0);
  EXPECT_EQ(count_of_tables(), "7\n");
}

}  // namespace
}  // namespace ec2mimic::test
