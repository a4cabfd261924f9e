#include "cli/call/caller.h"

#include <utility>

#include "cli/args/client_validation.h"
#include "cli/call/aftermath.h"
#include "cli/errors/failure.h"
#include "cli/python/shell_words.h"

namespace ec2mimic::cli {
namespace {

std::string place_options(const Globals& globals) {
  std::string text;
  if (globals.state) text += " --state " + shell_word(*globals.state);
  if (globals.region) text += " --region " + shell_word(*globals.region);
  return text;
}

}  // namespace

Caller::Caller(World& world, const Globals& globals, const Settings& settings, const Operation& operation)
    : world_(world), operation_(operation), region_(settings.region()) {
  settings.check_endpoint();
  attempts_ = settings.max_attempts();
  static_cast<void>(settings.profile());
  if (operation.effect == Effect::writes) place_ = place_options(globals);
  state_ = state_path(globals, world.environment);
  options_ = engine_options(world.environment);
}

std::variant<Json, ApiError> Caller::attempt(const Json& request) {
  if (const auto faults = validate(*operation_.request, request); !faults.empty()) {
    throw failures::bad_parameters(faults);
  }
  Outcome outcome = operation_.effect == Effect::reads
                        ? world_.accounts.call(state_, options_, operation_, request, region_)
                        : write(request);
  if (auto* error = std::get_if<ApiError>(&outcome)) return std::move(*error);
  return std::get<Json>(std::move(outcome));
}

Outcome Caller::write(const Json& request) {
  WritingCall& writing = world_.writing.emplace(
      WritingCall{.operation = &operation_, .place = place_, .token_lifetime = options_.token_lifetime});
  Engine::Options noting = options_;
  noting.notes = &writing.notes;
  try {
    Outcome outcome = world_.accounts.call(state_, noting, operation_, request, region_);
    writing.is_done = std::holds_alternative<Json>(outcome);
    return outcome;
  } catch (const AccountFailure& failure) {
    if (!failure.is_unknown()) throw;
    throw failures::general(failure.message()).noted(advice_for_unknown(writing, world_.program));
  }
}

Json Caller::call(const Json& request) {
  auto outcome = attempt(request);
  if (const auto* error = std::get_if<ApiError>(&outcome)) {
    throw failures::service_error(*error, operation_.name, attempts_);
  }
  return std::get<Json>(std::move(outcome));
}

void Caller::pass(std::chrono::seconds time) {
  if (options_.pace == Pace::instant) return;
  if (options_.clock.fixed) {
    *options_.clock.fixed += time;
  } else {
    world_.process.sleep(time);
  }
}

}  // namespace ec2mimic::cli
