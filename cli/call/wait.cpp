#include "cli/call/wait.h"

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "cli/args/values.h"
#include "cli/call/pagination.h"
#include "cli/call/poll.h"
#include "cli/call/service_call.h"
#include "cli/call/skeleton.h"
#include "cli/errors/failure.h"

namespace ec2mimic::cli {
int run_wait(const Invocation& invocation, const Waiter& waiter, const CommandLine& line) {
  System& system = invocation.system;
  const Operation& operation = *polled_by(waiter);
  static_cast<void>(joins_pages(operation, line, !invocation.typed.globals.no_paginate));  // may refuse the line
  Json request = read_values(line, system);
  if (print_input_skeleton(system, operation, skeleton_of(line))) return kSuccess;
  ServiceCall caller(invocation, operation);
  warn_of_max_items(line, system);
  if (skeleton_of(line) == Skeleton::output) {
    invocation.presenter.show(output_skeleton(operation, request), operation.name);
    return kSuccess;
  }
  // Options for joining pages are sent along, and rejected by validation.
  std::optional<ApiError> last;
  const auto ask = [&] {
    Polled answer = caller.attempt(request);
    const auto* error = std::get_if<ApiError>(&answer);
    last = error == nullptr ? std::nullopt : std::optional(*error);
    return answer;
  };
  try {
    poll(waiter, ask, [&](std::chrono::seconds delay) { caller.pass(delay); });
  } catch (Failure& failure) {
    if (!last || !failure.note().empty()) throw;
    throw std::move(failure).hinted(caller.hint(*last));
  }
  return kSuccess;
}

}  // namespace ec2mimic::cli
