#include "cli/system/real_process.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>

namespace ec2mimic::cli {
namespace {

namespace fs = std::filesystem;

class RealProcessTest : public testing::Test {
 protected:
  RealProcessTest() {
    std::string pattern = testing::TempDir() + "process-XXXXXX";
    home_ = ::mkdtemp(pattern.data());
    before_ = fs::current_path();
    fs::current_path(home_);
    for (const char* folder : {"a", "b", "c/tool"}) fs::create_directories(home_ + '/' + folder);
  }
  ~RealProcessTest() override {
    fs::current_path(before_);
    fs::remove_all(home_);
  }

  void program(const std::string& path, fs::perms mode = fs::perms::owner_all) const {
    std::ofstream(home_ + '/' + path) << "#!/bin/sh\n";
    fs::permissions(home_ + '/' + path, mode);
  }
  std::string found(const std::string& name, std::string_view search) const {
    const auto found = process_.find_program(name, search);
    return found.error == 0 ? found.path : std::to_string(found.error);
  }

  RealProcess process_{};
  std::string home_{}, before_{};
};

TEST_F(RealProcessTest, SleepsForTheGivenTime) {
  const auto before = process_.now().ticks;
  process_.sleep(std::chrono::milliseconds(30));
  EXPECT_GE(process_.now().ticks - before, std::chrono::milliseconds(30));
}

TEST_F(RealProcessTest, FindsProgramsAsAShellDoes) {
  program("b/tool");
  program("here");
  fs::create_symlink("/nowhere", home_ + "/a/tool");
  const std::string search = home_ + "/missing:" + home_ + "/here:" + home_ + "/c:" + home_ + "/a:" + home_ + "/b";
  EXPECT_EQ(found("tool", search), home_ + "/b/tool") << "past folders, and links that lead nowhere";
  EXPECT_EQ(found("here", search), std::to_string(ENOENT));
  EXPECT_EQ(found("here", search + ':'), "./here");
  EXPECT_EQ(found("here", ""), "./here");
  EXPECT_EQ(found("", search), std::to_string(ENOENT));
  EXPECT_EQ(found("b/tool", ""), "b/tool");
  EXPECT_EQ(found("./b/none", search), std::to_string(ENOENT));
  EXPECT_EQ(found("./b", search), std::to_string(EISDIR));
  EXPECT_EQ(found("b/tool/x", search), std::to_string(ENOTDIR));
}

TEST_F(RealProcessTest, SkipsAndRemembersFilesThatCannotBeExecuted) {
  program("a/tool", fs::perms::owner_read);
  EXPECT_EQ(found("a/tool", ""), std::to_string(EACCES));
  EXPECT_EQ(found("tool", home_ + "/a"), std::to_string(EACCES));
  EXPECT_EQ(found("tool", home_ + "/a:" + home_ + "/b"), std::to_string(EACCES));
  program("b/tool");
  EXPECT_EQ(found("tool", home_ + "/a:" + home_ + "/b"), home_ + "/b/tool");
}

TEST_F(RealProcessTest, ReturnsTheWorkingDirectoryUnlessItIsGone) {
  EXPECT_EQ(process_.folder(), fs::canonical(home_).string());
  fs::create_directory(home_ + "/gone");
  fs::current_path(home_ + "/gone");
  fs::remove(home_ + "/gone");
  EXPECT_EQ(process_.folder(), "");
}

}  // namespace
}  // namespace ec2mimic::cli
