// How long a call takes just now, for tests that interrupt calls: a machine's speed changes from moment to moment.
#pragma once

#include <chrono>
#include <thread>
#include <utility>

namespace ec2mimic::test {

class CallTime {
 public:
  /// Runs `call` to its end, returns what it returns, and remembers how long it took beside the calls before it.
  template <typename Call>
  auto measure(Call&& call) {
    const Watch watch{*this};
    return std::forward<Call>(call)();
  }

  /// Sleeps for this share of the time that a call takes; 1 is all of it.
  void sleep(double share) const { std::this_thread::sleep_for(recent_ * share); }

 private:
  using Clock = std::chrono::steady_clock;
  using Seconds = std::chrono::duration<double>;

  struct Watch {
    CallTime& time;
    Clock::time_point start = Clock::now();
    ~Watch() { time.remember(Clock::now() - start); }
  };

  // A mean in which each call counts for half as much as the next one.
  void remember(Seconds took) { recent_ = recent_ == Seconds::zero() ? took : (recent_ + took) / 2; }

  Seconds recent_{};
};

}  // namespace ec2mimic::test
