// Random changes compared with a std::map, through commits, reloads, and editors that reformat the file.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <random>

#include "state/file_store.h"
#include "tests/harness/memory_disk.h"
#include "tests/unit/state/some_state.h"

namespace ec2mimic::state {
namespace {

using Model = std::map<std::string, std::map<std::string, std::string>>;

const std::string kPath = "/state.json";
const std::vector<std::string> kTables = {"a", "b-1", "cats"};

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  unsigned below(unsigned limit) { return static_cast<unsigned>(engine_() % limit); }
  std::string text() {
    static const std::vector<std::string> parts = {"a",  "b",    "k1",       "-", "\"", "\\",
                                                   "\n", "\x01", "\xC3\xA4", ",", "}",  " "};
    std::string result;
    for (unsigned i = below(5); i-- > 0;) result += parts[below(static_cast<unsigned>(parts.size()))];
    return result;
  }
  std::string line() {
    const nlohmann::json record = {{"Name", text()}, {"Number", below(100)}, {"List", {text(), nullptr, true}}};
    return record.dump();
  }

 private:
  std::mt19937 engine_;
};

Changes random_changes(Random& random, Model& model) {
  Changes changes{.account = "123456789012", .serial = random.below(1000), .tables = {}};
  for (unsigned i = random.below(8); i-- > 0;) {
    const auto& table = kTables[random.below(static_cast<unsigned>(kTables.size()))];
    const auto key = random.text();
    if (random.below(3) == 0) {
      changes.tables[table][key] = std::nullopt;
      model[table].erase(key);
    } else {
      const auto line = random.line();
      changes.tables[table][key] = line;
      model[table][key] = line;
    }
  }
  return changes;
}

Model model_of(const Snapshot& snapshot) {
  Model model;
  for (const auto& table : kTables) {
    snapshot.scan(table, "", [&](auto key, auto line) {
      model[table].emplace(key, line);
      EXPECT_EQ(snapshot.find(table, key), line);
    });
  }
  return model;
}

void expect_same(const Snapshot& snapshot, Model model) {
  std::erase_if(model, [](const auto& table) { return table.second.empty(); });
  ASSERT_EQ(model_of(snapshot), model);
  ASSERT_EQ(snapshot.find("a", "no such key"), std::nullopt);
}

/// The number of records in all tables that contain the text.
std::size_t count_containing(const Model& model, const std::string& text) {
  std::size_t count = 0;
  for (const auto& [table, records] : model) {
    count += static_cast<std::size_t>(std::count_if(records.begin(), records.end(), [&](const auto& record) {
      return record.second.find(text) != std::string::npos;
    }));
  }
  return count;
}

std::string edited_somehow(Random& random, const std::string& text) {
  auto document = nlohmann::ordered_json::parse(text);
  if (random.below(2) == 0) document.erase("checksum");
  std::string edited;
  switch (random.below(4)) {
    case 0:
      edited = document.dump();
      break;
    case 1:
      edited = document.dump(2, ' ', true);
      break;
    case 2:
      edited = document.dump(1, '\t');
      break;
    default:
      edited = nlohmann::json(document).dump(3);
      break;
  }
  if (random.below(3) == 0) {
    std::string dos;
    for (const char c : edited) (c == '\n' ? dos += '\r' : dos) += c;
    edited = dos;
  }
  return edited;
}

TEST(FileStore, BehavesLikeAMap) {
  harness::MemoryDisk disk;
  FileStore store(disk, kPath, {});
  Random random(4711);
  Model model;
  for (int round = 0; round < 150; ++round) {
    const auto revision = store.read()->header().revision;
    const auto before = model;
    const auto text_before = disk.content(kPath);
    const auto changes = random_changes(random, model);
    commit(store, changes);
    const auto snapshot = store.read();
    expect_same(*snapshot, model);
    if (before == model) {
      ASSERT_EQ(disk.content(kPath), text_before);
      ASSERT_EQ(snapshot->header().revision, revision);
    } else {
      ASSERT_EQ(snapshot->header().revision, revision + 1);
      ASSERT_EQ(snapshot->header().serial, changes.serial);
      ASSERT_FALSE(snapshot->edited());
      ASSERT_EQ(snapshot->text(), disk.content(kPath));
    }
    const auto wanted = "\"" + random.text();
    std::size_t found = 0;
    for (const auto& table : kTables) snapshot->scan(table, wanted, [&](auto, auto) { ++found; });
    ASSERT_EQ(found, count_containing(model, wanted));
    if (round % 5 == 4 && disk.content(kPath)) {
      disk.put(kPath, edited_somehow(random, *disk.content(kPath)));
      ASSERT_TRUE(store.read()->edited());
      expect_same(*store.read(), model);
    }
  }
}

}  // namespace
}  // namespace ec2mimic::state
