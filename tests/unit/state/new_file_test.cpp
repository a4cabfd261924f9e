#include "state/new_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cerrno>

#include "tests/harness/memory_disk.h"

namespace ec2mimic::state {
namespace {

using Texts = std::vector<std::string_view>;

TEST(NewFile, ContainsAllPiecesOnDisk) {
  harness::MemoryDisk disk;
  ASSERT_EQ(make_file(disk, "/f", {}, Texts{"ab", "", "c", ""}), 0);
  EXPECT_EQ(disk.content("/f"), "abc");
  EXPECT_EQ(disk.status_now("/f").mode, 0600U);
  EXPECT_EQ(disk.open_handles(), 0);
  const auto found = disk.after_power_cut(harness::UnsyncedData::dropped, 1);
  EXPECT_EQ(found->content("/f"), "abc");
}

TEST(NewFile, CanHaveMorePiecesThanOneCallTakes) {
  harness::MemoryDisk disk;
  const Texts pieces(2500, "xyz");
  for (const std::size_t at_once : {std::size_t{1}, std::size_t{2}, std::size_t{1000}, SIZE_MAX}) {
    disk.shorten_writes(at_once);
    ASSERT_EQ(make_file(disk, "/f", {}, pieces), 0);
    std::string expected;
    for (const auto piece : pieces) expected += piece;
    ASSERT_EQ(disk.content("/f"), expected);
    disk.unlink("/f");
  }
}

TEST(NewFile, HasTheRequestedPermissions) {
  harness::MemoryDisk disk;
  disk.act_as(0);
  ASSERT_EQ(make_file(disk, "/f", Permissions{.owner = 5, .group = 6, .mode = 0640, .acl = {}}, Texts{"x"}), 0);
  EXPECT_EQ(disk.status_now("/f").mode, 0640U);
  EXPECT_EQ(disk.status_now("/f").owner, 5U);
  EXPECT_EQ(disk.status_now("/f").group, 6U);
}

TEST(NewFile, CanBeReadByItsOwnerWhateverTheUmask) {
  harness::MemoryDisk disk;
  disk.use_umask(0777);
  ASSERT_EQ(make_file(disk, "/f", {}, Texts{"x"}), 0);
  EXPECT_EQ(disk.status_now("/f").mode, 0600U);
}

TEST(NewFile, DoesNotReplaceAnExistingFile) {
  harness::MemoryDisk disk;
  disk.put("/f", "old");
  EXPECT_EQ(make_file(disk, "/f", {}, Texts{"x"}), -EEXIST);
  EXPECT_EQ(disk.content("/f"), "old");
}

TEST(NewFile, IsRemovedAfterAFailure) {
  for (const int step : {1, 2, 3, 4}) {  // status, write, sync, close
    harness::MemoryDisk disk;
    disk.fail_step(step, ENOSPC);
    EXPECT_EQ(make_file(disk, "/f", {}, Texts{"x"}), -ENOSPC);
    EXPECT_EQ(disk.content("/f"), std::nullopt);
    EXPECT_EQ(std::count(disk.log().begin(), disk.log().end(), "close /f"), 1) << "a close is never repeated";
  }
}

TEST(NewFile, GivesUpIfAWriteWritesNothing) {
  harness::MemoryDisk disk;
  disk.shorten_writes(0);
  EXPECT_EQ(make_file(disk, "/f", {}, Texts{"x"}), -EIO);
}

TEST(NewFile, IsCreatedDespiteSignals) {
  for (const int step : {0, 2, 3, 4}) {  // open, write, sync, close
    harness::MemoryDisk disk;
    disk.fail_step(step, EINTR);
    EXPECT_EQ(make_file(disk, "/f", {}, Texts{"x"}), 0) << step;
    EXPECT_EQ(disk.content("/f"), "x");
  }
}

}  // namespace
}  // namespace ec2mimic::state
