#include "tests/harness/spec/session.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

namespace ec2mimic::harness {
namespace {

namespace fs = std::filesystem;

std::string read_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_text(const fs::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
}

/// The folders of one session, removed by the destructor.
class Sandbox {
 public:
  explicit Sandbox(const SessionOptions& options) : spec_folder_(options.spec_folder) {
    auto name = (fs::canonical(fs::temp_directory_path()) / "ec2mimic-spec-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category(), name);
    root_ = name;
    for (const auto& folder : {home(), bin(), tmp(), steps()}) fs::create_directory(folder);
    fs::create_symlink(fs::canonical(options.program), bin() / "ec2mimic");
  }
  Sandbox(const Sandbox&) = delete;
  Sandbox& operator=(const Sandbox&) = delete;
  ~Sandbox() {
    std::error_code ignored;
    // A command may have removed permissions from a folder, without which even its owner cannot delete it.
    for (auto it = fs::recursive_directory_iterator(root_, ignored); it != fs::recursive_directory_iterator();) {
      if (it->is_directory(ignored) && !it->is_symlink(ignored)) ::chmod(it->path().c_str(), S_IRWXU);
      it.increment(ignored);
      if (ignored) break;
    }
    fs::remove_all(root_, ignored);
  }

  [[nodiscard]] fs::path home() const { return root_ / "home"; }
  [[nodiscard]] fs::path bin() const { return root_ / "bin"; }
  [[nodiscard]] fs::path tmp() const { return root_ / "tmp"; }
  [[nodiscard]] fs::path steps() const { return root_ / "steps"; }
  [[nodiscard]] const std::string& spec_folder() const { return spec_folder_; }
  [[nodiscard]] fs::path step(std::size_t index, const char* ending) const {
    return steps() / (std::to_string(index + 1) + ending);
  }

  /// `text` with names in place of our paths, which differ from run to run.
  [[nodiscard]] std::string neutral(std::string text) const {
    const std::pair<std::string, std::string> names[] = {{home(), "$HOME"},  {bin(), "$BIN"},
                                                         {tmp(), "$TMPDIR"}, {steps(), "$STEPS"},
                                                         {root_, "$ROOT"},   {spec_folder_, "$SPEC_FOLDER"}};
    for (const auto& [path, name] : names) {
      for (auto at = text.find(path); at != std::string::npos; at = text.find(path, at + name.size())) {
        text.replace(at, path.size(), name);
      }
    }
    return text;
  }

 private:
  std::string spec_folder_;
  fs::path root_;
};

/// The script that sources the commands one by one. Each gets the `$?` of the one before.
std::string driver(const Sandbox& sandbox, std::size_t count) {
  std::string text = "(exit 0)\n";
  for (std::size_t i = 0; i < count; ++i) {
    const auto base = "'" + sandbox.step(i, "").string();
    text += ". " + base + "' >" + base + ".out' 2>" + base + ".err'\n";
    text += "spec_code=$?; echo $spec_code >" + base + ".code'; (exit $spec_code)\n";
  }
  return text + "exit 0\n";
}

int open_or_throw(const fs::path& path, int flags) {
  const int file = ::open(path.c_str(), flags | O_CLOEXEC, 0600);
  if (file < 0) throw std::system_error(errno, std::generic_category(), path);
  return file;
}

pid_t start_shell(const Sandbox& sandbox, const std::string& shell, const sigset_t& signals_before) {
  const int input = open_or_throw("/dev/null", O_RDONLY);
  const int output = open_or_throw(sandbox.steps() / "shell", O_WRONLY | O_CREAT | O_APPEND);
  const std::string script = sandbox.steps() / "driver";
  const std::vector<std::string> environment{"HOME=" + sandbox.home().string(),
                                             "PATH=" + sandbox.bin().string() + ":/usr/bin:/bin",
                                             "TMPDIR=" + sandbox.tmp().string(),
                                             "LC_ALL=C.UTF-8",
                                             "TZ=UTC",
                                             "EC2MIMIC_SEED=spec",
                                             "SPEC_FOLDER=" + sandbox.spec_folder()};
  std::vector<char*> variables;
  for (const auto& variable : environment) variables.push_back(const_cast<char*>(variable.c_str()));
  variables.push_back(nullptr);
  char* const arguments[] = {const_cast<char*>(shell.c_str()), const_cast<char*>(script.c_str()), nullptr};
  const pid_t child = ::fork();
  if (child < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (child == 0) {
    ::setpgid(0, 0);
    ::umask(022);
    ::sigprocmask(SIG_SETMASK, &signals_before, nullptr);
    if (::dup2(input, 0) == 0 && ::dup2(output, 1) == 1 && ::dup2(output, 2) == 2 &&
        ::chdir(sandbox.home().c_str()) == 0) {
      ::execve(shell.c_str(), arguments, variables.data());
    }
    ::_exit(127);
  }
  ::setpgid(child, child);
  ::close(input);
  ::close(output);
  return child;
}

/// Waits for the shell, then kills the rest of its process group. Returns whether it ended in time.
bool wait_for(pid_t child, int seconds, const sigset_t& child_ended) {
  timespec end{};
  ::clock_gettime(CLOCK_MONOTONIC, &end);
  end.tv_sec += seconds;
  bool in_time = true;
  while (::waitpid(child, nullptr, in_time ? WNOHANG : 0) == 0) {
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    in_time = now.tv_sec < end.tv_sec || (now.tv_sec == end.tv_sec && now.tv_nsec < end.tv_nsec);
    const timespec pause{1, 0};
    if (in_time) {
      ::sigtimedwait(&child_ended, nullptr, &pause);
    } else {
      ::kill(-child, SIGKILL);
    }
  }
  ::kill(-child, SIGKILL);
  return in_time;
}

SessionResult collect(const Sandbox& sandbox, std::size_t count, bool in_time) {
  SessionResult result;
  for (std::size_t i = 0; i < count; ++i) {
    const auto code = read_text(sandbox.step(i, ".code"));
    if (code.empty()) {
      result.trouble = in_time ? "the shell ended here" : "time was up here";
      const auto err = sandbox.neutral(read_text(sandbox.step(i, ".err")));
      if (!err.empty()) result.trouble += "; stderr: " + err;
      break;
    }
    result.steps.push_back({sandbox.neutral(read_text(sandbox.step(i, ".out"))),
                            sandbox.neutral(read_text(sandbox.step(i, ".err"))), std::atoi(code.c_str())});
  }
  const auto stray = sandbox.neutral(read_text(sandbox.steps() / "shell"));
  if (!stray.empty()) result.trouble += (result.trouble.empty() ? "" : "; ") + ("the shell itself printed: " + stray);
  return result;
}

}  // namespace

SessionResult run_session(const std::vector<std::string>& commands, const SessionOptions& options) {
  const Sandbox sandbox(options);
  for (std::size_t i = 0; i < commands.size(); ++i) write_text(sandbox.step(i, ""), commands[i] + "\n");
  write_text(sandbox.steps() / "driver", driver(sandbox, commands.size()));
  // SIGCHLD stays blocked except in sigtimedwait, so that the shell cannot end unnoticed between the check and the
  // wait.
  sigset_t child_ended;
  sigset_t before;
  ::sigemptyset(&child_ended);
  ::sigaddset(&child_ended, SIGCHLD);
  ::sigprocmask(SIG_BLOCK, &child_ended, &before);
  const pid_t child = start_shell(sandbox, options.shell, before);
  const bool in_time = wait_for(child, options.timeout_seconds, child_ended);
  ::sigprocmask(SIG_SETMASK, &before, nullptr);
  return collect(sandbox, commands.size(), in_time);
}

}  // namespace ec2mimic::harness
