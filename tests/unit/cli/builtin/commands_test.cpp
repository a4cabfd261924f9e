#include "cli/builtin/commands.h"

#include <gtest/gtest.h>

namespace ec2mimic::cli {
namespace {

using Words = std::vector<std::string_view>;

TEST(BuiltinCommands, HaveUsageTextsThatFollowFromTheirForms) {
  const auto usage = [](std::string_view name) { return usage_of(*find_builtin_command(name)); };
  EXPECT_EQ(usage("state"),
            "path | show | diff FILE|REVISION | diagram [--format text|mermaid|dot|svg] | seed FILE|-|blog [--yes] "
            "[--replace-foreign] [--empty] | import FILE|- ... | "
            "reset [--yes] "
            "[--replace-foreign] | verify | accept");
  EXPECT_EQ(usage("query"), "[--operation NAME] [EXPRESSION]");
  EXPECT_EQ(usage("configure"),
            "list | get NAME [--sso-session NAME] [--services NAME] | set NAME VALUE [--sso-session NAME] [--services "
            "NAME] | list-profiles");
  EXPECT_EQ(usage("run"),
            "[--state FILE] [--log FILE] [--fault SPEC] [--seed FILE|blog] [--yes] [--] COMMAND [ARGUMENT ...]");
  EXPECT_EQ(usage("fault"), "set SPEC | list | clear");
  EXPECT_EQ(usage("tokens"),
            "[explain TOKEN [--call LINE] | forget [TOKEN] [--expired] [--older-than AGE] [--deleted] [--all]]");
  EXPECT_EQ(usage("walkthrough"), "[--list] [--no-pause] [--html FILE|-] [NAME|FILE]");
}

TEST(BuiltinCommands, ExpectTheNextPartOfTheirForms) {
  const auto expected = [](std::string_view name, const Words& words) {
    const Expected next = expected_by(*find_builtin_command(name), words);
    std::vector<std::string> all(next.subcommands.begin(), next.subcommands.end());
    for (const BuiltinOperand* operand : next.operands) all.push_back(shown(operand->value));
    for (const BuiltinOption* option : next.options) all.emplace_back(option->name);
    return all;
  };
  using Texts = std::vector<std::string>;
  EXPECT_EQ(expected("state", {}),
            Texts({"path", "show", "diff", "diagram", "seed", "import", "reset", "verify", "accept"}));
  EXPECT_EQ(expected("state", {"seed"}), Texts({"FILE|-|blog"}));
  EXPECT_EQ(expected("state", {"seed", "blog"}), Texts({"--yes", "--replace-foreign", "--empty"}));
  EXPECT_EQ(expected("state", {"reset"}), Texts({"--yes", "--replace-foreign"}));
  EXPECT_EQ(expected("state", {"import"}), Texts({"FILE|-"}));
  EXPECT_EQ(expected("state", {"import", "a", "b"}), Texts({"FILE|-"}));
  EXPECT_EQ(expected("state", {"path"}), Texts());
  EXPECT_EQ(expected("state", {"bogus"}), Texts());
  EXPECT_EQ(expected("tokens", {}), Texts({"explain", "forget"}));
  EXPECT_EQ(expected("tokens", {"explain"}), Texts({"TOKEN"}));
  EXPECT_EQ(expected("query", {}), Texts({"EXPRESSION", "--operation"}));
  EXPECT_EQ(expected("query", {"Vpcs"}), Texts({"--operation"}));
  EXPECT_EQ(expected("run", {}).front(), "COMMAND");
  EXPECT_EQ(expected("configure", {"set", "region"}), Texts({"VALUE"}));
  EXPECT_EQ(expected("configure", {"get", "region"}), Texts({"--sso-session", "--services"}));
}

}  // namespace
}  // namespace ec2mimic::cli
