#include "cli/output/table_section.h"

#include <gtest/gtest.h>

#include <numeric>

namespace ec2mimic::cli {
namespace {

using Widths = std::vector<std::size_t>;

TableSection section_of(std::initializer_list<std::string_view> texts) {
  TableSection section("", 0);
  section.add_row(TableCells(texts.begin(), texts.end()));
  return section;
}

TEST(TableSection, IsAsWideAsItsColumnsOrTitlePlusFramesAndBars) {
  EXPECT_EQ(section_of({"a", "bbb"}).width(), 5U + 7 + 2);
  TableSection titled("a long title here", 2);
  EXPECT_EQ(titled.width(), 17U + 2 + 4);
  titled.add_row(TableCells{TableCell("1234567890123456")});
  EXPECT_EQ(titled.width(), 20U + 2 + 4);
}

TEST(TableSection, ColumnsGrowInProportion) {
  EXPECT_EQ(section_of({"a", "bbbbbb"}).column_widths(30), (Widths{10, 20}));
  EXPECT_EQ(section_of({}).column_widths(30), Widths{});
}

TEST(TableSection, HalvesAreRoundedToTheEvenNeighbour) {
  // 5 of 10 in each of 25: 12.5 becomes 12, twice, and the last column gets the remaining one.
  EXPECT_EQ(section_of({"a", "b"}).column_widths(25), (Widths{12, 13}));
  // 13.5 becomes 14, twice, and the first column loses one.
  EXPECT_EQ(section_of({"a", "b"}).column_widths(27), (Widths{13, 14}));
  // 6.5, 6.5 and 13 are rounded to 6, 6 and 13, and the last column gets the rest.
  EXPECT_EQ(section_of({"a", "b", "cccccc"}).column_widths(26), (Widths{6, 6, 14}));
}

TEST(TableSection, SpreadsRoundingErrorsOverColumns) {
  // 5 columns of 5: 7.4 each become 7, and two are left over for 37.
  EXPECT_EQ(section_of({"a", "b", "c", "d", "e"}).column_widths(37), (Widths{7, 7, 7, 8, 8}));
  // 7.6 each become 8, two too many for 38.
  EXPECT_EQ(section_of({"a", "b", "c", "d", "e"}).column_widths(38), (Widths{7, 7, 8, 8, 8}));
  for (std::size_t width = 25; width < 300; ++width) {
    const Widths widths = section_of({"a", "bcd", "", "éé", "e"}).column_widths(width);
    EXPECT_EQ(std::accumulate(widths.begin(), widths.end(), std::size_t{0}), width);
  }
}

TEST(TableSection, OnlyASingleRowWithHeadersTurnsUpright) {
  TableSection section("t", 1);
  section.set_headers({TableCell("a"), TableCell("b")});
  section.add_row({TableCell("1"), TableCell("2")});
  TableSection two = section;
  two.add_row({TableCell("3"), TableCell("4")});
  section.turn_upright();
  EXPECT_TRUE(section.headers().empty());
  ASSERT_EQ(section.rows().size(), 2U);
  EXPECT_EQ(section.rows()[1][0].text, "b");
  EXPECT_EQ(section.rows()[1][1].text, "2");
  EXPECT_EQ(section.depth(), 1U);
  EXPECT_EQ(section.title().text, "t");
  two.turn_upright();
  EXPECT_EQ(two.headers().size(), 2U);
  TableSection bare = section_of({"x", "y"});
  bare.turn_upright();
  EXPECT_EQ(bare.rows().size(), 1U);
}

}  // namespace
}  // namespace ec2mimic::cli
