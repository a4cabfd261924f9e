#include "cli/real_set_up.h"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <initializer_list>

namespace ec2mimic::cli {
namespace {

// One bit for each; there is one process, set up once.
unsigned filled = 0;
std::uint64_t ignored = 0;

}  // namespace

void fill_closed_descriptors() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(descriptor, F_GETFD) >= 0) continue;
    // The lowest free number is this one. Opened the wrong way round, it fails as a closed one would.
    static_cast<void>(::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY));
    filled |= 1U << descriptor;
  }
}

void ignore_signal(int signal) {
  if (std::signal(signal, SIG_IGN) != SIG_IGN) ignored |= std::uint64_t{1} << signal;
}

void undo_set_up() {
  for (int signal = 1; signal < 64; ++signal) {
    // What is not ignored is at its default when a program starts.
    if ((ignored >> signal & 1) != 0) std::signal(signal, SIG_DFL);
  }
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if ((filled >> descriptor & 1) != 0) ::close(descriptor);
  }
  ignored = 0;
  filled = 0;
}

}  // namespace ec2mimic::cli
