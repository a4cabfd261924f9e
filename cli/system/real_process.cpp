#include "cli/system/real_process.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <thread>

#include "cli/system/real_group.h"
#include "cli/system/real_kept_file.h"
#include "cli/system/real_set_up.h"
#include "cli/system/real_spawn.h"
#include "core/text/split.h"

namespace ec2mimic::cli {

std::string RealProcess::program() const {
  char path[PATH_MAX];
  const ssize_t length = ::readlink("/proc/self/exe", path, sizeof path);
  // For a removed file the kernel says `/path (deleted)`, which does not exist.
  if (length <= 0 || length == sizeof path) return {};
  std::string program(path, static_cast<std::size_t>(length));
  return ::access(program.c_str(), X_OK) == 0 ? program : std::string();
}

std::string RealProcess::parent() const {
  const std::string path = "/proc/" + std::to_string(::getppid()) + "/comm";
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return {};
  char name[64];  // the kernel keeps 15 characters
  const ssize_t length = ::read(descriptor, name, sizeof name);
  ::close(descriptor);
  if (length <= 0) return {};
  const std::string_view line(name, static_cast<std::size_t>(length));
  return std::string(line.substr(0, line.find('\n')));
}

std::string RealProcess::folder() const {
  char path[PATH_MAX];
  // For a folder outside our root the kernel says `(unreachable)/path`.
  return ::getcwd(path, sizeof path) != nullptr && path[0] == '/' ? path : "";
}

namespace {

class RealChild final : public Child {
 public:
  RealChild(pid_t id, int descriptor)
      : id_(id),
        descriptor_(descriptor),
        // While it runs, Ctrl-C and Ctrl-\ on the terminal are meant for it.
        interrupted_(std::signal(SIGINT, SIG_IGN)),
        quit_(std::signal(SIGQUIT, SIG_IGN)) {}
  RealChild(const RealChild&) = delete;
  RealChild& operator=(const RealChild&) = delete;
  ~RealChild() override {
    ::close(descriptor_);
    int status = 0;
    while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {
    }
    std::signal(SIGINT, interrupted_);
    std::signal(SIGQUIT, quit_);
  }

  void write(std::string_view text) override {
    while (!text.empty()) {
      const ssize_t count = ::write(descriptor_, text.data(), text.size());
      // A pager that was quit wants no more; that is no failure.
      if (count < 0 && errno != EINTR) return;
      if (count > 0) text.remove_prefix(static_cast<std::size_t>(count));
    }
  }

 private:
  pid_t id_;
  int descriptor_;
  void (*interrupted_)(int);
  void (*quit_)(int);
};

}  // namespace

Process::Started RealProcess::start(const std::vector<std::string>& words,
                                    const std::pair<std::string, std::string>& variable) {
  std::vector<char*> variables;
  for (char** one = environ; *one != nullptr; ++one) variables.push_back(*one);
  std::string more = variable.first + '=' + variable.second;
  // A value that the user has set wins.
  if (std::getenv(variable.first.c_str()) == nullptr) variables.push_back(more.data());
  variables.push_back(nullptr);
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return {errno, nullptr};
  pid_t id = 0;
  const int error = spawn(id, words, variables.data(), {.in = ends[0]});
  ::close(ends[0]);
  if (error == 0) return {0, std::make_unique<RealChild>(id, ends[1])};
  ::close(ends[1]);
  return {error, nullptr};
}

std::unique_ptr<ProcessGroup> RealProcess::new_group() { return std::make_unique<RealGroup>(); }

namespace {

// 0, or an errno: why the file cannot be run.
int check_program(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return errno;
  if (S_ISDIR(status.st_mode)) return EISDIR;
  return ::faccessat(AT_FDCWD, path.c_str(), X_OK, AT_EACCESS) == 0 ? 0 : errno;
}

}  // namespace

Process::Found RealProcess::find_program(const std::string& name, std::string_view search) const {
  if (name.find('/') != std::string::npos) return {check_program(name), name};
  Found found{ENOENT, name};
  if (name.empty()) return found;
  for (const std::string_view folder : split(search, ':')) {
    const std::string path = (folder.empty() ? "." : std::string(folder)) + '/' + name;
    const int error = check_program(path);
    if (error == 0) return {0, path};
    struct stat status {};
    // A folder of that name does not count, nor does a folder that we cannot look into.
    if (error == EACCES && ::stat(path.c_str(), &status) == 0) found.error = EACCES;
  }
  return found;
}

int RealProcess::become(const std::string& path, const std::vector<std::string>& words,
                        std::span<const Variable> variables) {
  for (const auto& [name, value] : variables) {
    const int answer = value ? ::setenv(name.c_str(), value->c_str(), 1) : ::unsetenv(name.c_str());
    if (answer != 0) return errno;
  }
  // Signals that we ignore and descriptors that we filled would be inherited.
  undo_set_up();
  // The path holds a slash, so PATH is not searched. Unlike execv(), this runs a text without `#!` with the shell.
  ::execvp(path.c_str(), pointers_to(words).data());
  return errno;
}

Moment RealProcess::now() const {
  using std::chrono::floor;
  using std::chrono::microseconds;
  return {floor<microseconds>(std::chrono::system_clock::now()),
          floor<microseconds>(std::chrono::steady_clock::now().time_since_epoch())};
}

void RealProcess::die() {
  ::kill(::getpid(), SIGKILL);
  std::abort();  // not reached
}

Process::Kept RealProcess::keep_file(std::string_view text) { return keep_real_file(text); }

void RealProcess::sleep(std::chrono::milliseconds time) { std::this_thread::sleep_for(time); }

}  // namespace ec2mimic::cli
