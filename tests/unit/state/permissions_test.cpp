#include "state/permissions.h"

#include <fcntl.h>
#include <gtest/gtest.h>

#include <cerrno>

#include "tests/harness/memory_disk.h"

namespace ec2mimic::state {
namespace {

constexpr unsigned kUs = 1000;
constexpr unsigned kOther = 5;

class PermissionsTest : public testing::Test {
 protected:
  PermissionsTest() { handle_ = disk_.open("/f", O_WRONLY | O_CREAT | O_EXCL, 0600); }

  int give(const Permissions& wanted) {
    FileStatus made;
    EXPECT_EQ(disk_.status(handle_, made), 0);
    return give_permissions(disk_, handle_, made, wanted);
  }
  void fail(const std::string& call, int error) {
    disk_.before_every_step(
        [this, call, error] { disk_.fail_step(disk_.log().back() == call ? disk_.steps() - 1 : -1, error); });
  }
  [[nodiscard]] FileStatus status() const { return disk_.status_now("/f"); }
  [[nodiscard]] unsigned mode() const { return status().mode; }

  harness::MemoryDisk disk_;
  int handle_ = -1;
};

TEST_F(PermissionsTest, AreKept) {
  EXPECT_EQ(give({.owner = kUs, .group = kUs, .mode = 0664, .acl = {}}), 0);
  EXPECT_EQ(mode(), 0664U);
  EXPECT_EQ(give({.owner = kUs, .group = 7, .mode = 0660, .acl = {}}), 0) << "a group that we belong to";
  EXPECT_EQ(status().group, 7U);
  EXPECT_EQ(mode(), 0660U);
}

TEST_F(PermissionsTest, CanBeGivenToAnybodyByRoot) {
  disk_.act_as(0);
  EXPECT_EQ(give({.owner = kOther, .group = kOther, .mode = 0664, .acl = {}}), 0);
  EXPECT_EQ(status().owner, kOther);
  EXPECT_EQ(status().group, kOther);
  fail("set owner of /f", EPERM);
  EXPECT_EQ(give({.owner = kUs, .group = kUs, .mode = 0664, .acl = {}}), -EPERM);
}

TEST_F(PermissionsTest, StayRootsIfTheNamespaceDoesNotMapTheOwner) {
  disk_.act_as(0);
  fail("set owner of /f", EINVAL);
  EXPECT_EQ(give({.owner = kOther, .group = kUs, .mode = 0640, .acl = {}}), 0);
  EXPECT_EQ(status().owner, kUs);
  EXPECT_EQ(mode(), 0640U);
}

TEST_F(PermissionsTest, AreDroppedForAGroupThatCannotBeKept) {
  fail("set owner of /f", EPERM);
  for (const auto& [wanted, left] : std::vector<std::pair<unsigned, unsigned>>{
           {0660, 0600}, {0664, 0604}, {0604, 0600}, {0666, 0606}, {0642, 0600}, {0600, 0600}}) {
    EXPECT_EQ(give({.owner = kOther, .group = kOther, .mode = wanted, .acl = {}}), 0);
    EXPECT_EQ(mode(), left) << std::oct << wanted;
  }
  EXPECT_EQ(give({.owner = kOther, .group = kUs, .mode = 0660, .acl = {}}), 0);
  EXPECT_EQ(mode(), 0660U) << "the group is the same all the same";
}

TEST_F(PermissionsTest, IncludeAnAccessControlList) {
  EXPECT_EQ(give({.owner = kUs, .group = kUs, .mode = 0660, .acl = "bob may read"}), 0);
  EXPECT_EQ(disk_.acl_of("/f"), "bob may read");
  EXPECT_EQ(mode(), 0660U);
  Permissions found;
  EXPECT_EQ(read_permissions(disk_, handle_, status(), found), 0);
  EXPECT_EQ(found.acl, "bob may read");
  EXPECT_EQ(found.mode, 0660U);
}

TEST_F(PermissionsTest, AreLimitedToTheOwnerIfAListCannotBeKept) {
  fail("write acl of /f", EPERM);
  EXPECT_EQ(give({.owner = kUs, .group = kUs, .mode = 0664, .acl = "bob may not read"}), 0);
  EXPECT_EQ(mode(), 0600U);
  fail("set owner of /f", EPERM);
  EXPECT_EQ(give({.owner = kUs, .group = kOther, .mode = 0664, .acl = "bob may not read"}), 0);
  EXPECT_EQ(mode(), 0600U);
  EXPECT_EQ(disk_.acl_of("/f"), "");
}

TEST_F(PermissionsTest, AreNotInheritedFromTheFolder) {
  disk_.set_acl_of("/f", "the folder's own");
  EXPECT_EQ(give({.owner = kUs, .group = kUs, .mode = 0640, .acl = {}}), 0);
  EXPECT_EQ(disk_.acl_of("/f"), "");
}

TEST_F(PermissionsTest, DoNotReadAListThatGrantsNothing) {
  disk_.reset_step_count();
  Permissions found;
  EXPECT_EQ(read_permissions(disk_, handle_, status(), found), 0);
  EXPECT_EQ(give(found), 0);
  EXPECT_EQ(disk_.steps(), 1) << "the status alone";
}

TEST_F(PermissionsTest, OfTheOwnerAreRestored) {
  FileStatus made = status();
  EXPECT_EQ(open_to_owner(disk_, handle_, made), 0);
  EXPECT_EQ(mode(), 0600U);
  made.mode = 0;
  EXPECT_EQ(open_to_owner(disk_, handle_, made), 0);
  EXPECT_EQ(mode(), 0600U);
  made.mode = 0440;
  EXPECT_EQ(open_to_owner(disk_, handle_, made), 0);
  EXPECT_EQ(mode(), 0640U);
}

}  // namespace
}  // namespace ec2mimic::state
