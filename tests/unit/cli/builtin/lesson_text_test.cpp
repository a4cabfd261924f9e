#include "cli/builtin/lesson_text.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace ec2mimic::cli {
namespace {

TEST(LessonText, HidesTheLinesOfAnEarlierAnswer) {
  const std::string answer = "a\nb\nc\nd\ne\nf\ng\nh\n";
  EXPECT_EQ(shortened(answer, {}, {}), std::nullopt);
  EXPECT_EQ(shortened(answer, {"a\nb\nc\nd\n"}, {}), std::nullopt);
  EXPECT_EQ(shortened("a\nb\nc\n", {"a\nb\nc\n"}, {}), std::nullopt);
  EXPECT_EQ(shortened(answer, {"x\n", answer}, {}), "    [8 lines as before]\n");
  EXPECT_EQ(shortened(answer, {answer}, {"d"}), "    [3 lines as before]\nd\n    [4 lines as before]\n");
  EXPECT_EQ(shortened(answer, {"a\nb\nX\nd\ne\nf\ng\n"}, {}), "a\nb\nc\n    [4 lines as before]\nh\n");
}

TEST(LessonText, ShowsWholeWhatIsTooLongToCompare) {
  std::string answer;
  for (int i = 0; i < 2001; ++i) answer += "line\n";
  EXPECT_EQ(shortened(answer, {answer}, {}), std::nullopt);
  EXPECT_NE(shortened(answer, {"line\n" + answer.substr(answer.size() / 2)}, {}), std::nullopt);
}

}  // namespace
}  // namespace ec2mimic::cli
