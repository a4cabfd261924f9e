#include "state/file_lock.h"

#include <gtest/gtest.h>

#include <cerrno>

#include "tests/harness/memory_disk.h"
#include "tests/unit/state/some_state.h"

namespace ec2mimic::state {
namespace {

constexpr std::chrono::seconds kPatience(60);

TEST(FileLock, IsMadeBesideTheStateAndStays) {
  harness::MemoryDisk disk;
  { const FileLock lock(disk, "/a/state.json", kPatience); }
  EXPECT_EQ(disk.names(), (std::vector<std::string>{"/a", "/a/state.json.lock"}));
  EXPECT_EQ(disk.status_now("/a/state.json.lock").mode, 0600U);
  EXPECT_EQ(disk.open_handles(), 0);
}

TEST(FileLock, EndsWhenReleased) {
  harness::MemoryDisk disk;
  FileLock lock(disk, "/state.json", kPatience);
  EXPECT_EQ(disk.open_handles(), 1);
  lock.release();
  EXPECT_EQ(disk.open_handles(), 0);
}

TEST(FileLock, IsForThoseWhoMayWriteTheState) {
  harness::MemoryDisk disk;
  disk.put("/state.json", "", 0664);
  disk.set_owner_of("/state.json", 1000, 100);
  disk.act_as(0);
  { const FileLock lock(disk, "/state.json", kPatience); }
  EXPECT_EQ(disk.status_now("/state.json.lock").mode, 0664U);
  EXPECT_EQ(disk.status_now("/state.json.lock").owner, 1000U);
  EXPECT_EQ(disk.status_now("/state.json.lock").group, 100U);
}

TEST(FileLock, NamesItsHolderWhenPatienceEnds) {
  harness::MemoryDisk disk;
  disk.hold_locks(4321);
  const auto error = error_of([&] { const FileLock lock(disk, "/state.json", kPatience); });
  EXPECT_EQ(error.kind(), StateErrorKind::busy);
  EXPECT_STREQ(
      error.what(),
      "cannot change /state.json: process 4321 has held its lock /state.json.lock for 60 seconds; try again when "
      "it has ended");
  EXPECT_EQ(disk.open_handles(), 0);
}

TEST(FileLock, IsTakenAnewWhenSomebodyRemovedTheFile) {
  harness::MemoryDisk disk;
  disk.put("/state.json.lock", "");
  const auto first = disk.status_now("/state.json.lock").inode;
  // Between taking the lock and looking whether it is still the one at the path.
  disk.before_step(2, [&] { disk.put("/state.json.lock", ""); });
  const FileLock lock(disk, "/state.json", kPatience);
  ASSERT_NE(disk.status_now("/state.json.lock").inode, first);
  int taken = 0;
  for (const auto& each : disk.log()) taken += each.starts_with("lock ") ? 1 : 0;
  EXPECT_EQ(taken, 2);
}

TEST(FileLock, TellsWhyItCannotBeTaken) {
  for (const int step : {0, 1, 2, 3}) {
    harness::MemoryDisk disk;
    disk.put("/state.json.lock", "");
    disk.fail_step(step, EACCES);
    const auto error = error_of([&] { const FileLock lock(disk, "/state.json", kPatience); });
    EXPECT_EQ(error.kind(), StateErrorKind::unreadable);
    EXPECT_STREQ(error.what(), "cannot lock /state.json with /state.json.lock: Permission denied");
  }
}

TEST(FileLock, GivesUpWhereItsFolderLeadsNowhere) {
  harness::MemoryDisk disk;
  disk.put_link("/a", "/nowhere");
  EXPECT_EQ(error_of([&] { const FileLock lock(disk, "/a/state.json", kPatience); }).kind(),
            StateErrorKind::unreadable);
}

}  // namespace
}  // namespace ec2mimic::state
