#include "cli/help/man.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/operation/registry.h"
#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

Page page_with(std::vector<Block> blocks) {
  return {"ec2mimic-p", "Does it", "ec2mimic [ec2] p", {}, {{"WORDS", std::move(blocks)}}, {}};
}

std::string body(std::vector<Block> blocks) {
  const std::string text = page_mdoc(page_with(std::move(blocks)));
  return text.substr(text.find(".Sh WORDS\n") + 10);
}

TEST(Mdoc, HasAHeadAndASynopsis) {
  Page page = page_with({});
  page.options = {"--one <value> ...", "[--two | --no-two]"};
  page.see_also = {"ec2mimic-b", "ec2mimic-a"};
  const std::string text = page_mdoc(page);
  EXPECT_NE(text.find("\n.Dt EC2MIMIC-P 1\n"), std::string::npos);
  EXPECT_NE(text.find("\n.Nm ec2mimic-p\n.Nd does it\n"), std::string::npos);
  EXPECT_NE(text.find("\n.Op Cm ec2\n.Cm p\n.Fl -one Ar <value> No ...\n.Op Fl -two | Fl -no-two\n"),
            std::string::npos);
  EXPECT_TRUE(text.ends_with(".Sh SEE ALSO\n.Xr ec2mimic-a 1 ,\n.Xr ec2mimic-b 1\n"));
}

TEST(Mdoc, ProtectsTextFromBeingReadAsMacroOrEscape) {
  EXPECT_EQ(body({{Block::Kind::paragraph, ".Sh is a\\b"}}), "\\&.Sh is a\\eb\n");
  EXPECT_EQ(body({{Block::Kind::literal, "'x\n.y\n\\z -a\n"}}),
            ".Bd -literal -offset indent\n\\&'x\n\\&.y\n\\ez \\-a\n.Ed\n");
}

TEST(Mdoc, StartsSentencesOnNewLinesAndSetsQuotesBold) {
  EXPECT_EQ(body({{Block::Kind::paragraph, "Take `a-b` well-kept. Then --go."}}),
            "Take \\fBa\\-b\\fP well-kept.\nThen \\-\\-go.\n");
  EXPECT_EQ(body({{Block::Kind::paragraph, "Say `a -b` twice."}}), "Say \\fBa \\-b\\fP twice.\n");
}

TEST(Mdoc, JoinsConsecutiveEntriesInOneList) {
  EXPECT_EQ(body({{Block::Kind::entry, "X.", "--a <value>", "string", {}},
                  {Block::Kind::entry, "Y.", "Name", "", {{Block::Kind::entry, "Z.", "In", "", {}}}},
                  {Block::Kind::paragraph, "End."}}),
            ".Bl -tag -width 4n\n.It Fl -a Ar <value> Pq string\nX.\n.It Sy Name\nY.\n"
            ".Bl -tag -width 4n\n.It Sy In\nZ.\n.El\n.El\n.Pp\nEnd.\n");
}

TEST(Mdoc, FillsSlotsAndRejectsUnknownOnes) {
  const std::string filled = fill_slots(".Sh A\n.\\\" @environment@\n.Sh B\n", {});
  EXPECT_TRUE(filled.starts_with(".Sh A\n.It Ev AWS_ACCESS_KEY_ID\n"));
  EXPECT_TRUE(filled.ends_with("\n.Sh B\n"));
  EXPECT_THROW(static_cast<void>(fill_slots(".\\\" @bogus@\n", {})), std::logic_error);
}

TEST(Man, PrintsPagesByNameAndByCommand) {
  TestSystem here;
  EXPECT_EQ(here.run({"man"}), kSuccess);
  EXPECT_TRUE(here.streams.out.starts_with("ec2mimic\nec2mimic-accept-vpc-peering-connection\n"));
  EXPECT_EQ(here.run({"man", "ec2mimic-create-vpc"}), kSuccess);
  const std::string page = here.streams.out;
  EXPECT_NE(page.find(".Dt EC2MIMIC-CREATE-VPC 1"), std::string::npos);
  EXPECT_EQ(here.run({"man", "create-vpc"}), kSuccess);
  EXPECT_EQ(here.streams.out, page);
  EXPECT_EQ(here.run({"man", "ec2mimic"}), kSuccess);
  EXPECT_NE(here.streams.out.find(".Sh DIFFERENCES"), std::string::npos);
  EXPECT_EQ(here.run({"man", "state"}), kSuccess);
  EXPECT_NE(here.streams.out.find(".Dt EC2MIMIC-STATE 1"), std::string::npos);
  EXPECT_NE(here.streams.out.find(".Nm ec2mimic\n.Cm state\n.Cm seed\n.Ar FILE|\\-|blog\n.Op Fl -yes\n.Op Fl "
                                  "-replace-foreign\n.Op Fl -empty\n.Nm ec2mimic\n"),
            std::string::npos);
  EXPECT_EQ(here.run({"man", "ec2mimic-run"}), kSuccess);
  EXPECT_NE(here.streams.out.find(".Op Fl -yes\n.Op Fl -\n.Ar COMMAND\n.Op Ar ARGUMENT ...\n.Sh "), std::string::npos);
  EXPECT_EQ(here.run({"man", "bogus"}), kBadUsage);
  EXPECT_EQ(here.run({"man", "ec2mimic", "more"}), kBadUsage);
  EXPECT_EQ(here.engines.visits, 0);
}

}  // namespace
}  // namespace ec2mimic::cli
