#include <gtest/gtest.h>

#include "tests/unit/cli/test_world.h"

namespace ec2mimic::cli {
namespace {

class Activate : public testing::Test {
 protected:
  Activate() { here.environment.variables.erase("EC2MIMIC_STATE"); }
  TestWorld here;

  std::string language(const std::vector<std::string_view>& words) {
    if (here.run(words) != kSuccess) return here.streams.err;
    return here.streams.out.find("set --global") != std::string::npos ? "fish" : "sh";
  }
};

TEST_F(Activate, LinksStandBesideTheUsualState) {
  here.environment.variables["EC2MIMIC_STATE"] = "/elsewhere/state.json";
  EXPECT_EQ(here.run({"activate", "sh"}), kSuccess);
  const std::map<std::string, std::string> links{{"/home/t/.local/state/ec2mimic/bin/aws", "/opt/ec2mimic"},
                                                 {"/home/t/.local/state/ec2mimic/bin/aws_completer", "/opt/ec2mimic"}};
  EXPECT_EQ(here.files.links, links);
  here.environment.variables["XDG_STATE_HOME"] = "/x";
  EXPECT_EQ(here.run({"activate", "sh"}), kSuccess);
  EXPECT_TRUE(here.files.links.contains("/x/ec2mimic/bin/aws"));
}

TEST_F(Activate, TheShellIsNamedOrStartedUsOrIsTheUsualOne) {
  EXPECT_EQ(language({"activate", "fish"}), "fish");
  EXPECT_EQ(language({"activate", "dash"}), "sh");
  here.process.started_by = "fish";
  EXPECT_EQ(language({"activate"}), "fish");
  EXPECT_EQ(language({"activate", "bash"}), "sh");
  here.process.started_by = "-fish";
  EXPECT_EQ(language({"activate"}), "fish");
  here.environment.variables["SHELL"] = "/usr/bin/fish";
  here.process.started_by = "mksh";
  EXPECT_EQ(language({"activate"}), "sh");
  here.process.started_by = "make";
  EXPECT_EQ(language({"activate"}), "fish");
  here.environment.variables["SHELL"] = "/bin/tcsh";
  EXPECT_EQ(language({"activate"}), "sh");
  EXPECT_EQ(here.run({"activate", "tcsh"}), kBadUsage);
  EXPECT_EQ(here.run({"activate", "sh", "x"}), kBadUsage);
}

TEST_F(Activate, FoldersAreQuotedAsTheShellWantsThem) {
  here.environment.variables["XDG_STATE_HOME"] = "/it's \\ a $HOME";
  EXPECT_EQ(language({"activate", "sh"}), "sh");
  EXPECT_NE(here.streams.out.find("='/it'\\''s \\ a $HOME/ec2mimic/bin'\n"), std::string::npos);
  EXPECT_EQ(language({"activate", "fish"}), "fish");
  EXPECT_NE(here.streams.out.find(" '/it\\'s \\\\ a $HOME/ec2mimic/bin'\n"), std::string::npos);
}

TEST_F(Activate, NothingIsPrintedWhereItCannotWork) {
  here.environment.variables["XDG_STATE_HOME"] = "/a:b";
  EXPECT_EQ(language({"activate", "sh"}), "\nThe folder /a:b/ec2mimic/bin cannot stand on PATH.\n");
  EXPECT_TRUE(here.files.links.empty());
  here.environment.variables["XDG_STATE_HOME"] = "/a";
  here.files.in_the_way = "The folder is another's.";
  EXPECT_EQ(language({"activate", "sh"}), "\nThe folder is another's.\n");
  EXPECT_EQ(here.streams.out, "");
  here.files.in_the_way.clear();
  here.process.path.clear();
  EXPECT_EQ(language({"activate", "sh"}), "\nThe system does not tell where this program is.\n");
  here.environment.variables.clear();
  EXPECT_EQ(here.run({"activate", "sh"}), kBadConfiguration);
}

}  // namespace
}  // namespace ec2mimic::cli
