// What a waiter does with the answers of the operation that it polls.
#pragma once

#include <chrono>
#include <functional>
#include <variant>

#include "cli/data/waiters.h"
#include "core/seam/api_error.h"
#include "core/seam/json.h"

namespace ec2mimic::cli {

/// An answer, or what the service says instead.
using Polled = std::variant<Json, ApiError>;

/// Asks until an answer is what the waiter waits for, at most as often as it may, and calls `pass` with the waiter's
/// delay between two attempts. Throws Failure, in botocore's words, for an answer that ends the wait for good, for an
/// error that the waiter does not expect, and when it asked in vain; and whatever `ask` throws.
void poll(const Waiter& waiter, const std::function<Polled()>& ask,
          const std::function<void(std::chrono::seconds)>& pass);

}  // namespace ec2mimic::cli
