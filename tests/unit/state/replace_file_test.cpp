#include "state/replace_file.h"

#include <fcntl.h>
#include <gtest/gtest.h>

#include <cerrno>
#include <functional>

#include "tests/harness/memory_disk.h"
#include "tests/unit/state/some_state.h"

namespace ec2mimic::state {
namespace {

using Names = std::vector<std::string>;
const std::vector<std::string_view> kNew = {"n", "ew"};

/// Fails the call that has this name in the disk's log.
void fail_call(harness::MemoryDisk& disk, const std::string& call, int error) {
  disk.before_every_step(
      [&disk, call, error] { disk.fail_step(disk.log().back() == call ? disk.steps() - 1 : -1, error); });
}

/// The current file at `path`.
OldFile old_of(harness::MemoryDisk& disk, const std::string& path) {
  OldFile old{.status = {}, .permissions = {}};
  const int handle = disk.open(path, O_RDONLY, 0);
  EXPECT_EQ(disk.status(handle, old.status), 0);
  EXPECT_EQ(read_permissions(disk, handle, old.status, old.permissions), 0);
  disk.close(handle);
  return old;
}

/// Saves without interference.
void save_alone(harness::MemoryDisk& disk, const std::string& path, const std::optional<OldFile>& old,
                const SaveOptions& options = {}) {
  EXPECT_TRUE(save(disk, path, old, kNew, options));
}

TEST(Save, ReplacesTheFileInOrder) {
  harness::MemoryDisk disk;
  disk.put("/s", "old");
  const auto old = old_of(disk, "/s");
  const auto before = static_cast<std::ptrdiff_t>(disk.log().size());
  save_alone(disk, "/s", old);
  EXPECT_EQ(disk.content("/s"), "new");
  EXPECT_EQ(disk.names(), Names{"/s"});
  EXPECT_EQ(disk.pending_entries(), 0U);
  EXPECT_EQ(Names(disk.log().begin() + before, disk.log().end()),
            (Names{"open /", "open /s.new", "status of /s.new", "lock /s.new", "write /s.new", "sync /s.new",
                   "status at /s", "status at /s.new", "rename /s.new to /s", "close /s.new", "sync /", "close /"}));
}

TEST(Save, LinksTheFirstFileIntoPlaceInOrder) {
  harness::MemoryDisk disk;
  save_alone(disk, "/s", {});
  EXPECT_EQ(disk.content("/s"), "new");
  EXPECT_EQ(disk.names(), Names{"/s"});
  EXPECT_EQ(disk.pending_entries(), 0U);
  EXPECT_EQ(disk.log(),
            (Names{"open /", "open /s.new", "status of /s.new", "lock /s.new", "write /s.new", "sync /s.new",
                   "status at /s.new", "link /s.new as /s", "unlink /s.new", "close /s.new", "sync /", "close /"}));
}

TEST(Save, DoesNotReplaceAFileIfThereAreNoHardLinks) {
  for (const bool is_first : {true, false}) {
    harness::MemoryDisk disk;
    disk.before_every_step([&disk, is_first] {
      const bool links = disk.log().back() == "link /s.new as /s";
      if (links && !is_first) disk.put("/s", "theirs");
      disk.fail_step(links ? disk.steps() - 1 : -1, EPERM);
    });
    EXPECT_EQ(save(disk, "/s", {}, kNew), is_first);
    EXPECT_EQ(disk.content("/s"), is_first ? "new" : "theirs");
    EXPECT_EQ(disk.names(), Names{"/s"});
  }
}

TEST(Save, RenamesTheFirstFileAsALastResort) {
  harness::MemoryDisk disk;
  disk.before_every_step([&disk] {
    const bool links = disk.log().back() == "link /s.new as /s";
    const bool renames = disk.log().back() == "rename new /s.new to /s";
    disk.fail_step(links || renames ? disk.steps() - 1 : -1, links ? EPERM : EINVAL);
  });
  save_alone(disk, "/s", {});
  EXPECT_EQ(disk.content("/s"), "new");
  EXPECT_EQ(disk.names(), Names{"/s"});
}

TEST(Save, DoesNotReplaceAFileThatAppeared) {
  harness::MemoryDisk disk;
  disk.put("/s", "theirs");
  EXPECT_FALSE(save(disk, "/s", {}, kNew));
  EXPECT_EQ(disk.content("/s"), "theirs");
  EXPECT_EQ(disk.names(), Names{"/s"});
}

TEST(Save, DoesNotReplaceAFileThatWasChanged) {
  using Change = std::function<void(harness::MemoryDisk&)>;
  for (const Change& change :
       {Change([](auto& disk) { disk.overwrite("/s", "dlo"); }),
        Change([](auto& disk) { disk.overwrite("/s", "longer"); }), Change([](auto& disk) { disk.put("/s", "old"); }),
        Change([](auto& disk) { disk.unlink("/s"); })}) {
    harness::MemoryDisk disk;
    disk.put("/s", "old");
    const auto old = old_of(disk, "/s");
    change(disk);
    const auto theirs = disk.content("/s");
    EXPECT_FALSE(save(disk, "/s", old, kNew));
    EXPECT_EQ(disk.content("/s"), theirs);
    EXPECT_EQ(disk.content("/s.new"), std::nullopt);
    save_alone(disk, "/s", old, {.version_backup = {}, .if_changed = IfChanged::replace, .patience = {}});
  }
}

TEST(Save, DoesNotRenameAnotherWritersTemporary) {
  harness::MemoryDisk disk;
  disk.put("/s", "old");
  const auto old = old_of(disk, "/s");
  disk.before_every_step([&] {
    if (disk.log().back() == "status at /s.new") disk.put("/s.new", "half of thei");
  });
  EXPECT_FALSE(save(disk, "/s", old, kNew));
  EXPECT_EQ(disk.content("/s"), "old");
  EXPECT_EQ(disk.content("/s.new"), "half of thei") << "it is not ours to remove";
}

// Otherwise another writer could take the temporary away, and its own half-written one would be renamed into place.
TEST(Save, LocksItsTemporaryUntilItIsInPlace) {
  for (const bool is_first : {true, false}) {
    harness::MemoryDisk disk;
    disk.put("/s", "old");
    const auto old = is_first ? std::nullopt : std::optional(old_of(disk, "/s"));
    if (is_first) disk.unlink("/s");
    int tried = 0;
    disk.before_every_step([&] {
      const auto& last = disk.log().back();
      if (last != "rename /s.new to /s" && last != "link /s.new as /s") return;
      ++tried;
      const int handle = disk.open("/s.new", O_WRONLY, 0);
      EXPECT_EQ(disk.lock(handle, {}), -ETIMEDOUT);
      disk.close(handle);
    });
    save_alone(disk, "/s", old);
    EXPECT_EQ(tried, 1);
  }
}

TEST(Save, StartsOverIfItsTemporaryWasRemoved) {
  harness::MemoryDisk disk;
  disk.put("/s", "old");
  const auto old = old_of(disk, "/s");
  disk.before_every_step([&] {
    if (disk.log().back() == "rename /s.new to /s") disk.unlink("/s.new");
  });
  EXPECT_FALSE(save(disk, "/s", old, kNew));
  EXPECT_EQ(disk.content("/s"), "old");
}

TEST(Save, WaitsForAWriterWithATemporary) {
  harness::MemoryDisk disk;
  disk.put("/s.new", "half of thei");
  const int theirs = disk.open("/s.new", O_WRONLY, 0);
  ASSERT_EQ(disk.lock(theirs, {}), 0);
  disk.put("/t", "old");
  for (const bool is_first : {true, false}) {
    const auto old = is_first ? std::nullopt : std::optional(old_of(disk, "/t"));
    const auto error = error_of([&] { (void)save(disk, "/s", old, kNew); });
    EXPECT_EQ(error.kind(), StateErrorKind::busy);
    EXPECT_EQ(disk.content("/s.new"), "half of thei");
  }
  disk.unlink("/t");
  disk.close(theirs);
  save_alone(disk, "/s", {});
}

TEST(Save, RemovesALeftOverTemporary) {
  harness::MemoryDisk disk;
  disk.put("/s.new", "half of someth");
  save_alone(disk, "/s", {});
  EXPECT_EQ(disk.names(), Names{"/s"});
  EXPECT_EQ(disk.content("/s"), "new");
}

TEST(Save, DoesNotWriteThroughALinkNamedLikeTheTemporary) {
  harness::MemoryDisk disk;
  disk.put("/precious", "gold");
  disk.put_link("/s.new", "/precious");
  save_alone(disk, "/s", {});
  EXPECT_EQ(disk.content("/precious"), "gold");
  EXPECT_EQ(disk.content("/s"), "new");
}

TEST(Save, ReportsWhatFailed) {
  for (const auto& [call, error, message] : std::vector<std::tuple<std::string, int, std::string>>{
           {"open /s.new", EACCES, "cannot write /s.new: Permission denied; the state is unchanged"},
           {"write /s.new", ENOSPC, "cannot write /s.new: No space left on device; the state is unchanged"},
           {"open /", EACCES, "cannot open the folder /: Permission denied; the state is unchanged"},
           {"rename /s.new to /s", EACCES, "cannot rename /s.new to /s: Permission denied; the state is unchanged"},
           {"rename /s.new to /s", EBUSY,
            "cannot replace /s: Device or resource busy; it is a mount point, as when a container mounts a single "
            "file; "
            "mount its folder instead"}}) {
    harness::MemoryDisk disk;
    disk.put("/s", "old");
    fail_call(disk, call, error);
    const auto old = old_of(disk, "/s");
    const auto thrown = error_of([&] { (void)save(disk, "/s", old, kNew); });
    EXPECT_EQ(thrown.kind(), StateErrorKind::not_written);
    EXPECT_EQ(thrown.what(), message);
    EXPECT_EQ(disk.content("/s"), "old");
    EXPECT_EQ(disk.names(), Names{"/s"});
  }
}

TEST(Save, ReportsAnUnknownOutcome) {
  harness::MemoryDisk disk;
  fail_call(disk, "sync /", EIO);
  const auto error = error_of([&] { (void)save(disk, "/s", {}, kNew); });
  EXPECT_EQ(error.kind(), StateErrorKind::unknown_outcome);
  EXPECT_EQ(error.message(), "cannot tell whether the change to /s is safely on disk: Input/output error");
  EXPECT_EQ(disk.content("/s"), "new");
}

TEST(Save, AcceptsAFolderThatCannotBeSynced) {
  harness::MemoryDisk disk;
  fail_call(disk, "sync /", EINVAL);
  EXPECT_NO_THROW(save_alone(disk, "/s", {}));
}

TEST(Save, KeepsTheOldFile) {
  harness::MemoryDisk disk;
  disk.put("/s", "old");
  const auto old = old_of(disk, "/s");
  save_alone(disk, "/s", old, {.version_backup = VersionBackup{1, "old"}});
  EXPECT_EQ(disk.content("/s.v1"), "old");
  EXPECT_TRUE(disk.status_now("/s.v1").same_file(old.status));
  EXPECT_EQ(disk.content("/s"), "new");
}

TEST(Save, CopiesTheOldFileIfThereAreNoHardLinks) {
  harness::MemoryDisk disk;
  disk.put("/s", "old", 0640);
  fail_call(disk, "link /s as /s.v1", EPERM);
  save_alone(disk, "/s", old_of(disk, "/s"), {.version_backup = VersionBackup{1, "old"}});
  EXPECT_EQ(disk.content("/s.v1"), "old");
  EXPECT_EQ(disk.status_now("/s.v1").mode, 0640U);
}

TEST(Save, NeverOverwritesAKeptFile) {
  harness::MemoryDisk disk;
  disk.put("/s", "old");
  disk.put("/s.v1", "precious");
  disk.put("/s.v1.2", "precious too");
  save_alone(disk, "/s", old_of(disk, "/s"), {.version_backup = VersionBackup{1, "old"}});
  EXPECT_EQ(disk.names(), (Names{"/s", "/s.v1", "/s.v1.2", "/s.v1.3"}));
  EXPECT_EQ(disk.content("/s.v1"), "precious");
  EXPECT_EQ(disk.content("/s.v1.2"), "precious too");
  EXPECT_EQ(disk.content("/s.v1.3"), "old");
}

TEST(Save, KeepsTheOldFileOnlyOnceIfACommitIsRepeated) {
  harness::MemoryDisk disk;
  disk.put("/s", "old");
  fail_call(disk, "rename /s.new to /s", EIO);
  const auto old = old_of(disk, "/s");
  EXPECT_THROW((void)save(disk, "/s", old, kNew, {.version_backup = VersionBackup{1, "old"}}), StateError);
  disk.before_every_step({});
  disk.fail_step(-1, 0);
  save_alone(disk, "/s", old_of(disk, "/s"), {.version_backup = VersionBackup{1, "old"}});
  EXPECT_EQ(disk.names(), (Names{"/s", "/s.v1"}));
}

}  // namespace
}  // namespace ec2mimic::state
