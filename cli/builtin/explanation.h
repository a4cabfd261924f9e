// Says in words what the first call with a client token was, and what a second one would be answered.
#pragma once

#include <string>
#include <string_view>

#include "cli/system/system.h"

namespace ec2mimic::cli {

/// An age such as 90s, 30m, 24h or 7d.
[[nodiscard]] std::string age_text(std::chrono::seconds age);

/// How the service answers a call.
struct Prediction {
  std::string code{};  ///< That of the error; empty if the call succeeds.
  bool is_replay = false;
};

/// What the first call was, what became of what it created, and what calls with this token are answered, of which
/// `again` is the answer to the same call. Lines.
[[nodiscard]] std::string explanation(const Engine::UsedToken& token, const Prediction& again);

/// A call that is compared with the first one.
struct SecondCall {
  const Operation& operation;
  std::string region{};
  Json request{};
};

/// Reads a command line such as `aws ec2 create-route-table --vpc-id vpc-1`, written as for a shell. Its options are
/// the only ones that count; `region` is that of a line without one. Throws Failure if it is not the line of an
/// operation, or as the parser of options does, or if there is no such region.
[[nodiscard]] SecondCall read_second_call(System& system, std::string_view line, std::string region);

/// The parameters of both calls side by side, which of them differs, and what the second call would be answered. Lines.
[[nodiscard]] std::string comparison(const Engine::UsedToken& token, const SecondCall& second,
                                     const Prediction& prediction);

}  // namespace ec2mimic::cli
