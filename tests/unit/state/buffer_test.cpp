#include "state/buffer.h"

#include <gtest/gtest.h>

#include <cstring>
#include <utility>

namespace ec2mimic::state {
namespace {

TEST(Buffer, HasAtLeastTheRequestedCapacity) {
  for (const std::size_t size : {1UL, 4096UL, 4097UL, 524287UL, 524288UL, 2097153UL, 9000000UL}) {
    Buffer buffer(size);
    ASSERT_GE(buffer.capacity(), size);
    ASSERT_EQ(buffer.free(), buffer.capacity());
    std::memset(buffer.end(), 'x', buffer.capacity());
    buffer.grow(buffer.capacity());
    ASSERT_EQ(buffer.free(), 0U);
    ASSERT_EQ(buffer.text().find_first_not_of('x'), std::string_view::npos);
  }
}

TEST(Buffer, StartsEmpty) {
  EXPECT_EQ(Buffer().text(), "");
  EXPECT_EQ(Buffer(0).capacity(), 0U);
  EXPECT_EQ(Buffer(10).text(), "");
}

TEST(Buffer, ThrowsIfMemoryIsNotAvailable) { EXPECT_THROW(Buffer(SIZE_MAX), std::bad_alloc); }

TEST(Buffer, MovesWithItsContent) {
  Buffer first(10);
  *first.end() = 'a';
  first.grow(1);
  const char* place = first.text().data();
  Buffer second(std::move(first));
  Buffer third(20);
  third = std::move(second);
  EXPECT_EQ(third.text(), "a");
  EXPECT_EQ(third.text().data(), place);
  EXPECT_EQ(second.capacity(), 0U);  // NOLINT(bugprone-use-after-move)
}

}  // namespace
}  // namespace ec2mimic::state
