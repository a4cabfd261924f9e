#include "cli/system/real_group.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <ctime>

#include "cli/system/real_signals.h"
#include "cli/system/real_spawn.h"

namespace ec2mimic::cli {
namespace {

// The current group; 0 if nothing has been run yet. Its first program is not reaped before all others have ended, so
// that the number cannot become that of another group.
volatile pid_t current = 0;

// Reaps those that have ended; returns whether there is nobody left.
bool all_have_ended() {
  for (;;) {
    const pid_t one = ::waitpid(-current, nullptr, WNOHANG);
    if (one == 0) return false;
    if (one < 0 && errno != EINTR) return true;
  }
}

bool end_within(std::size_t polls) {
  for (; polls > 0 && !all_have_ended(); --polls) {
    const timespec pause{0, 5'000'000};
    ::nanosleep(&pause, nullptr);
  }
  return polls > 0 || all_have_ended();
}

// Without reaping it.
siginfo_t end_of(pid_t id) {
  siginfo_t end{};
  while (::waitid(P_PID, static_cast<id_t>(id), &end, WEXITED | WNOWAIT) < 0 && errno == EINTR) {
  }
  return end;
}

}  // namespace

// What a program leaves running becomes our child once its parent has ended, so that we can wait for it.
RealGroup::RealGroup() { ::prctl(PR_SET_CHILD_SUBREAPER, 1); }

RealGroup::~RealGroup() {
  end_current(SIGTERM);
  current = 0;
  ::prctl(PR_SET_CHILD_SUBREAPER, 0);
}

ProcessGroup::Ended RealGroup::run(const std::vector<std::string>& words) {
  pid_t id = 0;
  {
    const SignalsBlocked blocked;
    const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (nothing < 0) return {errno, 0};
    const int error = spawn(id, words, environ, {.in = nothing, .group = current, .mask = &blocked.before()});
    ::close(nothing);
    if (error != 0) return {error, 0};
    if (current == 0) current = id;
  }
  const siginfo_t end = end_of(id);
  if (id != current) ::waitpid(id, nullptr, 0);
  return {0, end.si_code == CLD_EXITED ? end.si_status : 128 + end.si_status};
}

void RealGroup::end_current(int signal) {
  if (current == 0 || all_have_ended()) return;
  constexpr std::size_t kPolls = 100;
  for (const int one : {signal, SIGTERM}) {
    ::kill(-current, one);
    if (end_within(kPolls)) return;
  }
  ::kill(-current, SIGKILL);
  while (!end_within(kPolls)) {
  }
}

}  // namespace ec2mimic::cli
