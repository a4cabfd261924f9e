#include "cli/config/config_edit.h"

#include <gtest/gtest.h>

namespace ec2mimic::cli {
namespace {

std::string set(std::string_view text, std::string section, std::string key, std::string value) {
  return with_change(text, {std::move(section), std::move(key), {}, std::move(value)}).value_or("refused");
}

std::string set_nested(std::string_view text, std::string key, std::string nested, std::string value) {
  return with_change(text, {"default", std::move(key), std::move(nested), std::move(value)}).value_or("refused");
}

TEST(ConfigEdit, EndsLinesInLineFeedsIfTheSectionExists) {
  EXPECT_EQ(set("[default]\r\nx=1\r\n\r\ny=2", "default", "x", "3"), "[default]\nx = 3\n\ny=2");
  EXPECT_EQ(set("[default]\rx=1\r", "default", "x", "3"), "[default]\nx = 3\n");
  EXPECT_EQ(set("[a]\r\nx=1", "default", "x", "3"), "[a]\r\nx=1\n[default]\nx = 3\n");
}

TEST(ConfigEdit, ReplacesAValue) {
  EXPECT_EQ(set("[default]\nregion = a", "default", "region", "b"), "[default]\nregion = b\n");
  EXPECT_EQ(set("[default]\n#region = 1\nregion : 2\r\nz=1\n", "default", "region", "b"),
            "[default]\n#region = 1\nregion = b\nz=1\n");
  EXPECT_EQ(set("[default]\n  region=2\n", "default", "region", "b"), "[default]\nregion = b\n");
  EXPECT_EQ(set("[a]\nx=1\n[default]\nx=1\n[b]\nx=1\n", "default", "x", "2"), "[a]\nx=1\n[default]\nx = 2\n[b]\nx=1\n");
  EXPECT_EQ(set("[default]\nx=1\n", "default", "x", ""), "[default]\nx = \n");
  EXPECT_EQ(set("[default]\nx=1\n", "default", " x ", "2"), "[default]\nx = 2\n");
}

TEST(ConfigEdit, AddsANewKeyAfterTheLastOne) {
  EXPECT_EQ(set("[default]\nregion = a", "default", "output", "b"), "[default]\nregion = a\noutput = b\n");
  EXPECT_EQ(set("[default]", "default", "output", "b"), "[default]\noutput = b\n");
  EXPECT_EQ(set("[default]\n\n\n[profile a]\nx=1\n", "default", "output", "b"),
            "[default]\noutput = b\n\n\n[profile a]\nx=1\n");
  EXPECT_EQ(set("[default]\nx = 1\n\n# c\n[profile a]\nx=1\n", "default", "output", "b"),
            "[default]\nx = 1\noutput = b\n\n# c\n[profile a]\nx=1\n");
  EXPECT_EQ(set("[default]\nx = 1\n\n# c = d\n[profile a]\nx=1\n", "default", "output", "b"),
            "[default]\nx = 1\n\n# c = d\noutput = b\n[profile a]\nx=1\n");
  EXPECT_EQ(set("[default]\nx = 1\n\n# c\n\n", "default", "output", "b"), "[default]\nx = 1\n\noutput = b\n# c\n\n");
}

TEST(ConfigEdit, AddsANewSectionAtTheEnd) {
  EXPECT_EQ(set("", "default", "x", "2"), "[default]\nx = 2\n");
  EXPECT_EQ(set("[a]\nx=1", "default", "x", "2"), "[a]\nx=1\n[default]\nx = 2\n");
  EXPECT_EQ(set("# [default]\n; [default]\n", "default", "y", "2"), "# [default]\n; [default]\n[default]\ny = 2\n");
}

TEST(ConfigEdit, FindsASectionHoweverItIsQuoted) {
  EXPECT_EQ(set("[profile \"a\"]\nx=1\n", "profile a", "x", "2"), "[profile \"a\"]\nx = 2\n");
  EXPECT_EQ(set("[profile \"a b\"]\nx=1\n", "profile 'a b'", "x", "2"), "[profile \"a b\"]\nx = 2\n");
  EXPECT_EQ(set("  [default] ; x\nx=1\n", "default", "x", "2"), "  [default] ; x\nx = 2\n");
  EXPECT_EQ(set("[profile a]\nx=1\n[profile 'a']\nx=1\n", "profile a", "x", "2"),
            "[profile a]\nx=1\n[profile 'a']\nx = 2\n");
}

TEST(ConfigEdit, SetsNestedValues) {
  const std::string_view text = "[default]\ns3 =\n  x = 1\n  y = 2\nz = 3\n";
  EXPECT_EQ(set_nested(text, "s3", "x", "9"), "[default]\ns3 =\n  x = 9\n  y = 2\nz = 3\n");
  EXPECT_EQ(set_nested(text, "s3", "w", "9"), "[default]\ns3 =\n  x = 1\n  y = 2\n    w = 9\nz = 3\n");
  EXPECT_EQ(set_nested("[default]\ns3 =\n  x = 1\n  y = 2", "s3", "w", "9"),
            "[default]\ns3 =\n  x = 1\n  y = 2\n    w = 9\n");
  EXPECT_EQ(set_nested("[default]\ns3=\n  x=1\n\n\n[b]\n", "s3", "y", "2"),
            "[default]\ns3=\n  x=1\n\n\n    y = 2\n[b]\n");
  EXPECT_EQ(set_nested("[default]\ns3=\n  x=1\n# y=3\n  y=1\nk=1\n", "s3", "y", "2"),
            "[default]\ns3=\n  x=1\n# y=3\n  y = 2\nk=1\n");
  EXPECT_EQ(set_nested("", "s3", "y", "2"), "[default]\ns3 =\n    y = 2\n");
}

TEST(ConfigEdit, WritesWhatIsReadBack) {
  // The AWS CLI itself breaks the file, or sets another value, in each of these cases.
  EXPECT_EQ(set("[default]\nregion=1\n", "default", "REGION", "2"), "[default]\nREGION = 2\n");
  EXPECT_EQ(set("[default]\ns3 =\n  x = 1\n", "default", "s3", "9"), "[default]\ns3 = 9\n");
  EXPECT_EQ(set("[default]\ns3 =\n  x = 1\n", "default", "x", "9"), "[default]\ns3 =\n  x = 1\nx = 9\n");
  EXPECT_EQ(set_nested("[default]\ns3 = 1\nt=2\n", "s3", "w", "9"), "[default]\ns3 =\n    w = 9\nt=2\n");
  EXPECT_EQ(set_nested("[default]\ns3 =\n", "s3", "w", "9"), "[default]\ns3 =\n    w = 9\n");
  EXPECT_EQ(set("[default]\nx = a\n  b\n[c]\n", "default", "y", "2"), "[default]\nx = a\n  b\ny = 2\n[c]\n");
  EXPECT_EQ(set_nested("[default]\n      s3 =\n        x = 1\n", "s3", "w", "9"),
            "[default]\n      s3 =\n        x = 1\n          w = 9\n");
}

TEST(ConfigEdit, IndentsLikeTheFollowingLine) {
  EXPECT_EQ(set("[default]\n  region = 2\n  x = 3\n", "default", "region", "b"), "[default]\n  region = b\n  x = 3\n");
  EXPECT_EQ(set("[default]\n  x = 1\n# c = d\n\n [a]\n", "default", "y", "2"),
            "[default]\n  x = 1\n# c = d\n y = 2\n\n [a]\n");
  EXPECT_EQ(set_nested("[default]\n  s3 = 2\n  x = 3\n", "s3", "y", "b"), "[default]\n  s3 =\n      y = b\n  x = 3\n");
}

TEST(ConfigEdit, RejectsWhatTheFileCannotStore) {
  const std::string text = "[default]\nx = 1\n";
  for (const char* key : {"", "a=b", "a:b", "#a", ";a", "a\nb", "[a]"}) {
    EXPECT_EQ(set(text, "default", key, "2"), "refused") << key;
  }
  EXPECT_EQ(set(text, "default", "x", "a\nb"), "refused");
  EXPECT_EQ(set(text, "default", "x", "\xFF"), "refused");
  EXPECT_EQ(set(text, "DEFAULT", "x", "2"), "refused");
  EXPECT_EQ(set(text, "a\nb", "x", "2"), "refused");
  EXPECT_EQ(set_nested(text, "s3", "a=b", "2"), "refused");
  EXPECT_EQ(set_nested(text, "s3", "#a", "2"), "refused");
}

TEST(ProfileSection, IsQuotedIfTheNameContainsBlanks) {
  EXPECT_EQ(profile_section("default"), "default");
  EXPECT_EQ(profile_section("a"), "profile a");
  EXPECT_EQ(profile_section("a b"), "profile 'a b'");
  EXPECT_EQ(profile_section("it's a"), "profile 'it'\"'\"'s a'");
}

}  // namespace
}  // namespace ec2mimic::cli
