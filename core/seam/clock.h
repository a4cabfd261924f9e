// The one door to the time of day.
#pragma once

#include <chrono>

namespace ec2mimic {

class Clock {
 public:
  Clock() = default;
  Clock(const Clock&) = delete;
  Clock& operator=(const Clock&) = delete;
  virtual ~Clock() = default;

  [[nodiscard]] virtual std::chrono::sys_seconds now() = 0;
};

}  // namespace ec2mimic
