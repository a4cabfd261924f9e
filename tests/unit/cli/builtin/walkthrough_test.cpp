#include <gtest/gtest.h>

#include "cli/builtin/lesson.h"
#include "cli/data/embedded.h"
#include "core/text/replaced.h"
#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

class Walkthrough : public testing::Test {
 protected:
  Walkthrough() { here.system.program = "ec2mimic"; }
  TestSystem here;
};

TEST_F(Walkthrough, ShowsTheExpectedOutputAndCleansUp) {
  ASSERT_EQ(here.run({"walkthrough"}), kSuccess) << here.streams.err;
  const std::string& out = here.streams.out;
  for (const SpecStep& step : parse_spec(embedded("lessons/2-blog.spec")).steps) {
    EXPECT_NE(out.find("$ " + step.command.substr(0, step.command.find('\n'))), std::string::npos) << step.command;
    EXPECT_NE(out.find(step.out), std::string::npos) << step.command;
    const std::string err = replaced(step.err, "$HOME/.local/state/ec2mimic/state.json", "a temporary file");
    EXPECT_NE(out.find(err), std::string::npos) << step.command;
  }
  EXPECT_NE(out.find("\nAn error occurred (IdempotentParameterMismatch) when calling the CreateRouteTable operation: "
                     "Wrong arguments for request with token abf653c2-09a2-426d-bd2d-acaac0c98a28\n"),
            std::string::npos);
  EXPECT_EQ(out.find('\x1b'), std::string::npos);
  EXPECT_TRUE(here.engines.stores.empty());
}

TEST_F(Walkthrough, FollowsTheBlogPost) {
  const Spec lesson = parse_spec(embedded("lessons/2-blog.spec"));
  ASSERT_EQ(lesson.steps.size(), 9U);
  EXPECT_EQ(lesson.steps[1].out, lesson.steps[2].out);
  EXPECT_NE(lesson.steps[1].out.find("\"RouteTableId\": \"rtb-0899b6226d3a3ef9a\""), std::string::npos);
  EXPECT_EQ(lesson.steps[3].exit_code, kServiceRefused);
  EXPECT_EQ(lesson.steps[5].out, lesson.steps[6].out);
  EXPECT_EQ(lesson.steps[7].exit_code, kServiceRefused);
}

TEST_F(Walkthrough, PausesAndUsesColoursOnATerminal) {
  here.streams.terminal = true;
  here.streams.in = "q\n";
  EXPECT_EQ(here.run({"walkthrough"}), kSuccess);
  EXPECT_NE(here.streams.out.find("q: quit"), std::string::npos);
  EXPECT_NE(here.streams.out.find("\x1b[1m$ ec2mimic state seed blog\x1b[0m"), std::string::npos);
  EXPECT_EQ(here.streams.out.find("RouteTableId"), std::string::npos);
  here.streams.in = "\n";
  EXPECT_EQ(here.run({"walkthrough"}), kSuccess);
  EXPECT_NE(here.streams.out.find("NetworkAclId"), std::string::npos);
  here.streams.in = "";
  EXPECT_EQ(here.run({"walkthrough", "--no-pause"}), kSuccess);
  EXPECT_EQ(here.streams.out.find("q: quit"), std::string::npos);
  EXPECT_NE(here.streams.out.find("NetworkAclId"), std::string::npos);
}

TEST_F(Walkthrough, UsesNoColoursIfAskedNotTo) {
  here.streams.terminal = true;
  here.environment.variables["NO_COLOR"] = "1";
  EXPECT_EQ(here.run({"walkthrough", "--no-pause"}), kSuccess);
  EXPECT_EQ(here.streams.out.find('\x1b'), std::string::npos);
  EXPECT_EQ(here.run({"walkthrough", "--no-pause", "--color", "on"}), kSuccess);
  EXPECT_NE(here.streams.out.find('\x1b'), std::string::npos);
  here.environment.variables.erase("NO_COLOR");
  EXPECT_EQ(here.run({"walkthrough", "--no-pause", "--color", "off"}), kSuccess);
  EXPECT_EQ(here.streams.out.find('\x1b'), std::string::npos);
  here.environment.variables["TERM"] = "dumb";
  EXPECT_EQ(here.run({"walkthrough", "--no-pause"}), kSuccess);
  EXPECT_EQ(here.streams.out.find('\x1b'), std::string::npos);
}

TEST_F(Walkthrough, StopsAtAnUnexpectedResult) {
  here.engines.failure = "There is no disk.";
  EXPECT_EQ(here.run({"walkthrough"}), kProblemsFound);
  EXPECT_EQ(here.streams.err,
            "\nThe output is not as expected (- expected, + actual):\n-! ec2mimic: account 141035231386 in a temporary "
            "file was seeded with 2 VPCs in us-east-1; 2 reserved ids\n+!\n+! There is no disk.\n+? 255\n");
}

TEST_F(Walkthrough, TakesNoArguments) { EXPECT_EQ(here.run({"walkthrough", "blog"}), kBadUsage); }

TEST_F(Walkthrough, IgnoresTheUsersVariables) {
  here.environment.variables["AWS_REGION"] = "eu-west-1";
  here.environment.variables["EC2MIMIC_TOKEN_TTL"] = "nonsense";
  EXPECT_EQ(here.run({"walkthrough"}), kSuccess) << here.streams.err;
}

TEST(Lesson, ShowsDifferencesAsWholeLines) {
  SpecStep step;
  step.out = "a\nb\nc\n";
  EXPECT_EQ(lesson_difference(step, {"a\nb\nc\n", "", 0}), "");
  EXPECT_EQ(lesson_difference(step, {"a\nx\nc\n", "", 0}), "-b\n+x\n");
  EXPECT_EQ(lesson_difference(step, {"a\nb\nc\n", "oh\n", 3}), "+! oh\n+? 3\n");
  EXPECT_EQ(lesson_difference(step, {"", "", 0}), "-a\n-b\n-c\n");
}

TEST_F(Walkthrough, RunsOnlyOurProgram) {
  EXPECT_EQ(failure_of([&] { static_cast<void>(LessonShell(here.system, &run, "/s", "/l").perform("rm -rf x")); }),
            "255 A lesson can run only ec2mimic, not: rm -rf x");
}

}  // namespace
}  // namespace ec2mimic::cli
