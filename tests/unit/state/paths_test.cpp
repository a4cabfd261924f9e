#include "state/paths.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cerrno>

#include "tests/harness/memory_disk.h"
#include "tests/unit/state/some_state.h"

namespace ec2mimic::state {
namespace {

using Names = std::vector<std::string>;

TEST(Paths, HaveAFolder) {
  EXPECT_EQ(folder_of("state.json"), ".");
  EXPECT_EQ(folder_of("a/state.json"), "a");
  EXPECT_EQ(folder_of("/a/b/state.json"), "/a/b");
  EXPECT_EQ(folder_of("/a//state.json"), "/a");
  EXPECT_EQ(folder_of("/state.json"), "/");
  EXPECT_EQ(folder_of("//state.json"), "/");
}

TEST(Paths, FollowLinksAtTheirEnd) {
  harness::MemoryDisk disk;
  disk.put_link("/one", "two");
  disk.put_link("/two", "/far/three");
  disk.put("/plain", "");
  EXPECT_EQ(resolve_links(disk, "/one"), "/far/three");
  EXPECT_EQ(resolve_links(disk, "/plain"), "/plain");
  EXPECT_EQ(resolve_links(disk, "/nothing"), "/nothing");
}

TEST(Paths, RejectALoopOfLinks) {
  harness::MemoryDisk disk;
  disk.put_link("/one", "/two");
  disk.put_link("/two", "/one");
  const auto error = error_of([&] { (void)resolve_links(disk, "/one"); });
  EXPECT_EQ(error.kind(), StateErrorKind::unreadable);
  EXPECT_STREQ(error.what(), "cannot resolve the link /one: Too many levels of symbolic links");
}

TEST(Paths, HaveMissingFoldersCreatedAndSynced) {
  harness::MemoryDisk disk;
  disk.put_folder("/home");
  make_folders(disk, "/home/a/b", "/home/a/b/state.json");
  EXPECT_EQ(disk.names(), (Names{"/home", "/home/a", "/home/a/b"}));
  EXPECT_EQ(disk.status_now("/home/a/b").mode, 0700U);
  EXPECT_EQ(disk.pending_entries(), 0U) << "every entry is on the disk";
  EXPECT_EQ(disk.open_handles(), 0);
  make_folders(disk, "/home/a/b", "/home/a/b/state.json");
}

TEST(Paths, KeepNoFolderThatCannotBeSynced) {
  harness::MemoryDisk disk;
  disk.fail_step(3, EIO);  // make, status, open the parent, sync it
  const auto error = error_of([&] { make_folders(disk, "/a", "/a/state.json"); });
  EXPECT_EQ(error.kind(), StateErrorKind::not_written);
  EXPECT_STREQ(error.what(), "cannot sync the folder /a to disk: Input/output error");
  EXPECT_EQ(disk.names(), Names{});
}

TEST(Paths, AcceptFileSystemsThatCannotSyncFolders) {
  harness::MemoryDisk disk;
  disk.fail_step(3, EINVAL);
  EXPECT_NO_THROW(make_folders(disk, "/a", "/a/state.json"));
}

TEST(Paths, SyncFoldersThatAKilledProcessMayHaveMade) {
  harness::MemoryDisk disk;
  disk.put_folder("/home");
  disk.set_owner_of("/home", 0, 0);
  disk.make_folder("/home/a", 0700);
  disk.make_folder("/home/a/b", 0700);
  EXPECT_EQ(disk.pending_entries(), 2U);
  sync_folders_above(disk, "/home/a/b", "/home/a/b/state.json");
  EXPECT_EQ(disk.pending_entries(), 0U);
  EXPECT_EQ(std::count(disk.log().begin(), disk.log().end(), "open /"), 0) << "we did not make /home";
  EXPECT_EQ(disk.open_handles(), 0);
  disk.before_every_step([&] { disk.fail_step(disk.log().back() == "sync /home" ? disk.steps() - 1 : -1, EIO); });
  const auto error = error_of([&] { sync_folders_above(disk, "/home/a/b", "/home/a/b/state.json"); });
  EXPECT_EQ(error.kind(), StateErrorKind::not_written);
  EXPECT_STREQ(error.what(), "cannot sync the folder /home/a to disk: Input/output error");
}

}  // namespace
}  // namespace ec2mimic::state
