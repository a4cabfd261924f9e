#include "cli/call/wire.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace ec2mimic::cli {
namespace {

constexpr std::string_view kThrottled = "RequestLimitExceeded";
constexpr std::string_view kUnavailable = "Unavailable";
constexpr std::string_view kInternal = "InternalError";

}  // namespace

Answer Wire::call(int attempt, const std::string& path, const Engine::Options& options, const Operation& operation,
                  const Json& request, std::string_view region) {
  if (faults_ && attempt == 1) faults_->begin_call();
  // Drawn before the work, so that a client that dies during it has used its number up.
  active_rule_ = faults_ ? faults_->draw(operation) : nullptr;
  system_.engines.begin_attempt(attempt, active_rule_ != nullptr ? name_of(active_rule_->fault) : "", is_faulty());
  const Work work = [&]() -> Answer {
    Outcome outcome = system_.engines.call(path, options, operation, request, region);
    if (auto* error = std::get_if<ApiError>(&outcome)) return std::move(*error);
    return std::get<Json>(std::move(outcome));
  };
  return active_rule_ == nullptr ? work() : this->attempt(*active_rule_, work);
}

std::span<const std::string_view> wire_errors() {
  static constexpr std::array<std::string_view, 3> kCodes{kThrottled, kUnavailable, kInternal};
  return kCodes;
}

Answer Wire::attempt(const FaultRule& rule, const Work& work) {
  switch (rule.fault) {
    case Fault::lose_request:
      // The client cannot tell this from a lost response.
      return Lost::closed;
    case Fault::throttle:
      return ApiError{std::string(kThrottled), "Request limit exceeded."};
    case Fault::unavailable:
      return ApiError{std::string(kUnavailable), "The service is unavailable. Please try again shortly."};
    case Fault::internal_error:
      if (!rule.before) static_cast<void>(work());
      return ApiError{std::string(kInternal), "An internal error has occurred"};
    case Fault::delay:
      return late(rule, work);
    case Fault::kill:
      if (!rule.before) static_cast<void>(work());
      return Lost::killed;
    case Fault::lose_response:
      break;
  }
  static_cast<void>(work());
  return Lost::closed;
}

Answer Wire::late(const FaultRule& rule, const Work& work) {
  Answer answer = work();
  const bool is_lost = settings_.read_timeout.count() > 0 && rule.time > settings_.read_timeout;
  if (settings_.sleeps) system_.process.sleep(is_lost ? settings_.read_timeout : rule.time);
  return is_lost ? Lost::timed_out : std::move(answer);
}

}  // namespace ec2mimic::cli
