// Many processes of the real program on one state, between which messages get lost: nothing is created twice, the
// counts of the faults are exact, and the state stays sound.
#include <gtest/gtest.h>
#include <signal.h>

#include <filesystem>
#include <map>
#include <set>

#include "tests/harness/blog_account.h"

namespace ec2mimic::test {
namespace {

constexpr int kAnswered = 0;
constexpr int kNoAnswer = 255;

class FaultyProcesses : public BlogAccount {
 protected:
  FaultyProcesses() : BlogAccount(EC2MIMIC_PROGRAM) {}

  void set(const std::string& spec) { EXPECT_EQ(run({"fault", "set", spec}).exit_code, 0); }
  std::string list() { return run({"fault", "list"}).out; }
  Process create(const std::string& token) {
    return start({"create-route-table", "--vpc-id", kVpc, "--client-token", token, "--query", "RouteTable.RouteTableId",
                  "--output", "text"});
  }
  // The ids of the tables as create() prints them.
  std::set<std::string> table_lines() {
    std::set<std::string> lines;
    for (const std::string& id : tables()) lines.insert(id + '\n');
    return lines;
  }
  void expect_sound() {
    EXPECT_EQ(run({"fault", "clear"}).exit_code, 0);
    EXPECT_EQ(run({"state", "verify"}).out, "ok\n");
  }
  std::string fault_file() const { return state_file() + ".fault"; }
};

TEST_F(FaultyProcesses, OfTwoAtOnceExactlyOneLosesTheOneAnswer) {
  for (int round = 0; round < 60; ++round) {
    set("lose-response:1calls");
    Process first = create("a");
    Process second = create("b");
    const int lost = (first.wait().exit_code == kNoAnswer ? 1 : 0) + (second.wait().exit_code == kNoAnswer ? 1 : 0);
    ASSERT_EQ(lost, 1) << "in round " << round;
  }
  EXPECT_EQ(list(), "lose-response:1calls: used up\n");
  expect_sound();
}

TEST_F(FaultyProcesses, LoseExactlyAsManyAnswersAsTheyAreTold) {
  constexpr int kProcesses = 48;
  constexpr int kLost = 17;
  set("create-route-table/lose-response:" + std::to_string(kLost) + "calls");
  std::vector<Process> all;
  for (int i = 0; i < kProcesses; ++i) all.push_back(create("token-" + std::to_string(i)));
  std::map<int, int> exits;
  for (Process& one : all) ++exits[one.wait().exit_code];
  EXPECT_EQ(exits, (std::map<int, int>{{kAnswered, kProcesses - kLost}, {kNoAnswer, kLost}}));
  EXPECT_EQ(tables().size(), static_cast<std::size_t>(kProcesses)) << "an answer was lost, and not its table";
  expect_sound();
}

TEST_F(FaultyProcesses, WithOneTokenCreateOneTableWhateverIsLost) {
  set("lose-response:30%,lose-request:30%:seed-1,internal-error:20%:seed-2,kill:10%:seed-3,kill:before:10%:seed-4");
  std::set<std::string> printed;
  int killed = 0;
  int refused = 0;
  for (int round = 0; round < 3; ++round) {
    std::vector<Process> all;
    for (int i = 0; i < 32; ++i) all.push_back(create("one"));
    for (Process& one : all) {
      const Process::Result result = one.wait();
      killed += result.signal == SIGKILL ? 1 : 0;
      refused += result.exit_code > 0 ? 1 : 0;
      if (result.exit_code == kAnswered) printed.insert(result.out);
    }
  }
  EXPECT_GT(killed, 0) << "the faults did nothing";
  EXPECT_GT(refused, 0) << "the faults did nothing";
  EXPECT_EQ(printed.size(), 1U);
  expect_sound();
  EXPECT_EQ(table_lines(), printed);
  EXPECT_EQ(create("one").wait().out, *printed.begin());
}

TEST_F(FaultyProcesses, ThatRepeatACallUntilItIsAnsweredCreateATableEach) {
  set("lose-response:40%,lose-request:30%:seed-1,kill:20%:seed-2");
  constexpr std::size_t kTokens = 24;
  std::map<std::string, std::string> ids;
  int rounds = 0;
  for (; ids.size() < kTokens && rounds < 50; ++rounds) {
    std::map<std::string, Process> all;
    for (std::size_t i = 0; i < kTokens; ++i) {
      const std::string token = "token-" + std::to_string(i);
      if (!ids.contains(token)) all.emplace(token, create(token));
    }
    for (auto& [token, one] : all) {
      const Process::Result result = one.wait();
      if (result.exit_code == kAnswered) ids[token] = result.out;
    }
  }
  EXPECT_GT(rounds, 1) << "the faults did nothing";
  std::set<std::string> printed;
  for (const auto& [token, id] : ids) printed.insert(id);
  EXPECT_EQ(printed.size(), kTokens);
  expect_sound();
  EXPECT_EQ(table_lines(), printed);
}

TEST_F(FaultyProcesses, DoNotBringBackFaultsThatAreCleared) {
  for (int round = 0; round < 20; ++round) {
    set("throttle:100000attempts");
    std::vector<Process> all;
    for (int i = 0; i < 8; ++i) all.push_back(create("t"));
    EXPECT_EQ(run({"fault", "clear"}).exit_code, 0);
    for (Process& one : all) static_cast<void>(one.wait());
    ASSERT_FALSE(std::filesystem::exists(fault_file())) << "in round " << round;
  }
}

TEST_F(FaultyProcesses, OfOneRunShareItsFaults) {
  const std::string script =
      "i=0; while [ $i -lt 12 ]; do"
      " aws ec2 create-route-table --vpc-id " +
      std::string(kVpc) +
      " --client-token $i >/dev/null 2>&1 || echo lost & i=$((i + 1));"
      " done; wait";
  const Process::Result result =
      Process(EC2MIMIC_PROGRAM, {"run", "--fault", "lose-response:5calls", "sh", "-c", script},
              {"HOME=" + folder_.path(), "PATH=/usr/bin:/bin"})
          .wait();
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(result.out, "lost\nlost\nlost\nlost\nlost\n");
  EXPECT_EQ(tables().size(), 12U);
}

}  // namespace
}  // namespace ec2mimic::test
