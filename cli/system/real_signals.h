// Signals: how this process treats them, and what the programs that it starts inherit.
//
// A failed write should be an error and not end the process, so SIGPIPE and SIGXFSZ are ignored, as Python does under
// the AWS CLI. Ignored signals stay ignored across exec, so they are restored before a program is started.
#pragma once

#include <csignal>

namespace ec2mimic::cli {

/// Ignores SIGPIPE and SIGXFSZ from here on: writing to a closed pipe gives EPIPE, and exceeding `ulimit -f` gives
/// EFBIG. Call once, before anything is written.
void ignore_write_signals();

/// For exec in this process: restores both to what they were before ignore_write_signals(). Handlers need no care: exec
/// resets them. Does nothing if ignore_write_signals() was never called.
void restore_write_signals();

/// For posix_spawn: the set of both signals, to be reset to their defaults in the child. Python does the same for the
/// AWS CLI's pager.
[[nodiscard]] sigset_t write_signals();

/// Blocks all signals while it lives, so that none comes between two things that belong together.
class SignalsBlocked {
 public:
  SignalsBlocked() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before_);
  }
  SignalsBlocked(const SignalsBlocked&) = delete;
  SignalsBlocked& operator=(const SignalsBlocked&) = delete;
  ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

  /// The signals that were blocked before.
  [[nodiscard]] const sigset_t& before() const { return before_; }

 private:
  sigset_t before_{};
};

}  // namespace ec2mimic::cli
