// The waiters of EC2: which operation they poll, how often, and what its answers mean to them.
//
// The table is AWS's, for the operations that this program is about; a test compares it with AWS's model. A waiter is
// there as soon as the operation is that it polls.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/operation/operation.h"

namespace ec2mimic::cli {

/// One thing that an answer can mean.
struct Acceptor {
  enum class State : std::uint8_t { success, failure, retry };
  enum class Matcher : std::uint8_t {
    path,      ///< What `argument`, a query, finds is `expected`, or true where that is empty.
    path_all,  ///< It is a list, not empty, and all in it are.
    path_any,  ///< It is a list, and something in it is.
    status,    ///< There is an answer at all.
    error,     ///< The service refuses with the code `expected`.
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
  std::span<const Acceptor> acceptors;  ///< The first that matches counts.
};

/// The word of the command that waits.
inline constexpr std::string_view kWait = "wait";

/// All that are known, in the order of their names.
[[nodiscard]] std::span<const Waiter> known_waiters();

/// The operation that a waiter polls, or null if the program does not have it.
[[nodiscard]] const Operation* polled_by(const Waiter& waiter);

/// The waiter whose command is `vpc-available`, or null.
[[nodiscard]] const Waiter* find_waiter(std::string_view command);

/// Those whose operations are there.
[[nodiscard]] std::vector<const Waiter*> waiters();

}  // namespace ec2mimic::cli
