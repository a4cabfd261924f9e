// The program itself on a disk that fails at the very end of a change, so that nobody knows whether the change would
// survive a power cut. A seccomp filter makes the kernel answer EIO to fsync of one descriptor. Which descriptor is the
// folder's is up to the program, so all are tried.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>

#include "tests/harness/program.h"

namespace ec2mimic::test {
namespace {

bool let_fsync_fail(unsigned descriptor) {
  const unsigned number = offsetof(seccomp_data, nr);
  const unsigned argument = offsetof(seccomp_data, args);  // its lower half, on a little-endian machine
  sock_filter program[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, number),         BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_fsync, 0, 3),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, argument),       BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, descriptor, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EIO), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  const sock_fprog filter{sizeof program / sizeof *program, program};
  return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

constexpr int kNoFilter = 77;

// A descriptor that is never used, so no fsync fails.
constexpr unsigned kNone = 1000;

// Runs a create on an account in `folder` and returns its exit code. Its stderr is in the file `err` there.
int exit_code_of_create(const TemporaryFolder& folder, unsigned descriptor) {
  const pid_t child = ::fork();
  if (child == 0) {
    const std::string state = folder.path() + "/state.json";
    const int err = ::open((folder.path() + "/err").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    const int out = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    if (!let_fsync_fail(descriptor)) ::_exit(kNoFilter);
    ::execl(EC2MIMIC_PROGRAM, "ec2mimic", "create-vpc", "--cidr-block", "10.0.0.0/16", "--state", state.c_str(),
            nullptr);
    ::_exit(kNoFilter);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(UnknownOutcome, IsReportedWithSafeNextSteps) {
  int reported = 0;
  for (unsigned descriptor = 3; descriptor < 10; ++descriptor) {
    const TemporaryFolder folder;
    // The first commit of all syncs other folders too, with the same number.
    ASSERT_EQ(exit_code_of_create(folder, kNone), 0);
    const int exit_code = exit_code_of_create(folder, descriptor);
    if (exit_code == kNoFilter) GTEST_SKIP() << "this system has no filters of system calls";
    const std::string err = read_file(folder.path() + "/err");
    EXPECT_EQ(exit_code, err.empty() ? 0 : 255) << err;
    const std::string state = folder.path() + "/state.json";
    if (err.find("cannot tell whether") == std::string::npos) continue;
    ++reported;
    const std::string begin =
        "\ncannot tell whether the change to " + state + " is safely on disk: Input/output error\nvpc-";
    EXPECT_TRUE(err.starts_with(begin)) << err;
    const std::string id = "vpc-" + err.substr(begin.size(), 17);
    EXPECT_EQ(err.substr(begin.size() + 17),
              " may have been created. Look for it first with `ec2mimic describe-vpcs --vpc-ids " + id + " --state " +
                  state + "`: repeating the command would create another.\n");
    EXPECT_NE(read_file(state).find('"' + id + '"'), std::string::npos);
  }
  EXPECT_EQ(reported, 1);
}

}  // namespace
}  // namespace ec2mimic::test
