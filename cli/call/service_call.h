// Calls one operation with the state, region and other settings of a command line.
#pragma once

#include <chrono>
#include <string>

#include "cli/call/invocation.h"
#include "cli/call/retries.h"

namespace ec2mimic::cli {

class ServiceCall {
 public:
  /// Reads all settings in the AWS CLI's order, but does not open the state yet. Throws Failure if a setting is
  /// invalid. The invocation and `operation` must outlive this.
  ServiceCall(const Invocation& call, const Operation& operation);

  /// Makes a call, with the retries of the AWS CLI, and returns the response or the error of the service. Throws
  /// Failure if the client rejects the parameters, if no answer arrived (faults_in_effect()), or, with advice on what
  /// is safe, if it is not known whether the account was changed; AccountFailure if the state cannot be used. A writing
  /// call is recorded in System::writing.
  [[nodiscard]] std::variant<Json, ApiError> attempt(const Json& given);

  /// Like attempt(), but throws Failure for an error of the service. Unless `take` is empty, the elements of a list may
  /// be given to it instead of being in the response.
  [[nodiscard]] Json call(const Json& request, const TakeElement& take = {});

  /// What to do about an error of this call, for a last line of ours; mostly empty (seed_hint). Throws AccountFailure.
  [[nodiscard]] std::string hint(const ApiError& error) const;

  /// From now on all calls see the state as the first of them finds it, as pages of one list should.
  void share_state() { options_.shared = &shared_; }

  /// Lets time pass before the next attempt: sleeps, or advances a fixed clock (EC2MIMIC_NOW). At the default pace time
  /// changes nothing, so this returns at once.
  void pass(std::chrono::seconds time);

 private:
  Outcome write(const Json& request);
  Outcome make(const Engine::Options& options, const Json& request);

  System& system_;
  const Settings& settings_;
  const GlobalOptions& globals_;
  const Operation& operation_;
  std::string region_;
  std::string state_{};
  Engine::Options options_{};
  SharedState shared_{};
  std::optional<Retries> client_{};  // always there once this is constructed
};

}  // namespace ec2mimic::cli
