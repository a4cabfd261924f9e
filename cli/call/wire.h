// The wire between client and service, on which messages can be lost.
//
// It has the interface of Engine::call. The service does its work or not, whatever happens to the answer, and knows
// nothing about the wire. What the client does about a lost answer is its own affair (call/retries.h).
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "cli/call/faults.h"
#include "cli/system/system.h"

namespace ec2mimic::cli {

/// Why no answer arrived.
enum class Lost : std::uint8_t {
  closed,     ///< The connection was closed.
  timed_out,  ///< It took longer than the read timeout.
  killed,     ///< Nobody is left to receive an answer: the client has to die now.
};

/// What arrives at the client: the response, the service's error, or nothing.
using Answer = std::variant<Json, ApiError, Lost>;

struct WireSettings {
  std::chrono::milliseconds read_timeout = std::chrono::seconds(60);  ///< Zero or less: forever.
  bool sleeps = false;                                                ///< Whether delays take time.
};

/// The codes of the errors that faults answer with.
[[nodiscard]] std::span<const std::string_view> wire_errors();

class Wire {
 public:
  /// The system must outlive the wire.
  Wire(System& system, std::optional<Faults> faults, WireSettings settings)
      : system_(system), faults_(std::move(faults)), settings_(settings) {}

  /// Whether faults are in effect at all. If not, every message arrives.
  [[nodiscard]] bool is_faulty() const { return faults_.has_value(); }

  /// Makes an attempt of a call as EngineHost::call does; attempt 1 begins a call. Throws AccountFailure as that does,
  /// and Failure as Faults::draw() does.
  [[nodiscard]] Answer call(int attempt, const std::string& path, const Engine::Options& options,
                            const Operation& operation, const Json& request, std::string_view region);

  /// The rule that acted on the last attempt, or null.
  [[nodiscard]] const FaultRule* active_rule() const { return active_rule_; }

 private:
  using Work = std::function<Answer()>;
  Answer attempt(const FaultRule& rule, const Work& work);
  Answer late(const FaultRule& rule, const Work& work);

  System& system_;
  std::optional<Faults> faults_;
  WireSettings settings_;
  const FaultRule* active_rule_ = nullptr;
};

}  // namespace ec2mimic::cli
