#include "cli/output/stdout.h"

#include <gtest/gtest.h>

#include "cli/config/settings.h"
#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

using Words = std::vector<std::string>;

class Pager : public testing::Test {
 protected:
  TestSystem here;

  Pager() { here.streams.terminal = true; }

  // The command line with which the pager was started for an answer, or none.
  Words started(std::vector<std::string_view> words = {}) {
    here.process.started.clear();
    words.insert(words.begin(), {"ec2", "describe-vpcs", "--query", "length(Vpcs)"});
    exit_code = here.run(words);
    EXPECT_FALSE(here.process.child_runs) << "it was not waited for";
    return here.process.started.empty() ? Words() : here.process.started.front();
  }

  int exit_code = 0;
};

TEST_F(Pager, IsUsedOnATerminal) {
  EXPECT_EQ(started(), Words({"less", "LESS=FRX"}));
  EXPECT_EQ(here.process.child_read, "1\n");
  EXPECT_EQ(here.streams.out, "");
  EXPECT_EQ(exit_code, kSuccess);
}

TEST_F(Pager, IsNotUsedWithoutATerminal) {
  here.streams.terminal = false;
  here.environment.variables["AWS_PAGER"] = "more";
  EXPECT_EQ(started(), Words());
  EXPECT_EQ(here.streams.out, "1\n");
}

TEST_F(Pager, IsChosenByVariablesProfileAndOptions) {
  here.environment.variables["PAGER"] = "most";
  EXPECT_EQ(started().front(), "most");
  here.files.files["/home/t/.aws/config"] = "[default]\ncli_pager = more -d\n";
  EXPECT_EQ(started(), Words({"more", "-d", "LESS=FRX"}));
  here.environment.variables["AWS_PAGER"] = "sh -c 'cat -n'";
  EXPECT_EQ(started(), Words({"sh", "-c", "cat -n", "LESS=FRX"}));
  EXPECT_EQ(started({"--no-cli-pager"}), Words());
  here.environment.variables["AWS_PAGER"] = "";
  EXPECT_EQ(started(), Words());
  EXPECT_EQ(here.streams.out, "1\n");
  here.environment.variables["AWS_PAGER"] = " \t";
  EXPECT_EQ(started(), Words());
  EXPECT_TRUE(here.process.started.empty());
  EXPECT_EQ(here.streams.out, "1\n");
}

TEST_F(Pager, IsStartedOnceForManyPages) {
  for (const char* block : {"10.0.0.0/16", "10.1.0.0/16"}) here.run({"ec2", "create-vpc", "--cidr-block", block});
  here.process.child_read.clear();
  here.process.started.clear();
  here.run({"ec2", "describe-vpcs", "--output", "text", "--page-size", "5", "--max-items", "1", "--query",
            "Vpcs[0].CidrBlock"});
  EXPECT_EQ(here.process.started.size(), 1U);
  EXPECT_EQ(here.process.child_read, "172.31.0.0/16\nNone\n");
}

TEST_F(Pager, IsNotStartedWithoutText) {
  EXPECT_EQ(started({"--output", "off"}), Words());
  EXPECT_EQ(started({"--query", "nothing[", "--output", "json"}), Words());
  EXPECT_EQ(exit_code, kBadUsage);
}

TEST_F(Pager, IsReportedAsByTheAwsCliIfItCannotBeStarted) {
  here.process.start_error = ENOENT;
  here.environment.variables["AWS_PAGER"] = "nosuchpager -x";
  EXPECT_EQ(started(), Words());
  EXPECT_EQ(exit_code, kBadConfiguration);
  const std::string text =
      "Unable to redirect output to pager. Received the following error when opening pager:\n[Errno 2] No such file or "
      "directory: 'nosuchpager'\n\nLearn more about configuring the output pager by running \"aws help "
      "config-vars\".\n";
  EXPECT_EQ(here.streams.err, '\n' + text);
  EXPECT_EQ(here.streams.out, "");
  started({"--cli-error-format", "enhanced"});
  EXPECT_EQ(here.streams.err, "\naws: [ERROR]: An error occurred (Pager): " + text);
  here.environment.variables["AWS_PAGER"] = "more 'x";
  EXPECT_EQ(started(), Words());
  EXPECT_EQ(here.streams.err, "\nNo closing quotation\n");
}

TEST_F(Pager, IsSkippedIfLessIsMissing) {
  here.process.start_error = ENOENT;
  EXPECT_EQ(started(), Words());
  EXPECT_EQ(exit_code, kSuccess);
  EXPECT_EQ(here.streams.out, "1\n");
  here.process.start_error = EACCES;
  started();
  EXPECT_EQ(exit_code, kBadConfiguration);
}

TEST_F(Pager, ForHelpIsThatOfTheManual) {
  here.environment.variables["AWS_PAGER"] = "";
  here.run({"help"});
  EXPECT_EQ(here.process.started, std::vector<Words>({{"less", "-R", "LESS=FRX"}}));
  EXPECT_EQ(here.streams.out, "");
  here.environment.variables["PAGER"] = "most";
  EXPECT_EQ(help_pager(here.environment), "most");
  here.environment.variables["MANPAGER"] = "";
  EXPECT_EQ(help_pager(here.environment), std::nullopt);
  here.run({"help"});
  EXPECT_NE(here.streams.out, "");
}

}  // namespace
}  // namespace ec2mimic::cli
