#include "core/records/row_order.h"

#include <gtest/gtest.h>

namespace ec2mimic {
namespace {

struct Record {
  std::int64_t serial = 0;
};

TEST(SortBySerial, KeepsTheOrderOfEqualNumbers) {
  std::vector<std::pair<std::string, Record>> rows{{"c", {3}}, {"a2", {1}}, {"b", {2}}, {"a1", {1}}};
  sort_by_serial(rows);
  std::string order;
  for (const auto& [id, record] : rows) order += id + std::to_string(record.serial) + ' ';
  EXPECT_EQ(order, "a21 a11 b2 c3 ");
}

TEST(WithoutRepeats, KeepsTheLastOfEach) {
  const std::vector<std::string> ids{"a", "b", "a", "c"};
  std::string kept;
  for (const std::string* id : without_repeats(ids)) kept += *id;
  EXPECT_EQ(kept, "bac");
}

}  // namespace
}  // namespace ec2mimic
