// EC2's waiters: which operation they poll, how often, and how they read its results.
//
// The table is AWS's, limited to the resources that this program covers; a test compares it with AWS's model. A waiter
// is available once the operation that it polls is.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/operation/operation.h"

namespace ec2mimic::cli {

/// One condition on the result of a poll, and what it means.
struct Acceptor {
  enum class State : std::uint8_t { success, failure, retry };
  enum class Matcher : std::uint8_t {
    path,      ///< The query `argument` gives `expected`, or true if that is empty.
    path_all,  ///< The query gives a list that is not empty, and all elements are `expected`.
    path_any,  ///< The query gives a list, and at least one element is `expected`.
    status,    ///< The call succeeds.
    error,     ///< The call fails with the error code `expected`.
  };

  State state;
  Matcher matcher;
  std::string_view argument;
  std::string_view expected;
};

struct Waiter {
  std::string_view name;       ///< `VpcAvailable`
  std::string_view operation;  ///< `DescribeVpcs`
  int delay;                   ///< Between polls, in seconds.
  int max_attempts;
  std::span<const Acceptor> acceptors;  ///< In order: the first match counts.
};

/// The name of the command that waits.
inline constexpr std::string_view kWait = "wait";

/// All known waiters, sorted by name.
[[nodiscard]] std::span<const Waiter> known_waiters();

/// The operation that a waiter polls, or null if this program does not have it.
[[nodiscard]] const Operation* polled_by(const Waiter& waiter);

/// The available waiter with that command name, such as `vpc-available`, or null.
[[nodiscard]] const Waiter* find_waiter(std::string_view command);

/// The waiters whose operations this program has.
[[nodiscard]] std::vector<const Waiter*> waiters();

}  // namespace ec2mimic::cli
