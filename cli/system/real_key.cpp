#include "cli/system/real_key.h"

#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "cli/system/system.h"

namespace ec2mimic::cli {
namespace {

constexpr char kEscape = '\x1b';

// What the terminal was like before, while a key is being read. The flag is set after the rest and cleared before it.
termios terminal_before{};
volatile std::sig_atomic_t is_reading_key = 0;

// Everything but this stays: Ctrl-C is still a signal. Ctrl-Z is not, because the terminal has to be restored before we
// stop: not every shell does that for the next command.
bool let_keys_through() {
  termios modes{};
  if (::tcgetattr(STDIN_FILENO, &modes) != 0) return false;
  terminal_before = modes;
  is_reading_key = 1;
  modes.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
  modes.c_cc[VMIN] = 1;
  modes.c_cc[VTIME] = 0;
  modes.c_cc[VSUSP] = _POSIX_VDISABLE;
  return ::tcsetattr(STDIN_FILENO, TCSANOW, &modes) == 0;
}

// What an arrow or another such key sends after the ESC: `[` or `O`, parameters and a letter. It comes at once, so a
// short pause tells the Esc key from these.
void skip_rest_of_key() {
  constexpr int kMilliseconds = 20;
  char one = 0;
  pollfd input{STDIN_FILENO, POLLIN, 0};
  const auto next = [&] { return ::poll(&input, 1, kMilliseconds) > 0 && ::read(STDIN_FILENO, &one, 1) == 1; };
  if (!next() || (one != '[' && one != 'O')) return;
  while (next() && (one < '@' || one > '~')) {
  }
}

// Whether the terminal had the key for this purpose, which is one of V… in termios(3).
bool is_for(char key, int purpose) {
  const cc_t character = terminal_before.c_cc[purpose];
  return character != _POSIX_VDISABLE && key == static_cast<char>(character);
}

}  // namespace

std::optional<char> read_terminal_key() {
  const bool is_by_key = let_keys_through();
  char key = 0;
  ssize_t count = 0;
  do {
    count = ::read(STDIN_FILENO, &key, 1);
  } while (count < 0 && errno == EINTR);
  if (is_by_key && count == 1 && key == kEscape) skip_rest_of_key();
  restore_terminal();
  if (count != 1 || (is_by_key && is_for(key, VEOF))) return std::nullopt;
  if (!is_by_key || !is_for(key, VSUSP)) return key;
  // Like the terminal: a script around us stops too. We are back here after `fg`.
  ::kill(0, SIGTSTP);
  return Streams::kContinued;
}

void restore_terminal() {
  if (is_reading_key == 0) return;
  is_reading_key = 0;
  // In the background it is somebody else's by now, and setting it would stop us.
  if (::tcgetpgrp(STDIN_FILENO) != ::getpgrp()) return;
  static_cast<void>(::tcsetattr(STDIN_FILENO, TCSANOW, &terminal_before));
}

}  // namespace ec2mimic::cli
