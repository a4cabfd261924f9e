// What can go wrong between client and service, as a user writes it: `create-route-table/lose-response:1calls`.
//
//     SPEC = RULE {"," RULE}      RULE = [OPERATION "/"] FAULT {":" PART}
//     PART = N"calls" | N"attempts" | "from-"N | N"%" | "seed-"N | "before" | "after" | TIME
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/operation/operation.h"

namespace ec2mimic::cli {

enum class Fault : std::uint8_t {
  lose_response,   ///< The service does its work, but the answer is lost.
  lose_request,    ///< The request never reaches the service.
  throttle,        ///< The service answers RequestLimitExceeded and does nothing.
  internal_error,  ///< It answers InternalError, before or after its work.
  unavailable,     ///< It answers Unavailable and does nothing.
  delay,           ///< The answer is late.
  kill,            ///< The client dies, before or after the service's work.
};

struct FaultName {
  std::string_view name;  ///< `lose-response`
  Fault fault;
  std::string_view doc;  ///< A full sentence.
};

/// All faults, in the order of the manual.
[[nodiscard]] std::span<const FaultName> fault_names();

/// `lose-response`
[[nodiscard]] std::string_view name_of(Fault fault);

/// One rule. It numbers the attempts of its operation that no earlier rule took, or the calls that they belong to, and
/// acts on those with certain numbers.
struct FaultRule {
  std::string text{};                    ///< As it was written.
  const Operation* operation = nullptr;  ///< Null: all operations.
  Fault fault = Fault::lose_response;
  bool counts_calls = false;             ///< Whether calls are numbered; otherwise their attempts are.
  std::optional<std::uint64_t> count{};  ///< It acts on at most this many; nothing for no limit.
  std::uint64_t from = 1;                ///< The first number on which it acts.
  std::optional<unsigned> percent{};     ///< It acts on this share of the numbers, drawn by a hash.
  std::uint64_t seed = 0;                ///< What the hash depends on besides the number.
  bool before = false;                   ///< Whether it acts before the service's work.
  std::chrono::milliseconds time{};      ///< Of a delay.

  std::uint64_t seen = 0;   ///< The last number that was given out.
  std::uint64_t acted = 0;  ///< On how many numbers it has acted.

  /// True if it matters which number an attempt has.
  [[nodiscard]] bool is_numbered() const { return count || from > 1 || percent; }
  [[nodiscard]] bool is_used_up() const { return count && acted >= *count; }
  /// Gives out the next number and tells whether the rule acts on it. Must not be used up.
  [[nodiscard]] bool acts_on_next();
};

/// Parses a spec. Throws Failure (252), naming the word that is wrong.
[[nodiscard]] std::vector<FaultRule> parse_faults(std::string_view spec);

}  // namespace ec2mimic::cli
