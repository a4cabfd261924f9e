// The only source of the time of day in core, and how fast states pass.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace ec2mimic {

/// Where the time of day comes from.
class Clock {
 public:
  Clock() = default;
  Clock(const Clock&) = delete;
  Clock& operator=(const Clock&) = delete;
  virtual ~Clock() = default;

  /// The present, in UTC.
  [[nodiscard]] virtual std::chrono::sys_seconds now() = 0;
};

/// How long states such as `pending` last: until the first later look, or as long as in AWS.
enum class Pace : std::uint8_t { instant, real };

/// What a call takes for the present.
struct ClockSetting {
  std::optional<std::chrono::sys_seconds> fixed{};  ///< A moment at which time stands still.
  std::chrono::seconds offset{};                    ///< How much later than the clock it is otherwise; may be negative.

  /// The present as calls see it.
  [[nodiscard]] std::chrono::sys_seconds now(Clock& clock) const { return fixed ? *fixed : clock.now() + offset; }
};

}  // namespace ec2mimic
