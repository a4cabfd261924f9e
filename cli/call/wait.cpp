#include "cli/call/wait.h"

#include <string>

#include "cli/args/command_line.h"
#include "cli/args/values.h"
#include "cli/args/words.h"
#include "cli/call/caller.h"
#include "cli/call/paging.h"
#include "cli/call/poll.h"
#include "cli/call/skeleton.h"
#include "cli/data/aws_names.h"
#include "cli/data/waiters.h"
#include "cli/errors/failure.h"
#include "cli/help/help.h"
#include "cli/help/wait_pages.h"
#include "core/operation/registry.h"

namespace ec2mimic::cli {
namespace {

constexpr std::string_view kHelp = "help";

[[noreturn]] void unknown_waiter(std::string_view word) {
  std::vector<std::string> names;
  for (const Waiter* waiter : waiters()) names.push_back(kebab_case(waiter->name));
  std::vector<std::string_view> choices(names.begin(), names.end());
  choices.push_back(kHelp);
  if (is_aws_ec2_waiter(word)) {
    throw failures::not_mimicked("subcommand", word, choices, "ec2 wait " + std::string(word));
  }
  const auto all = aws_ec2_waiters();
  std::vector<std::string_view> near(all.begin(), all.end());
  throw failures::invalid_choice("subcommand", word, choices, near);
}

Failure too_few_arguments(std::string_view program) {
  const std::string name(program);
  const std::string usage = "usage: " + name + " [options] ec2 wait <subcommand> [parameters]\n" + name;
  return failures::refused(usage + ": error: too few arguments").said_today(usage + ": [ERROR]: too few arguments");
}

}  // namespace

int run_wait(World& world, const Globals& globals, const Settings& settings, std::span<const std::string_view> words) {
  const Positional found = take_positional(words);
  const Waiter* waiter = found.value ? find_waiter(*found.value) : nullptr;
  if (waiter == nullptr) {
    if (globals.help || found.value == kHelp) return print_help(world, waiters_page(world.program));
    if (!found.value) throw too_few_arguments(world.program);
    unknown_waiter(*found.value);
  }
  const Operation& operation = *polled_by(*waiter);
  if (globals.help) return print_help(world, waiter_page(*waiter, world.program));
  const CommandLine line = read_command_line(operation, found.rest);
  if (line.help) return print_help(world, waiter_page(*waiter, world.program));
  const Paging paging = read_paging(operation, line, globals.paginate);
  Json request = read_values(line, world);
  if (print_input_skeleton(world, operation, skeleton_of(line))) return kSuccess;
  Caller caller(world, globals, settings, operation);
  // The options for joining pages go along, where nobody knows them.
  send_paging_options(line, request);
  warn_of_paging(paging, world);
  if (skeleton_of(line) == Skeleton::output) return kSuccess;
  poll(
      *waiter, [&] { return caller.attempt(request); }, [&](std::chrono::seconds delay) { caller.pass(delay); });
  return kSuccess;
}

}  // namespace ec2mimic::cli
