#include "state/migrations.h"

#include <gtest/gtest.h>

#include <vector>

namespace ec2mimic::state {
namespace {

Migration appending(unsigned from) {
  return {.from = from, .apply = [from](Document& document) { document.header.account += std::to_string(from); }};
}

TEST(Migrations, RunStepByStepWhateverTheirOrder) {
  const std::vector<Migration> steps = {appending(3), appending(1), appending(2)};
  Document document;
  EXPECT_TRUE(migrate(document, 2, 4, steps));
  EXPECT_EQ(document.header.account, "23");
  EXPECT_TRUE(migrate(document, 4, 4, steps));
  EXPECT_EQ(document.header.account, "23");
}

TEST(Migrations, StopIfAStepIsMissing) {
  const std::vector<Migration> steps = {appending(1), appending(3)};
  Document document;
  EXPECT_FALSE(migrate(document, 1, 4, steps));
  EXPECT_EQ(document.header.account, "1");
}

}  // namespace
}  // namespace ec2mimic::state
