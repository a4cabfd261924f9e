#include <gtest/gtest.h>

#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

// The command never replaces the test: become() returns ENOEXEC, and the program handles that.
class RunCommand : public testing::Test {
 protected:
  RunCommand() {
    here.process.programs["make"] = 0;
    here.environment.variables = {{"HOME", "/h"}, {"PATH", "/usr/bin:/bin"}};
  }
  TestSystem here;

  static constexpr std::string_view kBin = "/h/.local/state/ec2mimic/bin";
  static constexpr std::string_view kGuard = "/h/.local/state/ec2mimic/guard";

  // The command that replaced the program, or the error.
  std::string executed(const std::vector<std::string_view>& words) {
    here.process.executed.clear();
    here.process.changed_variables.clear();
    here.run(words);
    return here.process.executed.empty() ? here.streams.err : here.process.executed;
  }
  std::string variable(const std::string& name) {
    const auto found = here.process.changed_variables.find(name);
    if (found == here.process.changed_variables.end()) return "unchanged";
    return found->second.value_or("unset");
  }
};

TEST_F(RunCommand, TakesTheCommandAfterItsOptions) {
  EXPECT_EQ(executed({"run", "make"}), "/found/make|make");
  EXPECT_EQ(executed({"run", "make", "--state", "x", "--region", "--no", "--version", "help"}),
            "/found/make|make|--state|x|--region|--no|--version|help");
  EXPECT_EQ(variable("EC2MIMIC_STATE"), "unchanged");
  EXPECT_EQ(executed({"run", "--", "make", "--", "--log=y"}), "/found/make|make|--|--log=y");
  here.process.programs["-x"] = here.process.programs["help"] = 0;
  EXPECT_EQ(executed({"run", "--state", "s", "--", "-x"}), "/found/-x|-x");
  EXPECT_EQ(variable("EC2MIMIC_STATE"), "/here/s");
  EXPECT_EQ(executed({"run", "--", "help"}), "/found/help|help");
  EXPECT_EQ(executed({"--state", "a", "run", "--no-verify-ssl", "--log=l", "make", "-k"}), "/found/make|make|-k");
  EXPECT_EQ(variable("EC2MIMIC_STATE"), "/here/a");
  EXPECT_EQ(variable("EC2MIMIC_LOG"), "/here/l");
}

TEST_F(RunCommand, RejectsOptionsThatWouldNotAffectTheCommand) {
  for (const std::vector<std::string_view>& options : {std::vector<std::string_view>{"--region", "r"},
                                                       {"--output", "text"},
                                                       {"--query", "q"},
                                                       {"--profile", "p"},
                                                       {"--endpoint-url", "http://x/"},
                                                       {"--color", "on"},
                                                       {"--no-paginate"},
                                                       {"--no-cli-pager"},
                                                       {"--yes"}}) {
    std::vector<std::string_view> words{"run"};
    words.insert(words.end(), options.begin(), options.end());
    words.push_back("make");
    EXPECT_EQ(here.run(words), kBadUsage) << options.front();
    EXPECT_EQ(here.process.executed, "");
  }
}

TEST_F(RunCommand, KeepsFaultsInAFileForTheCommand) {
  EXPECT_EQ(executed({"run", "--fault", "throttle:1calls", "make"}), "/found/make|make");
  EXPECT_EQ(variable("EC2MIMIC_FAULT_FILE"), "/kept");
  EXPECT_EQ(here.process.kept, "ec2mimic-faults 1\nthrottle:1calls 0 0\n");
  executed({"run", "make"});
  EXPECT_EQ(variable("EC2MIMIC_FAULT_FILE"), "unchanged");
  here.process.kept.clear();
  here.process.executed.clear();
  EXPECT_EQ(here.run({"run", "--fault", "throttle:x", "--seed", "blog", "make"}), kBadUsage);
  EXPECT_EQ(here.process.executed + here.process.kept, "");
  EXPECT_TRUE(here.engines.stores.empty());
}

TEST_F(RunCommand, RejectsAnUnwritableLogBeforeDoingAnything) {
  EXPECT_EQ(here.run({"run", "--state", "s", "--log", "s", "--seed", "blog", "make"}), kBadUsage);
  EXPECT_EQ(here.process.executed, "");
  EXPECT_TRUE(here.engines.stores.empty());
}

TEST_F(RunCommand, ReportsAMissingCommandOrAWrongOption) {
  EXPECT_EQ(here.run({"run"}), kBadUsage);
  EXPECT_EQ(here.streams.err, with_usage("aws: error: the following arguments are required: COMMAND"));
  EXPECT_EQ(here.run({"run", "--yes", "--"}), kBadUsage);
  EXPECT_EQ(here.run({"run", "--bogus", "make"}), kBadUsage);
  EXPECT_EQ(here.run({"run", "--stat", "s", "make"}), kBadUsage) << "not to be shortened";
  EXPECT_EQ(here.run({"run", "--seed"}), kBadUsage);
  EXPECT_EQ(here.run({"run", "--seed", "--", "make"}), kBadUsage);
  EXPECT_EQ(here.run({"run", "--state", "", "make"}), kBadUsage);
  EXPECT_EQ(here.run({"run", "--log", "", "make"}), kBadUsage);
  EXPECT_EQ(here.run({"run", "--no", "make", "--help"}), kBadUsage) << "an ambiguous option";
  EXPECT_EQ(here.process.executed, "");
  EXPECT_EQ(here.run({"run", "help"}), kSuccess);
  EXPECT_NE(here.streams.out.find("COMMAND"), std::string::npos);
  EXPECT_EQ(here.run({"run", "--help", "make"}), kSuccess);
  EXPECT_EQ(here.process.executed, "");
}

TEST_F(RunCommand, TakesOverTheNameAws) {
  EXPECT_EQ(executed({"run", "make"}), "/found/make|make");
  const std::string both = std::string(kBin) + ':' + std::string(kGuard);
  EXPECT_EQ(variable("PATH"), both + ":/usr/bin:/bin");
  EXPECT_EQ(here.process.searched, both + ":/usr/bin:/bin");
  EXPECT_EQ(variable("AWS_ENDPOINT_URL"), "http://127.0.0.1:9");
  EXPECT_EQ(variable("AWS_ENDPOINT_URL_EC2"), "http://127.0.0.1:9");
  EXPECT_EQ(variable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"), "");
  EXPECT_EQ(variable("BASH_FUNC_aws%%"), "unset");
  EXPECT_EQ(here.files.links[std::string(kBin) + "/aws"], "/opt/ec2mimic");
  EXPECT_TRUE(here.files.scripts.contains(std::string(kGuard) + "/aws_completer"));
  // PATH does not grow, and its other entries keep their order, empty ones included.
  here.environment.variables["PATH"] = "/a:" + both + "::/b:" + both + ':';
  executed({"run", "make"});
  EXPECT_EQ(variable("PATH"), both + ":/a::/b:");
  here.environment.variables["PATH"] = "";
  executed({"run", "make"});
  EXPECT_EQ(variable("PATH"), both + ':');
  here.environment.variables.erase("PATH");
  executed({"run", "make"});
  EXPECT_EQ(variable("PATH"), both + ":/bin:/usr/bin");
  here.files.place_error = "The folder is another's.";
  EXPECT_EQ(executed({"run", "make"}), "\nThe folder is another's.\n");
}

TEST_F(RunCommand, MakesFileNamesAbsolute) {
  here.environment.variables["EC2MIMIC_STATE"] = "s.json";
  here.environment.variables["EC2MIMIC_LOG"] = "/var/l";
  EXPECT_EQ(executed({"run", "make"}), "/found/make|make");
  EXPECT_EQ(variable("EC2MIMIC_STATE"), "/here/s.json");
  EXPECT_EQ(variable("EC2MIMIC_LOG"), "/var/l");
  EXPECT_EQ(here.files.files.at("/var/l"), "") << "the log is the command's, but there";
  executed({"run", "--state", ".//t.json", "make"});
  EXPECT_EQ(variable("EC2MIMIC_STATE"), "/here/t.json");
  here.environment.variables["EC2MIMIC_LOG"] = "";
  executed({"run", "make"});
  EXPECT_EQ(variable("EC2MIMIC_LOG"), "unchanged");
}

TEST_F(RunCommand, ReturnsAShellsCodesIfTheCommandCannotBeRun) {
  EXPECT_EQ(here.run({"run", "mkae"}), kNotFound);
  EXPECT_EQ(here.streams.err, "\nec2mimic run: The command 'mkae' was not found.\n");
  here.process.programs["./data"] = EACCES;
  EXPECT_EQ(here.run({"run", "./data"}), kCannotRun);
  EXPECT_EQ(here.streams.err, "\nec2mimic run: The command './data' cannot be run: Permission denied.\n");
  EXPECT_EQ(here.process.executed, "");
  EXPECT_EQ(here.run({"run", "make"}), kCannotRun);
  EXPECT_EQ(here.streams.err, "\nec2mimic run: The command 'make' cannot be run: Exec format error.\n");
  here.process.become_error = ENOENT;
  EXPECT_EQ(here.run({"run", "make"}), kNotFound);
}

TEST_F(RunCommand, SeedsTheStateThatTheCommandUses) {
  EXPECT_EQ(executed({"run", "--seed", "blog", "make"}), "/found/make|make");
  EXPECT_TRUE(here.engines.stores.contains("/h/.local/state/ec2mimic/state.json"));
  EXPECT_EQ(executed({"run", "--state", "s", "--seed", "blog", "make"}), "/found/make|make");
  EXPECT_TRUE(here.engines.stores.contains("/here/s"));
  here.environment.variables["EC2MIMIC_STATE"] = "t";
  EXPECT_EQ(executed({"run", "--seed=blog", "make"}), "/found/make|make");
  EXPECT_TRUE(here.engines.stores.contains("/here/t"));
  // As with `state seed`, an existing state is not replaced without --yes, nor for a command that cannot be run.
  EXPECT_EQ(executed({"run", "--seed", "blog", "make"}),
            "\nThis replaces everything in /here/t. Pass --yes to confirm.\n");
  EXPECT_EQ(executed({"run", "--seed", "blog", "--yes", "make"}), "/found/make|make");
  EXPECT_EQ(executed({"run", "--seed", "nope", "make"}),
            "\nThe seed 'nope' cannot be read: No such file or directory. The built-in seed is 'blog'.\n");
  here.engines.visits = 0;
  EXPECT_EQ(here.run({"run", "--seed", "blog", "--yes", "mkae"}), kNotFound);
  EXPECT_EQ(here.engines.visits, 0);
  here.streams.terminal = true;
  here.streams.in = "n\n";
  here.process.executed.clear();
  EXPECT_EQ(here.run({"run", "--seed", "blog", "make"}), kProblemsFound);
  EXPECT_EQ(here.process.executed, "");
}

}  // namespace
}  // namespace ec2mimic::cli
