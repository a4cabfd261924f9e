#include "state/neighbours.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "state/posix_file_system.h"
#include "tests/unit/state/some_state.h"

namespace ec2mimic::state {
namespace {

namespace fs = std::filesystem;

class StateNeighbours : public testing::Test {
 protected:
  StateNeighbours() {
    std::string pattern = testing::TempDir() + "neighbours-XXXXXX";
    folder_ = ::mkdtemp(pattern.data());
  }
  ~StateNeighbours() override { fs::remove_all(folder_); }

  std::string path(const std::string& name) const { return folder_ + '/' + name; }
  void make(const std::string& name) const { std::ofstream(path(name)) << name; }
  bool belongs(const std::string& name) { return belongs_to(files_, path(name), path("state.json")); }

  PosixFileSystem files_{};
  std::string folder_{};
};

TEST_F(StateNeighbours, AreRecognisedByNameBeforeTheyExist) {
  for (const char* name :
       {"state.json", "state.json.lock", "state.json.new", "state.json.fault", "state.json.fault.new", "state.json.v1",
        "state.json.v12.2", "state.json.revision-12", "./state.json", "/state.json", "no/../state.json"}) {
    if (std::string_view(name).starts_with("no")) fs::create_directory(path("no"));
    EXPECT_TRUE(belongs(name)) << name;
  }
}

TEST_F(StateNeighbours, DoNotIncludeFilesWithSimilarNames) {
  fs::create_directory(path("other"));
  for (const char* name : {"state.json.log", "state.json.v", "state.json.revision-", "state.json.revision-07",
                           "state.json.vx", "state.json2", "calls.log", "other/state.json", "missing/state.json"}) {
    EXPECT_FALSE(belongs(name)) << name;
  }
}

TEST_F(StateNeighbours, AreRecognisedThroughLinks) {
  for (const char* name : {"state.json", "state.json.lock", "state.json.new", "state.json.revision-7"}) {
    fs::create_symlink(name, path("link"));
    EXPECT_TRUE(belongs("link")) << name << ", by a link to what is not there";
    make(name);
    EXPECT_TRUE(belongs("link")) << name;
    fs::create_hard_link(path(name), path("second"));
    EXPECT_TRUE(belongs("second")) << name;
    fs::remove(path("link"));
    fs::remove(path("second"));
  }
  fs::create_directory_symlink(folder_, path("here"));
  EXPECT_TRUE(belongs("here/state.json"));
  fs::remove(path("state.json"));
  EXPECT_TRUE(belongs("here/state.json"));
}

TEST_F(StateNeighbours, AreBesideTheTargetOfALink) {
  fs::create_directory(path("far"));
  fs::create_symlink("far/account.json", path("state.json"));
  EXPECT_TRUE(belongs("far/account.json"));
  EXPECT_TRUE(belongs("far/account.json.lock"));
  EXPECT_TRUE(belongs("state.json"));
  EXPECT_TRUE(belongs("state.json.fault")) << "faults are beside the link";
  make("state.json.fault");
  fs::create_hard_link(path("state.json.fault"), path("second"));
  EXPECT_TRUE(belongs("second"));
  EXPECT_FALSE(belongs("other.json"));
}

TEST_F(StateNeighbours, DoNotIncludeSpecialFiles) {
  EXPECT_FALSE(belongs_to(files_, "/dev/null", "/dev/null"));
  fs::create_symlink("state.json", path("state.json"));
  EXPECT_EQ(error_of([&] { (void)belongs("log"); }).kind(), StateErrorKind::unreadable);
}

}  // namespace
}  // namespace ec2mimic::state
