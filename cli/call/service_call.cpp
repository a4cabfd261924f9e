#include "cli/call/service_call.h"

#include <iterator>
#include <utility>

#include "cli/args/client_validation.h"
#include "cli/call/aftermath.h"
#include "cli/call/seed_hint.h"
#include "cli/errors/failure.h"
#include "cli/python/shell_words.h"
#include "cli/python/value.h"
#include "core/operation/registry.h"

namespace ec2mimic::cli {
namespace {

std::string state_option(const GlobalOptions& globals) {
  return globals.state ? " --state " + shell_word(*globals.state) : std::string();
}

std::string target_options(const GlobalOptions& globals) {
  std::string text = state_option(globals);
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

Retries client_of(const Invocation& call, const RetryRules& rules, const std::string& state) {
  System& system = call.system;
  const GlobalOptions& globals = call.typed.globals;
  const bool takes_time = sleeps(system.environment);
  RetrySettings settings{.rules = rules, .sleeps = takes_time, .reports = globals.debug};
  if (const auto seed = system.environment.filled("EC2MIMIC_SEED")) settings.seed = std::string(*seed);
  Wire wire(system, faults_in_effect(system, globals.fault, state), {call.settings.read_timeout(), takes_time});
  return {system, std::move(wire), std::move(settings)};
}

// What the AWS CLI says if the last attempt got no answer.
Failure no_answer(Lost lost, const Settings& settings, const Operation& operation) {
  const std::string_view service = service_of(operation) == Service::sts ? "sts" : "ec2";
  const std::string url = " endpoint URL: \"" + settings.endpoint(service) + '"';
  if (lost == Lost::timed_out) return failures::general("Read timeout on" + url);
  return failures::general("Connection was closed before we received a valid response from" + url + '.');
}

}  // namespace

ServiceCall::ServiceCall(const Invocation& call, const Operation& operation)
    : system_(call.system),
      settings_(call.settings),
      globals_(call.typed.globals),
      operation_(operation),
      region_(call.settings.region()) {
  // Wrong settings are reported before a wrong request, because the AWS CLI builds its client first.
  settings_.check_endpoint();
  const RetryRules rules = settings_.retry_rules();
  // Only checks that the profile exists. The AWS CLI loads it for every call, even if no setting comes from it.
  static_cast<void>(settings_.profile());
  state_ = state_path(globals_, system_.environment);
  options_ = engine_options(system_.environment);
  client_.emplace(client_of(call, rules, state_));
}

Outcome ServiceCall::make(const Engine::Options& options, const Json& request) {
  Answer answer = client_->call(state_, options, operation_, request, region_);
  if (const auto* lost = std::get_if<Lost>(&answer)) throw no_answer(*lost, settings_, operation_);
  if (auto* error = std::get_if<ApiError>(&answer)) return std::move(*error);
  return std::get<Json>(std::move(answer));
}

std::variant<Json, ApiError> ServiceCall::attempt(const Json& given) {
  // The AWS CLI passes the members on by name, which Python refuses for other keys, such as numbers in YAML.
  if (python::has_other_key(given)) throw failures::general("keywords must be strings");
  const Json request = sent(given);
  system_.engines.announce(operation_, request, region_);
  if (const auto faults = validate(*operation_.request, given); !faults.empty()) {
    throw failures::bad_parameters(faults);
  }
  Outcome outcome = operation_.effect == Effect::reads ? make(options_, request) : write(request);
  if (auto* error = std::get_if<ApiError>(&outcome)) return std::move(*error);
  return std::get<Json>(std::move(outcome));
}

Outcome ServiceCall::write(const Json& request) {
  WritingCall& writing = system_.writing.emplace(WritingCall{
      .operation = &operation_, .target_options = target_options(globals_), .token_lifetime = options_.token_lifetime});
  Engine::Options observed = options_;
  // Filled in before the state is changed, so it is known even if the call throws.
  observed.summary = &writing.summary;
  try {
    Outcome outcome = make(observed, request);
    writing.is_done = std::holds_alternative<Json>(outcome);
    return outcome;
  } catch (const AccountFailure& failure) {
    if (!failure.is_unknown()) throw;
    throw failures::general(failure.message()).noted(unknown_outcome_note(writing, system_.program));
  }
}

Json ServiceCall::call(const Json& request, const TakeElement& take) {
  // An answer that may be lost must not be shown while it is being made.
  if (!client_->is_faulty()) options_.take = take;
  auto outcome = attempt(request);
  if (const auto* error = std::get_if<ApiError>(&outcome)) {
    throw failures::service_error(*error, operation_.name, client_->all_retries()).hinted(hint(*error));
  }
  return std::get<Json>(std::move(outcome));
}

std::string ServiceCall::hint(const ApiError& error) const {
  return seed_hint(system_, state_, options_, error, region_, state_option(globals_));
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
