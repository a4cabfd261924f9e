#include "state/file_store.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/harness/memory_disk.h"
#include "tests/unit/state/some_state.h"

namespace ec2mimic::state {
namespace {

using harness::MemoryDisk;
using Names = std::vector<std::string>;

Changes putting(const std::string& key, const std::string& line) {
  return {.account = "123456789012", .serial = 5, .tables = {{"cats", {{key, line}}}}};
}

std::optional<std::string> no_bad_cats(std::string_view, std::string_view key, std::string_view) {
  return key == "bad" ? std::optional<std::string>("a bad cat") : std::nullopt;
}

TEST(FileStore, BeginsWithAnEmptyAccountAndMakesNothingForReaders) {
  MemoryDisk disk;
  FileStore store(disk, "/a/b/state.json", {});
  const auto snapshot = store.read();
  EXPECT_EQ(snapshot->header().account, "");
  EXPECT_EQ(snapshot->header().revision, 0U);
  EXPECT_EQ(snapshot->find("cats", "c"), std::nullopt);
  EXPECT_EQ(disk.names(), Names{});
}

TEST(FileStore, MakesFileLockAndFoldersOnTheFirstCommit) {
  MemoryDisk disk;
  FileStore store(disk, "/a/b/state.json", {});
  store.begin()->commit(putting("c", "{}"));
  EXPECT_EQ(disk.names(), (Names{"/a", "/a/b", "/a/b/state.json", "/a/b/state.json.lock"}));
  EXPECT_EQ(disk.status_now("/a/b").mode, 0700U);
  EXPECT_EQ(disk.status_now("/a/b/state.json").mode, 0600U);
  const auto snapshot = store.read();
  EXPECT_EQ(snapshot->find("cats", "c"), "{}");
  EXPECT_EQ(snapshot->header().revision, 1U);
  EXPECT_EQ(snapshot->header().serial, 5U);
  EXPECT_EQ(snapshot->header().account, "123456789012");
}

TEST(FileStore, ReadsWithFourCalls) {
  MemoryDisk disk;
  disk.put("/s", kSomeState);
  (void)FileStore(disk, "/s", {}).read();
  EXPECT_EQ(disk.log(), (Names{"open /s", "status of /s", "read /s", "close /s"}));
}

TEST(FileStore, WritesNothingWhereNoLineChanges) {
  MemoryDisk disk;
  disk.put("/s", " " + kSomeState);
  FileStore store(disk, "/s", {});
  store.begin()->commit(putting("cat-1", R"({"Name":"Mia"})"));
  store.begin()->commit({.account = "123456789012", .serial = 99, .tables = {{"cats", {{"x", std::nullopt}}}}});
  EXPECT_EQ(disk.content("/s"), " " + kSomeState);
  FileStore fresh(disk, "/fresh", {});
  fresh.begin()->commit({.account = "123456789012", .serial = 0, .tables = {}});
  EXPECT_EQ(disk.content("/fresh"), std::nullopt);
}

TEST(FileStore, WritesAnAccountThatChanges) {
  MemoryDisk disk;
  disk.put("/s", kSomeState);
  FileStore store(disk, "/s", {});
  store.begin()->commit({.account = "999999999999", .serial = 3, .tables = {}});
  EXPECT_EQ(store.read()->header().account, "999999999999");
  EXPECT_EQ(store.read()->find("cats", "cat-1"), R"({"Name":"Mia"})");
}

TEST(FileStore, NamesTheCountThatAnotherHandBroughtToItsEnd) {
  const auto state_with = [](const std::string& revision, const std::string& serial) {
    return R"({"format":"ec2mimic-state","version":1,"revision":)" + revision + R"(,"serial":)" + serial +
           R"(,"account":"123456789012","tables":{"cats":{"a":{}}}})";
  };
  const std::string most = "9223372036854775807";
  const std::vector<std::pair<std::string, std::string>> cases = {
      {state_with(most, "1"),
       "cannot change /s: its \"revision\" cannot grow beyond 9223372036854775807; set it in the "
       "file to a smaller number; the state is unchanged"},
      {state_with("1", most),
       "cannot change /s: its \"serial\" cannot grow beyond 9223372036854775807; set it in the "
       "file to a smaller number, but to none below a \"Serial\" of its records; the state is "
       "unchanged"},
  };
  for (const auto& [text, expected] : cases) {
    MemoryDisk disk;
    disk.put("/s", text);
    FileStore store(disk, "/s", {});
    EXPECT_EQ(store.read()->find("cats", "a"), "{}") << "reading goes on";
    const auto error = error_of([&] {
      auto transaction = store.begin();
      Changes changes = putting("c", "{}");
      changes.serial = transaction->before().header().serial + 1;
      transaction->commit(changes);
    });
    EXPECT_EQ(error.kind(), StateErrorKind::not_written);
    EXPECT_EQ(error.path(), "/s");
    EXPECT_EQ(error.what(), expected);
    EXPECT_EQ(disk.content("/s"), text);
    auto anew = store.begin_anew();
    anew->replace(putting("c", "{}"));
    EXPECT_EQ(store.read()->find("cats", "c"), "{}") << "a reset helps as well";
  }
}

TEST(FileStore, HoldsTheLockUntilTheCommit) {
  MemoryDisk disk;
  FileStore store(disk, "/s", {});
  auto transaction = store.begin();
  EXPECT_EQ(disk.open_handles(), 1);
  transaction->commit(putting("c", "{}"));
  EXPECT_EQ(disk.open_handles(), 0) << "released before commit returns";
  auto abandoned = store.begin();
  abandoned.reset();
  EXPECT_EQ(disk.open_handles(), 0);
  EXPECT_EQ(store.read()->header().revision, 1U);
}

TEST(FileStore, CommitsOnce) {
  MemoryDisk disk;
  FileStore store(disk, "/s", {});
  auto transaction = store.begin();
  transaction->commit(putting("c", "{}"));
  EXPECT_THROW(transaction->commit(putting("d", "{}")), std::logic_error);
  EXPECT_THROW(transaction->replace(putting("d", "{}")), std::logic_error);
  EXPECT_EQ(store.read()->find("cats", "d"), std::nullopt);
}

TEST(FileStore, RefusesChangesThatNoStateCanHold) {
  MemoryDisk disk;
  disk.put("/s", kSomeState);
  FileStore store(disk, "/s", {});
  EXPECT_THROW(store.begin()->commit(putting("c", "[]")), std::invalid_argument);
  EXPECT_THROW(store.begin()->commit({.account = "12", .serial = 1, .tables = {}}), std::invalid_argument);
  EXPECT_EQ(disk.content("/s"), kSomeState);
  EXPECT_EQ(disk.open_handles(), 0);
}

TEST(FileStore, KeepsModeAndUnderSudoTheOwner) {
  MemoryDisk disk;
  disk.put("/s", kSomeState, 0664);
  disk.set_owner_of("/s", 1000, 100);
  disk.act_as(0);
  FileStore(disk, "/s", {}).begin()->commit(putting("c", "{}"));
  EXPECT_EQ(disk.status_now("/s").mode, 0664U);
  EXPECT_EQ(disk.status_now("/s").owner, 1000U);
  EXPECT_EQ(disk.status_now("/s").group, 100U);
}

TEST(FileStore, WritesWhereALinkLeads) {
  MemoryDisk disk;
  disk.put_folder("/real");
  disk.put_link("/s", "/real/deep/state.json");
  FileStore store(disk, "/s", {});
  store.begin()->commit(putting("c", "{}"));
  EXPECT_EQ(disk.names(), (Names{"/real", "/real/deep", "/real/deep/state.json", "/real/deep/state.json.lock", "/s"}));
  EXPECT_EQ(disk.status_now("/s").kind, FileKind::link);
  EXPECT_EQ(store.read()->find("cats", "c"), "{}");
}

TEST(FileStore, LeavesADamagedOrNewerFileAlone) {
  auto newer = kSomeState;
  newer.replace(newer.find("\"version\": 1"), 12, "\"version\": 2");
  for (const auto& text : {std::string("{}"), kSomeState.substr(0, 200), newer, std::string("\n")}) {
    MemoryDisk disk;
    disk.put("/s", text);
    FileStore store(disk, "/s", {});
    EXPECT_THROW((void)store.read(), StateError);
    EXPECT_THROW((void)store.begin(), StateError);
    EXPECT_EQ(disk.content("/s"), text);
    EXPECT_EQ(disk.open_handles(), 0);
  }
}

TEST(FileStore, ChecksTheRecordsOfAnEditedFile) {
  MemoryDisk disk;
  FileStore store(disk, "/s", no_bad_cats);
  store.begin()->commit(putting("bad", "{}"));
  EXPECT_NO_THROW((void)store.read()) << "what we wrote is not checked again";
  disk.put("/s", "\n" + *disk.content("/s"));
  const auto error = error_of([&] { (void)store.read(); });
  EXPECT_STREQ(error.what(),
               "/s, line 11, column 8: record \"bad\" of table \"cats\": a bad cat; the file is left as it is");
}

TEST(FileStore, LaysAnEditedFileOutAnew) {
  MemoryDisk disk;
  disk.put("/s", "\n" + kSomeState);
  FileStore store(disk, "/s", {});
  EXPECT_TRUE(store.read()->edited());
  store.begin()->commit(putting("cat-3", "{}"));
  EXPECT_FALSE(store.read()->edited());
  EXPECT_EQ(store.read()->header().revision, 8U);
}

TEST(FileStore, BeginsAnewWithoutLookingAtWhatIsThere) {
  MemoryDisk disk;
  disk.put("/s", "damaged", 0640);
  FileStore store(disk, "/s", {});
  auto transaction = store.begin_anew();
  EXPECT_EQ(transaction->before().header().revision, 0U);
  EXPECT_EQ(disk.content("/s"), "damaged");
  transaction->replace(putting("c", "{}"));
  EXPECT_EQ(store.read()->find("cats", "c"), "{}");
  EXPECT_EQ(store.read()->header().revision, 1U);
  EXPECT_EQ(disk.status_now("/s").mode, 0640U);
}

TEST(FileStore, ReplacesEverything) {
  MemoryDisk disk;
  disk.put("/s", kSomeState);
  FileStore store(disk, "/s", {});
  store.begin()->replace(putting("c", "{}"));
  const auto snapshot = store.read();
  EXPECT_EQ(snapshot->find("cats", "cat-1"), std::nullopt);
  EXPECT_EQ(snapshot->find("dogs", "dog-1"), std::nullopt);
  EXPECT_EQ(snapshot->find("cats", "c"), "{}");
  EXPECT_EQ(snapshot->header().revision, 8U);
}

TEST(FileStore, RefusesAReadOnlyFile) {
  MemoryDisk disk;
  disk.put("/s", kSomeState, 0400);
  FileStore store(disk, "/s", {});
  EXPECT_NO_THROW((void)store.read());
  EXPECT_EQ(error_of([&] { (void)store.begin(); }).kind(), StateErrorKind::not_written);
  EXPECT_EQ(error_of([&] { (void)store.begin_anew(); }).kind(), StateErrorKind::not_written);
}

TEST(FileStore, RefusesWhatIsNoRegularFileAndMakesNoLockForIt) {
  MemoryDisk disk;
  disk.put_folder("/folder");
  disk.put_other("/fifo");
  for (const char* path : {"/folder", "/fifo", "/folder/", ""}) {
    FileStore store(disk, path, {});
    EXPECT_EQ(error_of([&] { (void)store.begin(); }).kind(), StateErrorKind::unreadable) << path;
    EXPECT_EQ(error_of([&] { (void)store.begin_anew(); }).kind(), StateErrorKind::unreadable) << path;
  }
  EXPECT_EQ(disk.names(), (Names{"/fifo", "/folder"}));
}

TEST(FileStore, MigratesAndKeepsTheOlderFileAtTheNextCommit) {
  const std::vector<Migration> steps = {
      {.from = 1, .apply = [](Document& document) { document.tables["cats"]["cat-1"] = R"({"Name":"Mio"})"; }}};
  MemoryDisk disk;
  disk.put("/s", kSomeState);
  FileStore store(disk, "/s", {}, {.patience = {}, .migrations = steps, .version = 2});
  EXPECT_EQ(store.read()->find("cats", "cat-1"), R"({"Name":"Mio"})");
  EXPECT_FALSE(store.read()->edited());
  EXPECT_EQ(disk.content("/s"), kSomeState) << "reading changes nothing";
  store.begin()->commit(putting("cat-3", "{}"));
  EXPECT_EQ(disk.content("/s.v1"), kSomeState);
  EXPECT_EQ(store.read()->find("cats", "cat-1"), R"({"Name":"Mio"})");
  EXPECT_EQ(store.read()->find("cats", "cat-3"), "{}");
  EXPECT_EQ(error_of([&] { (void)FileStore(disk, "/s", {}).read(); }).kind(), StateErrorKind::newer);
  store.begin()->commit(putting("cat-4", "{}"));
  EXPECT_EQ(disk.names(), (Names{"/s", "/s.lock", "/s.v1"}));
}

}  // namespace
}  // namespace ec2mimic::state
