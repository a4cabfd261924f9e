#include "core/text/iso_time.h"

#include <gtest/gtest.h>

namespace ec2mimic {
namespace {

TEST(IsoTime, goes_both_ways) {
  const auto time = std::chrono::sys_days(std::chrono::year(2028) / 2 / 29) + std::chrono::seconds(86399);
  EXPECT_EQ(iso_time(time), "2028-02-29T23:59:59Z");
  EXPECT_EQ(parse_iso_time("2028-02-29T23:59:59Z"), time);
  for (const char* wrong : {"", "2027-02-29T00:00:00Z", "2028-02-29T24:00:00Z", "2028-02-29 23:59:59Z",
                            "2028-02-29T23:59:5Z", "x028-02-29T23:59:59Z"}) {
    EXPECT_EQ(parse_iso_time(wrong), std::nullopt) << wrong;
  }
}

}  // namespace
}  // namespace ec2mimic
