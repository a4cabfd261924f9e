#include "cli/real_links.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
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

  std::string place(const std::string& target) { return place_real_links(folder(), kNames, target); }
  std::string folder() const { return home_ + "/state/bin"; }
  std::string target(const std::string& name) const { return fs::read_symlink(folder() + '/' + name); }

  static constexpr std::array<std::string_view, 2> kNames{"aws", "aws_completer"};
  std::string home_{};
};

TEST_F(RealLinks, FoldersAreMadePrivateAndLinksInThem) {
  EXPECT_EQ(place("/opt/a"), "");
  EXPECT_EQ(target("aws"), "/opt/a");
  EXPECT_EQ(target("aws_completer"), "/opt/a");
  EXPECT_EQ(fs::status(folder()).permissions(), fs::perms::owner_all);
  EXPECT_EQ(fs::status(home_ + "/state").permissions(), fs::perms::owner_all);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder()), {}), 2) << "nothing else is left there";
}

TEST_F(RealLinks, RightLinksStayAndWrongOnesAreReplaced) {
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

TEST_F(RealLinks, AFolderOrAFileInTheWayIsNamed) {
  fs::create_directories(folder() + "/aws/x");
  EXPECT_EQ(place("/opt/a"), "Unable to make the link " + folder() + "/aws: Is a directory.");
  fs::remove_all(home_ + "/state");
  std::ofstream(home_ + "/state") << "a file";
  EXPECT_EQ(place("/opt/a"), "Unable to make the folder " + folder() + ": Not a directory.");
}

TEST_F(RealLinks, WhereOthersMayWriteNothingIsPlaced) {
  fs::create_directories(folder());
  fs::permissions(folder(), fs::perms::owner_all | fs::perms::group_write);
  EXPECT_EQ(place("/opt/a"), "The folder " + folder() + " can be written to by others.");
  EXPECT_TRUE(fs::is_empty(folder()));
  if (::geteuid() != 0) GTEST_SKIP() << "only root can give a folder away";
  fs::permissions(folder(), fs::perms::owner_all);
  ASSERT_EQ(::chown(folder().c_str(), 1234, 1234), 0);
  EXPECT_EQ(place("/opt/a"), "The folder " + folder() + " belongs to another user.");
  EXPECT_TRUE(fs::is_empty(folder()));
}

}  // namespace
}  // namespace ec2mimic::cli
