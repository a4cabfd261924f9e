#include "state/locked_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cerrno>

#include "tests/harness/memory_disk.h"
#include "tests/unit/state/some_state.h"

namespace ec2mimic::state {
namespace {

using Names = std::vector<std::string>;
using Queue = LockedFile::Queue;
using Content = LockedFile::Content;

constexpr std::chrono::seconds kMinute(60);
const std::vector<std::string_view> kNewText = {"new"};

TEST(LockedFile, IsReadUnderItsLock) {
  harness::MemoryDisk disk;
  disk.put("/s", "hello");
  LockedFile file(disk, "/s", kMinute, Queue::none, Content::read);
  EXPECT_TRUE(file.exists());
  EXPECT_EQ(file.content(), "hello");
  EXPECT_EQ(disk.log(), (Names{"open /s", "lock /s", "status of /s", "status at /s", "read /s"}));
  EXPECT_EQ(disk.names(), Names{"/s"}) << "no lock file is made where nobody queues";
}

TEST(LockedFile, IsNotReadUnlessRequested) {
  harness::MemoryDisk disk;
  disk.put("/s", "x");
  const LockedFile file(disk, "/s", kMinute, Queue::none, Content::skip);
  EXPECT_TRUE(file.exists());
  EXPECT_EQ(file.content(), "");
}

TEST(LockedFile, CanBeMissing) {
  harness::MemoryDisk disk;
  LockedFile file(disk, "/s", kMinute, Queue::none, Content::read);
  EXPECT_FALSE(file.exists());
  EXPECT_TRUE(file.replace(kNewText));
  EXPECT_EQ(disk.content("/s"), "new");
}

TEST(LockedFile, IsOpenedAgainUntilItsPathLeadsToIt) {
  harness::MemoryDisk disk;
  disk.put("/s", "first");
  int replaced = 0;
  disk.before_every_step([&] {
    if (disk.log().back() == "lock /s" && replaced < 50) disk.put("/s", std::to_string(++replaced));
  });
  LockedFile file(disk, "/s", kMinute, Queue::none, Content::read);
  EXPECT_EQ(file.content(), "50");
}

TEST(LockedFile, IsHeldByOneWriterAtATime) {
  harness::MemoryDisk disk;
  disk.put("/s", "x");
  {
    const LockedFile file(disk, "/s", kMinute, Queue::none, Content::read);
    const auto error = error_of([&] { LockedFile(disk, "/s", kMinute, Queue::none, Content::read); });
    EXPECT_EQ(error.kind(), StateErrorKind::busy);
    EXPECT_STREQ(error.what(),
                 "cannot change /s: another process has held its lock for 60 seconds; try again when it has ended");
  }
  EXPECT_NO_THROW(LockedFile(disk, "/s", kMinute, Queue::none, Content::read));
}

// Nobody waits while the writer cleans up.
TEST(LockedFile, ReleasesItsLocksOnceItIsReplaced) {
  harness::MemoryDisk disk;
  disk.put("/s", "old");
  LockedFile file(disk, "/s", kMinute, Queue::beside, Content::read);
  EXPECT_THROW(LockedFile(disk, "/s", kMinute, Queue::beside, Content::read), StateError);
  EXPECT_TRUE(file.replace(kNewText));
  EXPECT_NO_THROW(LockedFile(disk, "/s", kMinute, Queue::beside, Content::read));
}

TEST(LockedFile, CanBeReplacedOnlyByThoseWhoMayWriteIt) {
  harness::MemoryDisk disk;
  disk.act_as(0);
  disk.put("/s", "x", 0444);
  const auto open = [&](Content content) { LockedFile(disk, "/s", kMinute, Queue::none, content).refuse_read_only(); };
  const auto marked = error_of([&] { open(Content::read); });
  EXPECT_EQ(marked.kind(), StateErrorKind::not_written);
  EXPECT_EQ(marked.error(), EACCES);
  EXPECT_STREQ(marked.what(), "cannot change /s: Permission denied; the file is marked read-only");
  for (const int error : {EACCES, EROFS, EPERM}) {
    disk.put("/s", "x", 0644);
    disk.fail_step(disk.steps(), error);
    EXPECT_EQ(error_of([&] { open(Content::read); }).kind(), StateErrorKind::not_written);
  }
  disk.fail_step(disk.steps(), EIO);
  EXPECT_EQ(error_of([&] { open(Content::read); }).kind(), StateErrorKind::unreadable);
}

TEST(LockedFile, IsRejectedIfItKeepsChanging) {
  harness::MemoryDisk disk;
  disk.put("/s", "x");
  disk.before_every_step([&] {
    if (disk.log().back() == "read /s") disk.overwrite("/s", *disk.content("/s") + "x");
  });
  EXPECT_STREQ(error_of([&] { LockedFile(disk, "/s", kMinute, Queue::none, Content::read); }).what(),
               "cannot read /s: another program is writing to it; try again when that has ended");
  EXPECT_EQ(disk.open_handles(), 0);
}

TEST(LockedFile, KeepsChangesMadeByOthersMeanwhile) {
  harness::MemoryDisk disk;
  disk.put("/s", "old");
  LockedFile file(disk, "/s", kMinute, Queue::none, Content::read);
  disk.overwrite("/s", "theirs");
  EXPECT_FALSE(file.replace(kNewText));
  EXPECT_EQ(disk.content("/s"), "theirs");
  EXPECT_TRUE(file.replace(kNewText, {.if_changed = IfChanged::replace}));
  EXPECT_EQ(disk.content("/s"), "new");
}

}  // namespace
}  // namespace ec2mimic::state
