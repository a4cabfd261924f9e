// The recorded cases that need not match, each with the reason.
//
// A case is let off only where it does not match, and an entry that lets nobody off fails the test: so the list cannot
// outlive its reasons.
#pragma once

#include <string>
#include <string_view>

#include "tests/transcripts/recorded_case.h"

namespace ec2mimic::test {

struct Exception {
  enum class Of { both, earlier, today };
  Of era;
  std::string_view name;  ///< Of a case; `*` stands for any text.
  std::string_view reason;
};

/// The entry for a case, or null.
[[nodiscard]] const Exception* find_exception(const RecordedCase& one);

/// Why a case cannot match yet, because its line calls an operation that AWS has and the program does not; empty if
/// that is not so.
[[nodiscard]] std::string missing_operation(const std::vector<std::string>& words, const Json& model);

/// Entries of the list for cases whose names begin so.
[[nodiscard]] std::vector<const Exception*> exceptions_of(std::string_view group);

}  // namespace ec2mimic::test
