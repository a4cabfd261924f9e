#include "state/posix_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <ctime>

// timer_create(2) documents this name; glibc 2.36 does not define it yet.
#ifndef sigev_notify_thread_id
#define sigev_notify_thread_id _sigev_un._tid
#endif

namespace ec2mimic::state {
namespace {

using Clock = std::chrono::steady_clock;

/// While it lives, interrupts this thread's system calls when the time is over, and every 50 ms from then on: a single
/// signal could arrive just before the call and be lost.
class Interruption {
 public:
  explicit Interruption(std::chrono::nanoseconds after) {
    struct sigaction quiet {};
    quiet.sa_handler = [](int) {};
    sigemptyset(&quiet.sa_mask);
    sigaction(SIGALRM, &quiet, &old_action_);
    sigset_t alarm;
    sigemptyset(&alarm);
    sigaddset(&alarm, SIGALRM);
    pthread_sigmask(SIG_UNBLOCK, &alarm, &old_mask_);
    sigevent event{};
    event.sigev_notify = SIGEV_THREAD_ID;
    event.sigev_signo = SIGALRM;
    event.sigev_notify_thread_id = gettid();
    armed_ = timer_create(CLOCK_MONOTONIC, &event, &timer_) == 0;
    if (!armed_) return;
    itimerspec times{};
    times.it_value = {after.count() / 1'000'000'000, after.count() % 1'000'000'000};
    times.it_interval = {0, 50'000'000};
    timer_settime(timer_, 0, &times, nullptr);
  }
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;
  ~Interruption() {
    if (armed_) timer_delete(timer_);
    // Restore the mask first: a signal that is still on its way then meets the quiet handler.
    pthread_sigmask(SIG_SETMASK, &old_mask_, nullptr);
    sigaction(SIGALRM, &old_action_, nullptr);
  }

  [[nodiscard]] bool armed() const { return armed_; }

 private:
  struct sigaction old_action_ {};
  sigset_t old_mask_{};
  timer_t timer_{};
  bool armed_ = false;
};

/// Cuts the next word off `line`.
std::string_view next_word(std::string_view& line) {
  const auto begin = std::min(line.find_first_not_of(' '), line.size());
  const auto end = std::min(line.find(' ', begin), line.size());
  const auto word = line.substr(begin, end - begin);
  line.remove_prefix(end);
  return word;
}

}  // namespace

int lock_patiently(int descriptor, std::chrono::milliseconds patience) {
  if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) return 0;
  if (errno != EWOULDBLOCK) return -errno;
  if (patience <= std::chrono::milliseconds::zero()) return -ETIMEDOUT;
  const auto deadline = Clock::now() + patience;
  const Interruption interruption(patience);
  // Without a timer the wait would have no limit.
  if (!interruption.armed()) return -EAGAIN;
  for (;;) {
    if (flock(descriptor, LOCK_EX) == 0) return 0;
    if (errno != EINTR) return -errno;
    if (Clock::now() >= deadline) return -ETIMEDOUT;
  }
}

int find_lock_holder(const FileStatus& file) {
  const int descriptor = open("/proc/locks", O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return 0;
  std::string table;
  std::array<char, 4096> part;
  for (;;) {
    const auto count = read(descriptor, part.data(), part.size());
    if (count <= 0) break;
    table.append(part.data(), static_cast<std::size_t>(count));
  }
  close(descriptor);
  return find_lock_holder(file, table);
}

int find_lock_holder(const FileStatus& file, std::string_view table) {
  std::array<char, 64> wanted;
  const int length = std::snprintf(wanted.data(), wanted.size(), "%02x:%02x:%llu", major(file.device),
                                   minor(file.device), static_cast<unsigned long long>(file.inode));
  const std::string_view place(wanted.data(), static_cast<std::size_t>(length));
  while (!table.empty()) {
    const auto end = std::min(table.find('\n'), table.size());
    std::string_view line = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    next_word(line);  // The number of the lock. A process that only waits for it has "->" in the next column.
    if (next_word(line) != "FLOCK") continue;
    next_word(line);
    next_word(line);
    const auto process = next_word(line);
    if (next_word(line) != place) continue;
    int id = 0;
    const auto parsed = std::from_chars(process.data(), process.data() + process.size(), id);
    return parsed.ec == std::errc() && id > 0 ? id : 0;
  }
  return 0;
}

}  // namespace ec2mimic::state
