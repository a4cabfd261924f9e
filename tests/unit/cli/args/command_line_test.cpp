#include "cli/args/command_line.h"

#include <gtest/gtest.h>

#include "cli/builtin/commands.h"
#include "core/operation/registry.h"
#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

using Words = std::vector<std::string_view>;

// The result of a command line, as text: its options and their values, or the failure.
std::string read(std::string_view operation, const Words& words) {
  std::string text;
  const std::string failure = failure_of([&] {
    const CommandLine line = read_command_line(*find_operation(operation), words);
    if (line.word == "help") {
      text = "help";
      return;
    }
    if (!line.unknown.empty()) throw failures::unknown_options(line.unknown);
    for (const OptionValue& one : line.given) {
      text += (text.empty() ? "" : " ") + one.name;
      if (!one.yes) text += "!";
      for (const std::string& value : one.values) text += '(' + value + ')';
    }
  });
  return failure == "nothing" ? text : failure;
}

TEST(CommandLine, AssignsValuesToOptions) {
  const std::pair<Words, std::string_view> cases[] = {
      {{"--vpc-ids", "a", "b", "c"}, "--vpc-ids(a)(b)(c)"},
      {{"--vpc-ids=a"}, "--vpc-ids(a)"},
      {{"--vpc-ids="}, "--vpc-ids()"},
      {{"--vpc-ids"}, "--vpc-ids"},
      {{"--vpc-ids", "--dry-run"}, "--vpc-ids --dry-run"},
      {{"--vpc-ids", "-1", "-2.5", "-.5", "-x y", "-"}, "--vpc-ids(-1)(-2.5)(-.5)(-x y)(-)"},
      {{"--vpc-ids", R"(["a","b"])", "{a}", "[a,b]", "=", ""}, R"(--vpc-ids(["a","b"])({a})([a,b])(=)())"},
      {{"--vpc-ids", "a", "b", "--vpc-ids", "c"}, "--vpc-ids(c)"},
      {{"--vpc-ids", "a", "--vpc-ids"}, "--vpc-ids"},
      {{"--vpc-ids", "--vpc-ids", "a", ""}, "--vpc-ids(a)()"},
      {{"--max-results", "5", "--max-results", "6"}, "--max-results(6)"},
      {{"--max-results", "-5"}, "--max-results(-5)"},
      {{"--max-results=-x"}, "--max-results(-x)"},
      {{"--next-token=a=b"}, "--next-token(a=b)"},
      {{"--next-token", ""}, "--next-token()"},
      {{"--next-token="}, "--next-token()"},
      {{"--next-token", "[a]"}, "--next-token([a])"},
      {{"--dry-run"}, "--dry-run"},
      {{"--no-dry-run"}, "--dry-run!"},
      {{"--dry-run", "--no-dry-run"}, "--dry-run!"},
      {{"--no-dry-run", "--dry-run"}, "--dry-run"},
      {{"--dry"}, "--dry-run"},
      {{"--no-d"}, "--dry-run!"},
      {{"--vpc", "a"}, "--vpc-ids(a)"},
      {{"--filter=x"}, "--filters(x)"},
      {{"--", "--vpc-ids", "a"}, "252 Unknown options: a, --vpc-ids"},
      {{"--vpc-ids", "a", "--"}, "--vpc-ids(a)"},
      {{""}, ""},
      {{"help"}, "help"},
      {{"--dry-run", "help"}, "help"},
      // In the order of the operation, not of the command line.
      {{"--max-results", "5", "--filters", "x"}, "--filters(x) --max-results(5)"},
  };
  for (const auto& [words, text] : cases)
    EXPECT_EQ(read("describe-vpcs", words), text) << testing::PrintToString(words);
}

TEST(CommandLine, ReportsSurplusWordsAsUnknownOptions) {
  const std::pair<Words, std::string_view> cases[] = {
      {{"--foo"}, "252 Unknown options: --foo"},
      {{"--foo", "bar", "--baz=1", "extra"}, "252 Unknown options: --foo, --baz=1, extra, bar"},
      {{"one", "two"}, "252 Unknown options: two, one"},
      {{"stray", "help"}, "252 Unknown options: help, stray"},
      {{"-x"}, "252 Unknown options: -x"},
      {{"-xyz", "---a", "++"}, "252 Unknown options: -xyz, ---a, ++"},
      {{"-"}, "252 Unknown options: -"},
      {{"--vpc-ids", "a", "--", "b"}, "252 Unknown options: b"},
      {{"--vpc-ids=a", "b"}, "252 Unknown options: b"},
      {{"--dry-run", "true"}, "252 Unknown options: true"},
      {{"--vpc-ids", "a", "--foo", "b"}, "252 Unknown options: --foo, b"},
      {{"a", "b", "--"}, "252 Unknown options: b, --, a"},
      {{"a", "--", "b"}, "252 Unknown options: b, a"},
  };
  for (const auto& [words, text] : cases)
    EXPECT_EQ(read("describe-vpcs", words), text) << testing::PrintToString(words);
}

TEST(CommandLine, ReportsFaultyOptions) {
  const std::pair<Words, std::string_view> cases[] = {
      {{"--vpc-id"}, "252 argument --vpc-id: expected one argument"},
      {{"--vpc-id", "--client-token", "t"}, "252 argument --vpc-id: expected one argument"},
      {{"--vpc-id", "-x"}, "252 argument --vpc-id: expected one argument"},
      {{"--vpc-id", "--", "x"}, "252 argument --vpc-id: expected one argument"},
      {{"--dry-run=true"}, "252 argument --dry-run: ignored explicit argument 'true'"},
      {{"--dry-run="}, "252 argument --dry-run: ignored explicit argument ''"},
      {{"--no-dry-run=it's"}, "252 argument --no-dry-run: ignored explicit argument \"it's\""},
      {{}, "252 the following arguments are required: --vpc-id"},
      {{"--foo"}, "252 the following arguments are required: --vpc-id"},
      {{"--cli-input-json={}"}, "252 the following arguments are required: --vpc-id"},
      {{"--cli-input-jso", "{}"}, "252 the following arguments are required: --vpc-id"},
      {{"--cli-input-json", "{}"}, "--cli-input-json({})"},
      {{"--cli-input-json"}, "252 argument --cli-input-json: expected one argument"},
  };
  for (const auto& [words, text] : cases) {
    EXPECT_EQ(read("create-route-table", words), text) << testing::PrintToString(words);
  }
  EXPECT_EQ(read("create-tags", {}), "252 the following arguments are required: --resources, --tags");
  EXPECT_EQ(read("create-tags", {"--tags"}), "252 the following arguments are required: --resources");
  EXPECT_EQ(read("describe-vpcs", {"--c", "x"}),
            "252 ambiguous option: --c could match --cli-input-json, --cli-input-yaml");
}

TEST(BuiltinLine, HasASubcommandAndItsOperands) {
  const Words words{"seed", "--yes", "-"};
  const BuiltinLine line = read_builtin_line(kState, words, Era::v2_30);
  EXPECT_EQ(line.form->subcommand, "seed");
  EXPECT_EQ(line.words, std::vector<std::string>{"-"});
  EXPECT_NE(find_option(line.given, "--yes"), nullptr);
  EXPECT_EQ(read_builtin_line(kQuery, {}, Era::v2_30).words, std::vector<std::string>{});
}

TEST(BuiltinLine, ReportsFaultsAccordingToTheForms) {
  struct Case {
    std::string_view command;
    Words words;
    std::string_view failure;
  };
  const Case cases[] = {
      {"state", {"path", "--no"}, "252 Unknown options: --no"},
      {"state", {}, "252 the following arguments are required: subcommand"},
      {"state", {"seed"}, "252 the following arguments are required: FILE"},
      {"state", {"seed", "a", "b", "c"}, "252 Unknown options: b, c"},
      {"state", {"path", "a"}, "252 Unknown options: a"},
      {"state", {"path", "--yes"}, "252 Unknown options: --yes"},
      {"state", {"--empty", "reset"}, "252 Unknown options: --empty"},
      {"completion", {}, "252 the following arguments are required: shell"},
      {"man", {"a", "b"}, "252 Unknown options: b"},
      {"run", {"make"}, "252 Unknown options: make"},
      {"run", {}, "nothing"},
      {"walkthrough", {"x", "y"}, "252 Unknown options: y"},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(failure_of([&] {
                static_cast<void>(read_builtin_line(*find_builtin_command(one.command), one.words, Era::v2_30));
              }),
              one.failure)
        << one.command << ' ' << testing::PrintToString(one.words);
  }
  const Words unknown{"sede"};
  EXPECT_EQ(failure_of([&] { static_cast<void>(read_builtin_line(kState, unknown, Era::v2_30)); }).substr(0, 40),
            "252 argument subcommand: Invalid choice,");
}

}  // namespace
}  // namespace ec2mimic::cli
