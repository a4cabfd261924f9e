#include "cli/operation_call.h"

#include <string>
#include <utility>

#include "cli/command_line.h"
#include "cli/help.h"
#include "cli/paging.h"
#include "cli/values.h"
#include "cli/voice.h"

namespace ec2mimic::cli {
namespace {

// Calls of one operation in the place and manner that the line asks for.
class Caller {
 public:
  Caller(World& world, const Globals& globals, const Settings& settings, const Operation& operation)
      : world_(world), operation_(operation), region_(settings.region()) {
    settings.check_endpoint();
    attempts_ = settings.max_attempts();
    static_cast<void>(settings.profile());
    state_ = state_path(globals, world.environment);
    options_ = engine_options(world.environment);
  }

  Json call(const Json& request) {
    Outcome outcome = world_.accounts.call(state_, options_, operation_, request, region_);
    if (const auto* error = std::get_if<ApiError>(&outcome))
      throw failures::service_error(*error, operation_.name, attempts_);
    if (const auto* bad = std::get_if<BadParameters>(&outcome)) throw failures::bad_parameters(bad->faults);
    return std::get<Json>(std::move(outcome));
  }

 private:
  World& world_;
  const Operation& operation_;
  std::string region_;
  int attempts_ = 0;
  std::string state_{};
  Engine::Options options_{};
};

}  // namespace

int run_operation(World& world, const Globals& globals, const Settings& settings, const Answers& answers,
                  const Operation& operation, std::span<const std::string_view> words) {
  static_cast<void>(settings.profiles());  // a file that is wrong is found before whatever else is
  if (globals.help) return print_help(world, operation_page(operation));
  const CommandLine line = read_command_line(operation, words);
  if (line.help) return print_help(world, operation_page(operation));
  Json request = read_values(line, world);
  const Paging paging = read_paging(operation, line, request, globals.paginate);
  Caller caller(world, globals, settings, operation);
  // The AWS CLI finds a wrong format when it comes to print: before the first page is asked for, after a single call.
  if (paging.on) settings.check_output();
  fill_token(operation, request, world.identifiers);
  const auto call = [&](const Json& page) { return caller.call(page); };
  const Json response = paging.on ? join_pages(operation, std::move(request), paging, call) : call(request);
  answers.show(response, operation.name);
  return kSuccess;
}

}  // namespace ec2mimic::cli
