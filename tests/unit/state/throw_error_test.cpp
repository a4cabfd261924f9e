#include "state/throw_error.h"

#include <gtest/gtest.h>

#include <cerrno>

#include "tests/unit/state/some_state.h"

namespace ec2mimic::state {
namespace {

TEST(ThrowError, ReportsWhatAndWhyInOneLine) {
  const auto plain = error_of([] { fail(StateErrorKind::unreadable, "/s", "read /s", EACCES); });
  EXPECT_EQ(plain.kind(), StateErrorKind::unreadable);
  EXPECT_EQ(plain.path(), "/s");
  EXPECT_STREQ(plain.what(), "cannot read /s: Permission denied");
  const auto advised = error_of([] { fail(StateErrorKind::not_written, "/s", "write /s", ENOSPC, "make room"); });
  EXPECT_STREQ(advised.what(), "cannot write /s: No space left on device; make room");
}

}  // namespace
}  // namespace ec2mimic::state
