#include "cli/system/real_path.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "cli/system/real_lines.h"

namespace ec2mimic::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kOpenFolder = " in a folder that everybody may write to";

// Only root can create files of another user. Without root the tests ask on behalf of a user that is not the caller,
// about the caller's files in /tmp, which is root's.
class RealPath : public testing::Test {
 protected:
  RealPath() {
    std::string pattern = testing::TempDir() + "path-XXXXXX";
    folder_ = ::mkdtemp(pattern.data());
    if (is_root()) {
      ::chmod(folder_.c_str(), 01777);
    } else {
      fs::remove(folder_);
      stem_ = folder_;
    }
  }
  ~RealPath() override {
    if (is_root()) fs::remove_all(folder_);
    if (!is_root()) fs::remove(path("log"));
  }
  void SetUp() override {
    struct stat status {};
    ::stat("/tmp", &status);
    if (!is_root() && (status.st_uid != 0 || (status.st_mode & 01002) != 01002 || !folder_.starts_with("/tmp/path"))) {
      GTEST_SKIP() << "neither root nor a /tmp for everybody";
    }
  }

  static bool is_root() { return ::geteuid() == 0; }
  static uid_t user() { return is_root() ? 0 : ::geteuid() + 1; }
  std::string path(const std::string& name) const { return is_root() ? folder_ + '/' + name : stem_ + name; }
  // Changes the owner of a file or a link to somebody other than user().
  static void give_away(const std::string& path) {
    if (is_root()) {
      ASSERT_EQ(::lchown(path.c_str(), 12345, 12345), 0);
    }
  }
  std::string distrusted(const std::string& name) const {
    const int descriptor = ::open(path(name).c_str(), O_RDONLY | O_CLOEXEC);
    std::string answer = distrust(descriptor, path(name), user());
    ::close(descriptor);
    return answer;
  }

  std::string folder_{}, stem_{};
};

TEST_F(RealPath, DoesNotFollowALinkOfAnotherUser) {
  fs::create_symlink("/etc/hostname", path("log"));
  EXPECT_EQ(follow_path(path("log"), ::geteuid()).failure, "") << "our own";
  give_away(path("log"));
  EXPECT_EQ(follow_path(path("log"), user()).failure,
            "another user has placed the link '" + path("log") + "'" + std::string(kOpenFolder));
}

TEST_F(RealPath, DoesNotFollowAnIntermediateLinkOfAnotherUser) {
  fs::create_symlink("/etc", path("log"));
  EXPECT_EQ(follow_path(path("log") + "/hostname", ::geteuid()).failure, "");
  give_away(path("log"));
  EXPECT_EQ(follow_path(path("log") + "/hostname", user()).failure,
            "another user has placed the link '" + path("log") + "'" + std::string(kOpenFolder));
}

TEST_F(RealPath, DoesNotTrustAFileOfAnotherUser) {
  std::ofstream(path("log")) << "a\n";
  EXPECT_EQ(distrust(::open(path("log").c_str(), O_RDONLY | O_CLOEXEC), path("log"), ::geteuid()), "") << "our own";
  give_away(path("log"));
  EXPECT_EQ(distrusted("log"), "it belongs to another user," + std::string(kOpenFolder));
}

TEST_F(RealPath, TrustsEverythingInAPrivateFolder) {
  if (!is_root()) GTEST_SKIP() << "only root can make files of others";
  for (const mode_t mode : {0755U, 01775U, 0777U}) {
    ASSERT_EQ(::chmod(folder_.c_str(), mode), 0);
    fs::create_symlink("/etc/hostname", path("link"));
    std::ofstream(path("file")) << "a\n";
    give_away(path("link"));
    give_away(path("file"));
    EXPECT_EQ(follow_path(path("link"), user()).failure, "") << std::oct << mode;
    EXPECT_EQ(distrusted("file"), "") << std::oct << mode;
    fs::remove(path("link"));
  }
}

TEST_F(RealPath, OpensNoLogThroughAForeignLink) {
  if (!is_root()) GTEST_SKIP() << "only root can make links of others";
  const std::string victim = folder_ + "/home-profile";
  std::ofstream(victim) << "export A=1\n";
  fs::create_symlink(victim, path("log"));
  give_away(path("log"));
  EXPECT_EQ(open_real_lines(path("log")).failure,
            "another user has placed the link '" + path("log") + "'" + std::string(kOpenFolder));
  EXPECT_EQ(fs::file_size(victim), 11U);
  give_away(victim);
  EXPECT_EQ(open_real_lines(victim).failure, "it belongs to another user," + std::string(kOpenFolder));
}

// The remaining tests work in any folder and for any user.

struct Folder {
  Folder() {
    std::string pattern = testing::TempDir() + "path-XXXXXX";
    path = ::mkdtemp(pattern.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path); }
  std::string path{};
};

TEST(RealPathEnd, IsTheTargetOfAllLinks) {
  const Folder folder;
  fs::create_directories(folder.path + "/a/b");
  fs::create_symlink("a/b", folder.path + "/short");
  fs::create_symlink("../new", folder.path + "/a/b/log");
  const PathEnd end = follow_path(folder.path + "//short/./log", ::geteuid());
  EXPECT_EQ(end.failure, "");
  EXPECT_FALSE(end.is_there);
  EXPECT_TRUE(fs::equivalent(fs::path(end.place).parent_path(), folder.path + "/a")) << end.place;
  EXPECT_TRUE(end.place.ends_with("/new"));
  std::ofstream(folder.path + "/a/new") << "a\n";
  EXPECT_TRUE(follow_path(folder.path + "/short/log", ::geteuid()).is_there);
}

TEST(RealPathEnd, LeavesOtherProblemsToTheCaller) {
  const Folder folder;
  std::ofstream(folder.path + "/file") << "a\n";
  for (const char* name : {"/no/log", "/file/log", "/no/../log"}) {
    const PathEnd end = follow_path(folder.path + name, ::geteuid());
    EXPECT_EQ(end.failure, "") << name;
    EXPECT_TRUE(end.is_there) << name;
  }
}

TEST(RealPathEnd, DetectsALoop) {
  const Folder folder;
  fs::create_symlink("b", folder.path + "/a");
  fs::create_symlink("a", folder.path + "/b");
  EXPECT_EQ(follow_path(folder.path + "/a", ::geteuid()).failure, "Too many levels of symbolic links");
}

TEST(RealPathEnd, TrustsTheOwnerOfTheFolder) {
  const Folder folder;
  ASSERT_EQ(::chmod(folder.path.c_str(), 01777), 0);
  fs::create_symlink("file", folder.path + "/log");
  std::ofstream(folder.path + "/file") << "a\n";
  const uid_t another = ::geteuid() + 1;
  EXPECT_EQ(follow_path(folder.path + "/log", another).failure, "");
  const int descriptor = ::open((folder.path + "/file").c_str(), O_RDONLY | O_CLOEXEC);
  EXPECT_EQ(distrust(descriptor, folder.path + "/file", another), "");
  ::close(descriptor);
}

TEST(RealPathEnd, DoesNotTrustASecondNameInASharedFolder) {
  const Folder folder;
  std::ofstream(folder.path + "/file") << "a\n";
  fs::create_hard_link(folder.path + "/file", folder.path + "/log");
  const int descriptor = ::open((folder.path + "/log").c_str(), O_RDONLY | O_CLOEXEC);
  EXPECT_EQ(distrust(descriptor, folder.path + "/log", ::geteuid()), "");
  ASSERT_EQ(::chmod(folder.path.c_str(), 01777), 0);
  EXPECT_EQ(distrust(descriptor, folder.path + "/log", ::geteuid()),
            "it has a second hard link," + std::string(kOpenFolder));
  ::close(descriptor);
}

}  // namespace
}  // namespace ec2mimic::cli
