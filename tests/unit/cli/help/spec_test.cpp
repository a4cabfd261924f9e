#include "cli/help/spec.h"

#include <gtest/gtest.h>

#include <random>

namespace ec2mimic::cli {
namespace {

TEST(Spec, ReadsEveryPartOfAStep) {
  const auto spec = parse_spec(
      "# Shows all.\n"
      "#\n"
      "\n"
      "$ first \\\n"
      "> second\n"
      ">\n"
      "> third\n"
      "out 1\n"
      "\\\n"
      "out 3\n"
      "!\n"
      "! err 2\n"
      "? 254\n"
      "# The end.\n");
  ASSERT_EQ(spec.steps.size(), 1U);
  const auto& step = spec.steps[0];
  EXPECT_EQ(step.before, (std::vector<std::string>{"# Shows all.", "#", ""}));
  EXPECT_EQ(step.command, "first \\\nsecond\n\nthird");
  EXPECT_EQ(step.out, "out 1\n\nout 3\n");
  EXPECT_EQ(step.err, "\nerr 2\n");
  EXPECT_EQ(step.exit_code, 254);
  EXPECT_EQ(step.line, 4);
  EXPECT_EQ(spec.after, std::vector<std::string>{"# The end."});
}

TEST(Spec, CountsLinesFromTheGivenNumber) { EXPECT_EQ(parse_spec("\n$ x\n", 40).steps[0].line, 41); }

TEST(Spec, AMarkerIsFollowedByASpaceOrNothing) {
  EXPECT_EQ(parse_spec("$ x\n$HOME/x\n#include\n!important\n?x\n>>\n").steps[0].out,
            "$HOME/x\n#include\n!important\n?x\n>>\n");
}

TEST(Spec, ABackslashEscapesOutput) {
  EXPECT_EQ(parse_spec("$ x\n\\$ y\n\\#\n\\\\z\n\\!\\ no newline\n").steps[0].out, "$ y\n#\n\\z\n!\\ no newline\n");
}

TEST(Spec, MarksAMissingFinalLineBreak) {
  const auto step = parse_spec("$ x\na\n\\ no newline\n! b\n!\\ no newline\n").steps[0];
  EXPECT_EQ(step.out, "a");
  EXPECT_EQ(step.err, "b");
}

TEST(Spec, ProseTextHasNoMarker) {
  EXPECT_EQ(prose_text("# Words."), "Words.");
  EXPECT_EQ(prose_text("#"), "");
  EXPECT_EQ(prose_text(""), "");
}

struct Wrong {
  const char* text;
  int line;
  const char* message;
};

void PrintTo(const Wrong& wrong, std::ostream* out) { *out << testing::PrintToString(std::string(wrong.text)); }

class WrongSpec : public testing::TestWithParam<Wrong> {};

TEST_P(WrongSpec, IsRejectedWithItsLineNumber) {
  const auto& wrong = GetParam();
  try {
    static_cast<void>(parse_spec(wrong.text));
    FAIL() << "was accepted";
  } catch (const SpecError& error) {
    EXPECT_EQ(error.line(), wrong.line);
    EXPECT_NE(std::string(error.what()).find(wrong.message), std::string::npos) << error.what();
  }
}

INSTANTIATE_TEST_SUITE_P(
    Each, WrongSpec,
    testing::Values(Wrong{"out\n", 1, "without a command"}, Wrong{"# prose\n> x\n", 2, "without a command"},
                    Wrong{"$ x\n# prose\nout\n", 3, "without a command"},
                    Wrong{"$ x\na\n\nb\n", 4, "an empty line before"}, Wrong{"$ x\n! e\nout\n", 3, "too late"},
                    Wrong{"$ x\nout\n> y\n", 3, "too late"}, Wrong{"$ x\n? 1\n! e\n", 3, "too late"},
                    Wrong{"$ x\na\n\\ no newline\nb\n", 4, "too late"},
                    Wrong{"$ x\n! a\n!\\ no newline\n! b\n", 4, "too late"}, Wrong{"$\n", 1, "nothing follows"},
                    Wrong{"$ \n", 1, "nothing follows"},
                    Wrong{"$ x\n! \n", 2, "a blank follows the marker; write an empty line as `!` alone"},
                    Wrong{"$ x\n? 0\n", 2, "0 is left out"}, Wrong{"$ x\n? 256\n", 2, "1 to 255"},
                    Wrong{"$ x\n? 1x\n", 2, "1 to 255"}, Wrong{"$ x\n? 9999999999\n", 2, "1 to 255"},
                    Wrong{"$ x\n? 1\n? 2\n", 3, "second exit code"}, Wrong{"$ x\n\\a\n", 2, "escapes nothing"},
                    Wrong{"$ x\n\\ no newline\n", 2, "no line before"},
                    Wrong{"$ x\n\\\n\\ no newline\n", 3, "no line before"},
                    Wrong{"\\ no newline\n", 1, "without a command"}, Wrong{"$ x\nout", 2, "no line break"}));

TEST(Spec, RendersWhatItRead) {
  for (const std::string text : {"", "\n\n", "# only prose\n", "$ x\n", "\n# a\n\n$ x\n>\n\n$ y\nout\n\n# end\n\n",
                                 "$ x\n\\\n\\$ a\n! b\n!\n? 3\n", "$ x\na\n\\ no newline\n! b\n!\\ no newline\n? 255\n",
                                 "$ x\n  indented \n\r\n"}) {
    EXPECT_EQ(render_spec(parse_spec(text)), text);
  }
}

/// Random output from the pieces that have a meaning in the format, to find every ambiguity.
std::string random_output(std::mt19937& random) {
  static const std::vector<std::string> kPieces{
      "\n",  "\n", "\\", " ", "#", "$", ">", "!", "?", "a", "no newline", "\\ no newline", "\r", std::string(1, '\0'),
      "\xff"};
  std::string text;
  for (auto left = random() % 8; left > 0; --left) text += kPieces[random() % kPieces.size()];
  return text;
}

TEST(Spec, ReadsWhatItRenderedForAnyOutput) {
  std::mt19937 random(1);
  for (int round = 0; round < 20'000; ++round) {
    Spec spec;
    for (int count = 0; count < 2; ++count) {
      SpecStep step;
      step.before = {"", "# prose"};
      step.command = "x" + random_output(random);
      step.out = random_output(random);
      step.err = random_output(random);
      step.exit_code = static_cast<int>(random() % 256);
      spec.steps.push_back(step);
    }
    const auto text = render_spec(spec);
    const auto again = parse_spec(text);
    ASSERT_EQ(again.steps.size(), 2U) << text;
    for (std::size_t i = 0; i < 2; ++i) {
      ASSERT_EQ(again.steps[i].command, spec.steps[i].command) << text;
      ASSERT_EQ(again.steps[i].out, spec.steps[i].out) << text;
      ASSERT_EQ(again.steps[i].err, spec.steps[i].err) << text;
      ASSERT_EQ(again.steps[i].exit_code, spec.steps[i].exit_code) << text;
    }
    ASSERT_EQ(render_spec(again), text);
  }
}

}  // namespace
}  // namespace ec2mimic::cli
