#include "cli/call/wait.h"

#include <string>

#include "cli/args/values.h"
#include "cli/call/caller.h"
#include "cli/call/paging.h"
#include "cli/call/poll.h"
#include "cli/call/skeleton.h"
#include "cli/errors/failure.h"

namespace ec2mimic::cli {
int run_wait(const Invocation& invocation, const Waiter& waiter, const CommandLine& line) {
  World& world = invocation.world;
  const Operation& operation = *polled_by(waiter);
  const Paging paging = read_paging(operation, line, !invocation.typed.globals.no_paginate);
  Json request = read_values(line, world);
  if (print_input_skeleton(world, operation, skeleton_of(line))) return kSuccess;
  Caller caller(invocation, operation);
  // The options for joining pages go along, where nobody knows them.
  send_paging_options(line, request);
  warn_of_paging(paging, world);
  if (skeleton_of(line) == Skeleton::output) return kSuccess;
  poll(
      waiter, [&] { return caller.attempt(request); }, [&](std::chrono::seconds delay) { caller.pass(delay); });
  return kSuccess;
}

}  // namespace ec2mimic::cli
