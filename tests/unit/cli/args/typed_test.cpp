#include "cli/args/typed.h"

#include <gtest/gtest.h>

#include "cli/builtin/commands.h"
#include "cli/dispatch.h"
#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

using Words = std::vector<std::string_view>;

// A command line's global options, command and remaining words, as text.
std::string globals(const Words& words) {
  std::string text;
  TestSystem here;
  const std::string failure = failure_of([&] {
    Typed line = read_typed(words, builtin_commands());
    if (line.first_fault) throw Failure(*line.first_fault);
    apply_help_option(here.system, line);
    if (line.globals_fault) throw Failure(*line.globals_fault);
    const auto show = [&](std::string_view name, const std::optional<std::string_view>& value) {
      if (value) text += std::string(name) + '=' + std::string(*value) + ' ';
    };
    if (line.help) text += "HELP ";
    if (line.globals.version) text += "VERSION ";
    if (line.globals.no_paginate) text += "NO-PAGINATE ";
    show("region", line.globals.region);
    show("output", line.globals.output);
    show("query", line.globals.query);
    show("state", line.globals.state);
    show("profile", line.globals.profile);
    if (line.in_service) text += "ec2 ";
    show("command", line.command);
    text += '|';
    for (const std::string_view word : line.rest) text += std::string(word) + '|';
  });
  return failure == "nothing" ? text : failure;
}

TEST(GlobalOptions, AreRecognisedAnywhereOnTheLine) {
  const std::pair<Words, std::string_view> cases[] = {
      {{}, "|"},
      {{"ec2", "describe-vpcs"}, "ec2 command=describe-vpcs |"},
      {{"--region", "r", "ec2", "x", "--state=s"}, "region=r state=s ec2 command=x |"},
      {{"ec2", "--output", "text", "x", "--out=json"}, "output=json ec2 command=x |"},
      {{"ec2", "x", "--vpc-ids", "a", "--q", "Q", "b"}, "query=Q ec2 command=x |--vpc-ids|a|b|"},
      {{"ec2", "x", "--no-cli-pager", "--debug", "--color", "off", "--no-pag"}, "NO-PAGINATE ec2 command=x |"},
      {{"--", "ec2", "x"}, "ec2 command=x |"},
      {{"ec2", "--", "--region", "r"}, "ec2 command=r |--region|"},
      {{"ec2", "x", "--", "--region", "r"}, "ec2 command=x |--region|r|"},
      {{"--version", "bad", "--output"}, "VERSION |"},  // the rest is not read
      {{"--v", "bad"}, "VERSION |"},
      {{"ec2", "--help", "--output", "xml"}, "HELP |"},
      {{"ec2", "x", "-h", "--region", "r"}, "HELP region=r ec2 command=x |-h|"},
      {{"--sta", "x"}, "command=x |--sta|"},
      {{"--max-items", "ec2", "x"}, "ec2 command=x |--max-items|"},
      {{"x", "ec2", "y"}, "command=x |ec2|y|"},
  };
  for (const auto& [words, text] : cases) EXPECT_EQ(globals(words), text) << testing::PrintToString(words);
}

TEST(GlobalOptions, HaveTheAwsClisFaults) {
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
      {{"bad", "--output", "xml"},
       "252 argument --output: Invalid choice, valid choices are:\n\n"
       "json                                     | text                                    \n"
       "table                                    | yaml                                    \n"
       "yaml-stream                             "},
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

TEST(GlobalOptions, KeepTheCommandBeforeAFaultUnlessAnOptionIsAmbiguous) {
  const Words after{"bad", "--output", "xml", "x"};
  EXPECT_EQ(read_typed(after, builtin_commands()).command, "bad");
  EXPECT_TRUE(read_typed(after, builtin_commands()).globals_fault);
  const Words before{"--output", "xml", "bad"};
  EXPECT_EQ(read_typed(before, builtin_commands()).command, std::nullopt);
  const Words ambiguous{"bad", "--output", "xml", "--no"};
  EXPECT_EQ(read_typed(ambiguous, builtin_commands()).command, std::nullopt);
  EXPECT_EQ(read_typed(ambiguous, builtin_commands()).globals_fault->message().substr(0, 21), "ambiguous option: --n");
}

TEST(EarlyOptions, AreFoundEvenOnAFaultyLine) {
  const auto early_options = [](const Words& words) {
    const EarlyOptions found = read_typed(words, builtin_commands()).early;
    const auto text = [](const std::optional<std::string_view>& value) { return std::string(value.value_or("-")); };
    return text(found.error_format) + '|' + text(found.state) + '|' + text(found.log);
  };
  EXPECT_EQ(early_options({"--output", "xml", "--log", "l", "--state=s", "--cli-error-format", "json"}), "json|s|l");
  EXPECT_EQ(early_options({"--query", "--log", "a", "--log=b"}), "-|-|b");
  EXPECT_EQ(early_options({"--log", "--state", "s"}), "-|s|--state");
  EXPECT_EQ(early_options({"x", "--", "--log", "l", "--cli-e", "json"}), "json|-|-");
  EXPECT_EQ(early_options({"--cli-err=a", "--cli-error-format"}), "|-|-");
  EXPECT_EQ(early_options({"--logs", "l", "--log"}), "-|-|-");
}

TEST(OtherLine, BelongsToTheProgramThatRunStarts) {
  const Words words{"--state", "run", "run", "--log", "l", "make", "--region", "r"};
  const Typed typed = read_typed(words, builtin_commands());
  EXPECT_TRUE(typed.runs_other);
  EXPECT_EQ(typed.command, "run");
  EXPECT_EQ(typed.globals.state, "run");
  EXPECT_EQ(typed.globals.region, std::nullopt);
  EXPECT_EQ(Words(typed.other.begin(), typed.other.end()), Words({"make", "--region", "r"}));
  const Words help{"run", "help"};
  EXPECT_FALSE(read_typed(help, builtin_commands()).runs_other);
  const Words value{"describe-vpcs", "--query", "run"};
  EXPECT_FALSE(read_typed(value, builtin_commands()).runs_other);
}

}  // namespace
}  // namespace ec2mimic::cli
