#include "cli/operation_call.h"

#include <string>
#include <utility>

#include "cli/command_line.h"
#include "cli/help.h"
#include "cli/output/render.h"
#include "cli/own/own.h"
#include "cli/paging.h"
#include "cli/settings.h"
#include "cli/values.h"
#include "cli/voice.h"

namespace ec2mimic::cli {
namespace {

// Calls of one operation in the place and manner that the line asks for.
class Caller {
 public:
  Caller(World& world, const Globals& globals, const Operation& operation)
      : world_(world), operation_(operation), region_(region(globals, world.environment)) {
    check_endpoint(globals);
    static_cast<void>(output_format(globals, world.environment));  // a bad name is found before the call
    state_ = state_path(globals, world.environment);
    options_ = engine_options(world.environment);
  }

  Json call(const Json& request) {
    Outcome outcome = world_.accounts.call(state_, options_, operation_, request, region_);
    if (const auto* error = std::get_if<ApiError>(&outcome))
      throw failures::service_error(*error, operation_.name, attempts(world_.environment));
    if (const auto* bad = std::get_if<BadParameters>(&outcome)) throw failures::bad_parameters(bad->faults);
    return std::get<Json>(std::move(outcome));
  }

 private:
  World& world_;
  const Operation& operation_;
  std::string region_;
  std::string state_{};
  Engine::Options options_{};
};

}  // namespace

int run_operation(World& world, const Globals& globals, const Operation& operation,
                  std::span<const std::string_view> words) {
  if (globals.help) return print_help(world, operation_page(operation));
  const CommandLine line = read_command_line(operation, words);
  if (line.help) return print_help(world, operation_page(operation));
  Json request = read_values(line, world);
  const Paging paging = read_paging(operation, line, request, globals.paginate);
  Caller caller(world, globals, operation);
  fill_token(operation, request, world.identifiers);
  const auto call = [&](const Json& page) { return caller.call(page); };
  const Json response = paging.on ? join_pages(operation, std::move(request), paging, call) : call(request);
  print(world, render(response, {.format = output_format(globals, world.environment), .title = operation.name}));
  return kSuccess;
}

}  // namespace ec2mimic::cli
