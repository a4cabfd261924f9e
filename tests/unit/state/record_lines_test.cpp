#include "state/record_lines.h"

#include <gtest/gtest.h>

#include <vector>

namespace ec2mimic::state {
namespace {

const std::string kLines =
    "\"a\": {\"x\":\"k\"},\n"
    "\"ab\": {\"y\":\"k\"},\n"
    "\"b\\\"\": {\"x\":\"z\"},\n"
    "\"c\": {}\n";

std::vector<std::string> keys_containing(const std::string& text, std::string_view containing) {
  std::vector<std::string> keys;
  RecordLines(text).scan(containing, [&](const RecordLine& line) { keys.emplace_back(line.key); });
  return keys;
}

TEST(RecordLines, AreFoundByKey) {
  const RecordLines lines(kLines);
  EXPECT_EQ(lines.find("a").line.value, R"({"x":"k"})");
  EXPECT_EQ(lines.find("ab").line.value, R"({"y":"k"})");
  EXPECT_EQ(lines.find("b\\\"").line.value, R"({"x":"z"})");
  EXPECT_EQ(lines.find("c").line.value, "{}");
  EXPECT_EQ(lines.find("c").line.next, lines.end());
}

TEST(RecordLines, ShowWhereAMissingKeyBelongs) {
  const RecordLines lines(kLines);
  for (const auto& [key, next_key] : std::vector<std::pair<std::string, std::string>>{
           {"", "a"}, {"A", "a"}, {"aa", "ab"}, {"abc", "b\\\""}, {"bz", "c"}}) {
    const auto found = lines.find(key);
    EXPECT_FALSE(found.there) << key;
    EXPECT_EQ(lines.at(found.line.begin).key, next_key) << key;
  }
  EXPECT_EQ(lines.find("d").line.begin, lines.end());
  EXPECT_FALSE(RecordLines().find("a").there);
  EXPECT_FALSE(lines.find("a", lines.find("ab").line.begin).there);
}

TEST(RecordLines, AreFoundAmongMany) {
  std::string text;
  for (int i = 1000; i < 3000; i += 2) text += "\"k" + std::to_string(i) + "\": {\"n\":" + std::to_string(i) + "},\n";
  text += "\"z\": {}\n";
  for (int i = 999; i < 3001; ++i) {
    const bool there = i >= 1000 && i < 3000 && i % 2 == 0;
    const auto found = RecordLines(text).find("k" + std::to_string(i));
    ASSERT_EQ(found.there, there) << i;
    if (there) {
      ASSERT_EQ(found.line.value, "{\"n\":" + std::to_string(i) + "}");
    }
  }
}

TEST(RecordLines, AreSearchedByContent) {
  using Keys = std::vector<std::string>;
  EXPECT_EQ(keys_containing(kLines, ""), (Keys{"a", "ab", "b\\\"", "c"}));
  EXPECT_EQ(keys_containing(kLines, "\"k\""), (Keys{"a", "ab"}));
  EXPECT_EQ(keys_containing(kLines, "\"x\""), (Keys{"a", "b\\\""}));
  EXPECT_EQ(keys_containing(kLines, "{}"), (Keys{"c"}));
  EXPECT_EQ(keys_containing(kLines, "\"ab\""), Keys{}) << "a key is not part of the record";
  EXPECT_EQ(keys_containing(kLines, "},\n\"ab"), Keys{}) << "nor is the line break";
  EXPECT_EQ(keys_containing("", ""), Keys{});
}

TEST(RecordLines, AreSearchedForAnyOfSeveralTexts) {
  using Keys = std::vector<std::string>;
  const auto keys = [](std::vector<std::string_view> texts) {
    Keys found;
    RecordLines(kLines).scan_any(texts, [&](const RecordLine& line) { found.emplace_back(line.key); });
    return found;
  };
  EXPECT_EQ(keys({}), (Keys{"a", "ab", "b\\\"", "c"}));
  EXPECT_EQ(keys({"\"z\"", "\"y\""}), (Keys{"ab", "b\\\""}));
  EXPECT_EQ(keys({"\"x\"", "\"k\""}), (Keys{"a", "ab", "b\\\""})) << "each line once";
  EXPECT_EQ(keys({"nothing", "{}"}), (Keys{"c"}));
  EXPECT_EQ(keys({"nothing", ""}).size(), 4U);
}

TEST(RecordLines, AreRejectedIfMalformed) {
  for (const char* text : {"\n", "x\n", "\"a\"\n", "\"a\": 1\n", "\"a: {}\n", "\"a\\\": {}\n", "\"a\": {},\n",
                           "\"a\": {}", "\"a\": {\n", "\"a\":{}\n", "\"a\": {}\n\"b\": {}\n",
                           "\"a\": {\"x\":{}}\n\"b\": {}\n", ",\n", "\"a\": {}\r\n", "a\": {}\n"}) {
    EXPECT_THROW((void)RecordLines(text).find("a"), MalformedLine) << text;
    EXPECT_THROW(keys_containing(text, ""), MalformedLine) << text;
  }
}

}  // namespace
}  // namespace ec2mimic::state
