#include "cli/builtin/lesson_screen.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

class LessonScreenTest : public testing::Test {
 protected:
  LessonScreenTest() { here.streams.rows = 5; }
  TestSystem here;
};

TEST_F(LessonScreenTest, PausesWhenItIsFull) {
  here.streams.in = "x\n\r";
  LessonScreen screen(here.system, true, false);
  screen.write("1\n2\n3\n4\n5\n");
  screen.write(std::string(200, 'x') + "\n6\n7\n");
  EXPECT_EQ(here.streams.out, "1\n2\n3\n4\n[Press Enter to read on, q to quit] \n5\n" + std::string(200, 'x') +
                                  "\n[Press Enter to read on, q to quit] \n6\n7\n");
  EXPECT_FALSE(screen.has_quit());
}

TEST_F(LessonScreenTest, DoesNotCountColours) {
  LessonScreen screen(here.system, true, true);
  screen.write("\x1b[1m" + std::string(78, 'x') + "\u00e9\u00e9\x1b[0m\n2\n3\n4\n");
  EXPECT_EQ(here.streams.out.find("[Press"), std::string::npos);
}

TEST_F(LessonScreenTest, EndsAtQOrTheEndOfTheInput) {
  for (const char* in : {"q", "Q", "xq", ""}) {
    here.streams.in = in;
    here.streams.out.clear();
    LessonScreen screen(here.system, true, false);
    screen.write("1\n2\n3\n4\n5\n");
    screen.write("6\n");
    screen.pause("read on");
    EXPECT_EQ(here.streams.out, "1\n2\n3\n4\n[Press Enter to read on, q to quit] \n");
    EXPECT_TRUE(screen.has_quit());
  }
}

TEST_F(LessonScreenTest, WritesAllAtOnceWithoutPauses) {
  LessonScreen screen(here.system, false, false);
  screen.write("1\n2\n3\n4\n5\n6");
  screen.pause("read on");
  EXPECT_EQ(here.streams.out, "1\n2\n3\n4\n5\n6");
}

}  // namespace
}  // namespace ec2mimic::cli
