#include "cli/system/real_kept_file.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string>

#include "cli/system/real_scratch.h"

namespace ec2mimic::cli {
namespace {

// Makes the folder. Returns its absolute path, or an empty one with errno set.
std::string make_folder() {
  std::string pattern = temporary_folder("ec2mimic-run");
  char path[PATH_MAX];
  // The command may change directory, so a relative path would not do.
  if (::mkdtemp(pattern.data()) == nullptr || ::realpath(pattern.c_str(), path) == nullptr) return {};
  return path;
}

// Returns an errno, or 0.
int make_file(const std::string& path, std::string_view text) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0) return errno;
  const bool is_written = ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  const int error = is_written ? 0 : ENOSPC;
  ::close(descriptor);
  return error;
}

// Waits for the end of the process behind a descriptor, and removes the folder.
[[noreturn]] void wait_and_remove(int process, const char* folder) {
  ::setsid();
  for (const int signal : {SIGHUP, SIGINT, SIGQUIT, SIGTERM}) std::signal(signal, SIG_IGN);
  // Nobody may wait for the end of a pipe, or for a file system to be free, because of us.
  constexpr int kKept = 3;
  if (process != kKept) ::dup2(process, kKept);
  const int nothing = ::open("/dev/null", O_RDWR);
  for (int descriptor = 0; descriptor < kKept; ++descriptor) ::dup2(nothing, descriptor);
  ::close_range(kKept + 1, UINT_MAX, 0);
  static_cast<void>(::chdir("/") == 0);
  pollfd end{kKept, POLLIN, 0};
  while (::poll(&end, 1, -1) < 0 && errno == EINTR) {
  }
  remove_folder(folder);
  ::_exit(0);
}

// Returns an errno, or 0.
int start_remover(const std::string& folder) {
  const int process = static_cast<int>(::syscall(SYS_pidfd_open, ::getpid(), 0));
  if (process < 0) return errno;
  const pid_t child = ::fork();
  const int error = child < 0 ? errno : 0;
  if (child == 0) {
    // Its child gets another parent when it ends, so that the command does not find a child that it did not start.
    const pid_t remover = ::fork();
    if (remover == 0) wait_and_remove(process, folder.c_str());
    ::_exit(remover < 0 ? errno : 0);
  }
  ::close(process);
  if (error != 0) return error;
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : ECHILD;
}

}  // namespace

Process::Kept keep_real_file(std::string_view text) {
  const std::string folder = make_folder();
  if (folder.empty()) return {{}, "Unable to create a temporary folder: " + std::string(std::strerror(errno)) + '.'};
  std::string path = folder + "/faults";
  int error = make_file(path, text);
  if (error == 0) error = start_remover(folder);
  if (error == 0) return {std::move(path), {}};
  remove_folder(folder.c_str());
  return {{}, "Unable to create the temporary file " + path + ": " + std::strerror(error) + '.'};
}

}  // namespace ec2mimic::cli
