#include <gtest/gtest.h>

#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

class Activate : public testing::Test {
 protected:
  Activate() { here.environment.variables.erase("EC2MIMIC_STATE"); }
  TestSystem here;

  std::string language(const std::vector<std::string_view>& words) {
    if (here.run(words) != kSuccess) return here.streams.err;
    return here.streams.out.find("set --global") != std::string::npos ? "fish" : "sh";
  }
};

TEST_F(Activate, PutsLinksNextToTheDefaultState) {
  here.environment.variables["EC2MIMIC_STATE"] = "/elsewhere/state.json";
  EXPECT_EQ(here.run({"activate", "sh"}), kSuccess);
  const std::map<std::string, std::string> links{{"/home/t/.local/state/ec2mimic/bin/aws", "/opt/ec2mimic"},
                                                 {"/home/t/.local/state/ec2mimic/bin/aws_completer", "/opt/ec2mimic"}};
  EXPECT_EQ(here.files.links, links);
  here.environment.variables["XDG_STATE_HOME"] = "/x";
  EXPECT_EQ(here.run({"activate", "sh"}), kSuccess);
  EXPECT_TRUE(here.files.links.contains("/x/ec2mimic/bin/aws"));
}

TEST_F(Activate, AddsGuardScriptsThatReportABrokenLink) {
  EXPECT_EQ(here.run({"activate", "sh"}), kSuccess);
  const std::string& script = here.files.scripts["/home/t/.local/state/ec2mimic/guard/aws"];
  EXPECT_TRUE(script.starts_with("#!/bin/sh\n")) << script;
  EXPECT_NE(script.find("printf '%s\\n' 'ec2mimic: /opt/ec2mimic cannot be run, "), std::string::npos) << script;
  EXPECT_TRUE(script.ends_with(" >&2\nexit 127\n")) << script;
  EXPECT_EQ(here.files.scripts["/home/t/.local/state/ec2mimic/guard/aws_completer"], script);
  here.process.path = "/it's/ec2mimic";
  EXPECT_EQ(here.run({"activate", "sh"}), kSuccess);
  EXPECT_NE(script.find("'ec2mimic: /it'\\''s/ec2mimic cannot"), std::string::npos) << script;
}

TEST_F(Activate, MakesFileNamesAbsolute) {
  const auto has = [&](const std::string& text) {
    return here.streams.out.find('\n' + text + '\n') != std::string::npos;
  };
  EXPECT_EQ(language({"activate", "sh"}), "sh");
  EXPECT_TRUE(has("_ec2mimic_state=''"));
  EXPECT_TRUE(has("_ec2mimic_log=''"));
  here.environment.variables["EC2MIMIC_STATE"] = "./a b.json";
  here.environment.variables["EC2MIMIC_LOG"] = "../calls.log";
  EXPECT_EQ(language({"activate", "sh"}), "sh");
  EXPECT_TRUE(has("_ec2mimic_state='/here/a b.json'"));
  EXPECT_TRUE(has("_ec2mimic_log='/here/../calls.log'"));
  here.process.present = "/";
  EXPECT_EQ(language({"activate", "fish"}), "fish");
  EXPECT_TRUE(has("set --global _ec2mimic_state '/a b.json'"));
  EXPECT_EQ(language({"activate", "fish", "--state", "/s", "--log", "l"}), "fish");
  EXPECT_TRUE(has("set --global _ec2mimic_state '/s'"));
  EXPECT_TRUE(has("set --global _ec2mimic_log '/l'"));
  EXPECT_EQ(here.run({"activate", "sh", "--state="}), kBadUsage);
  here.process.present.clear();
  EXPECT_EQ(language({"activate", "sh"}),
            "\nThe path './a b.json' is relative, and the current folder cannot be determined.\n");
}

TEST_F(Activate, UsesTheNamedShellOrTheParentOrTheDefault) {
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

TEST_F(Activate, QuotesFoldersForTheShell) {
  here.environment.variables["XDG_STATE_HOME"] = "/it's \\ a $HOME";
  EXPECT_EQ(language({"activate", "sh"}), "sh");
  EXPECT_NE(here.streams.out.find("='/it'\\''s \\ a $HOME/ec2mimic/bin'\n"), std::string::npos);
  EXPECT_EQ(language({"activate", "fish"}), "fish");
  EXPECT_NE(here.streams.out.find(" '/it\\'s \\\\ a $HOME/ec2mimic/bin'\n"), std::string::npos);
}

TEST_F(Activate, PrintsAFailingCommandOnFailure) {
  here.environment.variables["XDG_STATE_HOME"] = "/a:b";
  EXPECT_EQ(language({"activate", "sh"}), "\nThe folder /a:b/ec2mimic/bin cannot be put on PATH.\n");
  EXPECT_TRUE(here.files.links.empty());
  here.environment.variables["XDG_STATE_HOME"] = "/a";
  here.files.place_error = "The folder is another's.";
  EXPECT_EQ(language({"activate", "sh"}), "\nThe folder is another's.\n");
  EXPECT_EQ(here.streams.out, "false\n") << "so that whoever evaluates it fails too";
  here.files.place_error.clear();
  here.process.path.clear();
  EXPECT_EQ(language({"activate", "sh"}), "\nCannot determine this program's path.\n");
  here.environment.variables.clear();
  EXPECT_EQ(here.run({"activate", "sh"}), kBadConfiguration);
}

}  // namespace
}  // namespace ec2mimic::cli
