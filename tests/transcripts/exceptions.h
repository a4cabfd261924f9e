// The recorded cases that need not match, each with a reason.
//
// A case is excused only if it does not match, and an entry that excuses no case fails the test, so the list cannot
// outlive its reasons.
#pragma once

#include <string>
#include <string_view>

#include "tests/transcripts/recorded_case.h"

namespace ec2mimic::test {

struct Exception {
  enum class Of { both, v2_30, current };
  Of era;
  std::string_view name;  ///< The name of a case; `*` matches any text.
  std::string_view reason;
};

/// The entry for a case, or null.
[[nodiscard]] const Exception* find_exception(const RecordedCase& one);

/// Why a case cannot match yet: its command calls an operation that AWS has and the program does not. Empty if that is
/// not so.
[[nodiscard]] std::string missing_operation(const std::vector<std::string>& words, const Json& model);

/// The entries for cases whose names begin with `group`.
[[nodiscard]] std::vector<const Exception*> exceptions_of(std::string_view group);

}  // namespace ec2mimic::test
