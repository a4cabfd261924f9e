#include "tests/harness/spec/document.h"

#include <gtest/gtest.h>

namespace ec2mimic::harness {
namespace {

constexpr const char* kMarkdown =
    "# Title\n"
    "```sh\n"
    "$ not run\n"
    "```\n"
    "Words.\n"
    "\n"
    "```console\n"
    "$ one\n"
    "1\n"
    "```\n"
    "~~~~ console\n"
    "# prose\n"
    "$ two\n"
    "```\n"
    "~~~~\n"
    "End without a line break";

TEST(SpecDocument, IsOneSpecInASpecFile) {
  Document document("# a\n$ one\n1\n", false);
  ASSERT_EQ(document.steps().size(), 1U);
  EXPECT_EQ(document.steps()[0]->command, "one");
  EXPECT_EQ(document.text(), "# a\n$ one\n1\n");
}

TEST(SpecDocument, HasOneSpecPerConsoleBlockInMarkdown) {
  Document document(kMarkdown, true);
  const auto steps = document.steps();
  ASSERT_EQ(steps.size(), 2U);
  EXPECT_EQ(steps[0]->command, "one");
  EXPECT_EQ(steps[0]->line, 8);
  EXPECT_EQ(steps[1]->command, "two");
  EXPECT_EQ(steps[1]->out, "```\n");
  EXPECT_EQ(steps[1]->line, 13);
  EXPECT_EQ(document.text(), kMarkdown);
}

TEST(SpecDocument, ChangesOnlyTheBlocks) {
  Document document("a\n```console\n$ one\n1\n```\nb\n", true);
  document.steps()[0]->out = "2\n";
  EXPECT_EQ(document.text(), "a\n```console\n$ one\n2\n```\nb\n");
}

TEST(SpecDocument, IsNotEndedByAShorterFence) {
  Document document("````console\n$ one\n```\n````\n", true);
  ASSERT_EQ(document.steps().size(), 1U);
  EXPECT_EQ(document.steps()[0]->out, "```\n");
}

TEST(SpecDocument, RejectsAnUnterminatedBlock) {
  try {
    Document document("a\n```console\n$ one\n", true);
    FAIL() << "was accepted";
  } catch (const cli::SpecError& error) {
    EXPECT_EQ(error.line(), 2);
  }
}

TEST(SpecDocument, RejectsOutputThatWouldEndItsBlock) {
  Document document("```console\n$ one\n```\n", true);
  document.steps()[0]->out = "```\n";
  EXPECT_THROW(static_cast<void>(document.text()), cli::SpecError);
}

TEST(SpecDocument, ReportsTheLineInTheFile) {
  try {
    Document document("a\n```console\n$ one\n? 0\n```\n", true);
    FAIL() << "was accepted";
  } catch (const cli::SpecError& error) {
    EXPECT_EQ(error.line(), 4);
  }
}

}  // namespace
}  // namespace ec2mimic::harness
