#include "cli/system/real_signals.h"

#include <array>
#include <cstddef>

namespace ec2mimic::cli {
namespace {

constexpr std::array<int, 2> kWriteSignals{SIGPIPE, SIGXFSZ};

struct Found {
  bool known = false;
  std::array<void (*)(int), kWriteSignals.size()> handlers{};
};

Found& found() {
  static constinit Found found;
  return found;
}

}  // namespace

void ignore_write_signals() {
  Found& before = found();
  for (std::size_t i = 0; i < kWriteSignals.size(); ++i) before.handlers[i] = std::signal(kWriteSignals[i], SIG_IGN);
  before.known = true;
}

void restore_write_signals() {
  const Found& before = found();
  if (!before.known) return;
  for (std::size_t i = 0; i < kWriteSignals.size(); ++i) std::signal(kWriteSignals[i], before.handlers[i]);
}

sigset_t write_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : kWriteSignals) sigaddset(&signals, signal);
  return signals;
}

}  // namespace ec2mimic::cli
