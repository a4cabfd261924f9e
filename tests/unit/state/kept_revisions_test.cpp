#include "state/kept_revisions.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>

#include "state/posix_file_system.h"
#include "tests/harness/memory_disk.h"

namespace ec2mimic::state {
namespace {

using Numbers = std::vector<std::uint64_t>;

Numbers numbers_of(const std::vector<KeptRevision>& kept) {
  Numbers numbers;
  for (const KeptRevision& one : kept) numbers.push_back(one.number);
  return numbers;
}

std::string state_of(std::uint64_t revision) {
  return "{\n\"format\": \"ec2mimic-state\",\n\"version\": 2,\n\"revision\": " + std::to_string(revision) +
         ",\n\"serial\": 9";
}

TEST(KeptRevisions, HaveTheirNumberInTheirName) {
  EXPECT_EQ(kept_revision_path("/a/s.json", 41), "/a/s.json.revision-41");
  EXPECT_EQ(kept_revision_number(".revision-41"), 41U);
  for (const char* other : {"", ".revision-", ".revision-041", ".revision-4x", ".revision--4", ".revision- 4", ".v4",
                            ".revision-99999999999999999999"}) {
    EXPECT_EQ(kept_revision_number(other), std::nullopt) << other;
  }
}

TEST(KeptRevisions, AreFoundInTheFolderOfTheStateByNumber) {
  harness::MemoryDisk disk;
  disk.put_folder("/a");
  for (const char* name :
       {"/a/s.revision-9", "/a/s.revision-10", "/a/s.revision-x", "/a/s", "/a/other.revision-3", "/a/b/s.revision-4"}) {
    disk.put(name, "");
  }
  EXPECT_EQ(numbers_of(kept_revisions(disk, "/a/s")), (Numbers{9, 10}));
  EXPECT_EQ(kept_revisions(disk, "/a/s").front().path, "/a/s.revision-9");
  EXPECT_EQ(numbers_of(kept_revisions(disk, "/missing/s")), Numbers{});
}

TEST(KeptRevisions, AreFoundOnTheRealDisk) {
  std::string folder = testing::TempDir() + "revisions-XXXXXX";
  ASSERT_NE(::mkdtemp(folder.data()), nullptr);
  for (const char* name : {"s.revision-9", "s.revision-10", "s"}) std::ofstream(folder + '/' + name) << name;
  PosixFileSystem files;
  EXPECT_EQ(numbers_of(kept_revisions(files, folder + "/s")), (Numbers{9, 10}));
  std::filesystem::remove_all(folder);
}

TEST(KeptRevisions, AreThinnedOutToTheLatest) {
  for (const auto& [most, stays] :
       std::vector<std::pair<std::uint64_t, Numbers>>{{0, {}}, {1, {7}}, {2, {5, 7}}, {9, {3, 5, 7}}}) {
    harness::MemoryDisk disk;
    for (const std::uint64_t number : {3, 5, 7, 8, 9}) disk.put(kept_revision_path("/s", number), state_of(number));
    prune_revisions(disk, "/s", 8, most);
    EXPECT_EQ(numbers_of(kept_revisions(disk, "/s")), stays) << most;
  }
}

TEST(KeptRevisions, AreForgottenUnlessOneCannotBeRemoved) {
  harness::MemoryDisk disk;
  disk.put("/s.revision-3", state_of(3));
  disk.put("/s.revision-5", state_of(5));
  disk.before_every_step(
      [&disk] { disk.fail_step(disk.log().back() == "unlink /s.revision-5" ? disk.steps() - 1 : -1, EACCES); });
  EXPECT_EQ(remove_revisions(disk, "/s"), -EACCES);
  EXPECT_EQ(numbers_of(kept_revisions(disk, "/s")), Numbers{5});
}

TEST(KeptRevisions, AreNotFilesOfOthersWithSuchNames) {
  harness::MemoryDisk disk;
  disk.put("/s.revision-1", "my notes, with \"revision\": 1");
  disk.put("/s.revision-2", state_of(1));
  disk.put("/s.revision-3", state_of(31));
  disk.put("/s.revision-4", "");
  disk.put_link("/s.revision-5", "/s.revision-6");
  disk.put("/s.revision-6", state_of(6));
  disk.put_folder("/s.revision-7");
  prune_revisions(disk, "/s", 9, 0);
  EXPECT_EQ(numbers_of(kept_revisions(disk, "/s")), (Numbers{1, 2, 3, 4, 5, 7}));
  EXPECT_EQ(remove_revisions(disk, "/s"), 0);
  EXPECT_EQ(numbers_of(kept_revisions(disk, "/s")), (Numbers{1, 2, 3, 4, 5, 7}));
}

}  // namespace
}  // namespace ec2mimic::state
