// Calls of one operation in the place and manner that a line asks for.
#pragma once

#include <chrono>
#include <string>

#include "cli/call/invocation.h"

namespace ec2mimic::cli {

class ServiceCall {
 public:
  /// Finds out everything but the request, in the AWS CLI's order; the account is not opened yet. Throws Failure for a
  /// setting that is wrong. The world and `operation` must outlive this.
  ServiceCall(const Invocation& call, const Operation& operation);

  /// What came of it. Throws Failure for parameters that the client itself refuses, and where it is not known whether
  /// the account was changed, with what is safe then; AccountFailure. A call that may write is noted in the world.
  [[nodiscard]] std::variant<Json, ApiError> attempt(const Json& request);

  /// The answer. As attempt(), and throws Failure for what the service refuses.
  [[nodiscard]] Json call(const Json& request);

  /// Lets so much time pass until the next attempt: by sleeping, or by moving a clock that stands still. At the default
  /// pace nothing changes by itself, so that no time passes.
  void pass(std::chrono::seconds time);

 private:
  Outcome write(const Json& request);

  System& system_;
  const Operation& operation_;
  std::string region_;
  int attempts_ = 0;
  std::string place_{};  // for another call in the same place
  std::string state_{};
  Engine::Options options_{};
};

}  // namespace ec2mimic::cli
