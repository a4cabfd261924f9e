#include "cli/python/text.h"

#include <gtest/gtest.h>

namespace ec2mimic::python {
namespace {

TEST(PythonRepr, QuotesAndEscapesAsPythonDoes) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"", "''"},
      {"a b", "'a b'"},
      {"it's", "\"it's\""},
      {"say \"x\"", "'say \"x\"'"},
      {"it's \"x\"", R"('it\'s "x"')"},
      {"a\\b", R"('a\\b')"},
      {"\n\r\t\x01\x7f", R"('\n\r\t\x01\x7f')"},
      {"é日😀", "'é日😀'"},
      {"\u00a0\u200b", R"('\xa0\u200b')"},
      {"\xff", R"('\udcff')"},  // what Python makes of a byte that is not UTF-8
  };
  for (const auto& [text, shown] : cases) EXPECT_EQ(repr(text), shown);
}

TEST(PythonInteger, AcceptsWhatIntAccepts) {
  const std::pair<std::string_view, std::int64_t> cases[] = {
      {"5", 5},
      {"+6", 6},
      {" 7 ", 7},
      {"1_0", 10},
      {"0010", 10},
      {"-1", -1},
      {"７", 7},
      {"\u00a0٣\n", 3},
      {"-0", 0},
      {"9223372036854775807", INT64_MAX},
      {"-9223372036854775808", INT64_MIN},
  };
  for (const auto& [text, value] : cases) {
    const Integer read = integer(text);
    EXPECT_EQ(read.outcome, Integer::Outcome::read) << text;
    EXPECT_EQ(read.value, value) << text;
  }
}

TEST(PythonInteger, RejectsWhatIntRejects) {
  for (const std::string_view text : {"", " ", "abc", "0x10", "5.0", "1__0", "_1", "1_", "+-1", "1 2", "+",
                                      "\x1c"
                                      "1",
                                      "é", "1é"}) {
    EXPECT_EQ(integer(text).outcome, Integer::Outcome::malformed) << text;
  }
  EXPECT_EQ(invalid_integer("abc"), "invalid literal for int() with base 10: 'abc'");
}

TEST(PythonInteger, ReportsWhatDoesNotFit) {
  EXPECT_EQ(integer("9223372036854775808").outcome, Integer::Outcome::too_large);
  EXPECT_EQ(integer("-9223372036854775809").outcome, Integer::Outcome::too_large);
  EXPECT_EQ(integer(std::string(10000, '9')).outcome, Integer::Outcome::too_large);
  EXPECT_EQ(integer(std::string(10000, '9') + 'x').outcome, Integer::Outcome::malformed);
}

TEST(PythonText, RecognisesUtf8) {
  EXPECT_TRUE(is_utf8("aé日😀"));
  for (std::size_t at = 0; at < 20; ++at) {
    std::string text(20, 'a');
    EXPECT_TRUE(is_utf8(text));
    text[at] = '\x80';
    EXPECT_FALSE(is_utf8(text)) << at;
  }
  for (const std::string_view text :
       {"\x80", "\xc0\xaf", "\xe9", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xf8", "a\xc3"}) {
    EXPECT_FALSE(is_utf8(text));
  }
  EXPECT_EQ(length("aé日😀"), 4U);
}

TEST(PythonText, StripsTheBlanksOfAllScripts) {
  EXPECT_EQ(rstrip("a \t\u3000\n"), "a");
  EXPECT_EQ(lstrip("\u00a0 \x1c[é"), "[é");
  EXPECT_EQ(rstrip(" \n"), "");
  EXPECT_EQ(rstrip("aé"), "aé");
}

TEST(PythonText, AppendIsTheInverseOfDecode) {
  std::string text;
  for (const char32_t c : decode("aé日😀")) append(text, c);
  EXPECT_EQ(text, "aé日😀");
}

}  // namespace
}  // namespace ec2mimic::python
