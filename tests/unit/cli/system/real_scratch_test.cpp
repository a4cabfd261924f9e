#include "cli/system/real_scratch.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>

namespace ec2mimic::cli {
namespace {

namespace fs = std::filesystem;

TEST(RealScratch, IsRemovedWithItsContents) {
  const std::string kept = fs::temp_directory_path() / ("kept-" + std::to_string(::getpid()));
  fs::create_directory(kept);
  std::ofstream(kept + "/file") << 1;
  std::string path;
  {
    const ScratchFolder folder;
    path = folder.path();
    EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_all);
    for (int i = 0; i < 500; ++i) std::ofstream(path + "/a-rather-long-name-" + std::to_string(i)) << i;
    fs::create_directories(path + "/one/two");
    std::ofstream(path + "/one/two/three") << 3;
    fs::create_directory_symlink(kept, path + "/link");
  }
  EXPECT_FALSE(fs::exists(path));
  EXPECT_TRUE(fs::exists(kept + "/file"));
  fs::remove_all(kept);
}

TEST(RealScratch, IsRemovedByASignalThatEndsTheProcess) {
  for (const int signal : {SIGHUP, SIGTERM, SIGQUIT, SIGXCPU}) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
      std::signal(signal, SIG_DFL);  // nohup and the like ignore some
      const ScratchFolder folder;
      std::ofstream(folder.path() + "/file") << 1;
      static_cast<void>(::write(ends[1], folder.path().data(), folder.path().size()) > 0);
      ::raise(signal);
      ::_exit(0);
    }
    ::close(ends[1]);
    char path[4096];
    const ssize_t length = ::read(ends[0], path, sizeof path);
    ::close(ends[0]);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_GT(length, 0);
    EXPECT_TRUE(WIFSIGNALED(status));
    EXPECT_EQ(WTERMSIG(status), signal);
    EXPECT_FALSE(fs::exists(std::string(path, static_cast<std::size_t>(length))));
  }
}

TEST(RealScratch, RestoresSignalHandlers) {
  std::signal(SIGHUP, SIG_DFL);
  std::signal(SIGTERM, SIG_IGN);
  {
    const ScratchFolder folder;
    ::raise(SIGTERM);
    EXPECT_TRUE(fs::exists(folder.path()));
    struct sigaction now {};
    ::sigaction(SIGHUP, nullptr, &now);
    EXPECT_NE(now.sa_handler, SIG_DFL);
  }
  EXPECT_EQ(std::signal(SIGTERM, SIG_DFL), SIG_IGN);
  EXPECT_EQ(std::signal(SIGHUP, SIG_DFL), SIG_DFL);
}

}  // namespace
}  // namespace ec2mimic::cli
