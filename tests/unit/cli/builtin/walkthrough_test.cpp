#include <gtest/gtest.h>

#include "cli/builtin/lesson.h"
#include "cli/data/built_in_lessons.h"
#include "cli/data/embedded.h"
#include "core/text/replaced.h"
#include "core/text/split.h"
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
  ASSERT_EQ(lesson.steps.size(), 10U);
  EXPECT_EQ(lesson.steps[2].out, lesson.steps[3].out);
  EXPECT_NE(lesson.steps[2].out.find("\"RouteTableId\": \"rtb-0899b6226d3a3ef9a\""), std::string::npos);
  EXPECT_EQ(lesson.steps[4].exit_code, kServiceRefused);
  EXPECT_EQ(lesson.steps[6].out, lesson.steps[7].out);
  EXPECT_EQ(lesson.steps[8].exit_code, kServiceRefused);
}

TEST_F(Walkthrough, PausesAndUsesColoursOnATerminal) {
  here.streams.terminal = true;
  here.streams.in = "q\n";
  EXPECT_EQ(here.run({"walkthrough"}), kSuccess);
  EXPECT_NE(here.streams.out.find("q: quit"), std::string::npos);
  EXPECT_NE(here.streams.out.find("\x1b[1m$ eval \"$(ec2mimic activate)\"\x1b[0m"), std::string::npos);
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

TEST_F(Walkthrough, ListsTheLessonsWithASentenceEach) {
  ASSERT_EQ(here.run({"walkthrough", "--list"}), kSuccess);
  const std::vector<std::string_view> lines = lines_of(here.streams.out);
  ASSERT_EQ(lines.size(), built_in_lessons().size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const BuiltInLesson lesson = built_in_lessons()[i];
    EXPECT_TRUE(lines[i].starts_with(std::string(lesson.name) + ' ')) << lines[i];
    EXPECT_TRUE(lines[i].ends_with(lesson.summary)) << lines[i];
    EXPECT_GT(lesson.summary.size(), 20U) << lesson.name;
    EXPECT_LT(lines[i].size(), 80U) << "does not fit on a line: " << lesson.name;
  }
  EXPECT_EQ(here.run({"walkthrough", "--list", "blog"}), kBadUsage);
}

TEST_F(Walkthrough, NamesAWordThatIsNoLesson) {
  EXPECT_EQ(here.run({"walkthrough", "bolg"}), kBadUsage);
  EXPECT_EQ(here.streams.err,
            "\n'bolg' is neither a lesson nor a file. Did you mean 'blog'? `ec2mimic walkthrough --list` lists the "
            "lessons.\n");
  EXPECT_EQ(here.run({"walkthrough", "xyz"}), kBadUsage);
  EXPECT_EQ(here.streams.err,
            "\n'xyz' is neither a lesson nor a file. `ec2mimic walkthrough --list` lists the lessons.\n");
  EXPECT_TRUE(here.streams.out.empty());
  EXPECT_EQ(here.run({"walkthrough", "./bolg"}), kGeneralError);
  EXPECT_EQ(here.streams.err, "\nThe lesson './bolg' cannot be read: No such file or directory.\n");
  here.files.files["my.spec"] = "# Only prose.\n";
  EXPECT_EQ(here.run({"walkthrough", "my.spec"}), kGeneralError);
  EXPECT_EQ(here.streams.err, "\nThe lesson 'my.spec' is not a lesson: it has no command.\n");
  here.files.files["my.spec"] = "$ ec2mimic state path\n? 0\n";
  EXPECT_EQ(here.run({"walkthrough", "my.spec"}), kGeneralError);
  EXPECT_EQ(here.streams.err,
            "\nThe lesson 'my.spec' is not a lesson: line 2: an exit code is a number from 1 to 255; 0 is left out.\n");
}

TEST_F(Walkthrough, PlaysAFile) {
  here.files.files["mine"] = "# Mine.\n$ ec2mimic --version | grep x\n";
  EXPECT_EQ(here.run({"walkthrough", "mine"}), kGeneralError);
  EXPECT_EQ(here.streams.err, "\nThis step needs sh, which was not found: ec2mimic --version | grep x\n");
  here.files.files["mine"] = "# Mine.\n$ ec2mimic state seed blog\n";
  EXPECT_EQ(here.run({"walkthrough", "mine"}), kProblemsFound);
  EXPECT_NE(here.streams.err.find("\n+! ec2mimic: account"), std::string::npos);
}

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

class Shell : public Walkthrough {
 protected:
  LessonShell shell{here.system, &run, "/s", "/l"};
  std::string failure(const std::string& command) {
    return failure_of([&] { static_cast<void>(shell.perform(command)); });
  }
};

TEST_F(Shell, RunsByAShellWhatItCannotRunItself) {
  for (const char* command : {"cat x", "aws ec2 describe-vpcs", "x=1", "ec2mimic state path | cat", "ec2mimic $x",
                              "ec2mimic \"$x\"", "ec2mimic a\nec2mimic b"}) {
    EXPECT_EQ(failure(command), "255 This step needs sh, which was not found: " + std::string(command));
  }
  EXPECT_EQ(failure("ec2mimic describe-vpcs --query 'Vpcs[?x] | [0]' \\\n --output text"), "nothing");
}

TEST_F(Shell, HasTheVariablesThatTheLessonSets) {
  const auto seen = [&](const std::string& command) {
    const CommandResult result = shell.perform(command);
    return result.out + result.err;
  };
  const std::string describe = "ec2mimic describe-vpcs --query 'length(Vpcs)'";
  EXPECT_EQ(seen(describe), "1\n");
  EXPECT_EQ(seen("AWS_DEFAULT_OUTPUT=yaml " + describe), "1\n");
  EXPECT_NE(seen("AWS_REGION=atlantis " + describe), "1\n");
  EXPECT_EQ(seen("export AWS_REGION=atlantis AWS_DEFAULT_OUTPUT=json"), "");
  EXPECT_NE(seen(describe), "1\n");
  EXPECT_EQ(seen("unset AWS_REGION"), "");
  EXPECT_EQ(seen(describe), "1\n");
  EXPECT_EQ(failure("export EC2MIMIC_LOG=l"), "nothing");
  EXPECT_EQ(failure("export EC2MIMIC_LOG=x"),
            "255 A lesson has a state and a log of its own and cannot set EC2MIMIC_LOG.");
  EXPECT_EQ(failure("export EC2MIMIC_STATE=x"),
            "255 A lesson has a state and a log of its own and cannot set EC2MIMIC_STATE.");
}

TEST_F(Shell, RunsAwsOnceItIsActivated) {
  EXPECT_EQ(shell.perform("eval \"$(ec2mimic activate)\"").err,
            "ec2mimic: `aws` runs ec2mimic in this shell; ec2mimic_deactivate undoes it.\n");
  EXPECT_EQ(shell.perform("aws ec2 describe-vpcs --query 'length(Vpcs)'").out, "1\n");
}

TEST_F(Walkthrough, CountsCallsAttemptsAndWhatTheyCreated) {
  LessonPlay lesson(here.system, &run,
                    parse_spec("$ ec2mimic describe-vpcs\n"
                               "$ ec2mimic create-vpc --cidr-block 10.0.0.0/16\n"
                               "$ ec2mimic describe-vpcs --fault throttle:1attempts\n"),
                    "/scratch");
  std::vector<std::size_t> calls;
  while (!lesson.at_end()) calls.push_back(lesson.play().calls.size());
  EXPECT_EQ(calls, std::vector<std::size_t>({1, 1, 1}));
  const std::vector<OperationCount> counts = operation_counts(lesson.calls());
  ASSERT_EQ(counts.size(), 2U);
  EXPECT_EQ(counts[0].operation, "DescribeVpcs");
  EXPECT_EQ(counts[0].calls, 2U);
  EXPECT_EQ(counts[0].attempts, 3U);
  EXPECT_EQ(counts[0].created, 0U);
  EXPECT_EQ(counts[1].created, 1U);
}

}  // namespace
}  // namespace ec2mimic::cli
