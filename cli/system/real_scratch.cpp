#include "cli/system/real_scratch.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <cstring>

#include "cli/system/real_group.h"
#include "cli/system/real_key.h"
#include "cli/system/real_signals.h"
#include "cli/system/system.h"

namespace ec2mimic::cli {
namespace {

// Signals that end a program by default and come from a terminal, a supervisor or a resource limit.
constexpr std::array<int, 4> kEndings{SIGHUP, SIGTERM, SIGQUIT, SIGXCPU};

// The path of the scratch folder, for signal handlers; null if there is none.
const char* volatile present = nullptr;

std::array<struct sigaction, kEndings.size()>& former_actions() {
  static constinit std::array<struct sigaction, kEndings.size()> actions{};
  return actions;
}

bool is_itself_or_parent(const char* name) { return std::strcmp(name, ".") == 0 || std::strcmp(name, "..") == 0; }

// Removes the file or folder of that name in an open folder; returns whether it is gone.
bool remove_entry(int parent, const char* name);

// Removes what is in an open folder; returns how much. Uses the bare system call, because readdir is not
// async-signal-safe.
int remove_entries(int folder) {
  alignas(dirent64) char entries[4096];
  int removed = 0;
  for (;;) {
    const ssize_t length = ::getdents64(folder, entries, sizeof entries);
    if (length <= 0) return removed;
    for (ssize_t at = 0; at < length;) {
      const auto* entry = reinterpret_cast<const dirent64*>(entries + at);
      at += entry->d_reclen;
      if (!is_itself_or_parent(entry->d_name) && remove_entry(folder, entry->d_name)) ++removed;
    }
  }
}

bool remove_entry(int parent, const char* name) {
  if (::unlinkat(parent, name, 0) == 0) return true;
  const int folder = ::openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (folder < 0) return false;
  // A file system may skip entries while others are being removed, so the folder is read again until none is left.
  while (remove_entries(folder) > 0) ::lseek(folder, 0, SEEK_SET);
  ::close(folder);
  return ::unlinkat(parent, name, AT_REMOVEDIR) == 0;
}

extern "C" void end_by_signal(int signal) {
  clean_up(signal);
  // SA_RESETHAND has restored the default action, so this ends the process as soon as the signal is unblocked.
  ::raise(signal);
  sigset_t ending;
  sigemptyset(&ending);
  sigaddset(&ending, signal);
  pthread_sigmask(SIG_UNBLOCK, &ending, nullptr);
}

void handle_endings() {
  struct sigaction ours {};
  ours.sa_handler = &end_by_signal;
  ours.sa_flags = static_cast<int>(SA_RESETHAND);
  sigfillset(&ours.sa_mask);  // one ending at a time: other signals wait until the handler is done
  for (std::size_t i = 0; i < kEndings.size(); ++i) {
    struct sigaction& former = former_actions()[i];
    ::sigaction(kEndings[i], &ours, &former);
    if (former.sa_handler == SIG_IGN) ::sigaction(kEndings[i], &former, nullptr);
  }
}

void put_back_endings() {
  for (std::size_t i = 0; i < kEndings.size(); ++i) ::sigaction(kEndings[i], &former_actions()[i], nullptr);
}

}  // namespace

std::string temporary_folder(const std::string& name) {
  const char* parent = std::getenv("TMPDIR");
  return std::string(parent != nullptr && *parent != 0 ? parent : "/tmp") + '/' + name + "-XXXXXX";
}

void remove_folder(const char* path) { static_cast<void>(remove_entry(AT_FDCWD, path)); }

ScratchFolder::ScratchFolder() : path_(temporary_folder("ec2mimic")) {
  const SignalsBlocked blocked;
  if (::mkdtemp(path_.data()) == nullptr) {
    throw AccountFailure("Unable to create the temporary folder " + path_ + ": " + std::strerror(errno) + '.');
  }
  present = path_.c_str();
  handle_endings();
}

ScratchFolder::~ScratchFolder() {
  const SignalsBlocked blocked;
  remove_current();
  present = nullptr;
  put_back_endings();
}

void ScratchFolder::remove_current() {
  const int error = errno;
  if (const char* path = present; path != nullptr) remove_folder(path);
  errno = error;
}

void clean_up(int signal) {
  restore_terminal();
  RealGroup::end_current(signal);
  ScratchFolder::remove_current();
}

}  // namespace ec2mimic::cli
