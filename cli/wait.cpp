#include "cli/wait.h"

#include <algorithm>
#include <optional>
#include <string>

#include "cli/aws_names.h"
#include "cli/caller.h"
#include "cli/command_line.h"
#include "cli/help.h"
#include "cli/paging.h"
#include "cli/query/query.h"
#include "cli/skeleton.h"
#include "cli/values.h"
#include "cli/voice.h"
#include "cli/wait_pages.h"
#include "cli/waiters.h"
#include "cli/words.h"
#include "core/registry.h"

namespace ec2mimic::cli {
namespace {

using Answer = std::variant<Json, ApiError>;

constexpr std::string_view kHelp = "help";

bool holds(const Acceptor& acceptor, const Json& document) try {
  const query::Result result = query::Expression(acceptor.argument).search(document);
  const Json& found = result.document();
  if (acceptor.matcher == Acceptor::Matcher::path) {
    return acceptor.expected.empty() ? found == true : found == acceptor.expected;
  }
  if (!found.is_array()) return false;
  const auto is_expected = [&](const Json& element) { return element == acceptor.expected; };
  if (acceptor.matcher == Acceptor::Matcher::path_any) return std::any_of(found.begin(), found.end(), is_expected);
  return !found.empty() && std::all_of(found.begin(), found.end(), is_expected);
} catch (const query::EvaluationError&) {
  return false;  // the answer is not of the kind that the query speaks of
}

bool matches(const Acceptor& acceptor, const Answer& answer) {
  const auto* error = std::get_if<ApiError>(&answer);
  if (acceptor.matcher == Acceptor::Matcher::error) return error != nullptr && error->code == acceptor.expected;
  if (error != nullptr) return false;
  return acceptor.matcher == Acceptor::Matcher::status || holds(acceptor, std::get<Json>(answer));
}

// In botocore's words, its slip of the pen included.
std::string explanation(const Acceptor& acceptor) {
  const std::string expected(acceptor.expected.empty() ? "True" : acceptor.expected);
  const std::string path = "For expression \"" + std::string(acceptor.argument) + "\" ";
  switch (acceptor.matcher) {
    case Acceptor::Matcher::path:
      return path + "we matched expected path: \"" + expected + '"';
    case Acceptor::Matcher::path_all:
      return path + "all members matched excepted path: \"" + expected + '"';
    case Acceptor::Matcher::path_any:
      return path + "we matched expected path: \"" + expected + "\" at least once";
    case Acceptor::Matcher::status:
      return "Matched expected HTTP status code: 200";
    case Acceptor::Matcher::error:
      return "Matched expected service error code: " + expected;
  }
  return {};
}

Failure in_vain(const Waiter& waiter, const std::string& reason) {
  return failures::general("Waiter " + std::string(waiter.name) + " failed: " + reason);
}

void poll(const Waiter& waiter, Caller& caller, const Json& request) {
  const Acceptor* last = nullptr;
  for (int attempt = 1; attempt <= waiter.max_attempts; ++attempt) {
    const Answer answer = caller.attempt(request);
    const auto found = std::find_if(waiter.acceptors.begin(), waiter.acceptors.end(),
                                    [&](const Acceptor& acceptor) { return matches(acceptor, answer); });
    if (found == waiter.acceptors.end()) {
      if (const auto* error = std::get_if<ApiError>(&answer)) {
        throw in_vain(waiter, "An error occurred (" + error->code + "): " + error->message);
      }
      continue;
    }
    last = &*found;
    if (last->state == Acceptor::State::success) return;
    if (last->state == Acceptor::State::failure) {
      throw in_vain(waiter, "Waiter encountered a terminal failure state: " + explanation(*last));
    }
  }
  throw in_vain(
      waiter, "Max attempts exceeded" + (last == nullptr ? "" : ". Previously accepted state: " + explanation(*last)));
}

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
  poll(*waiter, caller, request);
  return kSuccess;
}

}  // namespace ec2mimic::cli
