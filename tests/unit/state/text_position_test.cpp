#include "state/text_position.h"

#include <gtest/gtest.h>

namespace ec2mimic::state {
namespace {

TEST(TextPosition, CountsLinesAndColumnsFromOne) {
  const std::string text = "ab\n\ncd";
  EXPECT_EQ(in_words(position_of(text, 0)), "line 1, column 1");
  EXPECT_EQ(in_words(position_of(text, 2)), "line 1, column 3");
  EXPECT_EQ(in_words(position_of(text, 3)), "line 2, column 1");
  EXPECT_EQ(in_words(position_of(text, 5)), "line 3, column 2");
  EXPECT_EQ(in_words(position_of(text, 99)), "line 3, column 3");
  EXPECT_EQ(in_words(position_of("", 0)), "line 1, column 1");
}

}  // namespace
}  // namespace ec2mimic::state
