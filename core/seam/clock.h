// The only source of the time of day in core.
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
