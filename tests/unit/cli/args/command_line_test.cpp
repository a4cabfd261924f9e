#include "cli/args/command_line.h"

#include <gtest/gtest.h>

#include "cli/args/globals.h"
#include "core/operation/registry.h"
#include "tests/unit/cli/test_world.h"

namespace ec2mimic::cli {
namespace {

using Words = std::vector<std::string_view>;

// What a line comes to, as text: the options given and their values, or the failure.
std::string read(std::string_view operation, const Words& words) {
  std::string text;
  const std::string failure = failure_of([&] {
    const CommandLine line = read_command_line(*find_operation(operation), words);
    if (line.help) text += "help";
    for (const Given& one : line.given) {
      text += (text.empty() ? "" : " ") + one.name;
      if (!one.yes) text += "!";
      for (const std::string& value : one.values) text += '(' + value + ')';
    }
  });
  return failure == "nothing" ? text : failure;
}

TEST(CommandLine, ValuesGoToTheirOptions) {
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
      // In the order of the operation, not of the line.
      {{"--max-results", "5", "--filters", "x"}, "--filters(x) --max-results(5)"},
  };
  for (const auto& [words, text] : cases)
    EXPECT_EQ(read("describe-vpcs", words), text) << testing::PrintToString(words);
}

TEST(CommandLine, WhatNobodyTakesIsAnUnknownOption) {
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

TEST(CommandLine, WhatIsWrongWithAnOption) {
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

TEST(PlainLine, KeepsTheWordsThatStandAlone) {
  const Words words{"seed", "--yes", "-", "a"};
  const PlainLine line = read_plain_line("state", words);
  EXPECT_EQ(line.words, (std::vector<std::string>{"seed", "-", "a"}));
  EXPECT_NE(find(line.given, "--yes"), nullptr);
  const Words unknown{"seed", "--no"};
  EXPECT_EQ(failure_of([&] { static_cast<void>(read_plain_line("state", unknown)); }), "252 Unknown options: --no");
}

// A line's global options, its command and the rest, as text.
std::string globals(const Words& words) {
  std::string text;
  const std::string failure = failure_of([&] {
    const GlobalsRead line = read_globals(
        words, [] { return true; },
        [](std::string_view word) {
          if (word == "bad") throw failures::bad_usage("bad command");
        });
    const auto show = [&](std::string_view name, const std::optional<std::string_view>& value) {
      if (value) text += std::string(name) + '=' + std::string(*value) + ' ';
    };
    if (line.globals.help) text += "HELP ";
    if (line.globals.version) text += "VERSION ";
    if (!line.globals.paginate) text += "NO-PAGINATE ";
    show("region", line.globals.region);
    show("output", line.globals.output);
    show("query", line.globals.query);
    show("state", line.globals.state);
    show("profile", line.globals.profile);
    show("command", line.command);
    text += '|';
    for (const std::string_view word : line.rest) text += std::string(word) + '|';
  });
  return failure == "nothing" ? text : failure;
}

TEST(Globals, AreTakenOutOfTheLineWhereverTheyStand) {
  const std::pair<Words, std::string_view> cases[] = {
      {{}, "|"},
      {{"ec2", "describe-vpcs"}, "command=ec2 |describe-vpcs|"},
      {{"--region", "r", "ec2", "x", "--state=s"}, "region=r state=s command=ec2 |x|"},
      {{"ec2", "--output", "text", "x", "--out=json"}, "output=json command=ec2 |x|"},
      {{"ec2", "x", "--vpc-ids", "a", "--q", "Q", "b"}, "query=Q command=ec2 |x|--vpc-ids|a|b|"},
      {{"ec2", "x", "--no-cli-pager", "--debug", "--color", "off", "--no-pag"}, "NO-PAGINATE command=ec2 |x|"},
      {{"--", "ec2", "x"}, "command=ec2 |x|"},
      {{"ec2", "--", "--region", "r"}, "command=ec2 |--region|r|"},
      {{"ec2", "x", "--", "--region", "r"}, "command=ec2 |x|--|--region|r|"},
      {{"--version", "bad", "--output"}, "VERSION |"},  // what stands behind it is not looked at
      {{"--v", "bad"}, "VERSION |"},
      {{"ec2", "--help", "--output", "xml"}, "HELP |"},
      {{"ec2", "x", "-h", "--region", "r"}, "HELP region=r command=ec2 |x|-h|"},
      {{"--sta", "x"}, "command=x |--sta|"},
  };
  for (const auto& [words, text] : cases) EXPECT_EQ(globals(words), text) << testing::PrintToString(words);
}

TEST(Globals, FaultsAreTheAwsClis) {
  const std::pair<Words, std::string_view> cases[] = {
      {{"ec2", "--region"}, "252 argument --region: expected one argument"},
      {{"ec2", "--profile"}, "252 argument --profile: expected one argument"},
      {{"--debug=1"}, "252 argument --debug: ignored explicit argument '1'"},
      {{"ec2", "--no"},
       "252 ambiguous option: --no could match --no-verify-ssl, --no-paginate, --no-sign-request, --no-cli-pager, "
       "--no-cli-auto-prompt"},
      {{"ec2", "--=x"}, "252 ambiguous option: --=x could match --help, --profile, --debug"},
      {{"--cli-auto-prompt", "--no-cli-auto-prompt"},
       "252 Both --cli-auto-prompt and --no-cli-auto-prompt cannot be specified at the same time."},
      {{"ec2", "--cli-read-timeout", "abc"}, "255 invalid literal for int() with base 10: 'abc'"},
      {{"ec2", "--endpoint-url", "foo"},
       "252 Bad value for --endpoint-url \"foo\": scheme is missing.  Must be of the form http://<hostname>/ or "
       "https://<hostname>/"},
      {{"bad", "--output", "xml"}, "252 bad command"},
      {{"--color", "maybe", "bad"},
       "252 argument --color: Invalid choice, valid choices are:\n\n"
       "on                                       | off                                     \n"
       "auto                                    "},
      {{"--output", "jsonn"},
       "252 argument --output: Invalid choice, valid choices are:\n\n"
       "json                                     | text                                    \n"
       "table                                    | yaml                                    \n"
       "yaml-stream                             \n\n\nInvalid choice: 'jsonn', maybe you meant:\n\n  * json"},
  };
  for (const auto& [words, text] : cases) EXPECT_EQ(globals(words), text) << testing::PrintToString(words);
}

}  // namespace
}  // namespace ec2mimic::cli
