// What a call costs in counts that do not depend on the machine: system calls and page faults of the program as it is
// shipped (static, optimised). Times are for the benchmark; a count that grows is found here, on the day it grows.
// The bounds stand a little above what was counted: one system call, and a quarter of the page faults. These depend on
// what the kernel has in its cache, so the least of some runs counts. Two of the calls of every operation are for the
// AWS CLI's configuration files, which are not there: no answer can be given before it is known that they say nothing.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <string>
#include <vector>

#include "tests/harness/program.h"

namespace ec2mimic::test {
namespace {

struct Cost {
  int exit_code = -1;
  long system_calls = 0;  ///< -1 if this machine lets nobody trace
  long page_faults = 0;
};

// Runs the program with its output thrown away. Traced or not, because tracing costs page faults of its own.
Cost run(const std::vector<std::string>& arguments, const std::string& home, bool traced) {
  std::vector<std::string> words = arguments;
  words.insert(words.begin(), EC2MIMIC_PROGRAM);
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  std::string variable = "HOME=" + home;
  char* environment[] = {variable.data(), nullptr};
  const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  const pid_t child = ::vfork();
  if (child == 0) {
    if (traced && ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) ::_exit(126);
    ::dup2(nowhere, 1);
    ::execve(EC2MIMIC_PROGRAM, pointers.data(), environment);
    ::_exit(127);
  }
  ::close(nowhere);
  Cost cost;
  int status = 0;
  rusage usage{};
  long stops = 0;
  while (::wait4(child, &status, 0, &usage) == child && WIFSTOPPED(status)) {
    if (stops == 0) ::ptrace(PTRACE_SETOPTIONS, child, nullptr, PTRACE_O_TRACESYSGOOD);
    if (WSTOPSIG(status) == (SIGTRAP | 0x80)) ++stops;
    ::ptrace(PTRACE_SYSCALL, child, nullptr, nullptr);
  }
  cost.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  // Each call stops twice, on its way in and out, but the last one never comes back.
  cost.system_calls = (stops + 1) / 2;
  cost.page_faults = usage.ru_minflt + usage.ru_majflt;
  return cost;
}

struct Bound {
  const char* what;
  std::vector<std::string> arguments;
  long system_calls;
  long page_faults;
  int exit_code = 0;
};

class CostTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!EC2MIMIC_LEAN) GTEST_SKIP() << "not the program as it is shipped";
    ASSERT_EQ(run({"state", "seed", "blog"}, folder_.path(), false).exit_code, 0);
  }

  void expect_at_most(const Bound& bound) {
    Cost faults = run(bound.arguments, folder_.path(), false);
    for (int again = 0; again < 4; ++again) {
      const Cost other = run(bound.arguments, folder_.path(), false);
      faults.page_faults = std::min(faults.page_faults, other.page_faults);
    }
    const Cost calls = run(bound.arguments, folder_.path(), true);
    if (calls.exit_code == 126) GTEST_SKIP() << "this machine lets nobody trace";
    std::printf("%-24s %3ld system calls (at most %ld), %3ld page faults (at most %ld)\n", bound.what,
                calls.system_calls, bound.system_calls, faults.page_faults, bound.page_faults);
    EXPECT_EQ(faults.exit_code, bound.exit_code) << bound.what;
    EXPECT_LE(calls.system_calls, bound.system_calls) << bound.what;
    EXPECT_LE(faults.page_faults, bound.page_faults) << bound.what;
  }

  TemporaryFolder folder_;
};

TEST_F(CostTest, of_the_version) { expect_at_most({"--version", {"--version"}, 22, 48}); }
TEST_F(CostTest, of_help) { expect_at_most({"help", {"help"}, 23, 63}); }
TEST_F(CostTest, of_a_create) {
  expect_at_most({"create-route-table", {"create-route-table", "--vpc-id", "vpc-00c84bd9dcad1d728"}, 52, 84});
}
TEST_F(CostTest, of_a_replay) {
  const std::vector<std::string> words = {"create-route-table", "--vpc-id", "vpc-00c84bd9dcad1d728", "--client-token",
                                          "t"};
  static_cast<void>(run(words, folder_.path(), false));
  expect_at_most({"a replay", words, 36, 78});
}
TEST_F(CostTest, of_a_describe) {
  expect_at_most({"describe-vpcs", {"describe-vpcs", "--vpc-ids", "vpc-00c84bd9dcad1d728"}, 30, 78});
}
TEST_F(CostTest, of_a_refusal) { expect_at_most({"a refusal", {"describe-vpcs", "--vpc-ids", "vpc-1"}, 31, 85, 254}); }

}  // namespace
}  // namespace ec2mimic::test
