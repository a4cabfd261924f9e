#include "cli/system/real_lines.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace ec2mimic::cli {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

class RealLines : public testing::Test {
 protected:
  RealLines() {
    std::string pattern = testing::TempDir() + "lines-XXXXXX";
    folder_ = ::mkdtemp(pattern.data());
  }
  ~RealLines() override { fs::remove_all(folder_); }
  std::string path() const { return folder_ + "/log"; }
  std::string text() const {
    std::ostringstream text;
    text << std::ifstream(path()).rdbuf();
    return text.str();
  }

  std::string folder_{};
};

TEST_F(RealLines, MakeANewFileReadableByItsOwnerWhateverTheUmask) {
  const mode_t before = ::umask(0777);
  EXPECT_EQ(open_real_lines(path(), 1s).failure, "");
  ::umask(before);
  EXPECT_EQ(fs::status(path()).permissions(), fs::perms(0600));
}

TEST_F(RealLines, RejectAStateAsLog) {
  for (const char* state : {"{\n\"format\": \"ec2mimic-state\",\n", "{\n    \"format\" :\"ec2mimic-state\", "}) {
    std::ofstream(path()) << state;
    EXPECT_EQ(open_real_lines(path(), 1s).failure, "it is an ec2mimic state");
    EXPECT_EQ(text(), state);
  }
  std::ofstream(path()) << "{\"format\":\"another\"}\n";
  EXPECT_EQ(open_real_lines(path(), 1s).failure, "");
}

TEST_F(RealLines, MakeANewFilePrivateAndAppendToIt) {
  EXPECT_EQ(open_real_lines(path()).file->append("a\n"), "");
  EXPECT_EQ(open_real_lines(path()).file->append("b\n"), "");
  EXPECT_EQ(text(), "a\nb\n");
  EXPECT_EQ(fs::status(path()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(RealLines, EndAPartialLineOfAnotherProcess) {
  std::ofstream(path()) << "a\nhal";
  EXPECT_EQ(open_real_lines(path()).file->append("b\n"), "");
  EXPECT_EQ(text(), "a\nhal\nb\n");
}

TEST_F(RealLines, ReportWhyAFileCannotBeOpened) {
  EXPECT_EQ(open_real_lines(folder_).failure, "Is a directory");
  EXPECT_EQ(open_real_lines(folder_ + "/no/log").failure, "No such file or directory");
  EXPECT_EQ(open_real_lines("").failure, "No such file or directory");
  ASSERT_EQ(::mkfifo(path().c_str(), 0600), 0);
  EXPECT_EQ(open_real_lines(path()).failure, "No such device or address") << "a pipe that nobody reads";
  EXPECT_EQ(open_real_lines("/dev/full").file->append("a\n"), "No space left on device");
}

TEST_F(RealLines, FollowOurOwnLinks) {
  fs::create_symlink("target", path());
  EXPECT_EQ(open_real_lines(path()).file->append("a\n"), "") << "a link to what is not there yet";
  EXPECT_EQ(open_real_lines(path()).file->append("b\n"), "");
  EXPECT_TRUE(fs::is_symlink(path()));
  EXPECT_EQ(text(), "a\nb\n");
}

TEST_F(RealLines, AcceptAnOpenFileUnderProc) {
  const int descriptor = ::open(path().c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  ASSERT_EQ(::unlink(path().c_str()), 0) << "and the text of the link is no path";
  EXPECT_EQ(open_real_lines("/proc/self/fd/" + std::to_string(descriptor)).file->append("a\n"), "");
  struct stat status {};
  ASSERT_EQ(::fstat(descriptor, &status), 0);
  EXPECT_EQ(status.st_size, 2);
  ::close(descriptor);
}

TEST_F(RealLines, WaitForTheLockAndNameItsHolder) {
  const int holder = ::open(path().c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  ASSERT_EQ(::flock(holder, LOCK_EX), 0);
  const std::string failure = open_real_lines(path(), 20ms).file->append("a\n");
  // In a container the process that holds the lock may be invisible.
  EXPECT_TRUE(failure == "process " + std::to_string(::getpid()) + " has held its lock for 1 seconds" ||
              failure == "another process has held its lock for 1 seconds")
      << failure;
  EXPECT_EQ(text(), "");
  ::close(holder);
  EXPECT_EQ(open_real_lines(path(), 20ms).file->append("b\n"), "");
  EXPECT_EQ(text(), "b\n");
}

TEST_F(RealLines, GiveUpOnAPipeThatNobodyReads) {
  ASSERT_EQ(::mkfifo(path().c_str(), 0600), 0);
  const int reader = ::open(path().c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  const Files::Lines lines = open_real_lines(path(), 20ms);
  EXPECT_EQ(lines.file->append("a\n"), "");
  EXPECT_EQ(lines.file->append(std::string(1 << 20, 'b') + '\n'), "no process has read from it for 1 seconds");
  ::close(reader);
}

TEST_F(RealLines, RemoveAPartialLineAtTheFileSizeLimit) {
  EXPECT_EQ(open_real_lines(path()).file->append("a\n"), "");
  const pid_t child = ::fork();
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1000, 1000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    ::_exit(open_real_lines(path()).file->append(std::string(3000, 'b') + '\n') == "File too large" ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(text(), "a\n");
}

// Not every file system takes a line of many pages in one write; the lock keeps other writers out of it.
TEST_F(RealLines, StayIntactWithManyProcesses) {
  constexpr int kProcesses = 16, kLines = 25;
  for (int process = 0; process < kProcesses; ++process) {
    if (::fork() != 0) continue;
    const char letter = static_cast<char>('a' + process);
    for (int i = 0; i < kLines; ++i) {
      const std::size_t length = i % 5 == 0 ? 300000 : 10;
      if (open_real_lines(path()).file->append(std::string(length, letter) + '\n') != "") ::_exit(1);
    }
    ::_exit(0);
  }
  int status = 0;
  while (::wait(&status) > 0) EXPECT_EQ(status, 0);
  std::ifstream file(path());
  int count = 0;
  for (std::string line; std::getline(file, line); ++count) {
    EXPECT_TRUE(line.size() == 10 || line.size() == 300000) << line.size();
    EXPECT_EQ(line.find_first_not_of(line[0]), std::string::npos);
  }
  EXPECT_EQ(count, kProcesses * kLines);
}

}  // namespace
}  // namespace ec2mimic::cli
