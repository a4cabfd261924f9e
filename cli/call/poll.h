// The loop of a waiter: polls an operation until its response has the desired state.
#pragma once

#include <chrono>
#include <functional>
#include <variant>

#include "cli/data/waiters.h"
#include "core/seam/api_error.h"
#include "core/seam/json.h"

namespace ec2mimic::cli {

/// A response of the operation, or the error that the service returned.
using Polled = std::variant<Json, ApiError>;

/// Calls `ask` until a response satisfies the waiter, at most as often as the waiter allows, and `pass` with its delay
/// between two attempts. Throws Failure, with botocore's message, for a response that is a terminal failure, for an
/// error that the waiter does not expect, and when the attempts run out. Exceptions from `ask` pass through.
void poll(const Waiter& waiter, const std::function<Polled()>& ask,
          const std::function<void(std::chrono::seconds)>& pass);

}  // namespace ec2mimic::cli
