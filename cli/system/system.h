// Everything outside the program that the front end touches, as one struct of references.
//
// run() reaches streams, variables, files, time, randomness and accounts only through these interfaces, so that a test
// can replace each of them. real_system.h has the real ones. EngineHost hides the store: it supplies an engine for a
// path, and the front end does not know how a state is kept.
#pragma once

#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/system/visible.h"
#include "core/engine.h"
#include "core/seam/json.h"
#include "core/seam/text_error.h"

namespace ec2mimic::cli {

/// The most that is read of a file, and of stdin unless the caller allows more. The manual states this figure too.
inline constexpr std::size_t kLargestFile = std::size_t{64} << 20;

/// Why something could not be read: `it is larger than 64 MiB` for EFBIG, where `most` is the limit in bytes, otherwise
/// what strerror() says.
[[nodiscard]] inline std::string why_unread(int error, std::size_t most = kLargestFile) {
  return error == EFBIG ? "it is larger than " + std::to_string(most >> 20) + " MiB" : std::strerror(error);
}

/// The result of writing to stdout.
struct Written {
  int error = 0;  ///< An errno; 0 if everything was written. EPIPE: the reader went away.
};

class Streams {
 public:
  Streams() = default;
  Streams(const Streams&) = delete;
  Streams& operator=(const Streams&) = delete;
  virtual ~Streams() = default;

  /// Writes the whole text, or returns why it could not. Nothing is buffered.
  [[nodiscard]] virtual Written write_out(std::string_view text) = 0;

  /// Writes to stderr, made safe for a terminal by visible(). A failure is ignored: there is nowhere to report it.
  void write_error(std::string_view text) { put_error(visible(text)); }
  /// The same, but words that were typed on the command line are left as they are.
  void write_error(std::string_view text, std::span<const std::string_view> typed) { put_error(visible(text, typed)); }
  /// The same for a message between line breaks, while colours are on: its three parts are followed by a reset each,
  /// because the AWS CLI writes them one by one and its library for colours resets after every write.
  void write_error_in_colour(std::string_view text, std::span<const std::string_view> typed);

  /// All of stdin. Throws Failure if it cannot be read or has more than `most` bytes.
  [[nodiscard]] virtual std::string read_in(std::size_t most = kLargestFile) = 0;
  /// One line of stdin, without its line break; nothing at the end.
  [[nodiscard]] virtual std::optional<std::string> read_line() = 0;
  /// One key of the terminal on stdin, not shown and without Enter after it; nothing at the end of the input.
  /// kContinued after Ctrl-Z, when we go on: what was written before may be out of sight.
  [[nodiscard]] virtual std::optional<char> read_key() { return std::nullopt; }
  static constexpr char kContinued = '\x1a';

  /// Whether stdin or stdout is a terminal.
  [[nodiscard]] virtual bool in_is_terminal() const = 0;
  [[nodiscard]] virtual bool out_is_terminal() const = 0;
  /// Columns of the terminal on stdout; 80 if it is not a terminal.
  [[nodiscard]] virtual int width() const = 0;
  /// Lines of the terminal on stdout; 24 if it is not a terminal.
  [[nodiscard]] virtual int height() const { return 24; }

 private:
  virtual void put_error(std::string_view text) = 0;
};

class Environment {
 public:
  Environment() = default;
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;
  virtual ~Environment() = default;

  /// The value of a variable; nothing if it is not set.
  [[nodiscard]] virtual std::optional<std::string_view> variable(const char* name) const = 0;

  /// The same, but an empty value counts as unset, as for all of our own variables.
  [[nodiscard]] std::optional<std::string_view> filled(const char* name) const {
    const auto value = variable(name);
    return value && !value->empty() ? value : std::nullopt;
  }
};

/// A file that grows by whole lines, even if others append to it too.
class LineFile {
 public:
  LineFile() = default;
  LineFile(const LineFile&) = delete;
  LineFile& operator=(const LineFile&) = delete;
  virtual ~LineFile() = default;

  /// How long to wait for others: for the file's lock, or for the reader of a pipe.
  static constexpr std::chrono::milliseconds kPatience = std::chrono::seconds(10);

  /// Appends `line`, which ends in a line break: all of it, or nothing if the file can be truncated again. Returns why
  /// it was not written, as a clause such as "No space left on device"; empty if it was.
  [[nodiscard]] virtual std::string append(std::string_view line) = 0;
};

/// Files that are named on the command line, relative to the working directory, and the AWS CLI's configuration files.
/// The state is not read through here.
class Files {
 public:
  struct Content {
    int error = 0;  ///< An errno; 0 if the file was read.
    std::string text{};
  };

  Files() = default;
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;
  virtual ~Files() = default;

  /// The whole file; a pipe is read to its end. EFBIG if there is more than kLargestFile.
  [[nodiscard]] virtual Content read(const std::string& path) = 0;
  /// The same for regular files only: anything else counts as missing (ENOENT) and is not waited for.
  [[nodiscard]] virtual Content read_regular(const std::string& path) = 0;
  /// What a regular file holds from byte `from` on, to follow one that grows. EINVAL if it is shorter than that; of
  /// what is not regular, EISDIR for a folder and ESPIPE for anything else, which is not waited for.
  [[nodiscard]] virtual Content read_on(const std::string& path, std::size_t from) {
    Content content = read_regular(path);
    if (content.error == 0 && content.text.size() < from) return {EINVAL, {}};
    content.text.erase(0, from);
    return content;
  }
  using Edit = std::function<std::optional<std::string>(std::string_view text)>;
  struct Changed {
    int error = 0;          ///< An errno; 0 on success, and if no errno describes the failure.
    std::string problem{};  ///< What is wrong, in a sentence; empty on success, or if `error` alone says it.
  };
  /// How a file is made where there is none.
  enum class New {
    secret,  ///< With mode 0600, and missing folders with 0700.
    shared,  ///< To be given away: with mode 0666 less the umask; a missing folder is a failure.
  };
  /// Replaces the file at `path` with the text that `edit` makes of it, unless `edit` returns nothing. Everybody sees
  /// either the old or the new file, whole, even after a crash. Others who change the file in this way wait their turn,
  /// so that no change is lost; if another program changes it all the same, `edit` is called again. Exceptions from
  /// `edit` pass through. A missing file counts as empty. Links are followed and permissions kept; `made` is for a
  /// new file. A file that is not regular, such as /dev/null, is not read, and is written to directly. On failure a
  /// regular file is unchanged.
  [[nodiscard]] virtual Changed change(const std::string& path, const Edit& edit, New made) = 0;
  [[nodiscard]] Changed change(const std::string& path, const Edit& edit) { return change(path, edit, New::secret); }
  /// Removes the file at `path` once those who change it with change() are done. Links are followed; a missing file is
  /// no failure.
  [[nodiscard]] virtual Changed remove(const std::string& path) = 0;
  /// The permission bits of a file, through a link as well; 0 if there is no file or its status cannot be read. Throws
  /// nothing.
  [[nodiscard]] virtual unsigned permissions(const std::string&) { return 0; }
  /// True if there is a state: a file that is not empty, or an empty one that held a state.
  [[nodiscard]] virtual bool has_content(const std::string& path) = 0;

  struct Revision {
    std::uint64_t number = 0;
    std::string path{};
  };
  /// The earlier revisions that are kept of the state at `path`, by number.
  [[nodiscard]] virtual std::vector<Revision> earlier_revisions(const std::string& /*path*/) { return {}; }

  struct Lines {
    std::string failure{};  ///< Why the file could not be opened, as a clause; empty if it was.
    std::unique_ptr<LineFile> file{};
  };
  /// Opens a file to append to; a missing one is made with mode 0600. Refuses a pipe that nobody reads, a state of
  /// ec2mimic, and whatever another user may have put there.
  [[nodiscard]] virtual Lines open_lines(const std::string& path) = 0;

  /// True if `path` names the file at `owner`, a state or a configuration file, or one of the files made beside it when
  /// it is written: in any spelling, through links too, and whether or not they exist yet.
  [[nodiscard]] virtual bool belongs_to(const std::string& path, const std::string& owner) = 0;

  /// Makes a symbolic link to `target` in `folder` for each of the names. Nobody else may be able to write to the
  /// folder or to any folder above it. Missing folders are made with mode 0700; a correct link is left alone, and
  /// anything else with its name, except a folder, is replaced in one step. Returns what is wrong, in a sentence; empty
  /// on success.
  [[nodiscard]] virtual std::string place_links(const std::string& folder, std::span<const std::string_view> names,
                                                const std::string& target) = 0;
  /// The same for executable scripts with the content `text`, which begins with `#!`. Also checks that they can be run.
  [[nodiscard]] virtual std::string place_scripts(const std::string& folder, std::span<const std::string_view> names,
                                                  std::string_view text) = 0;
};

/// A moment, as the time of day and on a monotonic clock with an arbitrary zero.
struct Moment {
  std::chrono::sys_time<std::chrono::microseconds> time{};
  std::chrono::microseconds ticks{};
};

/// A running program that reads from us. The destructor closes its input and waits for it to end.
class Child {
 public:
  Child() = default;
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  virtual ~Child() = default;

  /// Writes the whole text. Gives up silently if the program no longer reads.
  virtual void write(std::string_view text) = 0;
};

/// Programs that are run one after the other, and end together with whatever they leave running. The destructor ends
/// that, politely first; so does every signal that ends this process, which all of them get.
class ProcessGroup {
 public:
  ProcessGroup() = default;
  ProcessGroup(const ProcessGroup&) = delete;
  ProcessGroup& operator=(const ProcessGroup&) = delete;
  virtual ~ProcessGroup() = default;

  struct Ended {
    int error = 0;  ///< An errno; 0 if the program was run.
    int code = 0;   ///< Its exit code, or 128 and the number of the signal that ended it, as in a shell.
  };
  /// Runs a program, found on PATH, to its end, with its arguments and our variables and nothing to read.
  [[nodiscard]] virtual Ended run(const std::vector<std::string>& words) = 0;
};

/// This process, its parent and the programs it starts.
class Process {
 public:
  Process() = default;
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  virtual ~Process() = default;

  /// The absolute path of the running program, with links resolved; empty if the system does not say, or the file is
  /// gone.
  [[nodiscard]] virtual std::string program() const = 0;
  /// The name of the parent process, such as `bash`; empty if the system does not say.
  [[nodiscard]] virtual std::string parent() const = 0;
  /// The absolute path of the working directory; empty if the system does not say, or it is gone.
  [[nodiscard]] virtual std::string folder() const = 0;
  /// The time to the microsecond, for the call log; times that are stored come from Clock.
  [[nodiscard]] virtual Moment now() const = 0;

  /// Ends this process at once, as kill -9 does. A stand-in in tests throws instead.
  [[noreturn]] virtual void die() = 0;

  struct Kept {
    std::string path{};
    std::string problem{};  ///< Why there is no file, in a sentence; empty if there is one.
  };
  /// Makes a file with that text, in a private folder under TMPDIR, or else /tmp. Both are removed when this process
  /// ends, even if it becomes another program first, or is killed.
  [[nodiscard]] virtual Kept keep_file(std::string_view text) = 0;

  /// Returns once that time has passed.
  virtual void sleep(std::chrono::milliseconds time) = 0;

  struct Started {
    int error = 0;  ///< An errno; 0 if there is a child.
    std::unique_ptr<Child> child{};
  };
  /// Starts a program, found on PATH, with its arguments and our variables, plus `variable` (a name and a value) unless
  /// that name is set already. Until the child is destroyed, this process ignores Ctrl-C and leaves it to the child.
  [[nodiscard]] virtual Started start(const std::vector<std::string>& words,
                                      const std::pair<std::string, std::string>& variable) = 0;

  /// A group that has no program yet. There can be only one at a time, and only within EngineHost::with_scratch().
  [[nodiscard]] virtual std::unique_ptr<ProcessGroup> new_group() = 0;

  struct Found {
    int error = 0;  ///< An errno; 0 if the program was found. EACCES: there is a file, but it must not be run.
    std::string path{};
  };
  /// Finds a program as a shell does: a name with a slash is a path, any other is searched for in the folders of
  /// `search`, which has the format of PATH.
  [[nodiscard]] virtual Found find_program(const std::string& name, std::string_view search) const = 0;

  /// A variable and its value; nothing unsets it.
  using Variable = std::pair<std::string, std::optional<std::string>>;
  /// Replaces this process with the program at `path`, called with `words`, the first of which is its name, and with
  /// our variables changed by `variables`. Signals and descriptors are restored to what they were when this process
  /// began. A file that the system cannot execute is run by the shell. Returns only on failure, with an errno; the
  /// process can then do nothing more than print a message.
  [[nodiscard]] virtual int become(const std::string& path, const std::vector<std::string>& words,
                                   std::span<const Variable> variables) = 0;
};

/// The state could not be read or written. `message()` says why and, if known, what to do. It is one line, in which
/// everything that comes from the state or its name is made visible.
class AccountFailure : public TextError {
 public:
  enum class Change : std::uint8_t { not_made, unknown };  ///< Unknown: made, but a power failure may undo it.

  explicit AccountFailure(std::string_view message, Change change = Change::not_made)
      : TextError(visible_line(message)), change_(change) {}

  [[nodiscard]] bool is_unknown() const { return change_ == Change::unknown; }

 private:
  Change change_;
};

class EngineHost {
 public:
  EngineHost() = default;
  EngineHost(const EngineHost&) = delete;
  EngineHost& operator=(const EngineHost&) = delete;
  virtual ~EngineHost() = default;

  /// Calls `use` with an engine for the state at `path`. Throws AccountFailure if the engine throws StateError; other
  /// exceptions pass through.
  virtual void with_engine(const std::string& path, const Engine::Options& options,
                           const std::function<void(Engine&)>& use) = 0;

  /// Announces a call before validation, so that rejected calls are logged too.
  virtual void announce(const Operation& /*operation*/, const Json& /*request*/, std::string_view /*region*/) {}

  /// Announces an attempt of a call before it is made, for the call log: its number, counted from 1 for each call, and
  /// the fault that it is going to meet, such as `lose-response`; empty if none. `are_set`: whether any faults are.
  virtual void begin_attempt(int /*number*/, std::string_view /*fault*/, bool /*are_set*/) {}
  /// Reports what the client got from the attempt: `answered`, the code of an error, `connection closed`, `read
  /// timeout` or, if it is about to die, `killed`.
  virtual void end_attempt(std::string_view /*received*/) {}
  /// Announces that this process is about to die, for the call log, which nobody can complete afterwards.
  virtual void before_death() {}

  /// Makes one call to the service for the account at `path`, in `region`, by with_engine() and Engine::call. The call
  /// log overrides it to see each call, tests to play back a recorded service.
  virtual Outcome call(const std::string& path, const Engine::Options& options, const Operation& operation,
                       const Json& request, std::string_view region) {
    Outcome outcome;
    with_engine(path, options, [&](Engine& engine) { outcome = engine.call(operation, request, region); });
    return outcome;
  }

  /// Calls `use` with the path of a temporary state, which does not exist yet, and removes it afterwards, even if `use`
  /// throws. Throws AccountFailure if there is no place for it.
  virtual void with_scratch(const std::function<void(const std::string& path)>& use) = 0;
};

/// A call of an operation that writes, so that the program can say what is certain if its result could not be shown
/// (aftermath.h).
struct WritingCall {
  const Operation* operation = nullptr;
  std::string target_options{};  ///< The options that chose the state and region: ` --region eu-west-1`, or nothing.
  CallSummary summary{};         ///< What the call was going to do; filled in before the state is changed.
  bool is_done = false;
  std::optional<std::chrono::seconds> token_lifetime{};  ///< See Engine::Options.
};

/// The name of the program at a path: its last component.
[[nodiscard]] inline std::string_view name_of_program(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

/// All referenced objects must outlive the struct.
struct System {
  std::string_view program;  ///< The name by which the program was called, without folders: `ec2mimic` or `aws`.
  Streams& streams;
  const Environment& environment;
  Files& files;
  Clock& clock;
  Identifiers& identifiers;
  EngineHost& engines;
  Process& process;
  /// The document shown last, kept alive to skip its destruction, which is slow for a big one, at exit.
  Json answer{};
  bool colours_on = false;               ///< A table in colours is being shown, or is about to be.
  std::optional<WritingCall> writing{};  ///< The writing call of this run, if there was one.
};

/// run() of run.h: takes the words of a command line (argv without the program's name), returns the exit code. Passed
/// to modules below run.h that run command lines.
using RunLine = int (*)(System& system, std::span<const std::string_view> words);

}  // namespace ec2mimic::cli
