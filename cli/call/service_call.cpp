#include "cli/call/service_call.h"

#include <utility>

#include "cli/args/client_validation.h"
#include "cli/call/aftermath.h"
#include "cli/errors/failure.h"
#include "cli/python/shell_words.h"

namespace ec2mimic::cli {
namespace {

std::string place_options(const GlobalOptions& globals) {
  std::string text;
  if (globals.state) text += " --state " + shell_word(*globals.state);
  if (globals.region) text += " --region " + shell_word(*globals.region);
  return text;
}

}  // namespace

ServiceCall::ServiceCall(const Invocation& call, const Operation& operation)
    : system_(call.system), operation_(operation), region_(call.settings.region()) {
  const Settings& settings = call.settings;
  const GlobalOptions& globals = call.typed.globals;
  settings.check_endpoint();
  attempts_ = settings.max_attempts();
  // Only checks that the profile exists. The AWS CLI loads it for every call, even if no setting comes from it.
  static_cast<void>(settings.profile());
  if (operation.effect == Effect::writes) place_ = place_options(globals);
  state_ = state_path(globals, system_.environment);
  options_ = engine_options(system_.environment);
}

std::variant<Json, ApiError> ServiceCall::attempt(const Json& request) {
  system_.engines.announce(operation_, request, region_);
  if (const auto faults = validate(*operation_.request, request); !faults.empty()) {
    throw failures::bad_parameters(faults);
  }
  Outcome outcome = operation_.effect == Effect::reads
                        ? system_.engines.call(state_, options_, operation_, request, region_)
                        : write(request);
  if (auto* error = std::get_if<ApiError>(&outcome)) return std::move(*error);
  return std::get<Json>(std::move(outcome));
}

Outcome ServiceCall::write(const Json& request) {
  WritingCall& writing = system_.writing.emplace(
      WritingCall{.operation = &operation_, .place = place_, .token_lifetime = options_.token_lifetime});
  Engine::Options noting = options_;
  // Filled in before the state is changed, so it is known even if the call throws.
  noting.notes = &writing.notes;
  try {
    Outcome outcome = system_.engines.call(state_, noting, operation_, request, region_);
    writing.is_done = std::holds_alternative<Json>(outcome);
    return outcome;
  } catch (const AccountFailure& failure) {
    if (!failure.is_unknown()) throw;
    throw failures::general(failure.message()).noted(advice_for_unknown(writing, system_.program));
  }
}

Json ServiceCall::call(const Json& request, const TakeElement& take) {
  options_.take = take;
  auto outcome = attempt(request);
  if (const auto* error = std::get_if<ApiError>(&outcome)) {
    throw failures::service_error(*error, operation_.name, attempts_);
  }
  return std::get<Json>(std::move(outcome));
}

void ServiceCall::pass(std::chrono::seconds time) {
  if (options_.pace == Pace::instant) return;
  if (options_.clock.fixed) {
    *options_.clock.fixed += time;
  } else {
    system_.process.sleep(time);
  }
}

}  // namespace ec2mimic::cli
