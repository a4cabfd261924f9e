#include "cli/system/visible.h"

#include <gtest/gtest.h>

#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

using namespace std::string_literals;

TEST(Visible, LeavesReadableText) {
  for (const std::string text : {"", "plain", "zwei\n\tZeilen", "grün 絵文字 👩‍💻", "a\\b \\u001b"}) {
    EXPECT_EQ(visible(text), text);
  }
}

TEST(Visible, EscapesWhatATerminalWouldActOn) {
  EXPECT_EQ(visible("\x1b[31m\a\r\x7f\b"), R"(\u001b[31m\u0007\u000d\u007f\u0008)");
  EXPECT_EQ(visible("a\0b"s), R"(a\u0000b)");
  EXPECT_EQ(visible("\u009b2J \u0085"), R"(\u009b2J \u0085)");
  EXPECT_EQ(visible("\u202eabc\u2066\u200f\u061c\u2028"), R"(\u202eabc\u2066\u200f\u061c\u2028)");
}

TEST(Visible, EscapesBytesThatAreNotUtf8) {
  EXPECT_EQ(visible("a\xff\x9b\xc3"), R"(a\udcff\udc9b\udcc3)");
  EXPECT_EQ(visible("\xed\xa0\x80"), R"(\udced\udca0\udc80)");
}

TEST(Visible, KeepsALineOnOneLine) {
  EXPECT_EQ(visible_line("a\nb\tc\x1b"), R"(a\nb\tc\u001b)");
  EXPECT_EQ(visible_line("grün"), "grün");
}

TEST(Messages, EscapeWhatComesFromTheState) {
  TestSystem here;
  here.engines.failure = "there is no region 'x\x1b[2J\n\u009b'\0 and more"s;
  EXPECT_EQ(here.run({"ec2", "describe-vpcs"}), kGeneralError);
  EXPECT_EQ(here.streams.err, "\nthere is no region 'x\\u001b[2J\\n\\u009b'\\u0000 and more\n");
}

TEST(Visible, LeavesTypedWordsUnchanged) {
  const std::vector<std::string_view> typed{"a\x1b",
                                            "a\x1b"
                                            "b",
                                            "--x=\x07y",
                                            "plain",
                                            "\xff",
                                            ""};
  EXPECT_EQ(visible("'a\x1b"
                    "b' a\x1b \x1b \x07y \x07 \xff",
                    typed),
            "'a\x1b"
            "b' a\x1b \\u001b \x07y \\u0007 \xff");
  EXPECT_EQ(visible("", typed), "");
  EXPECT_EQ(visible("--x=\x07y", typed), "--x=\x07y");
}

TEST(Messages, ShowTypedWordsLikeTheAwsCli) {
  TestSystem here;
  EXPECT_EQ(here.run({"ec2", "create-vpc", "--cidr-block", "10\u009b"}), kServiceRefused);
  EXPECT_NE(here.streams.err.find("Value (10\u009b) for parameter"), std::string::npos) << here.streams.err;
  here.engines.failure = "odd: \u009b";
  EXPECT_EQ(here.run({"ec2", "create-vpc", "--cidr-block", "10\u009b"}), kGeneralError);
  EXPECT_EQ(here.streams.err, "\nodd: \\u009b\n");
}

TEST(Messages, EscapeWhatComesFromDocuments) {
  TestSystem here;
  here.streams.in = R"("a\u0000\u001bb")";
  EXPECT_EQ(here.run({"query", "abs(@)"}), kGeneralError);
  EXPECT_NE(here.streams.err.find(R"(invalid type for value: a\u0000\u001bb, expected one of)"), std::string::npos)
      << here.streams.err;
}

TEST(Messages, AboutASeedStayOnTheirLines) {
  TestSystem here;
  here.streams.in = R"({"Account": "1\u0000\u001b[31m\n2"})";
  EXPECT_EQ(here.run({"state", "seed", "-"}), kGeneralError);
  EXPECT_EQ(here.streams.err,
            "\nThe seed '-' cannot be used:\nAccount: '1\\u0000\\u001b[31m\\n2' is not twelve digits\n");
}

TEST(Messages, OfVerifyAreSingleLines) {
  TestSystem here;
  here.engines.stores["/state.json"].tables["internet-gateways"]["igw-1\x1b\n\0x"s] = R"({"Region":"\u001bx"})";
  EXPECT_EQ(here.run({"state", "verify"}), kProblemsFound);
  EXPECT_TRUE(here.streams.out.starts_with(
      "record \"igw-1\\u001b\\n\\u0000x\" of table \"internet-gateways\": the key should be igw- and 17 "
      "lower-case hexadecimal digits, or 8 in old ids\n"))
      << here.streams.out;
}

TEST(Messages, NameFilesAsTyped) {
  TestSystem here;
  EXPECT_EQ(here.run({"state", "verify", "--log", "."}), kBadUsage);
  here.files.append_error = ENOSPC;
  EXPECT_EQ(here.run({"state", "verify", "--log", "a\x1b"}), kSuccess);
  EXPECT_TRUE(here.streams.err.starts_with("Unable to write to the call log 'a\\u001b': ")) << here.streams.err;
}

}  // namespace
}  // namespace ec2mimic::cli
