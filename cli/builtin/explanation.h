// Explains in words what the first call with a client token was, and how a second one would be answered.
#pragma once

#include <string>
#include <string_view>

#include "cli/system/system.h"

namespace ec2mimic::cli {

/// An age such as 90s, 30m, 24h or 7d.
[[nodiscard]] std::string age_text(std::chrono::seconds age);

/// How the service answers a call.
struct Prediction {
  std::string code{};  ///< The error code; empty if the call succeeds.
  bool is_replay = false;
};

/// Lines that say what the first call was, what happened to the resource it created, and how calls with this token are
/// answered; `again` is the answer to the same call.
[[nodiscard]] std::string explanation(const Engine::UsedToken& token, const Prediction& again);

/// A call that is compared with the first one.
struct SecondCall {
  const Operation& operation;
  std::string region{};
  Json request{};
};

/// Reads a command line such as `aws ec2 create-route-table --vpc-id vpc-1`, written as for a shell. Only its own
/// options count; `region` is used if it names none. Throws Failure if it does not call an operation, or as the parser
/// of options does, or if there is no such region.
[[nodiscard]] SecondCall read_second_call(System& system, std::string_view line, std::string region);

/// Lines with the parameters of both calls side by side, which of them differ, and how the second call would be
/// answered.
[[nodiscard]] std::string comparison(const Engine::UsedToken& token, const SecondCall& second,
                                     const Prediction& prediction);

}  // namespace ec2mimic::cli
