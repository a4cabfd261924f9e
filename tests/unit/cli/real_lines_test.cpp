#include "cli/real_lines.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace ec2mimic::cli {
namespace {

namespace fs = std::filesystem;

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

TEST_F(RealLines, ANewFileIsPrivateAndGrows) {
  EXPECT_EQ(open_real_lines(path()).file->append("a\n"), 0);
  EXPECT_EQ(open_real_lines(path()).file->append("b\n"), 0);
  EXPECT_EQ(text(), "a\nb\n");
  EXPECT_EQ(fs::status(path()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(RealLines, HalfALineOfAnotherIsEnded) {
  std::ofstream(path()) << "a\nhal";
  EXPECT_EQ(open_real_lines(path()).file->append("b\n"), 0);
  EXPECT_EQ(text(), "a\nhal\nb\n");
}

TEST_F(RealLines, WhatCannotBeOpenedSaysWhy) {
  EXPECT_EQ(open_real_lines(folder_).error, EISDIR);
  EXPECT_EQ(open_real_lines(folder_ + "/no/log").error, ENOENT);
  ASSERT_EQ(::mkfifo(path().c_str(), 0600), 0);
  EXPECT_EQ(open_real_lines(path()).error, ENXIO) << "a pipe that nobody reads";
  EXPECT_EQ(open_real_lines("/dev/full").file->append("a\n"), ENOSPC);
}

// A line of many pages does not fit into one write of every file system: the lock keeps others out of it.
TEST_F(RealLines, LinesOfManyProcessesStayWhole) {
  constexpr int kProcesses = 16, kLines = 25;
  for (int process = 0; process < kProcesses; ++process) {
    if (::fork() != 0) continue;
    const char letter = static_cast<char>('a' + process);
    for (int i = 0; i < kLines; ++i) {
      const std::size_t length = i % 5 == 0 ? 300000 : 10;
      if (open_real_lines(path()).file->append(std::string(length, letter) + '\n') != 0) ::_exit(1);
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
