#include "cli/system/real_system.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>
#include <uuid/uuid.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "cli/errors/failure.h"
#include "cli/python/shell_words.h"
#include "cli/system/real_group.h"
#include "cli/system/real_key.h"
#include "cli/system/real_lines.h"
#include "cli/system/real_links.h"
#include "cli/system/real_process.h"
#include "cli/system/real_scratch.h"
#include "cli/system/real_set_up.h"
#include "cli/system/real_signals.h"
#include "core/account/record_check.h"
#include "state/file_store.h"
#include "state/kept_revisions.h"
#include "state/locked_file.h"
#include "state/neighbours.h"
#include "state/new_file.h"
#include "state/paths.h"
#include "state/posix_file_system.h"
#include "state/state_error.h"

namespace ec2mimic::cli {
namespace {

// Writes all of it. Returns an errno, or 0.
int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(descriptor, text.data(), text.size());
    if (count >= 0) {
      text.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

// Reads to the end. Returns an errno, or 0.
int read_all(int descriptor, std::string& text, std::size_t most = kLargestFile) {
  char piece[16384];
  for (;;) {
    const ssize_t count = ::read(descriptor, piece, sizeof piece);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    if (count == 0) return 0;
    if (text.size() + static_cast<std::size_t>(count) > most) return EFBIG;
    text.append(piece, static_cast<std::size_t>(count));
  }
}

class RealStreams final : public Streams {
 public:
  Written write_out(std::string_view text) override { return {write_all(STDOUT_FILENO, text)}; }

  std::string read_in(std::size_t most) override {
    std::string text;
    if (const int error = read_all(STDIN_FILENO, text, most); error != 0) {
      throw failures::general("Unable to read standard input: " + why_unread(error, most));
    }
    return text;
  }

  std::optional<std::string> read_line() override {
    std::string line;
    char c = 0;
    for (;;) {
      // One byte at a time, so that what follows the line stays unread.
      const ssize_t count = ::read(STDIN_FILENO, &c, 1);
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) return line.empty() ? std::nullopt : std::optional(line);
      if (c == '\n') return line;
      line += c;
    }
  }

  std::optional<char> read_key() override { return read_terminal_key(); }

  bool in_is_terminal() const override { return ::isatty(STDIN_FILENO) == 1; }
  bool out_is_terminal() const override { return ::isatty(STDOUT_FILENO) == 1; }

  int width() const override {
    constexpr int kUsual = 80;
    winsize size{};
    return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : kUsual;
  }
  int height() const override {
    winsize size{};
    return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 ? size.ws_row : Streams::height();
  }

 private:
  void put_error(std::string_view text) override { static_cast<void>(write_all(STDERR_FILENO, text)); }
};

class RealEnvironment final : public Environment {
 public:
  std::optional<std::string_view> variable(const char* name) const override {
    const char* value = std::getenv(name);
    return value == nullptr ? std::nullopt : std::optional<std::string_view>(value);
  }
};

class RealFiles final : public Files {
 public:
  Content read(const std::string& path) override {
    Content content;
    // A pipe is waited for: `<(command)` is a common way to pass a file.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return {errno, {}};
    content.error = read_all(descriptor, content.text);
    ::close(descriptor);
    return content;
  }

  Content read_regular(const std::string& path) override {
    Content content = read_on(path, 0);
    if (content.error == EISDIR || content.error == ESPIPE) content.error = ENOENT;
    return content;
  }

  Content read_on(const std::string& path, std::size_t from) override {
    Content content;
    // A pipe must not make every command wait, so it is not read at all.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) return {errno, {}};
    content.error = go_to(descriptor, from);
    if (content.error == 0) content.error = read_all(descriptor, content.text);
    ::close(descriptor);
    return content;
  }

  unsigned permissions(const std::string& path) override {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 07777U : 0;
  }

  using Files::change;
  Changed change(const std::string& path, const Edit& edit, New made) override try {
    constexpr int kMostRuns = 5;
    for (int run = 0; run < kMostRuns; ++run) {
      // Renaming a file over a device such as /dev/null would replace the device.
      if (is_special(path)) return {write_into(path, edit("").value_or("")), {}};
      const std::string place = state::resolve_links(files_, path);
      // No queue, because that would put a lock file into a folder that is not ours.
      state::LockedFile file(files_, place, kPatience, state::LockedFile::Queue::none,
                             state::LockedFile::Content::read);
      const auto text = edit(file.content());
      if (!text) return {};
      const std::string folder = state::folder_of(place);
      const bool is_shared = made == New::shared;
      if (!file.exists() && !is_shared) state::make_folders(files_, folder, path);
      if (!file.exists() && is_shared && !is_there(folder)) return {0, "There is no folder '" + folder + "'."};
      const std::string_view piece = *text;
      if (file.replace(std::span(&piece, 1), {.mode = is_shared ? state::kSharedMode : state::kPrivateMode})) return {};
    }
    return {0, "Another program keeps changing " + path + ". Nothing was changed."};
  } catch (const state::StateError& error) {
    return {error.error(), error.message()};
  }

  Changed remove(const std::string& path) override try {
    const std::string place = state::resolve_links(files_, path);
    // Under its lock, so that nobody who is changing the file puts it back.
    const state::LockedFile file(files_, place, kPatience, state::LockedFile::Queue::none,
                                 state::LockedFile::Content::skip);
    if (!file.exists()) return {};
    return {-files_.unlink(place), {}};
  } catch (const state::StateError& error) {
    return {error.error(), error.message()};
  }

  bool has_content(const std::string& path) override {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return false;
    return status.st_size > 0 || state::lock_remembers_state(files_, resolved(path));
  }

  std::vector<Revision> earlier_revisions(const std::string& path) override {
    std::vector<Revision> found;
    for (auto& kept : state::kept_revisions(files_, resolved(path)))
      found.push_back({kept.number, std::move(kept.path)});
    return found;
  }

  Lines open_lines(const std::string& path) override { return open_real_lines(path); }

  bool belongs_to(const std::string& path, const std::string& owner) override try {
    return state::belongs_to(files_, path, owner);
  } catch (const state::StateError&) {
    return false;  // a loop of links leads to no file
  }

  std::string place_links(const std::string& folder, std::span<const std::string_view> names,
                          const std::string& target) override {
    return place_real_links(folder, names, target);
  }

  std::string place_scripts(const std::string& folder, std::span<const std::string_view> names,
                            std::string_view text) override {
    return place_real_scripts(folder, names, text);
  }

 private:
  static constexpr std::chrono::seconds kPatience{60};

  // Goes to a place in a regular file. Returns an errno: EINVAL if the file ends before that place.
  static int go_to(int descriptor, std::size_t place) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) return errno;
    if (S_ISDIR(status.st_mode)) return EISDIR;
    if (!S_ISREG(status.st_mode)) return ESPIPE;
    if (status.st_size < static_cast<off_t>(place)) return EINVAL;
    const bool is_there = place == 0 || ::lseek(descriptor, static_cast<off_t>(place), SEEK_SET) >= 0;
    return is_there ? 0 : errno;
  }

  static int write_into(const std::string& path, std::string_view text) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) return errno;
    // Only to open a pipe that nobody reads would take forever; its readers may take their time.
    ::fcntl(descriptor, F_SETFL, 0);
    const int error = write_all(descriptor, text);
    ::close(descriptor);
    return error;
  }

  std::string resolved(const std::string& path) try {
    return state::resolve_links(files_, path);
  } catch (const state::StateError&) {
    return path;  // links that form a loop
  }

  bool is_there(const std::string& path) {
    state::FileStatus status;
    return files_.status_at(path, status) == 0;
  }

  // The kernel follows links of /proc too, such as /dev/stdout, which lead to pipes that have no path.
  static bool is_special(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
  }

  state::PosixFileSystem files_{};
};

class RealClock final : public Clock {
 public:
  std::chrono::sys_seconds now() override {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  }
};

class RealIdentifiers final : public Identifiers {
 public:
  std::string hex17() override {
    // Every AWS id of this length begins with a zero, so only sixteen digits are random.
    constexpr std::size_t kDigits = 16;
    unsigned char bytes[kDigits / 2];
    // getrandom never returns fewer bytes, nor is it interrupted, for requests this small.
    if (::getrandom(bytes, sizeof bytes, 0) != static_cast<ssize_t>(sizeof bytes)) {
      throw failures::general("Unable to get random numbers: " + std::string(std::strerror(errno)));
    }
    std::string text = "0";
    for (std::size_t i = 0; i < kDigits; ++i) text += "0123456789abcdef"[bytes[i / 2] >> (i % 2 * 4) & 15];
    return text;
  }

  std::string uuid() override {
    uuid_t value;
    char text[UUID_STR_LEN];
    uuid_generate_random(value);
    uuid_unparse_lower(value, text);
    return text;
  }
};

// States in files.
class FileEngineHost final : public EngineHost {
 public:
  FileEngineHost(Clock& clock, Identifiers& identifiers) : clock_(clock), identifiers_(identifiers) {}

  void with_engine(const std::string& path, const Engine::Options& options,
                   const std::function<void(Engine&)>& use) override {
    state::FileStore store(files_, path, load_rules());
    Engine engine(store, clock_, identifiers_, options);
    use_engine(engine, use);
  }

  void with_scratch(const std::function<void(const std::string& path)>& use) override {
    const ScratchFolder folder;
    use(folder.path() + "/state.json");
  }

 private:
  Clock& clock_;
  Identifiers& identifiers_;
  state::PosixFileSystem files_{};
};

extern "C" void end_interrupted(int signal) {
  clean_up(signal);
  // The AWS CLI ends the line, too, on which the terminal shows `^C`.
  static_cast<void>(write_all(STDOUT_FILENO, "\n"));
  ::_exit(kInterrupted);
}

void set_up_signals() {
  ignore_write_signals();
  // If we were started with SIGINT ignored, as a shell script's background job is, it stays ignored.
  if (std::signal(SIGINT, &end_interrupted) == SIG_IGN) std::signal(SIGINT, SIG_IGN);
}

// What to do about it, where a command of ours helps: after a message, and with the path, which may not be the default.
std::string advice_about(const state::StateError& error) {
  const auto reset = "run: ec2mimic state reset --yes --state " + shell_word(error.path());
  if (error.kind() == state::StateErrorKind::emptied) return "; restore it, or " + reset;
  if (error.kind() == state::StateErrorKind::foreign)
    return "; to discard its content, " + reset + " --replace-foreign";
  return {};
}

}  // namespace

void run_on_real_system(int argc, const char* const* argv, RunLine run) {
  fill_closed_descriptors();
  set_up_signals();
  RealStreams streams;
  const RealEnvironment environment;
  RealFiles files;
  RealClock clock;
  RealIdentifiers identifiers;
  FileEngineHost engines(clock, identifiers);
  RealProcess process;
  System system{argc > 0 ? name_of_program(argv[0]) : "ec2mimic",
                streams,
                environment,
                files,
                clock,
                identifiers,
                engines,
                process};
  const std::vector<std::string_view> words(argv + (argc > 0 ? 1 : 0), argv + argc);
  // Everything is written by now; the kernel frees the memory.
  std::_Exit(run(system, words));
}

void use_engine(Engine& engine, const std::function<void(Engine&)>& use) try {
  use(engine);
} catch (const state::StateError& error) {
  const bool is_unknown = error.kind() == state::StateErrorKind::unknown_outcome;
  throw AccountFailure(error.message() + advice_about(error),
                       is_unknown ? AccountFailure::Change::unknown : AccountFailure::Change::not_made);
}

}  // namespace ec2mimic::cli
