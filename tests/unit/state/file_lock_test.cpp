#include "state/file_lock.h"

#include <gtest/gtest.h>

#include <cerrno>

#include "tests/harness/memory_disk.h"
#include "tests/unit/state/some_state.h"

namespace ec2mimic::state {
namespace {

constexpr std::chrono::seconds kLongWait(60);

TEST(FileLock, IsCreatedBesideTheStateAndKept) {
  harness::MemoryDisk disk;
  { const FileLock lock(disk, "/a/state.json", kLongWait); }
  EXPECT_EQ(disk.names(), (std::vector<std::string>{"/a", "/a/state.json.lock"}));
  EXPECT_EQ(disk.status_now("/a/state.json.lock").mode, 0600U);
  EXPECT_EQ(disk.open_handles(), 0);
}

TEST(FileLock, CanBeTakenByThoseWhoMayWriteTheState) {
  harness::MemoryDisk disk;
  disk.put("/state.json", "", 0664);
  disk.set_owner_of("/state.json", 1000, 100);
  disk.act_as(0);
  { const FileLock lock(disk, "/state.json", kLongWait); }
  EXPECT_EQ(disk.status_now("/state.json.lock").mode, 0664U);
  EXPECT_EQ(disk.status_now("/state.json.lock").owner, 1000U);
  EXPECT_EQ(disk.status_now("/state.json.lock").group, 100U);
}

TEST(FileLock, NamesItsHolderWhenPatienceEnds) {
  harness::MemoryDisk disk;
  disk.hold_locks(4321);
  const auto error = error_of([&] { const FileLock lock(disk, "/state.json", kLongWait); });
  EXPECT_EQ(error.kind(), StateErrorKind::busy);
  EXPECT_STREQ(
      error.what(),
      "cannot change /state.json: process 4321 has held its lock /state.json.lock for 60 seconds; try again when "
      "it has ended");
  EXPECT_EQ(disk.open_handles(), 0);
}

TEST(FileLock, CopiesTheAccessControlListOfTheState) {
  harness::MemoryDisk disk;
  disk.put("/state.json", "", 0640);
  disk.set_acl_of("/state.json", "bob may write");
  { const FileLock lock(disk, "/state.json", kLongWait); }
  EXPECT_EQ(disk.acl_of("/state.json.lock"), "bob may write");
}

TEST(FileLock, CanBeUsedWhateverTheUmask) {
  harness::MemoryDisk disk;
  disk.use_umask(0777);
  { const FileLock lock(disk, "/a/b/state.json", kLongWait); }
  EXPECT_EQ(disk.status_now("/a/b/state.json.lock").mode, 0600U);
  EXPECT_EQ(disk.status_now("/a").mode, 0700U);
  EXPECT_EQ(disk.status_now("/a/b").mode, 0700U);
}

TEST(FileLock, KnowsWhetherItIsStillAtItsPath) {
  harness::MemoryDisk disk;
  FileLock lock(disk, "/state.json", kLongWait);
  EXPECT_TRUE(lock.is_at_its_path());
  disk.put("/state.json.lock", "");
  EXPECT_FALSE(lock.is_at_its_path());
  disk.unlink("/state.json.lock");
  EXPECT_FALSE(lock.is_at_its_path());
  disk.fail_step(disk.steps(), EIO);
  EXPECT_EQ(error_of([&] { (void)lock.is_at_its_path(); }).kind(), StateErrorKind::unreadable);
}

TEST(FileLock, RemembersTheStateOnce) {
  harness::MemoryDisk disk;
  EXPECT_FALSE(lock_remembers_state(disk, "/state.json"));
  {
    FileLock lock(disk, "/state.json", kLongWait);
    EXPECT_FALSE(lock.remembers_state());
    EXPECT_FALSE(lock_remembers_state(disk, "/state.json"));
    lock.remember_state();
  }
  EXPECT_TRUE(lock_remembers_state(disk, "/state.json"));
  const auto line = disk.content("/state.json.lock");
  FileLock lock(disk, "/state.json", kLongWait);
  EXPECT_TRUE(lock.remembers_state());
  lock.remember_state();
  EXPECT_EQ(disk.content("/state.json.lock"), line);
}

TEST(FileLock, ReportsWhyItCannotBeTaken) {
  for (const int step : {0, 1, 2}) {
    harness::MemoryDisk disk;
    disk.put("/state.json.lock", "");
    disk.fail_step(step, EACCES);
    const auto error = error_of([&] { const FileLock lock(disk, "/state.json", kLongWait); });
    EXPECT_EQ(error.kind(), StateErrorKind::unreadable);
    EXPECT_STREQ(error.what(), "cannot lock /state.json with /state.json.lock: Permission denied");
  }
}

TEST(FileLock, GivesUpIfItsFolderIsADanglingLink) {
  harness::MemoryDisk disk;
  disk.put_link("/a", "/nowhere");
  EXPECT_EQ(error_of([&] { const FileLock lock(disk, "/a/state.json", kLongWait); }).kind(),
            StateErrorKind::unreadable);
}

}  // namespace
}  // namespace ec2mimic::state
