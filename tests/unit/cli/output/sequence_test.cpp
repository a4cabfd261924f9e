#include "cli/output/sequence.h"

#include <gtest/gtest.h>

namespace ec2mimic::cli {
namespace {

using Kind = SequenceStep::Kind;

TEST(Sequence, IsDrawnInCharacters) {
  const Sequence sequence{"t",
                          {"a", "b"},
                          {{Kind::heading, 0, 1, "one", Tone::plain},
                           {Kind::message, 0, 1, "go\x1b", Tone::plain},
                           {Kind::note, 1, 1, "done", Tone::good},
                           {Kind::broken, 1, 0, "lost", Tone::lost}}};
  EXPECT_EQ(drawn(sequence, "text"),
            "         a                                 b\n"
            "\n"
            "one\n"
            "         | go\\u001b                        |\n"
            "         |-------------------------------->|\n"
            "         |                                 | done\n"
            "         | lost                            |\n"
            "         X---------------------------------|\n");
}

TEST(Sequence, OfAPictureHasHeadingsThatFit) {
  const std::string token(64, 'W'), call = "1. CreateEgressOnlyInternetGateway, token ";
  const Sequence sequence{"t", {"a"}, {{.kind = Kind::heading, .text = call + token}}};
  const std::string svg = drawn(sequence, "svg");
  EXPECT_NE(svg.find(call + "WWW"), std::string::npos) << svg;
  EXPECT_NE(svg.find("WWW...</text>"), std::string::npos) << svg;
  EXPECT_NE(drawn(sequence, "text").find(token), std::string::npos);
}

TEST(Sequence, EscapesWhatHasAMeaningInAFormat) {
  const Sequence sequence{"<t>", {"a"}, {{Kind::note, 0, 0, "<&\";#\n", Tone::bad}}};
  EXPECT_EQ(drawn(sequence, "mermaid"),
            "sequenceDiagram\n  participant p0 as a\n  Note right of p0: #lt;&\"#59;#35;\\n\n");
  const std::string svg = drawn(sequence, "svg");
  EXPECT_NE(svg.find("<title>&lt;t&gt;</title>"), std::string::npos);
  EXPECT_NE(svg.find(">&lt;&amp;&quot;;#\\n</text>"), std::string::npos) << svg;
  EXPECT_TRUE(svg.ends_with("</svg>\n"));
}

}  // namespace
}  // namespace ec2mimic::cli
