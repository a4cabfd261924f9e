#include "cli/caller.h"

#include <utility>

#include "cli/voice.h"

namespace ec2mimic::cli {

Caller::Caller(World& world, const Globals& globals, const Settings& settings, const Operation& operation)
    : world_(world), operation_(operation), region_(settings.region()) {
  settings.check_endpoint();
  attempts_ = settings.max_attempts();
  static_cast<void>(settings.profile());
  state_ = state_path(globals, world.environment);
  options_ = engine_options(world.environment);
}

std::variant<Json, ApiError> Caller::attempt(const Json& request) {
  Outcome outcome = world_.accounts.call(state_, options_, operation_, request, region_);
  if (const auto* bad = std::get_if<BadParameters>(&outcome)) throw failures::bad_parameters(bad->faults);
  if (auto* error = std::get_if<ApiError>(&outcome)) return std::move(*error);
  return std::get<Json>(std::move(outcome));
}

Json Caller::call(const Json& request) {
  auto outcome = attempt(request);
  if (const auto* error = std::get_if<ApiError>(&outcome)) {
    throw failures::service_error(*error, operation_.name, attempts_);
  }
  return std::get<Json>(std::move(outcome));
}

}  // namespace ec2mimic::cli
