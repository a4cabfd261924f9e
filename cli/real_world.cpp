#include "cli/real_world.h"

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

#include "cli/real_lines.h"
#include "cli/real_links.h"
#include "cli/real_process.h"
#include "cli/run.h"
#include "cli/voice.h"
#include "core/record_check.h"
#include "state/file_store.h"
#include "state/new_file.h"
#include "state/open_file.h"
#include "state/place.h"
#include "state/posix_file_system.h"
#include "state/state_error.h"

namespace ec2mimic::cli {
namespace {

constexpr std::size_t kLargestFile = std::size_t{64} << 20;

// Writes all of it: an errno, or 0.
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

// Reads to the end: an errno, or 0.
int read_all(int descriptor, std::string& text) {
  char piece[16384];
  for (;;) {
    const ssize_t count = ::read(descriptor, piece, sizeof piece);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    if (count == 0) return 0;
    if (text.size() + static_cast<std::size_t>(count) > kLargestFile) return EFBIG;
    text.append(piece, static_cast<std::size_t>(count));
  }
}

class RealStreams final : public Streams {
 public:
  Written write_out(std::string_view text) override { return {write_all(STDOUT_FILENO, text)}; }

  std::string read_in() override {
    std::string text;
    if (const int error = read_all(STDIN_FILENO, text); error != 0) {
      throw failures::general("Unable to read standard input: " + std::string(std::strerror(error)));
    }
    return text;
  }

  std::optional<std::string> read_line() override {
    std::string line;
    char c = 0;
    for (;;) {
      const ssize_t count = ::read(STDIN_FILENO, &c, 1);
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) return line.empty() ? std::nullopt : std::optional(line);
      if (c == '\n') return line;
      line += c;
    }
  }

  bool in_is_terminal() const override { return ::isatty(STDIN_FILENO) == 1; }
  bool out_is_terminal() const override { return ::isatty(STDOUT_FILENO) == 1; }

  int width() const override {
    constexpr int kUsual = 80;
    winsize size{};
    return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : kUsual;
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
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return {errno, {}};
    content.error = read_all(descriptor, content.text);
    ::close(descriptor);
    return content;
  }

  Content read_regular(const std::string& path) override {
    Content content;
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) return {errno, {}};
    struct stat status {};
    const bool is_regular = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    content.error = is_regular ? read_all(descriptor, content.text) : ENOENT;
    ::close(descriptor);
    return content;
  }

  int replace(const std::string& path, std::string_view text) override try {
    const std::string place = state::resolve_links(files_, path);
    state::FileStatus old;
    const int found = files_.status_at(place, old);
    if (found == 0 && old.kind != state::FileKind::regular) return write_into(place, text);
    if (const int error = make_folders(state::folder_of(place)); error != 0) return error;
    return put(place, found == 0 ? std::optional(old) : std::nullopt, text);
  } catch (const state::StateError&) {
    return ELOOP;
  }

  bool has_content(const std::string& path) override {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && status.st_size > 0;
  }

  Lines open_lines(const std::string& path) override { return open_real_lines(path); }

  std::string place_links(const std::string& folder, std::span<const std::string_view> names,
                          const std::string& target) override {
    return place_real_links(folder, names, target);
  }

 private:
  static int write_into(const std::string& path, std::string_view text) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) return errno;
    const int error = write_all(descriptor, text);
    ::close(descriptor);
    return error;
  }

  int make_folders(const std::string& folder) {
    int answer = files_.make_folder(folder, 0700);
    if (answer == -ENOENT && state::folder_of(folder) != folder) {
      if (const int error = make_folders(state::folder_of(folder)); error != 0) return error;
      answer = files_.make_folder(folder, 0700);
    }
    return answer == -EEXIST ? 0 : -answer;
  }

  // The temporary has a name of this process's own, as there is no lock: of two writers the later one counts.
  int put(const std::string& path, const std::optional<state::FileStatus>& old, std::string_view text) {
    const std::string temporary = path + ".new-" + std::to_string(::getpid());
    const state::OpenFile folder = state::open_file(files_, state::folder_of(path), O_RDONLY | O_DIRECTORY);
    if (!folder.is_open()) return folder.error();
    int answer = state::make_file(files_, temporary, old, std::span(&text, 1));
    if (answer < 0) return -answer;
    answer = files_.rename(temporary, path);
    if (answer < 0) files_.unlink(temporary);
    return answer < 0 ? -answer : -state::sync_folder(files_, folder.handle());
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
    // Every id that AWS gave since ids are this long begins with a zero, so sixteen digits are left to chance.
    constexpr std::size_t kDigits = 16;
    unsigned char bytes[kDigits / 2];
    // Never short for so few bytes, and never interrupted.
    if (::getrandom(bytes, sizeof bytes, 0) != static_cast<ssize_t>(sizeof bytes)) {
      throw failures::general("The system gives no random numbers: " + std::string(std::strerror(errno)));
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

// A folder for a state that is removed afterwards, also on Ctrl-C, whose handler may call little: so the names of all
// that a state leaves behind are laid out beforehand. One at a time.
class ScratchFolder {
 public:
  ScratchFolder() {
    const char* parent = std::getenv("TMPDIR");
    std::string folder = std::string(parent != nullptr && *parent != 0 ? parent : "/tmp") + "/ec2mimic-XXXXXX";
    if (::mkdtemp(folder.data()) == nullptr) {
      throw AccountFailure("There is no place for a scratch folder, " + folder + ": " + std::strerror(errno) + '.');
    }
    state_ = folder + "/state.json";
    names_ = {state_, state_ + ".new", state_ + ".lock", std::move(folder)};
    present_ = this;
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    remove();
    present_ = nullptr;
  }

  [[nodiscard]] const std::string& state() const { return state_; }

  static void remove_present() {
    if (present_ != nullptr) present_->remove();
  }

 private:
  void remove() const {
    for (const std::string& name : names_) {
      if (::unlink(name.c_str()) != 0 && errno != ENOENT) static_cast<void>(::rmdir(name.c_str()));
    }
  }

  inline static const ScratchFolder* volatile present_ = nullptr;
  std::string state_{};
  std::array<std::string, 4> names_{};
};

// States in files. What state/ throws becomes an AccountFailure here, so that the rest of the front end need not know
// it.
class FileAccounts final : public Accounts {
 public:
  FileAccounts(Clock& clock, Identifiers& identifiers) : clock_(clock), identifiers_(identifiers) {}

  void visit(const std::string& path, const Engine::Options& options,
             const std::function<void(Engine&)>& use) override {
    state::FileStore store(files_, path, &check_record);
    Engine engine(store, clock_, identifiers_, options);
    try {
      use(engine);
    } catch (const state::StateError& error) {
      const bool is_unknown = error.kind() == state::StateErrorKind::unknown_outcome;
      throw AccountFailure(error.message(),
                           is_unknown ? AccountFailure::Change::unknown : AccountFailure::Change::not_made);
    }
  }

  void with_scratch(const std::function<void(const std::string& path)>& use) override {
    const ScratchFolder folder;
    use(folder.state());
  }

 private:
  Clock& clock_;
  Identifiers& identifiers_;
  state::PosixFileSystem files_{};
};

void fill_closed_descriptors() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(descriptor, F_GETFD) >= 0) continue;
    // The lowest free number is this one. Opened the wrong way round, it fails as a closed one would.
    static_cast<void>(::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY));
  }
}

extern "C" void end_interrupted(int) {
  ScratchFolder::remove_present();
  static_cast<void>(write_all(STDOUT_FILENO, "\n"));
  ::_exit(kInterrupted);
}

void set_up_signals() {
  std::signal(SIGPIPE, SIG_IGN);
  if (std::signal(SIGINT, &end_interrupted) == SIG_IGN) std::signal(SIGINT, SIG_IGN);
}

std::string_view last_component(std::string_view path) { return path.substr(path.rfind('/') + 1); }

}  // namespace

void run_in_real_world(int argc, const char* const* argv) {
  fill_closed_descriptors();
  set_up_signals();
  RealStreams streams;
  const RealEnvironment environment;
  RealFiles files;
  RealClock clock;
  RealIdentifiers identifiers;
  FileAccounts accounts(clock, identifiers);
  RealProcess process;
  World world{argc > 0 ? last_component(argv[0]) : "ec2mimic",
              streams,
              environment,
              files,
              clock,
              identifiers,
              accounts,
              process};
  const std::vector<std::string_view> words(argv + (argc > 0 ? 1 : 0), argv + argc);
  // All that must happen has happened: what is still in memory is the kernel's.
  std::_Exit(run(world, words));
}

}  // namespace ec2mimic::cli
