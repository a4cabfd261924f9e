#include "cli/system/real_links.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace ec2mimic::cli {
namespace {

namespace fs = std::filesystem;

class RealLinks : public testing::Test {
 protected:
  RealLinks() {
    std::string pattern = testing::TempDir() + "links-XXXXXX";
    home_ = ::mkdtemp(pattern.data());
  }
  ~RealLinks() override { fs::remove_all(home_); }

  std::string guard(std::string_view text) { return place_real_scripts(folder(), kNames, text); }
  std::string place(const std::string& target) { return place_real_links(folder(), kNames, target); }
  std::string folder() const { return home_ + "/state/bin"; }
  std::string target(const std::string& name) const { return fs::read_symlink(folder() + '/' + name); }

  static constexpr std::array<std::string_view, 2> kNames{"aws", "aws_completer"};
  std::string home_{};
};

TEST_F(RealLinks, AreMadeInPrivateFolders) {
  EXPECT_EQ(place("/opt/a"), "");
  EXPECT_EQ(target("aws"), "/opt/a");
  EXPECT_EQ(target("aws_completer"), "/opt/a");
  EXPECT_EQ(fs::status(folder()).permissions(), fs::perms::owner_all);
  EXPECT_EQ(fs::status(home_ + "/state").permissions(), fs::perms::owner_all);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder()), {}), 2) << "nothing else is left there";
}

TEST_F(RealLinks, ReplaceWhatAKilledProcessLeft) {
  ASSERT_EQ(place("/opt/a"), "");
  ASSERT_EQ(guard("#!/bin/sh\n"), "");
  fs::remove(folder() + "/aws");
  std::ofstream(folder() + "/.aws.new") << "half";
  fs::create_directory(folder() + "/.aws_completer.new");
  fs::remove(folder() + "/aws_completer");
  EXPECT_EQ(guard("#!/bin/sh\n"), "");
  EXPECT_EQ(place("/opt/a"), "");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder()), {}), 2);
}

TEST_F(RealLinks, DoNotWaitForeverForAStoppedProcess) {
  ASSERT_EQ(place("/opt/a"), "");
  const int stopped = ::open(folder().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  ASSERT_EQ(::flock(stopped, LOCK_EX), 0);
  EXPECT_EQ(place("/opt/a"), "") << "nothing is to be done, and nobody is waited for";
  ::alarm(60);
  fs::remove(folder() + "/aws");
  EXPECT_EQ(place("/opt/a"), "");
  ::alarm(0);
  EXPECT_EQ(target("aws"), "/opt/a");
  ::close(stopped);
}

TEST_F(RealLinks, KeepCorrectLinksAndReplaceOthers) {
  ASSERT_EQ(place("/opt/a"), "");
  struct stat before {
  }, after{};
  ASSERT_EQ(::lstat((folder() + "/aws").c_str(), &before), 0);
  EXPECT_EQ(place("/opt/a"), "");
  ASSERT_EQ(::lstat((folder() + "/aws").c_str(), &after), 0);
  EXPECT_EQ(before.st_ino, after.st_ino);
  EXPECT_EQ(place("/opt/b"), "");
  EXPECT_EQ(target("aws"), "/opt/b");
  fs::remove(folder() + "/aws");
  std::ofstream(folder() + "/aws") << "a file";
  EXPECT_EQ(place("/opt/b"), "");
  EXPECT_EQ(target("aws"), "/opt/b");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder()), {}), 2);
}

TEST_F(RealLinks, ReportAFolderOrFileInTheWay) {
  fs::create_directories(folder() + "/aws/x");
  EXPECT_EQ(place("/opt/a"), "Unable to create the link " + folder() + "/aws: Is a directory.");
  fs::remove_all(home_ + "/state");
  std::ofstream(home_ + "/state") << "a file";
  EXPECT_EQ(place("/opt/a"), "Unable to create the folder " + folder() + ": Not a directory.");
}

TEST_F(RealLinks, AreNotPlacedWhereOthersMayWrite) {
  fs::create_directories(folder());
  fs::permissions(folder(), fs::perms::owner_all | fs::perms::group_write);
  EXPECT_EQ(place("/opt/a"), "The folder " + folder() + " can be written to by others; chmod go-w fixes that.");
  EXPECT_TRUE(fs::is_empty(folder()));
  if (::geteuid() != 0) GTEST_SKIP() << "only root can give a folder away";
  fs::permissions(folder(), fs::perms::owner_all);
  ASSERT_EQ(::chown(folder().c_str(), 1234, 1234), 0);
  EXPECT_EQ(place("/opt/a"), "The folder " + folder() + " belongs to another user.");
  EXPECT_TRUE(fs::is_empty(folder()));
}

TEST_F(RealLinks, RequireEveryFolderOnThePathToBeTrusted) {
  fs::create_directories(home_ + "/a/b");
  fs::permissions(home_ + "/a", fs::perms::owner_all | fs::perms::others_write);
  const std::string goal = home_ + "/a/b/c/bin";
  EXPECT_EQ(place_real_links(goal, kNames, "/opt/a"), "The folder " + home_ + "/a, on the path to " + goal +
                                                          ", can be written to by others; chmod go-w fixes that.");
  EXPECT_FALSE(fs::exists(home_ + "/a/b/c"));
  EXPECT_NE(place_real_scripts(goal, kNames, "#!/bin/sh\n"), "");
  // With the sticky bit, as in /tmp, others cannot replace what is ours.
  fs::permissions(home_ + "/a", fs::perms::all | fs::perms::sticky_bit);
  EXPECT_EQ(place_real_links(goal, kNames, "/opt/a"), "");
  EXPECT_EQ(place_real_links(home_ + "/a", kNames, "/opt/a"),
            "The folder " + home_ + "/a can be written to by others; chmod go-w fixes that.");
  if (::geteuid() != 0) GTEST_SKIP() << "only root can give a folder away";
  fs::permissions(home_ + "/a", fs::perms::owner_all);
  ASSERT_EQ(::chown((home_ + "/a").c_str(), 1234, 1234), 0);
  EXPECT_EQ(place_real_links(goal, kNames, "/opt/a"),
            "The folder " + home_ + "/a, on the path to " + goal + ", belongs to another user.");
}

TEST_F(RealLinks, CheckEveryFolderThatLinksPassThrough) {
  fs::create_directories(home_ + "/open/real");
  fs::create_symlink("open/real", home_ + "/state");
  EXPECT_EQ(place("/opt/a"), "");
  EXPECT_EQ(fs::read_symlink(home_ + "/open/real/bin/aws"), "/opt/a");
  fs::permissions(home_ + "/open", fs::perms::owner_all | fs::perms::group_write);
  EXPECT_EQ(place("/opt/a"), "The folder " + home_ + "/open, on the path to " + folder() +
                                 ", can be written to by others; chmod go-w fixes that.");
  fs::permissions(home_ + "/open", fs::perms::owner_all);
  fs::remove(home_ + "/state");
  fs::create_symlink(home_ + "/open/../open//./real/", home_ + "/state");
  EXPECT_EQ(place("/opt/a"), "");
  if (::geteuid() == 0) {
    ASSERT_EQ(::lchown((home_ + "/state").c_str(), 1234, 1234), 0);
    EXPECT_EQ(place("/opt/a"),
              "The link " + home_ + "/state, on the path to " + folder() + ", belongs to another user.");
  }
  fs::remove(home_ + "/state");
  fs::create_symlink("state", home_ + "/state");
  EXPECT_EQ(place("/opt/a"), "Unable to follow the link " + home_ + "/state: Too many levels of symbolic links.");
}

TEST_F(RealLinks, MakePrivateFoldersWhateverTheUmask) {
  const mode_t before = ::umask(0777);
  const std::string problem = place("/opt/a");
  ::umask(before);
  EXPECT_EQ(problem, "");
  EXPECT_EQ(fs::status(folder()).permissions(), fs::perms::owner_all);
  EXPECT_EQ(fs::status(home_ + "/state").permissions(), fs::perms::owner_all);
}

TEST_F(RealLinks, RepairScriptsThatAreNotOursOrNotRunnable) {
  const std::string text = "#!/bin/sh\nexit 7\n";
  const std::string path = folder() + "/aws";
  const auto exit_code = [&] { return WEXITSTATUS(std::system(path.c_str())); };
  ASSERT_EQ(guard(text), "");
  EXPECT_EQ(exit_code(), 7);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder()), {}), 2) << "nothing else is left there";
  struct stat before {
  }, after{};
  ASSERT_EQ(::stat(path.c_str(), &before), 0);
  ASSERT_EQ(guard(text), "");
  ASSERT_EQ(::stat(path.c_str(), &after), 0);
  EXPECT_EQ(before.st_ino, after.st_ino) << "a right one stays";
  // Whatever is wrong with the script is repaired.
  fs::permissions(path, fs::perms::owner_read);
  EXPECT_EQ(guard(text), "");
  EXPECT_EQ(exit_code(), 7);
  fs::permissions(path, fs::perms::others_write, fs::perm_options::add);
  EXPECT_EQ(guard(text), "");
  EXPECT_EQ(fs::status(path).permissions(), static_cast<fs::perms>(0755));
  std::ofstream(path, std::ios::app) << "more";
  EXPECT_EQ(guard(text), "");
  EXPECT_EQ(fs::file_size(path), text.size());
  std::ofstream(path, std::ios::trunc).close();
  EXPECT_EQ(guard(text), "");
  EXPECT_EQ(exit_code(), 7);
  fs::remove(path);
  fs::create_symlink("/bin/true", path);
  EXPECT_EQ(guard(text), "");
  EXPECT_EQ(exit_code(), 7);
  EXPECT_EQ(guard("#!/bin/sh\nexit 8\n"), "");
  EXPECT_EQ(exit_code(), 8);
  fs::remove(path);
  fs::create_directories(path + "/x");
  EXPECT_EQ(guard(text), "Unable to create the script " + path + ": Is a directory.");
}

}  // namespace
}  // namespace ec2mimic::cli
