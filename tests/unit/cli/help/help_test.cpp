#include "cli/help/help.h"

#include <gtest/gtest.h>

#include "cli/builtin/commands.h"
#include "cli/help/spec.h"
#include "core/operation/registry.h"
#include "core/text/split.h"
#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

using model::member;

struct Leaf {
  std::optional<std::string> name{};
  std::vector<std::string> values{};
};
struct Tree {
  std::vector<Leaf> leaves{};
  std::int64_t count = 0;
  bool green = false;
};

}  // namespace
}  // namespace ec2mimic::cli

template <>
struct ec2mimic::model::Describe<ec2mimic::cli::Leaf> {
  static constexpr std::string_view name = "Leaf";
  static constexpr auto members = model::members(member<&cli::Leaf::name>("Name", "Its name."),
                                                 member<&cli::Leaf::values>("Values", "Its values."));
};

template <>
struct ec2mimic::model::Describe<ec2mimic::cli::Tree> {
  static constexpr std::string_view name = "Tree";
  static constexpr auto members = model::members(member<&cli::Tree::leaves>("Leaves", "What is on it."),
                                                 member<&cli::Tree::count>("Count", "How many."),
                                                 member<&cli::Tree::green>("Green", "Whether it is."));
};

namespace ec2mimic::cli {
namespace {

const Page kPage{
    "p",
    "Does it",
    "p run",
    {"--one <value>", "[--two]"},
    {{"WORDS",
      {{Block::Kind::paragraph,
        "one two three four five six seven ab eight nine ten eleven twelve thirteen fourteen fifteen sixteen"},
       {Block::Kind::entry, "First of all.", "a", "string", {}},
       {Block::Kind::entry, "Close by.", "c", "", {}},
       {Block::Kind::entry, "Second.", "b", "", {{Block::Kind::literal, "x  y\n\n  z\n"}}}}}},
    {"q", "r"}};

TEST(PageText, IsWrappedAndIndented) {
  EXPECT_EQ(page_text(kPage, 40),
            "NAME\n    p - Does it\n\nSYNOPSIS\n    p run\n        --one <value>\n        [--two]\n\nWORDS\n"
            "    one two three four five six seven ab\n    eight nine ten eleven twelve\n"
            "    thirteen fourteen fifteen sixteen\n\n"
            "    a (string)\n        First of all.\n    c\n        Close by.\n\n"
            "    b\n        Second.\n\n        x  y\n\n          z\n\nSEE ALSO\n    q(1), r(1)\n");
}

TEST(PageText, WrapsTheSynopsisBetweenOptions) {
  Page page{
      "p", "Does it", "p seed FILE|- [--yes] [--replace-foreign] | show", {"[--input-json | --input-yaml | --in]"},
      {},  {}};
  EXPECT_EQ(page_text(page, 40),
            "NAME\n    p - Does it\n\nSYNOPSIS\n    p seed FILE|- [--yes]\n        [--replace-foreign] | show\n"
            "        [--input-json | --input-yaml |\n            --in]\n");
}

TEST(PageText, NeverIsNarrowerThan40OrWiderThan100Columns) {
  EXPECT_EQ(page_text(kPage, 1), page_text(kPage, 40));
  EXPECT_EQ(page_text(kPage, 1000), page_text(kPage, 100));
  EXPECT_NE(page_text(kPage, 40), page_text(kPage, 100));
  EXPECT_NE(page_text(kPage, 100).find("fourteen fifteen\n    sixteen\n"), std::string::npos);
}

TEST(ValueForms, CoverListsAndStructures) {
  const model::Shape& tree = model::shape_of<Tree>;
  EXPECT_EQ(shorthand_form(tree), "Leaves=[{Name=<value>,Values=<value>,<value>,...},...],Count=<value>,Green=<value>");
  EXPECT_EQ(shorthand_form(*tree.members[0].shape), "Name=<value>,Values=<value>,<value>,... ...");
  EXPECT_EQ(shorthand_form(model::shape_of<std::vector<std::string>>), "<value> <value> ...");
  EXPECT_EQ(json_form(model::shape_of<std::vector<std::string>>), "[\"<value>\", ...]");
  EXPECT_EQ(json_form(tree),
            "{\n  \"Leaves\": [{\"Name\": \"<value>\", \"Values\": [\"<value>\", ...]}, ...],\n"
            "  \"Count\": <number>,\n  \"Green\": true|false\n}");
}

TEST(Examples, TreatAFirstCommandWithoutProseAsSetUp) {
  const auto blocks = example_blocks("$ set\n\n# Do it:\n$ do \\\n>   it\nout\n! err\n$ again\n");
  ASSERT_EQ(blocks.size(), 4U);
  EXPECT_EQ(blocks[0].text, "In an account created by `set`:");
  EXPECT_EQ(blocks[1].text, "Do it:");
  EXPECT_EQ(blocks[2].text, "$ do \\\n>   it\nout\nerr\n");
  EXPECT_EQ(blocks[3].text, "$ again\n");
  EXPECT_EQ(example_blocks("# Set:\n$ set\n").size(), 2U);
  EXPECT_THROW(static_cast<void>(example_blocks("? 0\n")), SpecError);
}

class Help : public testing::Test {
 protected:
  TestSystem here;
  std::string asked(const std::vector<std::string_view>& words) {
    here.system.program = "ec2mimic";
    EXPECT_EQ(here.run(words), kSuccess) << here.streams.err;
    return here.streams.out;
  }
};

TEST_F(Help, OnAnOperationIsTheSameHoweverRequested) {
  const std::string page = page_text(operation_page(*find_operation("create-vpc")), 80);
  for (const std::vector<std::string_view>& words :
       std::vector<std::vector<std::string_view>>{{"create-vpc", "help"},
                                                  {"create-vpc", "--help"},
                                                  {"help", "create-vpc"},
                                                  {"ec2", "create-vpc", "help"},
                                                  {"ec2", "create-vpc", "-h"},
                                                  {"ec2", "help", "create-vpc"},
                                                  {"help", "ec2", "create-vpc"},
                                                  {"--help", "create-vpc", "--bogus"}}) {
    EXPECT_EQ(asked(words), page) << testing::PrintToString(words);
    EXPECT_EQ(here.streams.writes, 1);
    here.streams.writes = 0;
  }
  EXPECT_EQ(here.engines.visits, 0);
}

TEST_F(Help, OnAnOperationHasAllSections) {
  const std::string page = asked({"describe-route-tables", "help"});
  std::size_t before = 0;
  for (const char* title : {"NAME\n", "\nDESCRIPTION\n", "\nSYNOPSIS\n", "\nOPTIONS\n", "\nGLOBAL OPTIONS\n",
                            "\nEXAMPLES\n", "\nOUTPUT\n", "\nFILTERS\n", "\nERROR CODES\n", "\nSEE ALSO\n"}) {
    const std::size_t at = page.find(title);
    ASSERT_NE(at, std::string::npos) << title;
    EXPECT_GE(at, before) << title << " is where the AWS CLI has it";
    before = at;
  }
  EXPECT_NE(page.find("\n    tag:KEY\n"), std::string::npos);
  EXPECT_NE(page.find("(integer)\n"), std::string::npos);
  EXPECT_NE(page.find("least 5."), std::string::npos);
  EXPECT_EQ(asked({"create-vpc", "help"}).find("\nFILTERS\n"), std::string::npos);
}

TEST_F(Help, ShowsRequiredOptionsThoseWithoutEffectAndChoices) {
  EXPECT_NE(asked({"create-route-table", "help"}).find("\n    --vpc-id <value> (string, required)\n"),
            std::string::npos);
  EXPECT_NE(asked({"create-route-table", "help"}).find("\n        --vpc-id <value>\n"), std::string::npos);
  const std::string page = asked({"create-vpc", "help"});
  EXPECT_NE(page.find("--ipv6-pool <value> (string, no effect)"), std::string::npos);
  EXPECT_NE(page.find("Mode (string, required)"), std::string::npos);
  EXPECT_NE(page.find("One of: default, dedicated, host."), std::string::npos);
  EXPECT_EQ(page.find("capacity-reservation"), std::string::npos);  // one of 111
}

TEST_F(Help, OnTheProgramListsEverything) {
  const std::string page = asked({"help"});
  for (const Operation* operation : operations()) {
    EXPECT_NE(page.find("\n    " + kebab_case(operation->name) + ' '), std::string::npos) << operation->name;
  }
  for (const BuiltinCommand* const each : builtin_commands()) {
    const BuiltinCommand& command = *each;
    EXPECT_NE(page.find("\n    " + std::string(command.name) + ' '), std::string::npos) << command.name;
    EXPECT_NE(asked({command.name, "help"}).find(command.summary.substr(0, 30)), std::string::npos);
    EXPECT_EQ(asked({"help", command.name}), asked({command.name, "--help"}));
  }
  const std::size_t wait = page.find("\n    wait ");
  ASSERT_NE(wait, std::string::npos);
  EXPECT_EQ(page.find("Waits until", wait), page.find_first_not_of(' ', wait + 10));
}

TEST_F(Help, OnTheProgramListsCommandsFirstAndOptionsWithoutEffectLast) {
  const std::string page = asked({"help"});
  std::size_t before = 0;
  for (const char* text :
       {"\nAVAILABLE COMMANDS\n", "\n    state ", "\nEC2 OPERATIONS\n", "\n    create-vpc ", "\nGLOBAL OPTIONS\n",
        "\n    -h, --help\n", "\n    --state FILE\n", "\n    --log FILE\n", "\n    --no-paginate\n",
        "\n    --region NAME\n", "without effect", "--no-verify-ssl", "--ca-bundle FILE,", "\nENVIRONMENT\n"}) {
    const std::size_t at = page.find(text);
    ASSERT_NE(at, std::string::npos) << text;
    EXPECT_GE(at, before) << text;
    before = at;
  }
  EXPECT_EQ(page.find("\n    --no-verify-ssl\n"), std::string::npos);
  for (const std::string_view line : lines_of(page)) EXPECT_LE(line.size(), 80U) << line;
}

TEST_F(Help, OnABuiltinCommandHasAllSections) {
  for (const BuiltinCommand* const each : builtin_commands()) {
    const BuiltinCommand& command = *each;
    const std::string page = asked({command.name, "help"});
    for (const char* title : {"\nDESCRIPTION\n", "\nSYNOPSIS\n", "\nEXIT STATUS\n", "\nEXAMPLES\n"}) {
      EXPECT_NE(page.find(title), std::string::npos) << command.name << title;
    }
  }
}

TEST_F(Help, MayFollowASubcommand) {
  EXPECT_EQ(asked({"configure", "list", "help"}), asked({"configure", "help"}));
  EXPECT_EQ(asked({"sts", "get-caller-identity", "help"}), asked({"sts", "get-caller-identity", "--help"}));
  EXPECT_EQ(asked({"state", "reset", "help"}), asked({"state", "help"}));
  EXPECT_EQ(here.run({"state", "nosuch", "help"}), kBadUsage);
}

TEST_F(Help, AcceptsWaitersAndOtherServicesAfterTheWordHelp) {
  EXPECT_EQ(asked({"help", "wait", "vpc-exists"}), asked({"wait", "vpc-exists", "help"}));
  EXPECT_EQ(asked({"ec2", "help", "wait", "vpc-exists"}), asked({"wait", "vpc-exists", "help"}));
  EXPECT_EQ(asked({"help", "wait"}), asked({"wait", "help"}));
  EXPECT_EQ(asked({"help", "sts", "get-caller-identity"}), asked({"sts", "get-caller-identity", "help"}));
  EXPECT_EQ(asked({"help", "sts"}), asked({"sts", "help"}));
  EXPECT_EQ(here.run({"help", "wait", "vpc-exist"}), kBadUsage);
  EXPECT_EQ(here.run({"help", "sts", "get-caller-identit"}), kBadUsage);
}

TEST_F(Help, ListsOneOptionPerLineInTheSynopsisAndGlobalOnesLast) {
  const std::string page = asked({"create-route-table", "help"});
  EXPECT_NE(page.find("SYNOPSIS\n    ec2mimic [ec2] create-route-table\n        [--tag-specifications <value>]\n"
                      "        [--client-token <value>]\n        [--dry-run | --no-dry-run]\n        --vpc-id <value>\n"
                      "        [--cli-input-json | --cli-input-yaml]\n        [--generate-cli-skeleton <value>]\n"
                      "        [--debug]\n        [--endpoint-url <value>]\n"),
            std::string::npos)
      << page;
  EXPECT_NE(asked({"help"}).find("\nAVAILABLE COMMANDS\n"), std::string::npos);
  EXPECT_NE(asked({"ec2", "help"}).find("\nAVAILABLE COMMANDS\n"), std::string::npos);
}

TEST_F(Help, OnAnUnknownCommandIsRefused) {
  EXPECT_EQ(here.run({"help", "create-rout-table"}), kBadUsage);
  EXPECT_EQ(here.streams.out, "");
}

}  // namespace
}  // namespace ec2mimic::cli
