#include "cli/config/config_file.h"

#include <gtest/gtest.h>

namespace ec2mimic::cli {
namespace {

// The sections in one line, `[name] key=text;`, nested values in braces; "wrong" if the file cannot be parsed.
std::string shown(std::string_view text) {
  const auto sections = parse_config(text);
  if (!sections) return "wrong";
  std::string line;
  for (const ConfigSection& section : *sections) {
    line += '[' + section.name + ']';
    for (const auto& [key, value] : section.values) {
      line += ' ' + key + '=' + value.text;
      if (!value.nested) continue;
      line += '{';
      for (const auto& [inner, inner_text] : *value.nested) line += inner + '=' + inner_text + ',';
      line += '}';
    }
  }
  return line;
}

TEST(ConfigFile, ContainsSectionsWithValues) {
  EXPECT_EQ(shown(""), "");
  EXPECT_EQ(shown("[default]\nregion = x\noutput=y\n[profile p]\n"), "[default] output=y region=x[profile p]");
  EXPECT_EQ(shown("[a]\n k : v = w \n"), "[a] k=v = w");
  EXPECT_EQ(shown("[a]\nk=v # no comment ; neither\n"), "[a] k=v # no comment ; neither");
  EXPECT_EQ(shown("[a]\nREGION = X"), "[a] region=X");
  EXPECT_EQ(shown("  [a] rest\n  k = v\n"), "[a] k=v");
  EXPECT_EQ(shown("[ a ]\n[b]c]\n[]]\n"), "[ a ][b]c][]]");
}

TEST(ConfigFile, AcceptsAllLineBreaks) {
  EXPECT_EQ(shown("[a]\r\nk = v\r\n\r\nl = w\r\n"), "[a] k=v l=w");
  EXPECT_EQ(shown("[a]\rk = v\r"), "[a] k=v");
}

TEST(ConfigFile, SkipsComments) {
  EXPECT_EQ(shown("# one\n  ; two\n[a]\n#k = v\nk = w\n   # three\n"), "[a] k=w");
  EXPECT_EQ(shown("[a]\nk = v\n# c\n  w\n"), "[a] k=v\nw");
}

TEST(ConfigFile, ContinuesValuesOnIndentedLines) {
  EXPECT_EQ(shown("[a]\nk = v\n  w\n\n  [x]\nl=1\n"), "[a] k=v\nw\n\n[x] l=1");
  EXPECT_EQ(shown("[a]\n  k = v\n  l = w\n   more\n"), "[a] k=v l=w\nmore");
  EXPECT_EQ(shown("[a]\n  k = v\n l = w\n"), "[a] k=v l=w");
  // A header has no value that a deeper line could continue.
  EXPECT_EQ(shown("[a]\n    k = v\n"), "[a] k=v");
  // White space of any script counts as one column.
  EXPECT_EQ(shown("[a]\n\xE2\x80\x83k = v\n  w\n"), "[a] k=v\nw");
}

TEST(ConfigFile, NestsOneLevel) {
  EXPECT_EQ(shown("[a]\ns3 =\n  x = 1\n\n  y=2 = 3\nl=m\n"), "[a] l=m s3={x=1,y=2 = 3,}");
  EXPECT_EQ(shown("[a]\ns3 =\n  x = 1\n  x = 2\n"), "[a] s3={x=2,}");
  EXPECT_EQ(shown("[a]\ns3 =\n  x\n"), "wrong");
  EXPECT_EQ(shown("[a]\ns3 =\n\n\nk=v\n"), "[a] k=v s3=");
}

TEST(ConfigFile, IsRejectedIfOneLineIsWrong) {
  for (const char* text : {"[default\nregion=x\n", "k = v\n", "[a]\nk\n", "[a]\n= v\n", "[a]\n: v\n", "[]\n",
                           "[a]\n[]\n", "[a]\nk=1\nk=2\n", "[a]\nK=1\nk=2\n", "[a]\n[b]\n[a]\n", "\xEF\xBB\xBF[a]\n",
                           "[a]\nk=\xFF\n", "[DEFAULT]\nk=1\n[DEFAULT]\nk=2\n"}) {
    EXPECT_EQ(shown(text), "wrong") << text;
  }
}

TEST(ConfigFile, AppliesDefaultsToAllSections) {
  const auto sections = parse_config("[a]\nk = own\n[DEFAULT]\nk = shared\nl =\n  x = 1\n[b]\n");
  ASSERT_TRUE(sections);
  ASSERT_EQ(sections->size(), 2U);
  EXPECT_EQ((*sections)[0].find("k")->text, "own");
  EXPECT_EQ((*sections)[1].find("k")->text, "shared");
  EXPECT_EQ((*sections)[1].find("l")->nested->at("x"), "1");
  EXPECT_EQ((*sections)[1].find("m"), nullptr);
}

}  // namespace
}  // namespace ec2mimic::cli
