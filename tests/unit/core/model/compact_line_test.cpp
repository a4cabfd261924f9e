// Reading a line in one pass gives what reading it by way of a document gives, for every line that it does not leave to
// the document.
#include <gtest/gtest.h>

#include <random>

#include "core/model/codec.h"
#include "core/text/utf8.h"
#include "tests/unit/tree.h"

namespace ec2mimic {
namespace {

// The tree as a line, `left` if the reader leaves the line to the document.
std::string by_one_pass(std::string_view line) {
  Tree tree;
  if (!model::read_compact_line(model::shape_of<Tree>, &tree, line)) return "left";
  return model::write_line(model::shape_of<Tree>, &tree);
}

std::string by_document(std::string_view line) {
  Tree tree;
  try {
    model::read_line(model::shape_of<Tree>, &tree, line);
  } catch (const model::DecodeError& error) {
    return "wrong";
  }
  return model::write_line(model::shape_of<Tree>, &tree);
}

const std::vector<std::string> kLines = {
    R"({})",
    R"({"Leaves":[{"Text":"a"},{"Text":"b","Number":7}],"Flag":true,"Needed":""})",
    R"({"Needed":"x","Flag":false,"Leaves":[]})",
    R"({"Leaves":[{"Text":"é 日 😀 \"q\" \\"}],"Texts":["x","",""],"Leaf":{"Text":"","Number":-9223372036854775808}})",
    R"({"Leaf":{"Number":9223372036854775807},"Texts":[]})",
};

TEST(CompactLine, IsReadAsItWasWritten) {
  for (const std::string& line : kLines) {
    EXPECT_NE(by_one_pass(line), "left") << line;
    EXPECT_EQ(by_one_pass(line), by_document(line)) << line;
  }
}

TEST(CompactLine, LeavesOtherLinesToTheJsonLibrary) {
  for (const char* line : {"",
                           "{",
                           "[]",
                           R"({"Flag": true})",
                           R"( {})",
                           R"({} )",
                           R"({"Flag":true,"Flag":false})",
                           R"({"Bogus":1})",
                           R"({"Flag":1})",
                           R"({"Leaf":{"Number":1.5}})",
                           R"({"Leaf":{"Number":1e3}})",
                           R"({"Leaf":{"Number":01}})",
                           R"({"Leaf":{"Number":-0}})",
                           R"({"Leaf":{"Number":9223372036854775808}})",
                           R"({"Leaf":{"Number":"1"}})",
                           R"({"Needed":null})",
                           R"({"Needed":"\u00e9"})",
                           R"({"Needed":"\n"})",
                           "{\"Needed\":\"\n\"}",
                           R"({"Texts":["a",]})",
                           R"({"Texts":["a" "b"]})",
                           R"({"Needed":"a)",
                           "{\"Needed\":\"\xC0\xAF\"}",
                           "{\"Needed\":\"\xED\xA0\x80\"}",
                           "{\"Needed\":\"\xFF\"}",
                           "{\"Needed\":\"\xE9\"}",
                           R"({"Flag":tru})",
                           R"({"Flag":true,})",
                           R"({,})"}) {
    EXPECT_EQ(by_one_pass(line), "left") << line;
  }
}

// Whatever happens to a line.
TEST(CompactLine, NeverDisagreesWithTheJsonLibrary) {
  std::mt19937 random(11);
  constexpr std::string_view kBytes = "{}[]\",:\\ aeultrf0123456789-.\xC3\xA9\xE2\x01xFN";
  int read = 0;
  for (int round = 0; round < 50'000; ++round) {
    std::string line = kLines[random() % kLines.size()];
    for (unsigned change = random() % 4; change > 0 && !line.empty(); --change) {
      const std::size_t at = random() % line.size();
      const char byte = kBytes[random() % kBytes.size()];
      switch (random() % 3) {
        case 0:
          line[at] = byte;
          break;
        case 1:
          line.erase(at, 1 + random() % 3);
          break;
        default:
          line.insert(at, 1, byte);
      }
    }
    const std::string one = by_one_pass(line);
    if (one == "left") continue;
    ++read;
    ASSERT_EQ(one, by_document(line)) << line;
  }
  EXPECT_GT(read, 10'000);
}

TEST(Utf8, IsValidWhereTheJsonLibrarySaysSo) {
  std::mt19937 random(3);
  constexpr std::string_view kBytes =
      "a\x7F\x80\x8F\x90\x9F\xA0\xBF\xC1\xC2\xDF\xE0\xE1\xED\xEE\xEF\xF0\xF1\xF4\xF5\xFF";
  int valid = 0;
  for (int round = 0; round < 200'000; ++round) {
    std::string text;
    for (unsigned i = random() % 6; i > 0; --i) text += kBytes[random() % kBytes.size()];
    ASSERT_EQ(utf8::is_valid(text), Json::accept('"' + text + '"'))
        << Json(text).dump(-1, ' ', true, Json::error_handler_t::replace);
    valid += utf8::is_valid(text);
  }
  EXPECT_GT(valid, 10'000);
}

}  // namespace
}  // namespace ec2mimic
