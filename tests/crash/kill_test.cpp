// A writer that is killed in the middle of its work, on the real disk. A kill does not show what a power cut does, but
// it does test the lock, the left-over temporary and the order of the real calls.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <random>

#include "state/file_store.h"
#include "state/kept_revisions.h"
#include "state/posix_file_system.h"

namespace ec2mimic::state {
namespace {

/// Commits until it is killed, and reports each committed revision.
[[noreturn]] void commit_for_ever(const std::string& path, int tell) {
  PosixFileSystem files;
  FileStore store(files, path, {});
  for (;;) {
    std::uint64_t revision = 0;
    store.change([&](const Snapshot& before) {
      revision = before.header().revision + 1;
      const std::string line = R"({"Revision":)" + std::to_string(revision) + "}";
      Changes changes{.account = "123456789012", .serial = revision, .tables = {}, .kept_revisions = 2};
      changes.tables["left"]["one"] = line;
      changes.tables["right"]["one"] = line;
      return changes;
    });
    if (write(tell, &revision, sizeof revision) != sizeof revision) _exit(1);
  }
}

TEST(KilledWriter, LeavesACompleteStateWithEverythingItCommitted) {
  const auto folder = std::filesystem::temp_directory_path() / ("ec2mimic-kill-" + std::to_string(getpid()));
  const std::string path = folder / "state.json";
  std::mt19937 random(20240229);
  std::uint64_t reported = 0;
  for (int round = 0; round < 60; ++round) {
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    const pid_t writer = fork();
    ASSERT_GE(writer, 0);
    if (writer == 0) commit_for_ever(path, ends[1]);
    close(ends[1]);
    usleep(1000 + static_cast<useconds_t>(random() % 20000));
    kill(writer, SIGKILL);
    waitpid(writer, nullptr, 0);
    for (std::uint64_t revision = 0; read(ends[0], &revision, sizeof revision) == sizeof revision;) reported = revision;
    close(ends[0]);

    PosixFileSystem files;
    const auto found = FileStore(files, path, {}).read();
    ASSERT_FALSE(found->edited());
    ASSERT_GE(found->header().revision, reported);
    ASSERT_LE(found->header().revision, reported + 1);
    if (found->header().revision == 0) continue;
    const std::string line = R"({"Revision":)" + std::to_string(found->header().revision) + "}";
    ASSERT_EQ(found->find("left", "one"), line);
    ASSERT_EQ(found->find("right", "one"), line);
    for (const KeptRevision& one : kept_revisions(files, path)) {
      ASSERT_LE(one.number, found->header().revision);
      const auto earlier = FileStore(files, one.path, {}).read();
      ASSERT_FALSE(earlier->edited());
      ASSERT_EQ(earlier->header().revision, one.number);
    }
    reported = found->header().revision;
  }
  EXPECT_GT(reported, 0U);
  // Those that no killed writer came to remove.
  PosixFileSystem files;
  FileStore(files, path, {}).change([&](const Snapshot&) {
    return Changes{.account = "999999999999", .serial = reported, .tables = {}, .kept_revisions = 2};
  });
  EXPECT_LE(kept_revisions(files, path).size(), 2U);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace ec2mimic::state
