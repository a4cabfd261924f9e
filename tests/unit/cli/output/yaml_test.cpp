#include "cli/output/yaml.h"

#include <gtest/gtest.h>

#include <limits>

namespace ec2mimic::cli {
namespace {

std::string yaml_of(const Json& document) {
  std::string text;
  append_yaml(text, document);
  return text;
}

std::string yaml_of(const char* document) { return yaml_of(Json::parse(document)); }

// A list whose only element is that string.
std::string scalar(const std::string& string) { return yaml_of(Json::array({string})); }

TEST(Yaml, SortsMapsAndDoesNotIndentLists) {
  EXPECT_EQ(
      yaml_of(R"({"b": {"y": 1, "x": null}, "a": [{"k": true, "B": [1, [2, 3]]}, "s"], "_": 1.0, "C": {}, "D": []})"),
      "C: {}\n"
      "D: []\n"
      "_: 1.0\n"
      "a:\n"
      "- B:\n"
      "  - 1\n"
      "  - - 2\n"
      "    - 3\n"
      "  k: true\n"
      "- s\n"
      "b:\n"
      "  x: null\n"
      "  y: 1\n");
  EXPECT_EQ(yaml_of("[]"), "[]\n");
}

TEST(Yaml, WritesATopLevelScalarAsJson) {
  EXPECT_EQ(yaml_of(R"("a: b")"), "\"a: b\"\n");
  EXPECT_EQ(yaml_of("null"), "null\n");
  EXPECT_EQ(yaml_of("true"), "true\n");
  EXPECT_EQ(yaml_of("1e16"), "1e+16\n");
}

TEST(Yaml, QuotesStringsThatWouldReadAsAnotherType) {
  for (const std::string quoted :
       {"",   "null", "~",    "true", "False", "1",      "0123", "1.50", "1e3", "0x1f", ".inf", "2024-01-02",
        "=",  "<<",   "a: b", "- y",  " lead", "trail ", "#c",   "a #c", "'q",  "[x",   "{x",   "*a",
        "&a", "!t",   "%d",   "@a",   "`a",    "|",      ">",    "x:",   "?",   "? x",  "-"}) {
    std::string escaped;
    for (const char c : quoted) escaped += c == '\'' ? "''" : std::string(1, c);
    EXPECT_EQ(scalar(quoted), "- '" + escaped + "'\n");
  }
  for (const std::string plain : {"yes", "no", "on", "off", "a", "10.0.0.0/16", "it's", "a\"b", "x:y", "a#b", "é日本",
                                  "rtb-1", "?x", "-x", "1:30", "a]", ".5e3", "tRUE"}) {
    EXPECT_EQ(scalar(plain), "- " + plain + '\n');
  }
}

TEST(Yaml, QuotesNamesLikeStrings) {
  EXPECT_EQ(yaml_of(R"({"true": 1, "1": 2, "a: b": 3, "": 4, "yes": 5})"),
            "'': 4\n'1': 2\n'a: b': 3\n'true': 1\nyes: 5\n");
  const std::string longest(129, 'k');
  EXPECT_EQ(yaml_of(Json{{longest, 1}}), "? " + longest + "\n: 1\n");
}

TEST(Yaml, EscapesUnprintableCharacters) {
  EXPECT_EQ(scalar("a\tb"), "- \"a\\tb\"\n");
  EXPECT_EQ(scalar(std::string("\0\x1b\x7f", 3)), "- \"\\0\\e\\x7F\"\n");
  EXPECT_EQ(scalar("é 😀"), "- \"é \\U0001F600\"\n");
  EXPECT_EQ(scalar("a\nb"), "- 'a\n\n  b'\n");
}

TEST(Yaml, FoldsLongTextsAtBlanksAfterColumnEighty) {
  const std::string word(50, 'w'), words = word + ' ' + word + ' ' + word;
  EXPECT_EQ(scalar(words), "- " + word + ' ' + word + "\n  " + word + '\n');
  EXPECT_EQ(scalar(std::string(200, 'w')), "- " + std::string(200, 'w') + '\n');
}

TEST(Yaml, WritesNumbersLikePython) {
  const double infinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(yaml_of(Json::array({-0.0, 1e-5, infinity, -infinity, std::numeric_limits<double>::quiet_NaN(), -7,
                                 std::numeric_limits<std::uint64_t>::max()})),
            "- -0.0\n- 1e-05\n- .inf\n- -.inf\n- .nan\n- -7\n- 18446744073709551615\n");
}

TEST(Yaml, WritesAStreamAsOneListPerAnswer) {
  std::string text;
  append_yaml_stream(text, Json::parse(R"({"Vpcs": [{"a": 1}]})"));
  append_yaml_stream(text, nullptr);
  append_yaml_stream(text, "1");
  EXPECT_EQ(text, "- Vpcs:\n  - a: 1\n- null\n- '1'\n");
}

}  // namespace
}  // namespace ec2mimic::cli
