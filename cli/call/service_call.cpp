#include "cli/call/service_call.h"

#include <iterator>
#include <utility>

#include "cli/args/client_validation.h"
#include "cli/call/aftermath.h"
#include "cli/call/seed_hint.h"
#include "cli/errors/failure.h"
#include "cli/python/shell_words.h"
#include "cli/python/value.h"

namespace ec2mimic::cli {
namespace {

std::string target_options(const GlobalOptions& globals) {
  std::string text;
  if (globals.state) text += " --state " + shell_word(*globals.state);
  if (globals.region) text += " --region " + shell_word(*globals.region);
  return text;
}

// Removes what the AWS CLI does not send although it is in the request: a structure in a list that has no members, or
// only members that are not sent. Returns whether anything is left.
bool keep_sent(Json& value) {
  if (!value.is_structured()) return true;
  for (auto part = value.begin(); part != value.end();) part = keep_sent(*part) ? std::next(part) : value.erase(part);
  return !value.empty();
}

Json sent(Json request) {
  for (auto& [name, value] : request.get_ref<Json::object_t&>()) keep_sent(value);
  return request;
}

}  // namespace

ServiceCall::ServiceCall(const Invocation& call, const Operation& operation)
    : system_(call.system), operation_(operation), region_(call.settings.region()) {
  const Settings& settings = call.settings;
  const GlobalOptions& globals = call.typed.globals;
  // Wrong settings are reported before a wrong request, because the AWS CLI builds its client first.
  settings.check_endpoint();
  attempts_ = settings.max_attempts();
  // Only checks that the profile exists. The AWS CLI loads it for every call, even if no setting comes from it.
  static_cast<void>(settings.profile());
  if (operation.effect == Effect::writes) target_options_ = target_options(globals);
  state_ = state_path(globals, system_.environment);
  options_ = engine_options(system_.environment);
}

std::variant<Json, ApiError> ServiceCall::attempt(const Json& given) {
  // The AWS CLI passes the members on by name, which Python refuses for other keys, such as numbers in YAML.
  if (python::has_other_key(given)) throw failures::general("keywords must be strings");
  const Json request = sent(given);
  system_.engines.announce(operation_, request, region_);
  if (const auto faults = validate(*operation_.request, given); !faults.empty()) {
    throw failures::bad_parameters(faults);
  }
  Outcome outcome = operation_.effect == Effect::reads
                        ? system_.engines.call(state_, options_, operation_, request, region_)
                        : write(request);
  if (auto* error = std::get_if<ApiError>(&outcome)) return std::move(*error);
  return std::get<Json>(std::move(outcome));
}

Outcome ServiceCall::write(const Json& request) {
  WritingCall& writing = system_.writing.emplace(WritingCall{
      .operation = &operation_, .target_options = target_options_, .token_lifetime = options_.token_lifetime});
  Engine::Options noting = options_;
  // Filled in before the state is changed, so it is known even if the call throws.
  noting.notes = &writing.notes;
  try {
    Outcome outcome = system_.engines.call(state_, noting, operation_, request, region_);
    writing.is_done = std::holds_alternative<Json>(outcome);
    return outcome;
  } catch (const AccountFailure& failure) {
    if (!failure.is_unknown()) throw;
    throw failures::general(failure.message()).noted(unknown_outcome_note(writing, system_.program));
  }
}

Json ServiceCall::call(const Json& request, const TakeElement& take) {
  options_.take = take;
  auto outcome = attempt(request);
  if (const auto* error = std::get_if<ApiError>(&outcome)) {
    throw failures::service_error(*error, operation_.name, attempts_)
        .noted(seed_hint(system_, state_, options_, *error, region_));
  }
  return std::get<Json>(std::move(outcome));
}

void ServiceCall::pass(std::chrono::seconds time) {
  if (options_.pace == Pace::instant) return;
  if (options_.clock.fixed) {
    // At a time that stands still the state would never change, so the wait moves it on.
    *options_.clock.fixed += time;
  } else {
    system_.process.sleep(time);
  }
}

}  // namespace ec2mimic::cli
