// Many processes of the real program on one state: nothing is created twice, no reader sees half a change, and a killed
// process leaves the old state or the new one.
#include <gtest/gtest.h>
#include <signal.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/harness/blog_account.h"
#include "tests/harness/call_time.h"

namespace ec2mimic::test {
namespace {

using Json = nlohmann::json;

constexpr int kProcesses = 64;

class Processes : public BlogAccount {
 protected:
  Processes() : BlogAccount(EC2MIMIC_PROGRAM) {}

  Process create(const std::string& token) {
    return start({"create-route-table", "--vpc-id", kVpc, "--client-token", token});
  }
  static std::string id_in(const Process::Result& result) {
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(result.err, "");
    return result.exit_code == 0 ? Json::parse(result.out)["RouteTable"]["RouteTableId"].get<std::string>() : "";
  }
};

TEST_F(Processes, WithOneTokenLogOneCreateAndOtherwiseReplays) {
  std::vector<Process> all;
  const std::string log = folder_.path() + "/log";
  for (int i = 0; i < kProcesses; ++i) {
    all.push_back(start({"create-route-table", "--vpc-id", kVpc, "--client-token", "one", "--log", log}));
  }
  for (Process& one : all) EXPECT_NE(id_in(one.wait()), "");
  std::map<std::string, int> outcomes;
  std::set<std::string> ids;
  std::ifstream file(log);
  for (std::string line; std::getline(file, line);) {
    const Json call = Json::parse(line);
    ++outcomes[call["outcome"]];
    ids.insert(call["ids"].at(0));
  }
  EXPECT_EQ(outcomes, (std::map<std::string, int>{{"created", 1}, {"replayed", kProcesses - 1}}));
  EXPECT_EQ(ids.size(), 1U);
}

TEST_F(Processes, WithOneTokenCreateOneTableAndAllPrintIt) {
  std::vector<Process> all;
  for (int i = 0; i < kProcesses; ++i) all.push_back(create("one"));
  std::set<std::string> printed;
  for (Process& one : all) printed.insert(id_in(one.wait()));
  EXPECT_EQ(printed.size(), 1U);
  EXPECT_EQ(tables(), printed);
}

TEST_F(Processes, WithDifferentTokensCreateATableEach) {
  std::vector<Process> all;
  for (int i = 0; i < kProcesses; ++i) all.push_back(create("token-" + std::to_string(i)));
  std::set<std::string> printed;
  for (Process& one : all) printed.insert(id_in(one.wait()));
  EXPECT_EQ(printed.size(), static_cast<std::size_t>(kProcesses));
  EXPECT_EQ(tables(), printed);
}

TEST_F(Processes, MakingTheFirstWriteAllSucceed) {
  const TemporaryFolder fresh;
  std::vector<Process> all;
  for (int i = 0; i < kProcesses; ++i) {
    all.emplace_back(EC2MIMIC_PROGRAM, std::vector<std::string>{"create-vpc", "--cidr-block", "10.0.0.0/16"},
                     std::vector<std::string>{"HOME=" + fresh.path()});
  }
  std::set<std::string> ids;
  for (Process& one : all) {
    const Process::Result result = one.wait();
    ASSERT_EQ(result.exit_code, 0) << result.err;
    ids.insert(Json::parse(result.out)["Vpc"]["VpcId"]);
  }
  EXPECT_EQ(ids.size(), static_cast<std::size_t>(kProcesses));
}

TEST_F(Processes, ReadingDuringWritesSeeOnlyCompleteChanges) {
  // Each change gives four resources the same tag value at once; a reader must never see two values.
  std::vector<std::string> tag = {"create-tags", "--resources", kVpc};
  for (int i = 0; i < 3; ++i) tag.push_back(id_in(create("t" + std::to_string(i)).wait()));
  tag.insert(tag.end(), {"--tags", "Key=round,Value=0"});
  ASSERT_EQ(run(tag).exit_code, 0);
  constexpr int kEnough = 10;  // rounds of the writer that the reader must have seen
  std::atomic<bool> done = false;
  std::atomic<int> seen = 0;
  std::thread writer([&] {
    for (int round = 1; round <= 150 || (seen <= kEnough && round < 5000); ++round) {
      tag.back() = "Key=round,Value=" + std::to_string(round);
      EXPECT_EQ(run(tag).exit_code, 0);
    }
    done = true;
  });
  std::set<std::string> rounds;
  while (!done) {
    const Process::Result result = run({"describe-tags", "--filters", "Name=key,Values=round"});
    ASSERT_EQ(result.exit_code, 0) << result.err;
    std::set<std::string> values;
    const Json tags = Json::parse(result.out)["Tags"];
    for (const Json& one : tags) values.insert(one["Value"].get<std::string>());
    EXPECT_EQ(tags.size(), 4U);
    EXPECT_EQ(values.size(), 1U);
    rounds.insert(values.begin(), values.end());
    seen = static_cast<int>(rounds.size());
  }
  writer.join();
  EXPECT_GT(seen, kEnough) << "the reader hardly met the writer";
}

// Removes a file over and over until destroyed, as a careless script might.
class Remover {
 public:
  explicit Remover(std::string path)
      : thread_([this, path = std::move(path)] {
          while (!done_) removed_ += std::remove(path.c_str()) == 0 ? 1 : 0;
        }) {}
  Remover(const Remover&) = delete;
  Remover& operator=(const Remover&) = delete;
  ~Remover() {
    done_ = true;
    thread_.join();
  }
  [[nodiscard]] int removed() const { return removed_; }

 private:
  std::atomic<bool> done_ = false;
  std::atomic<int> removed_ = 0;
  std::thread thread_;
};

TEST_F(Processes, LoseNothingWhileTheLockFileIsBeingRemoved) {
  const Remover remover(state_file() + ".lock");
  constexpr int kEnough = 20;  // times that the file must have been removed
  for (int round = 0; round < 5 || (remover.removed() <= kEnough && round < 50); ++round) {
    std::vector<Process> all;
    const std::string shared = "shared-" + std::to_string(round);
    for (int i = 0; i < kProcesses / 2; ++i) {
      all.push_back(create(shared));
      all.push_back(create("own-" + std::to_string(round) + "-" + std::to_string(i)));
    }
    std::set<std::string> of_shared;
    std::set<std::string> of_own;
    for (std::size_t i = 0; i < all.size(); ++i) (i % 2 == 0 ? of_shared : of_own).insert(id_in(all[i].wait()));
    EXPECT_EQ(of_shared.size(), 1U);
    EXPECT_EQ(of_own.size(), static_cast<std::size_t>(kProcesses / 2));
    const std::set<std::string> found = tables();
    EXPECT_EQ(found.size(), static_cast<std::size_t>((kProcesses / 2 + 1) * (round + 1)));
    for (const std::string& id : of_own) EXPECT_TRUE(found.contains(id)) << id << " is lost";
  }
  EXPECT_GT(remover.removed(), kEnough) << "the remover hardly met a writer";
  EXPECT_EQ(run({"state", "verify"}).exit_code, 0);
}

TEST_F(Processes, MakingTheFirstWriteLoseNothingWhileTheLockFileIsBeingRemoved) {
  for (int round = 0; round < 10; ++round) {
    const TemporaryFolder fresh;
    const std::string state = fresh.path() + "/s";
    const Remover remover(state + ".lock");
    std::vector<Process> all;
    for (int i = 0; i < 16; ++i) {
      all.push_back(start({"create-vpc", "--cidr-block", "10.0.0.0/16", "--state", state}));
    }
    std::set<std::string> ids;
    for (Process& one : all) {
      const Process::Result result = one.wait();
      ASSERT_EQ(result.exit_code, 0) << result.err;
      ids.insert(Json::parse(result.out)["Vpc"]["VpcId"]);
    }
    const Json answer = Json::parse(run({"describe-vpcs", "--state", state}).out);
    EXPECT_EQ(answer["Vpcs"].size(), 17U) << "with the default VPC";
    EXPECT_EQ(ids.size(), 16U);
  }
}

TEST_F(Processes, SeedingAnEmptyAccountDoNotReplaceOneCreatedMeanwhile) {
  // The seed's head start grows from negative to more than the duration of a whole call, so that each of the two comes
  // first in some round, however fast the machine or busy its processors.
  CallTime call_time;
  constexpr int kRounds = 40;
  int both = 0;
  for (int round = 0; round < kRounds; ++round) {
    const TemporaryFolder fresh;
    const std::string state = fresh.path() + "/s";
    const std::vector<std::string> create_words = {"create-vpc", "--cidr-block", "10.0.0.0/16", "--state", state};
    const std::vector<std::string> seed_words = {"state", "seed", "blog", "--state", state};
    call_time.measure([&] { return run({"state", "seed", "blog", "--state", fresh.path() + "/calm"}); });
    const bool seed_first = round >= kRounds / 4;
    Process first = start(seed_first ? seed_words : create_words);
    call_time.sleep(std::abs(round - kRounds / 4) * 4.0 / kRounds);
    Process second = start(seed_first ? create_words : seed_words);
    Process& create = seed_first ? second : first;
    Process& seed = seed_first ? first : second;
    const Process::Result created = create.wait();
    const Process::Result seeded = seed.wait();
    ASSERT_EQ(created.exit_code, 0) << created.err;
    const std::string id = Json::parse(created.out)["Vpc"]["VpcId"];
    EXPECT_NE(read_file(state).find(id), std::string::npos) << "the seed replaced it, and said " << seeded.exit_code;
    both += seeded.exit_code == 0 ? 1 : 0;
  }
  EXPECT_GT(both, 0) << "the seed was never first";
  EXPECT_LT(both, kRounds) << "the create was never first";
}

TEST_F(Processes, SettingConfigurationValuesLoseNone) {
  constexpr int kSets = 40;
  std::vector<Process> all;
  for (int i = 0; i < kSets; ++i) {
    const std::string number = std::to_string(i);
    all.push_back(start({"configure", "set", "key" + number, "value" + number}));
  }
  for (Process& one : all) {
    const Process::Result result = one.wait();
    EXPECT_EQ(result.exit_code, 0) << result.err;
  }
  for (int i = 0; i < kSets; ++i) {
    const std::string number = std::to_string(i);
    EXPECT_EQ(run({"configure", "get", "key" + number}).out, "value" + number + "\n");
  }
}

TEST_F(Processes, KilledWhileSettingConfigurationValuesLeaveAtMostOneTemporary) {
  const std::string folder = folder_.path() + "/.aws";
  ASSERT_EQ(run({"configure", "set", "calm", "yes"}).exit_code, 0);
  CallTime call_time;
  constexpr int kBlows = 100;
  int killed = 0;
  for (int i = 0; i < kBlows; ++i) {
    call_time.measure([&] { return run({"configure", "set", "calm", std::to_string(i)}); });
    Process process = start({"configure", "set", "value", std::to_string(i)});
    call_time.sleep(1.5 * i / kBlows);
    process.kill(SIGKILL);
    killed += process.wait().signal == SIGKILL ? 1 : 0;
    ASSERT_EQ(run({"configure", "get", "calm"}).out, std::to_string(i) + "\n");
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) names.insert(entry.path().filename());
    names.erase("config.new");
    ASSERT_EQ(names, std::set<std::string>{"config"});
  }
  EXPECT_GT(killed, 10) << "hardly any was killed in time";
  EXPECT_EQ(run({"configure", "set", "value", "last"}).exit_code, 0);
  EXPECT_EQ(run({"configure", "get", "value"}).out, "last\n");
  EXPECT_FALSE(std::filesystem::exists(folder + "/config.new"));
}

TEST_F(Processes, KilledAtAnyMomentLeaveTheOldOrTheNewState) {
  // The kills are spread from before the call has begun until after it has ended.
  CallTime call_time;
  call_time.measure([&] { return id_in(create("calm").wait()); });
  constexpr int kBlows = 300;
  int made = 0;
  int killed = 0;
  for (int i = 0; i < kBlows; ++i) {
    const std::string token = "kill-" + std::to_string(i);
    const std::set<std::string> before = tables();
    {
      Process process = create(token);
      call_time.sleep(1.5 * i / kBlows);
      process.kill(SIGKILL);
      killed += process.wait().signal == SIGKILL ? 1 : 0;
    }
    const std::set<std::string> after = tables();
    ASSERT_LE(after.size() - before.size(), 1U);
    // Whatever happened, repeating the call with the same token now returns the one table that the first call was to
    // create.
    const std::string id = call_time.measure([&] { return id_in(create(token).wait()); });
    if (after.size() > before.size()) {
      EXPECT_TRUE(after.contains(id)) << "the repeat made a second table";
      ++made;
    }
    EXPECT_EQ(tables().size(), before.size() + 1);
    ASSERT_EQ(run({"state", "verify"}).exit_code, 0);
  }
  EXPECT_GT(killed, 20) << "hardly any was killed in time";
  EXPECT_GT(made, 20) << "hardly any was let go far enough";
}

}  // namespace
}  // namespace ec2mimic::test
