#include "cli/builtin/lesson_shell.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

class LessonShellTest : public testing::Test {
 protected:
  TestSystem here;
  LessonShell shell{here.system, &run, "/s", "/l"};
  std::string failure(const std::string& command) {
    return failure_of([&] { static_cast<void>(shell.perform(command)); });
  }
};

TEST_F(LessonShellTest, RunsByAShellWhatItCannotRunItself) {
  for (const char* command :
       {"cat x", "x=1", "ec2mimic state path | cat", "ec2mimic $x", "ec2mimic \"$x\"", "ec2mimic a\nec2mimic b"}) {
    EXPECT_EQ(failure(command), "255 This step needs sh, which was not found: " + std::string(command));
  }
  EXPECT_EQ(failure("ec2mimic describe-vpcs --query 'Vpcs[?x] | [0]' \\\n --output text"), "nothing");
}

TEST_F(LessonShellTest, HasTheVariablesThatTheLessonSets) {
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

TEST_F(LessonShellTest, OutlivesAClientThatIsKilled) {
  const CommandResult killed = shell.perform("ec2mimic create-vpc --cidr-block 10.0.0.0/16 --fault kill");
  EXPECT_EQ(killed.err, "Killed\n");
  EXPECT_EQ(killed.exit_code, 137);
  EXPECT_EQ(shell.perform("ec2mimic describe-vpcs --query 'length(Vpcs)'").out, "2\n");
}

TEST_F(LessonShellTest, RunsAwsAlsoBeforeItIsActivated) {
  EXPECT_EQ(shell.perform("aws ec2 describe-vpcs --query 'length(Vpcs)'").out, "1\n");
  EXPECT_EQ(shell.perform("eval \"$(ec2mimic activate)\"").err,
            "ec2mimic: `aws` runs ec2mimic in this shell; ec2mimic_deactivate undoes it.\n");
  EXPECT_EQ(shell.perform("aws ec2 describe-vpcs --query 'length(Vpcs)'").out, "1\n");
}

}  // namespace
}  // namespace ec2mimic::cli
