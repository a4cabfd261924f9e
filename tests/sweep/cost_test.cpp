// The cost of a call in numbers that do not depend on the machine: system calls and page faults of the program as it is
// shipped (static, optimised). Times are for the benchmarks; a count that grows is found here at once. The limits are
// slightly above the counts: by one system call, and by a tenth of the page faults. The number of pages per fault
// depends on how the file got into the kernel's cache, so a copy in memory is run, which is always cached page by page,
// and the minimum of several runs counts. Three of the calls of every operation are for the AWS CLI's configuration
// files and the file of faults, which do not exist here: nothing can be done before that is known.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <string>
#include <vector>

#include "core/operation/registry.h"
#include "tests/harness/program.h"

namespace ec2mimic::test {
namespace {

// The count, with an allowance for the operations: looking one up reads the names of all, about a page for every four.
long faults(std::size_t counted) { return static_cast<long>(counted + operations().size() / 4); }

struct Cost {
  int exit_code = -1;
  long system_calls = 0;  ///< -1 if this machine does not permit tracing
  long page_faults = 0;
};

// The path of a copy of the program in memory, owned by this process.
const std::string& program() {
  static const std::string path = [] {
    const int copy = ::memfd_create("ec2mimic", 0);
    const std::string content = read_file(EC2MIMIC_PROGRAM);
    for (std::size_t at = 0; at < content.size();) {
      const ssize_t count = ::write(copy, content.data() + at, content.size() - at);
      if (count <= 0) break;
      at += static_cast<std::size_t>(count);
    }
    return "/proc/" + std::to_string(::getpid()) + "/fd/" + std::to_string(copy);
  }();
  return path;
}

// Runs the program and discards its output. Tracing is optional because it causes page faults of its own.
Cost run(const std::vector<std::string>& arguments, const std::string& home, bool traced) {
  std::vector<std::string> words = arguments;
  words.insert(words.begin(), "ec2mimic");
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  std::string variable = "HOME=" + home;
  char* environment[] = {variable.data(), nullptr};
  const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  const char* path = program().c_str();
  const pid_t child = ::vfork();
  if (child == 0) {
    if (traced && ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) ::_exit(126);
    ::dup2(nowhere, 1);
    ::execve(path, pointers.data(), environment);
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
  // Each call stops twice, on entry and on exit, but the last one never returns.
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

TEST_F(CostTest, VersionStaysWithinLimits) { expect_at_most({"--version", {"--version"}, 21, 60}); }
TEST_F(CostTest, HelpStaysWithinLimits) { expect_at_most({"help", {"help"}, 24, faults(79)}); }
TEST_F(CostTest, CreateStaysWithinLimits) {
  expect_at_most({"create-route-table", {"create-route-table", "--vpc-id", "vpc-00c84bd9dcad1d728"}, 56, faults(99)});
}
TEST_F(CostTest, ReplayStaysWithinLimits) {
  const std::vector<std::string> words = {"create-route-table", "--vpc-id", "vpc-00c84bd9dcad1d728", "--client-token",
                                          "t"};
  static_cast<void>(run(words, folder_.path(), false));
  expect_at_most({"a replay", words, 41, faults(94)});
}
TEST_F(CostTest, DescribeStaysWithinLimits) {
  expect_at_most({"describe-vpcs", {"describe-vpcs", "--vpc-ids", "vpc-00c84bd9dcad1d728"}, 31, faults(93)});
}
TEST_F(CostTest, RefusalStaysWithinLimits) {
  expect_at_most({"a refusal", {"describe-vpcs", "--vpc-ids", "vpc-1"}, 31, faults(101), 254});
}

}  // namespace
}  // namespace ec2mimic::test
