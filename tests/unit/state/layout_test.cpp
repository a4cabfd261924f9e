#include "state/layout.h"

#include <gtest/gtest.h>

#include "state/checksum.h"
#include "tests/unit/state/some_state.h"

namespace ec2mimic::state {
namespace {

/// `text` with a correct checksum instead of its last line.
std::string sealed(std::string text) {
  text.erase(text.rfind("\"checksum\""));
  return text + checksum_line(checksum(text));
}

std::string with(std::string text, std::string_view old, std::string_view instead) {
  text.replace(text.find(old), old.size(), instead);
  return text;
}

TEST(Layout, IsRecognised) {
  const auto layout = recognise(kSomeState, kCurrentVersion);
  ASSERT_TRUE(layout);
  EXPECT_EQ(layout->header.account, "123456789012");
  EXPECT_EQ(layout->header.revision, 7U);
  EXPECT_EQ(layout->header.serial, 3U);
  ASSERT_EQ(layout->tables.size(), 2U);
  EXPECT_EQ(layout->tables[0].name, "cats");
  EXPECT_EQ(layout->lines_of("cats").find("cat-1").line.value, R"({"Name":"Mia"})");
  EXPECT_EQ(layout->lines_of("dogs").find("dog-1").line.value, R"({"Name":"Rex \"}"})");
  EXPECT_EQ(layout->lines_of("fish").text(), "");
  EXPECT_TRUE(checksum_holds(kSomeState));
}

TEST(Layout, IsNotRecognisedIfAnyByteIsChanged) {
  for (std::size_t i = 0; i < kSomeState.size(); ++i) {
    auto text = kSomeState;
    text[i] = static_cast<char>(text[i] ^ 1);
    EXPECT_FALSE(recognise(text, kCurrentVersion)) << i;
  }
}

TEST(Layout, IsNotRecognisedIfAByteIsMissingOrAdded) {
  for (std::size_t i = 0; i < kSomeState.size(); ++i) {
    EXPECT_FALSE(recognise(kSomeState.substr(0, i), kCurrentVersion)) << i;
    EXPECT_FALSE(recognise(kSomeState.substr(i + 1), kCurrentVersion)) << i;
  }
  EXPECT_FALSE(recognise(kSomeState + "\n", kCurrentVersion));
}

TEST(Layout, IsCheckedEvenIfTheChecksumMatches) {
  EXPECT_EQ(sealed(kSomeState), kSomeState);
  for (const auto& [old, instead] :
       std::vector<std::pair<std::string, std::string>>{{"\"version\": 2", "\"version\": 1"},
                                                        {"\"version\": 2", "\"version\": 02"},
                                                        {"\"revision\": 7", "\"revision\": -7"},
                                                        {"\"revision\": 7", "\"revision\": "},
                                                        {"\"serial\": 3", "\"serial\": 9223372036854775808"},
                                                        {"\"serial\": 3", "\"serial\": 99999999999999999999999"},
                                                        {"123456789012", "12345678901"},
                                                        {"123456789012", "12345678901x"},
                                                        {"\"cats\": 61", "\"cats\": 60"},
                                                        {"\"cats\": 61", "\"cats\": 62"},
                                                        {"\"cats\": 61", "\"cats\": 0"},
                                                        {"\"cats\": 61", "\"cats\": 9223372036854775807"},
                                                        {"\"dogs\": 28", "\"cats\": 28"},
                                                        {"\"cats\": 61, ", ""},
                                                        {"\"cats\": 61", "\"Cats\": 61"},
                                                        {"\"cats\": 61", "\"cats\": 61,"},
                                                        {"\"cats\": 61", "\"cats\""},
                                                        {"\"cats\": {\n", "\"kats\": {\n"},
                                                        {"},\n\"dogs\"", "}\n\"dogs\""},
                                                        {"\"tables\"", "\"tabels\""},
                                                        {"{\n\"format\"", "{ \"format\""}}) {
    const auto text = with(kSomeState, old, instead);
    ASSERT_NE(text, kSomeState);
    EXPECT_FALSE(recognise(sealed(text), kCurrentVersion)) << instead;
    EXPECT_TRUE(checksum_holds(sealed(text)));
  }
}

TEST(Layout, IsNotRecognisedWithAnInvalidTableName) {
  const auto text = with(with(kSomeState, "\"cats\": 61", "\"Cats\": 61"), "\"cats\": {\n", "\"Cats\": {\n");
  EXPECT_FALSE(recognise(sealed(text), kCurrentVersion));
}

TEST(Layout, OfAnUntouchedAccountIsRecognised) {
  const auto layout = recognise(rewrite({}, {}, kCurrentVersion, {}).joined(), kCurrentVersion);
  ASSERT_TRUE(layout);
  EXPECT_EQ(layout->header.account, "");
  EXPECT_TRUE(layout->tables.empty());
}

TEST(Layout, ChecksNamesOfTablesAndAccounts) {
  EXPECT_TRUE(is_table_name("route-tables"));
  EXPECT_TRUE(is_table_name(std::string(kMostNameBytes, 'a')));
  for (const auto& name : {std::string(), std::string("A"), std::string("a b"), std::string("a\""),
                           std::string(kMostNameBytes + 1, 'a')}) {
    EXPECT_FALSE(is_table_name(name)) << name;
  }
  EXPECT_TRUE(is_account(""));
  EXPECT_TRUE(is_account("012345678901"));
  EXPECT_FALSE(is_account("0123456789012"));
  EXPECT_FALSE(is_account("01234567890a"));
}

}  // namespace
}  // namespace ec2mimic::state
