#include "state/save.h"

#include <gtest/gtest.h>

#include <cerrno>

#include "tests/harness/memory_disk.h"
#include "tests/unit/state/some_state.h"

namespace ec2mimic::state {
namespace {

using Names = std::vector<std::string>;
const std::vector<std::string_view> kNew = {"n", "ew"};

/// Fails the call that the disk's log calls so.
void fail_call(harness::MemoryDisk& disk, const std::string& call, int error) {
  disk.before_every_step(
      [&disk, call, error] { disk.fail_step(disk.log().back() == call ? disk.steps() - 1 : -1, error); });
}

TEST(Save, ReplacesTheFileInOrder) {
  harness::MemoryDisk disk;
  disk.put("/s", "old");
  save(disk, "/s", disk.status_now("/s"), kNew);
  EXPECT_EQ(disk.content("/s"), "new");
  EXPECT_EQ(disk.names(), Names{"/s"});
  EXPECT_EQ(disk.pending_entries(), 0U);
  EXPECT_EQ(disk.log(), (Names{"open /", "open /s.new", "status of /s.new", "write /s.new", "sync /s.new",
                               "close /s.new", "rename /s.new to /s", "sync /", "close /"}));
}

TEST(Save, RemovesALeftOverTemporary) {
  harness::MemoryDisk disk;
  disk.put("/s.new", "half of someth");
  save(disk, "/s", {}, kNew);
  EXPECT_EQ(disk.names(), Names{"/s"});
  EXPECT_EQ(disk.content("/s"), "new");
}

TEST(Save, DoesNotWriteThroughALinkInTheTemporarysPlace) {
  harness::MemoryDisk disk;
  disk.put("/precious", "gold");
  disk.put_link("/s.new", "/precious");
  save(disk, "/s", {}, kNew);
  EXPECT_EQ(disk.content("/precious"), "gold");
  EXPECT_EQ(disk.content("/s"), "new");
}

TEST(Save, TellsWhatFailed) {
  for (const auto& [call, error, message] : std::vector<std::tuple<std::string, int, std::string>>{
           {"open /s.new", EACCES, "cannot write /s.new: Permission denied; the state is unchanged"},
           {"write /s.new", ENOSPC, "cannot write /s.new: No space left on device; the state is unchanged"},
           {"open /", EACCES, "cannot open the folder /: Permission denied; the state is unchanged"},
           {"rename /s.new to /s", EACCES, "cannot rename /s.new to /s: Permission denied; the state is unchanged"},
           {"rename /s.new to /s", EBUSY,
            "cannot replace /s: Device or resource busy; it is a mount of its own, as with a container that mounts a "
            "single "
            "file: mount its folder instead"}}) {
    harness::MemoryDisk disk;
    disk.put("/s", "old");
    fail_call(disk, call, error);
    const auto thrown = error_of([&] { save(disk, "/s", disk.status_now("/s"), kNew); });
    EXPECT_EQ(thrown.kind(), StateErrorKind::not_written);
    EXPECT_EQ(thrown.what(), message);
    EXPECT_EQ(disk.content("/s"), "old");
    EXPECT_EQ(disk.names(), Names{"/s"});
  }
}

TEST(Save, TellsWhenItDoesNotKnow) {
  harness::MemoryDisk disk;
  fail_call(disk, "sync /", EIO);
  const auto error = error_of([&] { save(disk, "/s", {}, kNew); });
  EXPECT_EQ(error.kind(), StateErrorKind::unknown_outcome);
  EXPECT_EQ(error.message(), "cannot tell whether the change to /s is safe on the disk: Input/output error");
  EXPECT_EQ(disk.content("/s"), "new");
}

TEST(Save, AcceptsAFolderThatCannotBeSynced) {
  harness::MemoryDisk disk;
  fail_call(disk, "sync /", EINVAL);
  EXPECT_NO_THROW(save(disk, "/s", {}, kNew));
}

TEST(Save, KeepsTheOlderFile) {
  harness::MemoryDisk disk;
  disk.put("/s", "old");
  const auto old = disk.status_now("/s");
  save(disk, "/s", old, kNew, Keepsake{1, "old"});
  EXPECT_EQ(disk.content("/s.v1"), "old");
  EXPECT_TRUE(disk.status_now("/s.v1").same_file(old));
  EXPECT_EQ(disk.content("/s"), "new");
}

TEST(Save, CopiesTheOlderFileWhereThereAreNoHardLinks) {
  harness::MemoryDisk disk;
  disk.put("/s", "old", 0640);
  fail_call(disk, "link /s as /s.v1", EPERM);
  save(disk, "/s", disk.status_now("/s"), kNew, Keepsake{1, "old"});
  EXPECT_EQ(disk.content("/s.v1"), "old");
  EXPECT_EQ(disk.status_now("/s.v1").mode, 0640U);
}

TEST(Save, NeverOverwritesAKeptFile) {
  harness::MemoryDisk disk;
  disk.put("/s", "old");
  disk.put("/s.v1", "precious");
  disk.put("/s.v1.2", "precious too");
  save(disk, "/s", disk.status_now("/s"), kNew, Keepsake{1, "old"});
  EXPECT_EQ(disk.names(), (Names{"/s", "/s.v1", "/s.v1.2", "/s.v1.3"}));
  EXPECT_EQ(disk.content("/s.v1"), "precious");
  EXPECT_EQ(disk.content("/s.v1.2"), "precious too");
  EXPECT_EQ(disk.content("/s.v1.3"), "old");
}

TEST(Save, KeepsTheOlderFileOnceWhenACommitIsRepeated) {
  harness::MemoryDisk disk;
  disk.put("/s", "old");
  fail_call(disk, "rename /s.new to /s", EIO);
  EXPECT_THROW(save(disk, "/s", disk.status_now("/s"), kNew, Keepsake{1, "old"}), StateError);
  disk.before_every_step({});
  disk.fail_step(-1, 0);
  save(disk, "/s", disk.status_now("/s"), kNew, Keepsake{1, "old"});
  EXPECT_EQ(disk.names(), (Names{"/s", "/s.v1"}));
}

}  // namespace
}  // namespace ec2mimic::state
