#include "cli/args/builtin_commands.h"

#include <gtest/gtest.h>

namespace ec2mimic::cli {
namespace {

using Words = std::vector<std::string_view>;

TEST(BuiltinCommands, HaveUsageTextsThatFollowFromTheirForms) {
  const auto usage = [](std::string_view name) { return usage_of(*find_builtin_command(name)); };
  EXPECT_EQ(usage("state"),
            "path | show | seed FILE|-|blog [--yes] [--replace-foreign] [--empty] | import FILE|- ... | reset [--yes] "
            "[--replace-foreign] | verify | accept");
  EXPECT_EQ(usage("query"), "[--operation NAME] [EXPRESSION]");
  EXPECT_EQ(usage("configure"), "list | get NAME | set NAME VALUE | list-profiles");
  EXPECT_EQ(usage("run"),
            "[--state FILE] [--log FILE] [--fault SPEC] [--seed FILE|blog] [--yes] [--] COMMAND [ARGUMENT ...]");
  EXPECT_EQ(usage("fault"), "set SPEC | list | clear");
  EXPECT_EQ(usage("tokens"),
            "[explain TOKEN [--call LINE] | forget [TOKEN] [--expired] [--older-than AGE] [--deleted] [--all]]");
  EXPECT_EQ(usage("walkthrough"), "[--no-pause]");
}

TEST(BuiltinCommands, ExpectTheNextPartOfTheirForms) {
  const auto expected = [](std::string_view name, const Words& words) {
    return expected_by(*find_builtin_command(name), words);
  };
  EXPECT_EQ(expected("state", {}), Words({"path", "show", "seed", "import", "reset", "verify", "accept"}));
  EXPECT_EQ(expected("state", {"seed"}), Words({"FILE|-|blog"}));
  EXPECT_EQ(expected("state", {"seed", "blog"}), Words({"--yes", "--replace-foreign", "--empty"}));
  EXPECT_EQ(expected("state", {"reset"}), Words({"--yes", "--replace-foreign"}));
  EXPECT_EQ(expected("state", {"import"}), Words({"FILE|-"}));
  EXPECT_EQ(expected("state", {"import", "a", "b"}), Words({"FILE|-"}));
  EXPECT_EQ(expected("state", {"path"}), Words());
  EXPECT_EQ(expected("state", {"bogus"}), Words());
  EXPECT_EQ(expected("tokens", {}), Words({"explain", "forget"}));
  EXPECT_EQ(expected("tokens", {"explain"}), Words({"TOKEN"}));
  EXPECT_EQ(expected("query", {}), Words({"--operation", "EXPRESSION"}));
  EXPECT_EQ(expected("query", {"Vpcs"}), Words({"--operation"}));
  EXPECT_EQ(expected("run", {}).back(), "COMMAND");
  EXPECT_EQ(expected("configure", {"set", "region"}), Words({"VALUE"}));
}

}  // namespace
}  // namespace ec2mimic::cli
