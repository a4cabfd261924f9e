#include "state/file_store.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>

#include "state/replace_file.h"
#include "tests/harness/memory_disk.h"
#include "tests/unit/state/some_state.h"

namespace ec2mimic::state {
namespace {

using harness::MemoryDisk;
using Names = std::vector<std::string>;

Changes putting(const std::string& key, const std::string& line) {
  return {.account = "123456789012", .serial = 5, .tables = {{"cats", {{key, line}}}}};
}

std::optional<RecordFault> no_bad_cats(std::string_view, std::string_view key, std::string_view) {
  return key == "bad" ? std::optional(RecordFault{"a bad cat"}) : std::nullopt;
}

TEST(FileStore, StartsEmptyAndCreatesNothingForReaders) {
  MemoryDisk disk;
  FileStore store(disk, "/a/b/state.json", {});
  const auto snapshot = store.read();
  EXPECT_EQ(snapshot->header().account, "");
  EXPECT_EQ(snapshot->header().revision, 0U);
  EXPECT_EQ(snapshot->find("cats", "c"), std::nullopt);
  EXPECT_EQ(disk.names(), Names{});
}

TEST(FileStore, CreatesFileLockAndFoldersOnTheFirstCommit) {
  MemoryDisk disk;
  FileStore store(disk, "/a/b/state.json", {});
  commit(store, putting("c", "{}"));
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

TEST(FileStore, WritesNothingIfNoLineChanges) {
  MemoryDisk disk;
  disk.put("/s", " " + kSomeState);
  FileStore store(disk, "/s", {});
  commit(store, putting("cat-1", R"({"Name":"Mia"})"));
  commit(store, {.account = "123456789012", .serial = 99, .tables = {{"cats", {{"x", std::nullopt}}}}});
  EXPECT_EQ(disk.content("/s"), " " + kSomeState);
  FileStore fresh(disk, "/fresh", {});
  commit(fresh, {.account = "123456789012", .serial = 0, .tables = {}});
  EXPECT_EQ(disk.content("/fresh"), std::nullopt);
}

TEST(FileStore, WritesAChangedAccount) {
  MemoryDisk disk;
  disk.put("/s", kSomeState);
  FileStore store(disk, "/s", {});
  commit(store, {.account = "999999999999", .serial = 3, .tables = {}});
  EXPECT_EQ(store.read()->header().account, "999999999999");
  EXPECT_EQ(store.read()->find("cats", "cat-1"), R"({"Name":"Mia"})");
}

TEST(FileStore, ReportsACountAtItsMaximum) {
  const auto state_with = [](const std::string& revision, const std::string& serial) {
    return R"({"format":"ec2mimic-state","version":2,"revision":)" + revision + R"(,"serial":)" + serial +
           R"(,"account":"123456789012","tables":{"cats":{"a":{}}}})";
  };
  const std::string most = "9223372036854775807";
  const std::string serial_at_most =
      "cannot change /s: its \"serial\" cannot exceed 999999999999999; set it to a smaller number in the file, but not "
      "below the \"Serial\" of any record; the state is unchanged";
  const std::vector<std::pair<std::string, std::string>> cases = {
      {state_with(most, "1"),
       "cannot change /s: its \"revision\" cannot exceed 9223372036854775807; set it to a "
       "smaller number in the file; the state is unchanged"},
      {state_with("1", "999999999999999"), serial_at_most},
      {state_with("1", most), serial_at_most},
  };
  for (const auto& [text, expected] : cases) {
    MemoryDisk disk;
    disk.put("/s", text);
    FileStore store(disk, "/s", {});
    EXPECT_EQ(store.read()->find("cats", "a"), "{}") << "reading goes on";
    const auto error = error_of([&] {
      store.change([](const Snapshot& before) {
        Changes changes = putting("c", "{}");
        changes.serial = before.header().serial + 1;
        return changes;
      });
    });
    EXPECT_EQ(error.kind(), StateErrorKind::not_written);
    EXPECT_EQ(error.path(), "/s");
    EXPECT_EQ(error.what(), expected);
    EXPECT_EQ(disk.content("/s"), text);
    replace(store, putting("c", "{}"));
    EXPECT_EQ(store.read()->find("cats", "c"), "{}") << "a reset helps as well";
  }
}

TEST(FileStore, KeepsASerialAboveTheMaximumIfNothingIsCreated) {
  MemoryDisk disk;
  disk.put("/s", R"({"format":"ec2mimic-state","version":2,"revision":1,"serial":9000000000000000000,)"
                 R"("account":"123456789012","tables":{}})");
  FileStore store(disk, "/s", {});
  store.change([](const Snapshot& before) {
    Changes changes = putting("c", "{}");
    changes.serial = before.header().serial;
    return changes;
  });
  EXPECT_EQ(store.read()->header().serial, 9000000000000000000U);
}

TEST(FileStore, HoldsTheLocksWhileDeciding) {
  MemoryDisk disk;
  disk.put("/s", kSomeState);
  FileStore store(disk, "/s", {});
  store.change([&](const Snapshot&) {
    EXPECT_EQ(disk.open_handles(), 2);
    const auto error = error_of([&] { look(store); });
    EXPECT_EQ(error.kind(), StateErrorKind::busy);
    return putting("c", "{}");
  });
  EXPECT_EQ(disk.open_handles(), 0);
  EXPECT_THROW(store.change([](const Snapshot&) -> std::optional<Changes> { throw std::runtime_error("no"); }),
               std::runtime_error);
  EXPECT_EQ(disk.open_handles(), 0);
  EXPECT_EQ(store.read()->header().revision, 8U);
}

TEST(FileStore, CreatesNothingIfNothingIsDecided) {
  MemoryDisk disk;
  FileStore store(disk, "/a/b/state.json", {});
  look(store);
  EXPECT_THROW(store.change([](const Snapshot&) -> std::optional<Changes> { throw std::runtime_error("no"); }),
               std::runtime_error);
  EXPECT_EQ(disk.names(), Names{});
}

TEST(FileStore, MakesWhatItReadDurableEvenIfNothingChanges) {
  MemoryDisk disk;
  disk.put_folder("/a");
  FileStore store(disk, "/a/s", {});
  // As if the first call was killed between its rename and the sync of the folder.
  disk.before_every_step([&] {
    if (disk.log().back() == "sync /a") disk.lie_about_folders(true);
  });
  commit(store, putting("c", "{}"));
  EXPECT_NE(disk.pending_entries(), 0U);
  disk.lie_about_folders(false);
  disk.before_every_step({});
  look(store);
  EXPECT_EQ(disk.pending_entries(), 0U);
  disk.reset_step_count();
  commit(store, putting("c", "{}"));
  EXPECT_EQ(std::count(disk.log().begin(), disk.log().end(), "sync /a"), 1) << "unaltered lines are a success too";
}

TEST(FileStore, ReportsThatItCannotTellWhetherWhatItReadIsDurable) {
  MemoryDisk disk;
  disk.put("/s", kSomeState);
  disk.before_every_step([&] { disk.fail_step(disk.log().back() == "sync /" ? disk.steps() - 1 : -1, EIO); });
  FileStore store(disk, "/s", {});
  const auto error = error_of([&] { look(store); });
  EXPECT_EQ(error.kind(), StateErrorKind::unknown_outcome);
  EXPECT_STREQ(error.what(), "cannot tell whether /s is safely on disk: Input/output error");
}

TEST(FileStore, TreatsAnEmptyFileAsNewOnlyIfItNeverHeldAState) {
  MemoryDisk disk;
  disk.put("/s", "");
  FileStore store(disk, "/s", {});
  EXPECT_EQ(store.read()->header().revision, 0U);
  commit(store, putting("c", "{}"));
  EXPECT_EQ(disk.content("/s.lock"), "ec2mimic keeps a state beside this file and needs both. Do not remove it.\n");
  disk.put("/s", "");
  disk.put_link("/link", "s");
  const std::string why = "is empty but held a state";
  EXPECT_EQ(error_of([&] { (void)store.read(); }).what(), "/s " + why);
  EXPECT_EQ(error_of([&] { commit(store, putting("d", "{}")); }).what(), "/s " + why);
  FileStore linked(disk, "/link", {});
  EXPECT_EQ(error_of([&] { (void)linked.read(); }).what(), "/link " + why);
  EXPECT_EQ(error_of([&] { look(linked); }).kind(), StateErrorKind::emptied);
  EXPECT_EQ(disk.content("/s"), "");
  replace(store, putting("d", "{}"));
  EXPECT_EQ(store.read()->find("cats", "d"), "{}");
}

TEST(FileStore, RemembersAStateOfAnEarlierProgram) {
  MemoryDisk disk;
  disk.put("/s", kSomeState);
  disk.put("/s.lock", "");
  commit(FileStore(disk, "/s", {}), putting("c", "{}"));
  EXPECT_NE(disk.content("/s.lock"), "");
}

TEST(FileStore, RemembersAStateOfAKilledWriter) {
  MemoryDisk disk;
  disk.put("/s", kSomeState);
  look(FileStore(disk, "/s", {}));
  EXPECT_NE(disk.content("/s.lock"), "");
  disk.put("/e", "");
  look(FileStore(disk, "/e", {}));
  EXPECT_EQ(disk.content("/e.lock"), "") << "an empty file is a new account still";
}

/// Counts how often a change is decided when another program interferes each time, at most `times` times.
int decisions(FileStore& store, int times, const std::function<void()>& interfere) {
  int decided = 0;
  store.change([&](const Snapshot&) {
    if (++decided <= times) interfere();
    return putting("mine", "{}");
  });
  return decided;
}

std::string with_another_cat(std::string name) {
  std::string text = kSomeState;
  text.replace(text.find("Mia"), 3, name);
  return text;
}

TEST(FileStore, DecidesAgainIfAnEditorWroteToTheFileMeanwhile) {
  MemoryDisk disk;
  disk.put("/s", kSomeState);
  FileStore store(disk, "/s", {});
  // Of the same length, so that only the modification time shows the change.
  EXPECT_EQ(decisions(store, 1, [&] { disk.overwrite("/s", with_another_cat("Max")); }), 2);
  EXPECT_EQ(store.read()->find("cats", "cat-1"), R"({"Name":"Max"})");
  EXPECT_EQ(store.read()->find("cats", "mine"), "{}");
  EXPECT_EQ(disk.names(), (Names{"/s", "/s.lock"}));
}

TEST(FileStore, DecidesAgainIfAnEditorReplacedTheFileMeanwhile) {
  MemoryDisk disk;
  disk.put("/s", kSomeState);
  FileStore store(disk, "/s", {});
  EXPECT_EQ(decisions(store, 4, [&] { disk.put("/s", with_another_cat("Moritz")); }), 5);
  EXPECT_EQ(store.read()->find("cats", "cat-1"), R"({"Name":"Moritz"})");
  EXPECT_EQ(store.read()->find("cats", "mine"), "{}");
}

TEST(FileStore, GivesUpIfTheFileKeepsChanging) {
  MemoryDisk disk;
  disk.put("/s", kSomeState);
  FileStore store(disk, "/s", {});
  int decided = 0;
  const auto error = error_of([&] {
    store.change([&](const Snapshot&) {
      ++decided;
      disk.put("/s", kSomeState);
      return putting("mine", "{}");
    });
  });
  EXPECT_EQ(error.kind(), StateErrorKind::busy);
  EXPECT_STREQ(error.what(),
               "cannot change /s: another program keeps changing it; the state is unchanged, try again when that has "
               "ended");
  EXPECT_EQ(decided, 5);
  EXPECT_EQ(disk.content("/s"), kSomeState);
  EXPECT_EQ(disk.names(), (Names{"/s", "/s.lock"}));
}

TEST(FileStore, DoesNotReplaceAStateThatAnotherWriterCreatedFirst) {
  MemoryDisk disk;
  FileStore store(disk, "/s", {});
  FileStore other(disk, "/s", {});
  EXPECT_EQ(decisions(store, 1, [&] { commit(other, putting("theirs", "{}")); }), 2);
  EXPECT_EQ(store.read()->find("cats", "theirs"), "{}");
  EXPECT_EQ(store.read()->find("cats", "mine"), "{}");
}

// Before each step of a first commit, another writer with a lock file of its own makes its first commit.
TEST(FileStore, KeepsBothOfTwoFirstCommitsWithoutACommonLock) {
  for (int step = 0;; ++step) {
    MemoryDisk disk;
    bool interfered = false;
    disk.before_step(step, [&] {
      interfered = true;
      if (disk.content("/s.lock")) disk.unlink("/s.lock");
      try {
        commit(FileStore(disk, "/s", {}), putting("theirs", "{}"));
      } catch (const StateError& error) {
        EXPECT_EQ(error.kind(), StateErrorKind::busy) << error.what();  // while we hold the lock of our temporary
        interfered = false;
      }
    });
    FileStore store(disk, "/s", {});
    commit(store, putting("mine", "{}"));
    EXPECT_EQ(store.read()->find("cats", "mine"), "{}") << step;
    if (interfered) {
      EXPECT_EQ(store.read()->find("cats", "theirs"), "{}") << step;
    }
    EXPECT_EQ(disk.content("/s.new"), std::nullopt) << step;
    if (disk.steps() <= step) break;
  }
}

// The same for an existing state: the other writer finds its file locked, or ours in its place.
TEST(FileStore, KeepsBothOfTwoCommitsWithoutACommonLock) {
  for (int step = 0;; ++step) {
    MemoryDisk disk;
    disk.put("/s", kSomeState);
    bool interfered = false;
    disk.before_step(step, [&] {
      if (disk.content("/s.lock")) disk.unlink("/s.lock");
      try {
        commit(FileStore(disk, "/s", {}), putting("theirs", "{}"));
        interfered = true;
      } catch (const StateError& error) {
        EXPECT_EQ(error.kind(), StateErrorKind::busy) << error.what();
      }
    });
    FileStore store(disk, "/s", {});
    commit(store, putting("mine", "{}"));
    EXPECT_EQ(store.read()->find("cats", "mine"), "{}") << step;
    if (interfered) {
      EXPECT_EQ(store.read()->find("cats", "theirs"), "{}") << step;
    }
    if (disk.steps() <= step) break;
  }
}

TEST(FileStore, ReliesOnTheLockFileIfTheStateCannotBeLocked) {
  MemoryDisk disk;
  disk.put("/s", kSomeState);
  disk.put("/s.lock", "");
  disk.fail_locks_of("/s", ENOLCK);
  FileStore store(disk, "/s", {});
  commit(store, putting("c", "{}"));
  EXPECT_EQ(store.read()->find("cats", "c"), "{}");
  const auto first = disk.status_now("/s.lock").inode;
  // Replaced between taking the lock and checking that it is still the file at the path.
  bool removed = false;
  disk.before_every_step([&] {
    if (!removed && disk.log().back() == "status at /s.lock") disk.put("/s.lock", ""), removed = true;
  });
  commit(store, putting("d", "{}"));
  EXPECT_NE(disk.status_now("/s.lock").inode, first);
  EXPECT_EQ(std::count(disk.log().begin(), disk.log().end(), "lock /s.lock"), 3);
  disk.fail_locks_of("/s", EIO);
  EXPECT_STREQ(error_of([&] { look(store); }).what(), "cannot lock /s: Input/output error");
}

TEST(FileStore, RejectsChangesThatNoStateCanHold) {
  MemoryDisk disk;
  disk.put("/s", kSomeState);
  FileStore store(disk, "/s", {});
  EXPECT_THROW(commit(store, putting("c", "[]")), std::invalid_argument);
  EXPECT_THROW(commit(store, {.account = "12", .serial = 1, .tables = {}}), std::invalid_argument);
  EXPECT_EQ(disk.content("/s"), kSomeState);
  EXPECT_EQ(disk.open_handles(), 0);
}

TEST(FileStore, KeepsModeAndUnderSudoTheOwner) {
  MemoryDisk disk;
  disk.put("/s", kSomeState, 0664);
  disk.set_owner_of("/s", 1000, 100);
  disk.act_as(0);
  commit(FileStore(disk, "/s", {}), putting("c", "{}"));
  EXPECT_EQ(disk.status_now("/s").mode, 0664U);
  EXPECT_EQ(disk.status_now("/s").owner, 1000U);
  EXPECT_EQ(disk.status_now("/s").group, 100U);
}

TEST(FileStore, WritesToTheTargetOfALink) {
  MemoryDisk disk;
  disk.put_folder("/real");
  disk.put_link("/s", "/real/deep/state.json");
  FileStore store(disk, "/s", {});
  commit(store, putting("c", "{}"));
  EXPECT_EQ(disk.names(), (Names{"/real", "/real/deep", "/real/deep/state.json", "/real/deep/state.json.lock", "/s"}));
  EXPECT_EQ(disk.status_now("/s").kind, FileKind::link);
  EXPECT_EQ(store.read()->find("cats", "c"), "{}");
}

TEST(FileStore, LeavesADamagedOrNewerFileAlone) {
  auto newer = kSomeState;
  newer.replace(newer.find("\"version\": 2"), 12, "\"version\": 3");
  for (const auto& text : {std::string("{}"), kSomeState.substr(0, 200), newer, std::string("\n")}) {
    MemoryDisk disk;
    disk.put("/s", text);
    FileStore store(disk, "/s", {});
    EXPECT_THROW((void)store.read(), StateError);
    EXPECT_THROW(look(store), StateError);
    EXPECT_EQ(disk.content("/s"), text);
    EXPECT_EQ(disk.open_handles(), 0);
  }
}

TEST(FileStore, ChecksTheRecordsOfAnEditedFile) {
  MemoryDisk disk;
  FileStore store(disk, "/s", {.check = no_bad_cats, .knows_table = {}, .migrations = {}});
  commit(store, putting("bad", "{}"));
  EXPECT_NO_THROW((void)store.read()) << "what we wrote is not checked again";
  disk.put("/s", "\n" + *disk.content("/s"));
  const auto error = error_of([&] { (void)store.read(); });
  EXPECT_STREQ(error.what(),
               "/s, line 11, column 8: record \"bad\" of table \"cats\": a bad cat; the file is left as it is");
}

TEST(FileStore, RefusesAnUnknownTableEvenIfItIsEmpty) {
  const auto knows = [](std::string_view table) { return table == "cats" || table == "dogs"; };
  MemoryDisk disk;
  disk.put("/s", kSomeState);
  FileStore store(disk, "/s", {.check = {}, .knows_table = knows, .migrations = {}});
  commit(store, putting("cat-3", "{}"));
  std::string text = *disk.content("/s");
  text.insert(text.find("\"cats\": {"), "\"birds\": {},\n");
  disk.put("/s", text);
  const auto error = error_of([&] { commit(store, putting("cat-4", "{}")); });
  EXPECT_EQ(error.kind(), StateErrorKind::newer);
  EXPECT_NE(std::string(error.what()).find("there is a table \"birds\", which this program does not know"),
            std::string::npos)
      << error.what();
  EXPECT_EQ(disk.content("/s"), text);
}

TEST(FileStore, ReformatsAnEditedFile) {
  MemoryDisk disk;
  disk.put("/s", "\n" + kSomeState);
  FileStore store(disk, "/s", {});
  EXPECT_TRUE(store.read()->edited());
  commit(store, putting("cat-3", "{}"));
  EXPECT_FALSE(store.read()->edited());
  EXPECT_EQ(store.read()->header().revision, 8U);
}

const std::string kDamaged = "{\n\"format\": \"ec2mimic-state\", dama";

TEST(FileStore, ReplacesAFileWithoutReadingIt) {
  MemoryDisk disk;
  disk.put("/s", "\n" + kSomeState);
  FileStore store(disk, "/s", {});
  const auto accept = [&] {
    store.change([](const Snapshot& before) {
      return Changes{.account = before.header().account,
                     .serial = before.header().serial,
                     .tables = {},
                     .force_rewrite = before.edited()};
    });
  };
  accept();
  EXPECT_FALSE(store.read()->edited());
  EXPECT_EQ(store.read()->header().revision, 8U);
  accept();
  EXPECT_EQ(store.read()->header().revision, 8U) << "there is nothing to lay out";
}

TEST(FileStore, ReplacesAStateWhateverItHolds) {
  MemoryDisk disk;
  disk.put("/s", kDamaged, 0640);
  FileStore store(disk, "/s", {});
  const auto decide = [&](const Snapshot& before) {
    EXPECT_EQ(before.header().revision, 0U);
    EXPECT_EQ(disk.content("/s"), kDamaged);
    return putting("c", "{}");
  };
  EXPECT_TRUE(store.replace(decide, Store::Loss::of_state));
  EXPECT_EQ(store.read()->find("cats", "c"), "{}");
  EXPECT_EQ(store.read()->header().revision, 1U);
  EXPECT_EQ(disk.status_now("/s").mode, 0640U);
}

TEST(FileStore, DoesNotReplaceAStateIfLossIsRefused) {
  const auto decide = [](const Snapshot&) { return putting("c", "{}"); };
  for (const auto& text : {kSomeState, kDamaged}) {
    MemoryDisk disk;
    disk.put("/s", text);
    EXPECT_FALSE(FileStore(disk, "/s", {}).replace(decide, Store::Loss::refused));
    EXPECT_EQ(disk.content("/s"), text);
    disk.put("/s.lock", "a state");
    disk.put("/s", "");
    EXPECT_FALSE(FileStore(disk, "/s", {}).replace(decide, Store::Loss::refused)) << "it held one";
    disk.put("/s.lock", "");
    EXPECT_TRUE(FileStore(disk, "/s", {}).replace(decide, Store::Loss::refused));
  }
}

TEST(FileStore, ReplacesAForeignFileOnlyOnRequest) {
  const auto decide = [](const Snapshot&) { return putting("c", "{}"); };
  for (const std::string text :
       {"#!/bin/sh\n", "{}", "[]", " ", "{\"format\": \"other\", ", "text", "{\"format\": \"other\"}",
        "# \"format\": \"ec2mimic-state\"", "{\"a\": {\"format\": \"ec2mimic-state\"}}"}) {
    for (const auto loss : {Store::Loss::refused, Store::Loss::of_state}) {
      MemoryDisk disk;
      disk.put("/s", text);
      const auto error = error_of([&] { (void)FileStore(disk, "/s", {}).replace(decide, loss); });
      EXPECT_EQ(error.kind(), StateErrorKind::foreign) << text;
      EXPECT_EQ(error.message(), "/s is not a state of ec2mimic, and is left as it is");
      EXPECT_EQ(disk.names(), Names{"/s"}) << "no lock file is left beside it";
      EXPECT_EQ(disk.content("/s"), text);
    }
    MemoryDisk disk;
    disk.put("/s", text);
    EXPECT_TRUE(FileStore(disk, "/s", {}).replace(decide, Store::Loss::of_anything));
    EXPECT_EQ(FileStore(disk, "/s", {}).read()->find("cats", "c"), "{}");
  }
}

TEST(FileStore, ReplacesAnyStateOfThisProgram) {
  for (const std::string& text : {kSomeState, "\n" + kSomeState, kDamaged, kSomeState.substr(0, 40),
                                  std::string("{\"version\": 9, \"format\" : \"ec2mimic-state\"}")}) {
    MemoryDisk disk;
    disk.put("/s", text);
    EXPECT_TRUE(
        FileStore(disk, "/s", {}).replace([](const Snapshot&) { return putting("c", "{}"); }, Store::Loss::of_state))
        << text;
  }
}

// Something else takes the place of the state while it is about to be replaced.
TEST(FileStore, RefusesAForeignFileThatAppearsMeanwhile) {
  for (int step = 0;; ++step) {
    MemoryDisk disk;
    disk.put("/s", kSomeState);
    disk.before_step(step, [&] { disk.put("/s", "notes"); });
    try {
      replace(FileStore(disk, "/s", {}), putting("c", "{}"));
    } catch (const StateError& error) {
      EXPECT_EQ(error.kind(), StateErrorKind::foreign) << error.what();
    }
    if (disk.steps() <= step) break;
    // What comes after the last look at the file is lost, as with any change.
    const auto log = disk.log();
    const auto last_look = std::find(log.rbegin(), log.rend(), "status at /s");
    const auto looked = log.rend() - last_look - 1;
    EXPECT_TRUE(disk.content("/s") == "notes" || step > looked) << step << ' ' << log[static_cast<std::size_t>(step)];
  }
}

// Another writer makes a state before each step of a writer that must not replace one.
TEST(FileStore, DoesNotReplaceAStateCreatedMeanwhile) {
  for (int step = 0;; ++step) {
    MemoryDisk disk;
    bool interfered = false;
    disk.before_step(step, [&] {
      try {
        commit(FileStore(disk, "/s", {}), putting("theirs", "{}"));
        interfered = true;
      } catch (const StateError& error) {
        EXPECT_EQ(error.kind(), StateErrorKind::busy) << error.what();
      }
    });
    FileStore store(disk, "/s", {});
    (void)store.replace([](const Snapshot&) { return putting("mine", "{}"); }, Store::Loss::refused);
    if (interfered) {
      EXPECT_EQ(store.read()->find("cats", "theirs"), "{}") << step;
    }
    if (disk.steps() <= step) break;
  }
}

// A first writer is slow: others make the state and change it in the meantime. Then it removes what it takes for a
// left-over temporary, before each step of a later change.
TEST(FileStore, LosesNothingToASlowFirstWriter) {
  for (int step = 0;; ++step) {
    MemoryDisk disk;
    FileStore slow(disk, "/s", {});
    FileStore other(disk, "/s", {});
    commit(other, putting("first", "{}"));
    bool interfered = false;
    disk.reset_step_count();
    disk.before_step(step, [&] {
      try {
        interfered = true;
        const std::vector<std::string_view> pieces = {"half"};
        EXPECT_FALSE(save(disk, "/s", {}, pieces)) << "there is a file";
      } catch (const StateError& error) {
        EXPECT_EQ(error.kind(), StateErrorKind::busy) << error.what();
      }
    });
    commit(other, putting("second", "{}"));
    EXPECT_EQ(other.read()->find("cats", "first"), "{}") << step;
    EXPECT_EQ(other.read()->find("cats", "second"), "{}") << step;
    if (!interfered) break;
  }
}

TEST(FileStore, WorksWithoutALockFileThatBelongsToAnotherUser) {
  MemoryDisk disk;
  disk.put("/s", kSomeState);
  disk.put("/s.lock", "");
  disk.before_every_step([&] { disk.fail_step(disk.log().back() == "open /s.lock" ? disk.steps() - 1 : -1, EACCES); });
  FileStore store(disk, "/s", {});
  commit(store, putting("c", "{}"));
  EXPECT_EQ(store.read()->find("cats", "c"), "{}");
  disk.put("/s.lock", "a state");
  disk.put("/s", "");
  EXPECT_EQ(error_of([&] { look(store); }).kind(), StateErrorKind::emptied) << "its memory counts all the same";
  disk.put("/s", kSomeState);
  disk.fail_locks_of("/s", ENOLCK);
  EXPECT_STREQ(error_of([&] { look(store); }).what(), "cannot lock /s with /s.lock: Permission denied");
}

TEST(FileStore, LeavesNoLockFileIfItMustNotWrite) {
  MemoryDisk disk;
  disk.put("/s", kSomeState);
  disk.before_every_step([&] { disk.fail_step(disk.log().back() == "open /s" ? disk.steps() - 1 : -1, EACCES); });
  EXPECT_EQ(error_of([&] { look(FileStore(disk, "/s", {})); }).kind(), StateErrorKind::not_written);
  EXPECT_EQ(disk.names(), Names{"/s"});
}

TEST(FileStore, ReplacesEverything) {
  MemoryDisk disk;
  disk.put("/s", kSomeState);
  FileStore store(disk, "/s", {});
  replace(store, putting("c", "{}"));
  const auto snapshot = store.read();
  EXPECT_EQ(snapshot->find("cats", "cat-1"), std::nullopt);
  EXPECT_EQ(snapshot->find("dogs", "dog-1"), std::nullopt);
  EXPECT_EQ(snapshot->find("cats", "c"), "{}");
  EXPECT_EQ(snapshot->header().revision, 1U);
}

TEST(FileStore, RejectsAReadOnlyFile) {
  MemoryDisk disk;
  disk.put("/s", kSomeState, 0400);
  FileStore store(disk, "/s", {});
  EXPECT_NO_THROW((void)store.read());
  EXPECT_EQ(error_of([&] { look(store); }).kind(), StateErrorKind::not_written);
  EXPECT_EQ(error_of([&] { replace(store, putting("c", "{}")); }).kind(), StateErrorKind::not_written);
}

TEST(FileStore, RejectsSpecialFilesAndMakesNoLockForThem) {
  MemoryDisk disk;
  disk.put_folder("/folder");
  disk.put_other("/fifo");
  for (const char* path : {"/folder", "/fifo", "/folder/", ""}) {
    FileStore store(disk, path, {});
    EXPECT_EQ(error_of([&] { look(store); }).kind(), StateErrorKind::unreadable) << path;
    EXPECT_EQ(error_of([&] { replace(store, putting("c", "{}")); }).kind(), StateErrorKind::unreadable) << path;
  }
  EXPECT_EQ(disk.names(), (Names{"/fifo", "/folder"}));
}

TEST(FileStore, MigratesAndKeepsTheOldFileAtTheNextCommit) {
  const std::vector<Migration> steps = {
      {.from = 2, .apply = [](Document& document) { document.tables["cats"]["cat-1"] = R"({"Name":"Mio"})"; }}};
  MemoryDisk disk;
  disk.put("/s", kSomeState);
  FileStore store(disk, "/s", {.check = {}, .knows_table = {}, .migrations = steps, .version = 3});
  EXPECT_EQ(store.read()->find("cats", "cat-1"), R"({"Name":"Mio"})");
  EXPECT_FALSE(store.read()->edited());
  EXPECT_EQ(disk.content("/s"), kSomeState) << "reading changes nothing";
  commit(store, putting("cat-3", "{}"));
  EXPECT_EQ(disk.content("/s.v2"), kSomeState);
  EXPECT_EQ(store.read()->find("cats", "cat-1"), R"({"Name":"Mio"})");
  EXPECT_EQ(store.read()->find("cats", "cat-3"), "{}");
  EXPECT_EQ(error_of([&] { (void)FileStore(disk, "/s", {}).read(); }).kind(), StateErrorKind::newer);
  commit(store, putting("cat-4", "{}"));
  EXPECT_EQ(disk.names(), (Names{"/s", "/s.lock", "/s.v2"}));
}

Changes keeping(std::uint64_t revisions, const std::string& key) {
  Changes changes = putting(key, "{}");
  changes.kept_revisions = revisions;
  return changes;
}

TEST(FileStore, KeepsAsManyEarlierRevisionsAsAChangeAsksFor) {
  MemoryDisk disk;
  disk.put("/s", kSomeState);
  FileStore store(disk, "/s", {});
  commit(store, putting("a", "{}"));
  EXPECT_EQ(disk.names(), (Names{"/s", "/s.lock"}));
  const auto eighth = disk.content("/s");
  for (const char* key : {"b", "c", "d"}) commit(store, keeping(3, key));
  EXPECT_EQ(disk.names(), (Names{"/s", "/s.lock", "/s.revision-10", "/s.revision-8", "/s.revision-9"}));
  EXPECT_EQ(disk.content("/s.revision-8"), eighth);
  EXPECT_EQ(FileStore(disk, "/s.revision-9", {}).read()->header().revision, 9U);
  commit(store, keeping(2, "e"));
  EXPECT_EQ(disk.names(), (Names{"/s", "/s.lock", "/s.revision-10", "/s.revision-11"}));
  commit(store, keeping(2, "e"));  // changes nothing
  commit(store, putting("f", "{}"));
  EXPECT_EQ(disk.names(), (Names{"/s", "/s.lock", "/s.revision-10", "/s.revision-11"}));
}

TEST(FileStore, ReplacesARevisionOfAStateThatWasPutBack) {
  MemoryDisk disk;
  disk.put("/s", kSomeState);
  for (const char* number : {"7", "8", "9", "x"}) {
    const std::string state = kSomeState;
    disk.put(std::string("/s.revision-") + number,
             std::string(state).replace(state.find("\"revision\": 7") + 12, 1, number) + "\n");
  }
  FileStore store(disk, "/s", {});
  commit(store, keeping(5, "b"));
  EXPECT_EQ(disk.names(), (Names{"/s", "/s.lock", "/s.revision-7", "/s.revision-x"}));
  EXPECT_EQ(disk.content("/s.revision-7"), kSomeState);
}

TEST(FileStore, ChangesNothingIfARevisionCannotBeKept) {
  MemoryDisk disk;
  disk.put("/s", kSomeState);
  disk.put_folder("/s.revision-7");
  FileStore store(disk, "/s", {});
  const auto error = error_of([&] { commit(store, keeping(5, "b")); });
  EXPECT_EQ(error.kind(), StateErrorKind::not_written);
  EXPECT_STREQ(error.what(), "cannot keep the old /s as /s.revision-7: File exists; the state is unchanged");
  EXPECT_EQ(disk.content("/s"), kSomeState);
  EXPECT_EQ(disk.names(), (Names{"/s", "/s.lock", "/s.revision-7"}));
}

TEST(FileStore, CopiesARevisionIfThereAreNoHardLinks) {
  MemoryDisk disk;
  disk.put("/s", kSomeState);
  disk.before_every_step(
      [&disk] { disk.fail_step(disk.log().back().starts_with("link ") ? disk.steps() - 1 : -1, EPERM); });
  FileStore store(disk, "/s", {});
  commit(store, keeping(5, "b"));
  EXPECT_EQ(disk.content("/s.revision-7"), kSomeState);
  EXPECT_EQ(store.read()->header().revision, 8U);
}

TEST(FileStore, ForgetsTheRevisionsOfAnotherAccount) {
  for (const bool is_replaced : {true, false}) {
    MemoryDisk disk;
    if (is_replaced) disk.put("/s", kSomeState);
    disk.put("/s.revision-7", kSomeState);
    disk.put_folder("/s.revision-5");
    FileStore store(disk, "/s", {});
    if (is_replaced) {
      replace(store, putting("b", "{}"));
    } else {
      commit(store, keeping(3, "b"));
    }
    EXPECT_EQ(disk.names(), (Names{"/s", "/s.lock", "/s.revision-5"})) << is_replaced;
  }
  // Without a number of revisions to keep, a first change removes none.
  MemoryDisk disk;
  disk.put("/s.revision-7", kSomeState);
  FileStore store(disk, "/s", {});
  commit(store, putting("b", "{}"));
  EXPECT_EQ(disk.names(), (Names{"/s", "/s.lock", "/s.revision-7"}));
}

}  // namespace
}  // namespace ec2mimic::state
