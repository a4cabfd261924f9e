#include <gtest/gtest.h>

#include <algorithm>

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
                     "Wrong arguments for request with token abf653c2-09a2-426d-bd2d-acaac0c98a28\n[exit code 254]\n"),
            std::string::npos);
  EXPECT_EQ(out.find('\x1b'), std::string::npos);
  EXPECT_TRUE(here.engines.stores.empty());
}

TEST_F(Walkthrough, FollowsTheBlogPost) {
  const Spec lesson = parse_spec(embedded("lessons/2-blog.spec"));
  ASSERT_EQ(lesson.steps.size(), 11U);
  EXPECT_EQ(lesson.steps[3].out, lesson.steps[4].out);
  EXPECT_NE(lesson.steps[3].out.find("\"RouteTableId\": \"rtb-0899b6226d3a3ef9a\""), std::string::npos);
  EXPECT_EQ(lesson.steps[5].exit_code, kServiceRefused);
  EXPECT_EQ(lesson.steps[7].out, lesson.steps[8].out);
  EXPECT_EQ(lesson.steps[9].exit_code, kServiceRefused);
}

TEST_F(Walkthrough, PausesAndUsesColoursOnATerminal) {
  here.streams.terminal = true;
  here.streams.in = "q";
  EXPECT_EQ(here.run({"walkthrough"}), kSuccess);
  EXPECT_NE(here.streams.out.find("q to quit"), std::string::npos);
  EXPECT_NE(here.streams.out.find("\x1b[1m$ eval \"$(ec2mimic activate)\"\x1b[0m"), std::string::npos);
  EXPECT_EQ(here.streams.out.find("account 141035231386"), std::string::npos);
  here.streams.in = std::string(100, '\n');
  EXPECT_EQ(here.run({"walkthrough"}), kSuccess);
  EXPECT_NE(here.streams.out.find("NetworkAclId"), std::string::npos);
  here.streams.in = "";
  EXPECT_EQ(here.run({"walkthrough", "--no-pause"}), kSuccess);
  EXPECT_EQ(here.streams.out.find("q to quit"), std::string::npos);
  EXPECT_NE(here.streams.out.find("NetworkAclId"), std::string::npos);
}

TEST_F(Walkthrough, ExplainsFirstAndPausesBeforeTheAnswer) {
  here.streams.terminal = true;
  here.streams.in = std::string(100, '\n');
  here.environment.variables["NO_COLOR"] = "1";
  here.files.files["mine"] =
      "# What.\n$ ec2mimic state seed blog\n"
      "! ec2mimic: account 141035231386 in a temporary file was seeded with 2 VPCs in us-east-1; 2 reserved ids\n"
      "$ ec2mimic describe-vpcs --query 'length(Vpcs)'\n3\n\n# End.\n";
  ASSERT_EQ(here.run({"walkthrough", "mine"}), kSuccess) << here.streams.err;
  EXPECT_EQ(here.streams.out,
            "What.\n\n$ ec2mimic state seed blog\n[Press Enter to see what it does, q to quit] \n"
            "ec2mimic: account 141035231386 in a temporary file was seeded with 2 VPCs in us-east-1; 2 reserved ids\n\n"
            "$ ec2mimic describe-vpcs --query 'length(Vpcs)'\n[Press Enter to see what it does, q to quit] \n"
            "3\n[Press Enter to see the end, q to quit] \n\n"
            "operation     calls  attempts  created\n"
            "DescribeVpcs      1         1        0\n\nEnd.\n");
}

TEST_F(Walkthrough, ShortensWhatIsRepeatedOnATerminal) {
  here.streams.terminal = true;
  here.streams.in = std::string(100, '\n');
  ASSERT_EQ(here.run({"walkthrough"}), kSuccess) << here.streams.err;
  const std::string repeated =
      "    [4 lines as before]\n        \"RouteTableId\": \"\x1b[1;33mrtb-0899b6226d3a3ef9a\x1b[0m\",\n"
      "    [14 lines as before]\n";
  EXPECT_NE(here.streams.out.find(repeated), std::string::npos);
  // The VPC is in every answer and tells nothing.
  EXPECT_EQ(here.streams.out.find("\x1b[1;33mvpc-"), std::string::npos);
  here.streams.terminal = false;
  ASSERT_EQ(here.run({"walkthrough"}), kSuccess);
  EXPECT_EQ(here.streams.out.find("as before]"), std::string::npos);
}

TEST_F(Walkthrough, ScrollsNothingAwayUnread) {
  here.streams.terminal = true;
  here.streams.in = std::string(100, '\n');
  here.environment.variables["NO_COLOR"] = "1";
  for (const std::string_view name : {"lost-response", "blog"}) {
    ASSERT_EQ(here.run({"walkthrough", name}), kSuccess) << here.streams.err;
    std::size_t pauses = 0;
    std::size_t rows = 0;
    for (const std::string_view line : lines_of(here.streams.out)) {
      if (line.starts_with("[Press Enter ")) {
        EXPECT_LT(rows, 24U) << name << " before: " << line;
        ++pauses;
        rows = 0;
      } else {
        rows += std::max<std::size_t>(1, (line.size() + 79) / 80);
      }
    }
    EXPECT_LT(rows, 25U);
    EXPECT_GT(pauses, 8U) << name;
  }
}

TEST_F(Walkthrough, EndsWithCallsAgainstResourcesAndWhatToTryNext) {
  ASSERT_EQ(here.run({"walkthrough", "lost-response"}), kSuccess) << here.streams.err;
  EXPECT_NE(here.streams.out.find("\noperation            calls  attempts  created\n"
                                  "CreateRouteTable         4         8        3\n"
                                  "DescribeRouteTables      2         2        0\n"),
            std::string::npos);
  EXPECT_TRUE(here.streams.out.ends_with("\n\nThe next lesson: ec2mimic walkthrough blog\n"));
  ASSERT_EQ(here.run({"walkthrough", "blog"}), kSuccess) << here.streams.err;
  EXPECT_TRUE(here.streams.out.ends_with("\n\nThe next lesson: ec2mimic walkthrough network-acls\n"));
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
  EXPECT_EQ(here.run({"walkthrough", "./bolg"}), kBadUsage);
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

}  // namespace
}  // namespace ec2mimic::cli
