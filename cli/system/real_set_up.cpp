#include "cli/system/real_set_up.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <initializer_list>

#include "cli/system/real_signals.h"

namespace ec2mimic::cli {
namespace {

unsigned filled = 0;  // one bit per descriptor; a process is set up once

}  // namespace

void fill_closed_descriptors() {
  std::array<pollfd, 3> standard{{{STDIN_FILENO, 0, 0}, {STDOUT_FILENO, 0, 0}, {STDERR_FILENO, 0, 0}}};
  // One system call for all three.
  if (::poll(standard.data(), standard.size(), 0) <= 0) return;
  for (const pollfd& one : standard) {
    if ((one.revents & POLLNVAL) == 0) continue;
    // open() returns the lowest free number, which is this one. The wrong access mode makes reads and writes fail with
    // EBADF, as on a closed descriptor.
    static_cast<void>(::open("/dev/null", one.fd == STDIN_FILENO ? O_WRONLY : O_RDONLY));
    filled |= 1U << one.fd;
  }
}

void undo_set_up() {
  restore_write_signals();
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if ((filled >> descriptor & 1) != 0) ::close(descriptor);
  }
  filled = 0;
}

}  // namespace ec2mimic::cli
