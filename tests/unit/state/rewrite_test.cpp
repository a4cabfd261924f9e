#include "state/rewrite.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "tests/unit/state/some_state.h"

namespace ec2mimic::state {
namespace {

const Header kNext{.account = "123456789012", .revision = 8, .serial = 4};

Pieces rewritten(const TableChanges& changes) {
  return rewrite(*recognise(kSomeState, kCurrentVersion), kNext, kCurrentVersion, changes);
}

nlohmann::json tables_after(const TableChanges& changes) {
  const auto text = rewritten(changes).joined();
  EXPECT_TRUE(recognise(text, kCurrentVersion)) << text;
  return nlohmann::json::parse(text)["tables"];
}

TEST(Rewrite, ProducesTheDocumentedLayout) {
  const TableChanges tables = {
      {"dogs", {{"dog-1", R"({"Name":"Rex \"}"})"}}},
      {"cats", {{"cat-2", R"({"Friend":"dog-1","Age":3})"}, {"cat-1", R"({"Name":"Mia"})"}, {"cat-0", std::nullopt}}},
      {"fish", {{"none", std::nullopt}}}};
  const Header header{.account = "123456789012", .revision = 7, .serial = 3};
  EXPECT_EQ(rewrite({}, header, kCurrentVersion, tables).joined(), kSomeState);
}

TEST(Rewrite, KeepsUnchangedLines) {
  const Header same{.account = "123456789012", .revision = 7, .serial = 3};
  const auto pieces = rewrite(*recognise(kSomeState, kCurrentVersion), same, kCurrentVersion, {});
  EXPECT_FALSE(pieces.changed);
  EXPECT_EQ(pieces.joined(), kSomeState);
  EXPECT_EQ(pieces.bytes(), kSomeState.size());
}

TEST(Rewrite, ReportsWhetherALineChanges) {
  EXPECT_FALSE(rewritten({{"cats", {{"cat-1", R"({"Name":"Mia"})"}}}}).changed);
  EXPECT_FALSE(rewritten({{"cats", {{"cat-9", std::nullopt}}}, {"fish", {{"x", std::nullopt}}}}).changed);
  EXPECT_TRUE(rewritten({{"cats", {{"cat-1", R"({"Name":"Mio"})"}}}}).changed);
  EXPECT_TRUE(rewritten({{"cats", {{"cat-1", std::nullopt}}}}).changed);
  EXPECT_TRUE(rewritten({{"fish", {{"x", "{}"}}}}).changed);
}

TEST(Rewrite, InsertsALineAnywhere) {
  for (const char* key : {"a", "cat-1", "cat-11", "cat-2", "z", "q\"\\\n"}) {
    auto expected = nlohmann::json::parse(kSomeState)["tables"];
    expected["cats"][key] = {{"New", 1}};
    EXPECT_EQ(tables_after({{"cats", {{key, R"({"New":1})"}}}}), expected) << key;
  }
}

TEST(Rewrite, RemovesALineAnywhere) {
  auto expected = nlohmann::json::parse(kSomeState)["tables"];
  expected["cats"].erase("cat-1");
  EXPECT_EQ(tables_after({{"cats", {{"cat-1", std::nullopt}}}}), expected);
  expected = nlohmann::json::parse(kSomeState)["tables"];
  expected["cats"].erase("cat-2");
  EXPECT_EQ(tables_after({{"cats", {{"cat-2", std::nullopt}}}}), expected);
}

TEST(Rewrite, OmitsEmptyTables) {
  auto expected = nlohmann::json::parse(kSomeState)["tables"];
  expected.erase("dogs");
  EXPECT_EQ(tables_after({{"dogs", {{"dog-1", std::nullopt}}}}), expected);
  EXPECT_EQ(rewritten({{"dogs", {{"dog-1", std::nullopt}}}}).joined().find("dogs"), std::string::npos);
}

TEST(Rewrite, SortsByTheSpellingInTheFile) {
  const auto text = rewrite({}, kNext, kCurrentVersion, {{"t", {{"a\"", "{}"}, {"aA", "{}"}}}}).joined();
  EXPECT_LT(text.find("\"aA\""), text.find("\"a\\\"\""));
  const auto layout = recognise(text, kCurrentVersion);
  ASSERT_TRUE(layout);
  EXPECT_TRUE(layout->lines_of("t").find("a\\\"").there);
  EXPECT_TRUE(layout->lines_of("t").find("aA").there);
}

TEST(Rewrite, RejectsWhatNoStateCanHold) {
  const auto put = [](const std::string& table, const std::string& key, const std::string& line) {
    (void)rewritten({{table, {{key, line}}}});
  };
  EXPECT_NO_THROW(put("t", "k", "{}"));
  EXPECT_THROW(put("T", "k", "{}"), std::invalid_argument);
  EXPECT_THROW(put("t", std::string(kMostKeyBytes + 1, 'k'), "{}"), std::invalid_argument);
  EXPECT_THROW(put("t", "\xFF", "{}"), std::invalid_argument);
  for (const auto& line :
       {std::string(), std::string("1"), std::string("[]"), std::string("{"), std::string("{}x"), std::string("{} "),
        std::string("{\n}"), std::string(R"({"a":1,"a":2})"), std::string(R"({"a":1.5})"), std::string("{}\0}", 4),
        std::string("{\"a\":\"\xFF\"}"), "{\"a\":\"" + std::string(kMostRecordBytes, 'x') + "\"}"}) {
    EXPECT_THROW(put("t", "k", line), std::invalid_argument) << line.substr(0, 20);
  }
}

TEST(Rewrite, MakesFewPiecesOfALargeState) {
  TableChanges many;
  for (int i = 10000; i < 20000; ++i) many["t"]["k" + std::to_string(i)] = R"({"n":1})";
  const auto text = rewrite({}, kNext, kCurrentVersion, many).joined();
  EXPECT_LT(rewrite(*recognise(text, kCurrentVersion), kNext, kCurrentVersion, {{"t", {{"k15000", R"({"n":2})"}}}})
                .list.size(),
            20U);
}

}  // namespace
}  // namespace ec2mimic::state
