#include "cli/call/retries.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <utility>

#include "cli/call/hash.h"

namespace ec2mimic::cli {
namespace {

using std::chrono::milliseconds;

// botocore's codes of errors by which a service asks for fewer calls. Sorted.
constexpr std::array<std::string_view, 14> kThrottlingCodes{
    "BandwidthLimitExceeded",
    "EC2ThrottledException",
    "LimitExceededException",
    "PriorRequestNotComplete",
    "ProvisionedThroughputExceededException",
    "RequestLimitExceeded",
    "RequestThrottled",
    "RequestThrottledException",
    "SlowDown",
    "ThrottledException",
    "Throttling",
    "ThrottlingException",
    "TooManyRequestsException",
    "TransactionInProgressException",
};

// Other errors that pass: two codes of botocore's, and those that EC2 answers with a status of 500, 502, 503 or 504, by
// which botocore knows them. Sorted.
constexpr std::array<std::string_view, 10> kPassingCodes{
    "500",
    "502",
    "503",
    "504",
    "InternalError",
    "InternalFailure",
    "RequestTimeout",
    "RequestTimeoutException",
    "ServiceUnavailable",
    "Unavailable",
};

// botocore's quota: so that a service in trouble gets few retries, each costs something, and a timeout more.
constexpr int kQuota = 500;
constexpr int kCost = 5;
constexpr int kCostOfTimeout = 10;

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& codes, std::string_view code) {
  return std::binary_search(codes.begin(), codes.end(), code);
}

bool is_throttled(const Answer& answer) {
  const auto* error = std::get_if<ApiError>(&answer);
  return error != nullptr && contains(kThrottlingCodes, error->code);
}

bool may_pass(const Answer& answer) {
  if (std::holds_alternative<Json>(answer)) return false;
  const auto* error = std::get_if<ApiError>(&answer);
  return error == nullptr || contains(kThrottlingCodes, error->code) || contains(kPassingCodes, error->code);
}

std::string ending(const Answer& answer) {
  if (const auto* error = std::get_if<ApiError>(&answer)) return error->code;
  const auto* lost = std::get_if<Lost>(&answer);
  if (lost == nullptr) return "answered";
  if (*lost == Lost::killed) return "killed";
  return *lost == Lost::closed ? "connection closed" : "read timeout";
}

}  // namespace

Retries::Retries(System& system, Wire wire, RetrySettings settings)
    : system_(system), wire_(std::move(wire)), settings_(std::move(settings)), quota_(kQuota) {}

Answer Retries::call(const std::string& path, const Engine::Options& options, const Operation& operation,
                     const Json& request, std::string_view region) {
  all_retries_.reset();
  int cost = 0;
  for (int attempt = 1;; ++attempt) {
    Answer answer = wire_.call(attempt, path, options, operation, request, region);
    system_.engines.end_attempt(ending(answer));
    report(operation, attempt, answer);
    const auto* lost = std::get_if<Lost>(&answer);
    if (lost != nullptr && *lost == Lost::killed) {
      system_.engines.before_death();
      system_.process.die();
    }
    if (attempt >= settings_.rules.attempts) all_retries_ = attempt - 1;
    // An answer gives the last cost back, or a little if there was none.
    if (std::holds_alternative<Json>(answer)) quota_ = std::min(kQuota, quota_ + std::max(cost, 1));
    if (all_retries_ || !may_pass(answer)) return answer;
    cost = lost != nullptr && *lost == Lost::timed_out ? kCostOfTimeout : kCost;
    if (cost > quota_) return answer;
    quota_ -= cost;
    pause(attempt - 1, answer);
  }
}

void Retries::report(const Operation& operation, int attempt, const Answer& answer) {
  if (!settings_.reports) return;
  const FaultRule* rule = wire_.active_rule();
  system_.streams.write_error("ec2mimic: " + std::string(operation.name) + ", attempt " + std::to_string(attempt) +
                              " of " + std::to_string(settings_.rules.attempts) + ": " + ending(answer) +
                              (rule == nullptr ? "\n" : " (" + rule->text + ")\n"));
}

// As the AWS CLI: up to 1, 2, 4 and so on seconds, at most 20. In the adaptive mode a service that asks for fewer calls
// gets one every two seconds.
void Retries::pause(int retry, const Answer& answer) {
  constexpr double kLongest = 20;
  constexpr double kThrottled = 2;
  double seconds = random(retry) * std::min(std::pow(2.0, retry), kLongest);
  if (settings_.rules.is_adaptive && is_throttled(answer)) seconds = std::max(seconds, kThrottled);
  const milliseconds time(std::llround(seconds * 1000));
  if (settings_.reports) {
    system_.streams.write_error("ec2mimic: next attempt after " + std::to_string(time.count()) + " ms" +
                                (settings_.sleeps ? "\n" : ", which are skipped\n"));
  }
  if (settings_.sleeps) system_.process.sleep(time);
}

// From 0 to 1.
double Retries::random(int retry) {
  if (!settings_.seed) settings_.seed = system_.identifiers.hex17();
  constexpr double kRange = 1 << 20;
  return static_cast<double>(hash_of(std::to_string(retry) + '\n' + *settings_.seed) >> 44U) / kRange;
}

}  // namespace ec2mimic::cli
