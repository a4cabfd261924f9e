#include "state/text_snapshot.h"

#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <vector>

#include "state/checksum.h"
#include "state/json_string.h"
#include "tests/unit/state/some_state.h"

namespace ec2mimic::state {
namespace {

std::optional<RecordFault> only_named_animals(std::string_view table, std::string_view key, std::string_view line) {
  if (table != "cats" && table != "dogs") return RecordFault{"there are no such animals"};
  if (!key.starts_with(table.substr(0, 3))) return RecordFault{"another animal's key: " + std::string(key)};
  if (line.find("Wings") != std::string_view::npos) return RecordFault{"Wings: unknown member", true};
  if (nlohmann::json::parse(line).size() > 2) return RecordFault{"too much is known"};
  return std::nullopt;
}

const LoadRules kRules{.check = only_named_animals, .knows_table = {}, .migrations = {}};

TextSnapshot snapshot_of(std::string_view text, const LoadRules& rules = kRules) {
  return {"/state.json", buffer_of(text), rules};
}

using Records = std::map<std::string, std::string>;

Records records_of(const Snapshot& snapshot, std::string_view table) {
  Records records;
  snapshot.scan(table, "", [&](auto key, auto line) { records.emplace(key, line); });
  return records;
}

std::string message_for(std::string_view text) {
  const auto error = error_of([&] { (void)snapshot_of(text); });
  EXPECT_EQ(error.path(), "/state.json");
  EXPECT_EQ(error.kind(), StateErrorKind::damaged) << error.what();
  return error.what();
}

TEST(TextSnapshot, OfOurOwnTextIsTheSameText) {
  const auto snapshot = snapshot_of(kSomeState);
  EXPECT_FALSE(snapshot.edited());
  EXPECT_EQ(snapshot.text(), kSomeState);
  EXPECT_EQ(snapshot.header().revision, 7U);
  EXPECT_EQ(snapshot.find("cats", "cat-1"), R"({"Name":"Mia"})");
  EXPECT_EQ(snapshot.find("cats", "cat-3"), std::nullopt);
  EXPECT_EQ(snapshot.find("fish", "cat-1"), std::nullopt);
  EXPECT_EQ(records_of(snapshot, "dogs"), (Records{{"dog-1", R"({"Name":"Rex \"}"})"}}));
  EXPECT_EQ(records_of(snapshot, "fish"), Records{});
}

TEST(TextSnapshot, OfAnEmptyFileIsAnUntouchedAccount) {
  const auto snapshot = snapshot_of("");
  EXPECT_EQ(snapshot.header().account, "");
  EXPECT_EQ(snapshot.header().revision, 0U);
  EXPECT_FALSE(snapshot.edited());
  EXPECT_EQ(snapshot.text(), TextSnapshot("/state.json", kCurrentVersion).text());
  EXPECT_TRUE(recognise(snapshot.text(), kCurrentVersion));
}

TEST(TextSnapshot, OfAnEditedTextIsReformatted) {
  const auto edited = nlohmann::json::parse(kSomeState).dump(4);
  const auto snapshot = snapshot_of(edited);
  EXPECT_TRUE(snapshot.edited());
  // nlohmann's parser has sorted the members of cat-2.
  auto expected = kSomeState;
  expected.replace(expected.find(R"({"Friend":"dog-1","Age":3})"), 26, R"({"Age":3,"Friend":"dog-1"})");
  expected.erase(expected.rfind("\"checksum\""));
  expected += checksum_line(checksum(expected));
  EXPECT_EQ(snapshot.text(), expected);
}

TEST(TextSnapshot, ReturnsUnescapedKeys) {
  const auto text = rewrite({}, {}, kCurrentVersion, {{"t", {{"a\"\\\n", "{}"}}}}).joined();
  const auto snapshot = snapshot_of(text);
  EXPECT_EQ(records_of(snapshot, "t"), (Records{{"a\"\\\n", "{}"}}));
  EXPECT_EQ(snapshot.find("t", "a\"\\\n"), "{}");
}

TEST(TextSnapshot, ReportsPathLineAndColumn) {
  const auto with = [](std::string_view old, std::string_view instead) {
    auto text = kSomeState;
    text.replace(text.find(old), old.size(), instead);
    return message_for(text);
  };
  EXPECT_EQ(with("\"Age\":3", "\"Age\":3.5"),
            "/state.json, line 11, column 34: the number \"3.5\" is not a 64-bit integer; the file is left as it is");
  EXPECT_EQ(
      with("\"Age\":3", "\"Age\":3,\"Sex\":\"f\""),
      "/state.json, line 11, column 10: record \"cat-2\" of table \"cats\": too much is known; the file is left as "
      "it is");
  EXPECT_EQ(
      with("\"dogs\": {\n", "\"fish\": {\n"),
      "/state.json, line 14, column 10: record \"dog-1\" of table \"fish\": there are no such animals; the file is "
      "left as it is");
  const std::string long_key = "dog-" + std::string(1000, 'x');
  EXPECT_LT(with("\"cat-2\"", '"' + long_key + '"').size(), 600U) << "what the check says is cut, too";
  EXPECT_EQ(message_for("{}"),
            "/state.json, line 1, column 1: not a state of ec2mimic: an empty object; the file is left as it is");
}

TEST(TextSnapshot, RejectsANewerVersion) {
  auto text = kSomeState;
  text.replace(text.find("\"version\": 2"), 12, "\"version\": 3");
  const auto error = error_of([&] { (void)snapshot_of(text); });
  EXPECT_EQ(error.kind(), StateErrorKind::newer);
  EXPECT_STREQ(
      error.what(),
      "/state.json is of version 3 of the state format, and this program understands versions up to 2; it is left "
      "as it is");
}

// The error message for a file that a newer program may have written.
std::string newer_message_for(std::string_view text, const LoadRules& rules) {
  const auto error = error_of([&] { (void)snapshot_of(text, rules); });
  EXPECT_EQ(error.kind(), StateErrorKind::newer) << error.what();
  return error.what();
}

std::string edited(std::string_view old, std::string_view instead) {
  auto text = kSomeState;
  return text.replace(text.find(old), old.size(), instead);
}

TEST(TextSnapshot, RejectsAnUnknownTable) {
  const LoadRules rules{.check = {}, .knows_table = [](auto table) { return table != "dogs"; }, .migrations = {}};
  EXPECT_EQ(
      newer_message_for(kSomeState, rules),
      "/state.json was written by a newer ec2mimic: there is a table \"dogs\", which this program does not know; it "
      "is left as it is");
  EXPECT_NO_THROW((void)snapshot_of("", rules));
}

TEST(TextSnapshot, SuggestsAMisspellingForAnUnknownNameInAnEditedText) {
  EXPECT_EQ(
      newer_message_for(edited("\"Age\":3", "\"Wings\":2"), kRules),
      "/state.json, line 11, column 10: record \"cat-2\" of table \"cats\": Wings: unknown member; either a newer "
      "ec2mimic wrote it, or it is misspelt; the file is left as it is");
  EXPECT_EQ(
      newer_message_for(edited("\"serial\"", "\"colour\": \"red\",\n\"serial\""), kRules),
      "/state.json, line 5, column 1: a state has no member \"colour\"; either a newer ec2mimic wrote it, or it is "
      "misspelt; the file is left as it is");
}

TEST(TextSnapshot, SuggestsAMisspellingForAnUnknownTableInAnEditedText) {
  const LoadRules rules{
      .check = {}, .knows_table = [](auto table) { return table == "cats" || table == "dogs"; }, .migrations = {}};
  const std::string end =
      "there is a table \"birds\", which this program does not know; either a newer ec2mimic wrote it, or it is "
      "misspelt; the file is left as it is";
  EXPECT_EQ(newer_message_for(edited("\"dogs\": {\n", "\"birds\": {\n"), rules),
            "/state.json, line 14, column 10: " + end);
  EXPECT_EQ(newer_message_for(edited("\"cats\": {\n", "\"birds\": {},\n\"cats\": {\n"), rules),
            "/state.json, line 9, column 1: " + end);
}

TEST(TextSnapshot, BlamesANewerProgramForAnUnknownNameIfTheChecksumMatches) {
  auto text = edited("\"serial\"", "\"colour\": \"red\",\n\"serial\"");
  text.erase(text.rfind("\"checksum\""));
  text += checksum_line(checksum(text));
  EXPECT_EQ(newer_message_for(text, kRules),
            "/state.json was written by a newer ec2mimic: a state has no member \"colour\"; it is left as it is");
}

TEST(TextSnapshot, MigratesAnOlderVersionBeforeCheckingIt) {
  const std::vector<Migration> steps = {{.from = 2, .apply = [](Document& document) {
                                           document.tables["dogs"] = std::move(document.tables["cats"]);
                                           document.tables.erase("cats");
                                         }}};
  LoadRules rules{.check = {}, .knows_table = {}, .migrations = steps, .version = 3};
  const auto snapshot = snapshot_of(kSomeState, rules);
  EXPECT_EQ(snapshot.older_version(), 2U);
  EXPECT_EQ(snapshot.file_text(), kSomeState);
  EXPECT_FALSE(snapshot.edited());
  EXPECT_EQ(records_of(snapshot, "dogs").size(), 2U);
  EXPECT_TRUE(recognise(snapshot.text(), 3));
  EXPECT_TRUE(snapshot_of(" " + kSomeState, rules).edited());
  rules.check = only_named_animals;
  EXPECT_EQ(error_of([&] { (void)snapshot_of(kSomeState, rules); }).kind(), StateErrorKind::damaged);
  rules.migrations = {};
  EXPECT_STREQ(
      error_of([&] { (void)snapshot_of(kSomeState, rules); }).what(),
      "/state.json, line 1, column 1: version 2 of the state format is no longer understood; the file is left as "
      "it is");
}

TEST(TextSnapshot, TruncatedAnywhereIsRejectedOrComplete) {
  const auto whole = snapshot_of(kSomeState);
  for (std::size_t length = 1; length < kSomeState.size(); ++length) {
    try {
      const auto snapshot = snapshot_of(std::string_view(kSomeState).substr(0, length));
      // Only the final line break can be missing.
      EXPECT_EQ(length, kSomeState.size() - 1);
      EXPECT_EQ(snapshot.text(), whole.text());
    } catch (const StateError& error) {
      EXPECT_EQ(error.kind(), StateErrorKind::damaged);
    }
  }
}

TEST(TextSnapshot, WithAnyByteChangedIsRejectedOrMarkedAsEdited) {
  int accepted = 0;
  for (std::size_t i = 0; i < kSomeState.size(); ++i) {
    for (int bit = 0; bit < 8; ++bit) {
      auto text = kSomeState;
      text[i] = static_cast<char>(text[i] ^ (1 << bit));
      try {
        const auto snapshot = snapshot_of(text);
        ++accepted;
        EXPECT_TRUE(snapshot.edited()) << i;
        EXPECT_TRUE(recognise(snapshot.text(), kCurrentVersion)) << i;
        EXPECT_EQ(nlohmann::json::parse(snapshot.text())["tables"], nlohmann::json::parse(text)["tables"]) << i;
      } catch (const StateError& error) {
        EXPECT_TRUE(error.kind() == StateErrorKind::damaged || error.kind() == StateErrorKind::newer) << i;
      }
    }
  }
  EXPECT_GT(accepted, 100) << "names and checksums can be any";
}

/// Reads everything in a text at the very end of its allocation, so that the sanitizer notices a read beyond it.
void look_into(std::string_view text) {
  const std::vector<char> exact(text.begin(), text.end());
  const auto layout = recognise({exact.data(), exact.size()}, kCurrentVersion);
  if (!layout) return;
  const auto unless_malformed = [](const auto& act) {
    try {
      act();
    } catch (const MalformedLine&) {
    }
  };
  for (const char* table : {"cats", "dogs"}) {
    const auto lines = layout->lines_of(table);
    for (const char* key : {"", "cat-1", "cat-2", "dog-1", "zzz"}) {
      unless_malformed([&] { (void)lines.find(key); });
    }
    for (const char* containing : {"", "\"", "Name", "},\n"}) {
      unless_malformed([&] { lines.scan(containing, [](const RecordLine& line) { (void)unescaped(line.key); }); });
    }
  }
  const Header next{.account = "", .revision = 8, .serial = 3};
  unless_malformed([&] {
    (void)rewrite(*layout, next, kCurrentVersion,
                  {{"cats", {{"cat-1", std::nullopt}, {"cat-2", "{}"}, {"cat-3", "{}"}}}})
        .joined();
  });
}

TEST(TextSnapshot, DoesNotReadBeyondAForgedText) {
  const auto body = kSomeState.substr(0, kSomeState.rfind("\"checksum\""));
  int recognised = 0;
  for (std::size_t i = 0; i < body.size(); ++i) {
    for (const char c : {'"', '\\', '\n', ',', '{', '}', 'x', '9', '\0'}) {
      auto text = body;
      text[i] = c;
      text += checksum_line(checksum(text));
      recognised += recognise(text, kCurrentVersion) ? 1 : 0;
      look_into(text);
    }
  }
  EXPECT_GT(recognised, 500) << "most of them must get past the first look";
}

TEST(TextSnapshot, ReportsAMalformedLine) {
  auto text = kSomeState.substr(0, kSomeState.rfind("\"checksum\""));
  text[text.find("{\"Friend\"")] = '[';
  text += checksum_line(checksum(text));
  const auto snapshot = snapshot_of(text);
  EXPECT_STREQ(error_of([&] { (void)snapshot.find("cats", "cat-2"); }).what(),
               "/state.json, line 11, column 1: this line is not laid out as a record; the file is left as it is");
}

}  // namespace
}  // namespace ec2mimic::state
