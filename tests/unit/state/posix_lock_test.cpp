#include "state/posix_lock.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

namespace ec2mimic::state {
namespace {

using Clock = std::chrono::steady_clock;

/// A file, and another holder of its lock.
class PosixLock : public testing::Test {
 protected:
  PosixLock() {
    file_ = mkstemp(path_);
    other_ = open(path_, O_RDWR);
  }
  ~PosixLock() override {
    close(file_);
    close(other_);
    unlink(path_);
  }

  /// `other_` acts as another process: a lock belongs to the open file, not to the process.
  void hold() const { ASSERT_EQ(flock(other_, LOCK_EX), 0); }

  char path_[32] = "/tmp/ec2mimic-lock-XXXXXX";
  int file_ = -1;
  int other_ = -1;
};

TEST_F(PosixLock, IsTakenAtOnceIfFree) { EXPECT_EQ(lock_patiently(file_, std::chrono::seconds(60)), 0); }

TEST_F(PosixLock, IsNotWaitedForWithoutPatience) {
  hold();
  EXPECT_EQ(lock_patiently(file_, std::chrono::seconds(0)), -ETIMEDOUT);
}

TEST_F(PosixLock, IsWaitedForUntilPatienceEnds) {
  hold();
  const auto begin = Clock::now();
  EXPECT_EQ(lock_patiently(file_, std::chrono::milliseconds(120)), -ETIMEDOUT);
  EXPECT_GE(Clock::now() - begin, std::chrono::milliseconds(120));
  EXPECT_LT(Clock::now() - begin, std::chrono::seconds(30));
}

TEST_F(PosixLock, IsTakenWhenItsHolderReleasesIt) {
  hold();
  const pid_t holder = fork();
  ASSERT_GE(holder, 0);
  if (holder == 0) {
    usleep(100'000);
    _exit(0);
  }
  close(other_);
  other_ = -1;
  EXPECT_EQ(lock_patiently(file_, std::chrono::seconds(60)), 0);
  EXPECT_EQ(waitpid(holder, nullptr, 0), holder);
}

TEST_F(PosixLock, RestoresTheAlarmHandler) {
  hold();
  struct sigaction mine {};
  mine.sa_handler = SIG_IGN;
  struct sigaction before {};
  sigaction(SIGALRM, &mine, &before);
  EXPECT_EQ(lock_patiently(file_, std::chrono::milliseconds(20)), -ETIMEDOUT);
  struct sigaction after {};
  sigaction(SIGALRM, &before, &after);
  EXPECT_EQ(after.sa_handler, SIG_IGN);
}

TEST_F(PosixLock, IsWaitedForEvenIfTheAlarmIsBlocked) {
  hold();
  sigset_t alarm;
  sigemptyset(&alarm);
  sigaddset(&alarm, SIGALRM);
  sigset_t before;
  sigprocmask(SIG_BLOCK, &alarm, &before);
  EXPECT_EQ(lock_patiently(file_, std::chrono::milliseconds(20)), -ETIMEDOUT);
  sigset_t after;
  sigprocmask(SIG_SETMASK, &before, &after);
  EXPECT_EQ(sigismember(&after, SIGALRM), 1);
}

TEST_F(PosixLock, ReportsItsHolder) {
  hold();
  struct stat found {};
  ASSERT_EQ(fstat(file_, &found), 0);
  const FileStatus status{.device = found.st_dev,
                          .inode = found.st_ino,
                          .size = 0,
                          .mode = 0,
                          .owner = 0,
                          .group = 0,
                          .kind = FileKind::regular};
  EXPECT_EQ(find_lock_holder(status), getpid());
  flock(other_, LOCK_UN);
  EXPECT_EQ(find_lock_holder(status), 0);
}

TEST(LockHolder, IsFoundInProcLocks) {
  const FileStatus file{
      .device = 0xfe01, .inode = 77, .size = 0, .mode = 0, .owner = 0, .group = 0, .kind = FileKind::regular};
  const std::string table =
      "1: POSIX  ADVISORY  WRITE 11 fe:01:77 0 EOF\n"
      "2: FLOCK  ADVISORY  WRITE 12 fe:01:78 0 EOF\n"
      "3: FLOCK  ADVISORY  WRITE 13 fe:01:77 0 EOF\n"
      "3: -> FLOCK  ADVISORY  WRITE 14 fe:01:77 0 EOF\n";
  EXPECT_EQ(find_lock_holder(file, table), 13);
  EXPECT_EQ(find_lock_holder(file, table.substr(0, 88)), 0);
  EXPECT_EQ(find_lock_holder(file, ""), 0);
  EXPECT_EQ(find_lock_holder(file, "3: FLOCK ADVISORY WRITE -1 fe:01:77 0 EOF"), 0);
}

}  // namespace
}  // namespace ec2mimic::state
