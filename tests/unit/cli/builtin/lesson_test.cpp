#include "cli/builtin/lesson.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <vector>

#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

TEST(Lesson, ShowsDifferencesAsWholeLines) {
  SpecStep step;
  step.out = "a\nb\nc\n";
  EXPECT_EQ(lesson_difference(step, {"a\nb\nc\n", "", 0}), "");
  EXPECT_EQ(lesson_difference(step, {"a\nx\nc\n", "", 0}), "-b\n+x\n");
  EXPECT_EQ(lesson_difference(step, {"a\nb\nc\n", "oh\n", 3}), "+! oh\n+? 3\n");
  EXPECT_EQ(lesson_difference(step, {"", "", 0}), "-a\n-b\n-c\n");
}

TEST(LessonPlay, CountsCallsAttemptsAndWhatTheyCreated) {
  TestSystem here;
  LessonPlay lesson(here.system, &run,
                    parse_spec("$ ec2mimic describe-vpcs\n"
                               "$ ec2mimic create-vpc --cidr-block 10.0.0.0/16\n"
                               "$ ec2mimic describe-vpcs --fault throttle:1attempts\n"),
                    "/scratch");
  std::vector<std::size_t> calls;
  while (!lesson.at_end()) calls.push_back(lesson.play().calls.size());
  EXPECT_EQ(calls, std::vector<std::size_t>({1, 1, 1}));
  const std::vector<OperationCount> counts = operation_counts(lesson.calls());
  ASSERT_EQ(counts.size(), 2U);
  EXPECT_EQ(counts[0].operation, "DescribeVpcs");
  EXPECT_EQ(counts[0].calls, 2U);
  EXPECT_EQ(counts[0].attempts, 3U);
  EXPECT_EQ(counts[0].created, 0U);
  EXPECT_EQ(counts[1].created, 1U);
}

}  // namespace
}  // namespace ec2mimic::cli
