// Everything outside that the front end touches, as one struct of references.
//
// run() sees streams, variables, files, time, randomness and accounts through these doors alone, so that a test can
// stand in each of them. real_world.h has the real ones. The store is behind Accounts, which hands out an engine for a
// path: the front end speaks to the engine and never learns how a state is kept.
#pragma once

#include <cerrno>
#include <chrono>
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

/// How much is read of a file, and of stdin unless more is allowed. Where that is changed, the manual says it too.
inline constexpr std::size_t kLargestFile = std::size_t{64} << 20;

/// Why something was not read that may have so many bytes: `it is larger than 64 MiB`, or what strerror() says.
[[nodiscard]] inline std::string why_unread(int error, std::size_t most = kLargestFile) {
  return error == EFBIG ? "it is larger than " + std::to_string(most >> 20) + " MiB" : std::strerror(error);
}

/// What became of writing to stdout.
struct Written {
  int error = 0;  ///< An errno; 0 if all of it was taken. EPIPE: the reader went away.
};

class Streams {
 public:
  Streams() = default;
  Streams(const Streams&) = delete;
  Streams& operator=(const Streams&) = delete;
  virtual ~Streams() = default;

  /// Writes the whole text, or says why not. Nothing is kept back: what was written is out.
  [[nodiscard]] virtual Written write_out(std::string_view text) = 0;
  /// As write_out, to stderr, with nothing in it that a terminal would act upon. There is nobody to tell about a
  /// failure.
  void write_error(std::string_view text) { put_error(visible(text)); }
  /// The same, but what was typed on the line is left as it is.
  void write_error(std::string_view text, std::span<const std::string_view> typed) { put_error(visible(text, typed)); }

  /// All of stdin, up to its end. Throws Failure where it cannot be read, or has more than `most` bytes.
  [[nodiscard]] virtual std::string read_in(std::size_t most = kLargestFile) = 0;
  /// One line of stdin without its line break; nothing at the end.
  [[nodiscard]] virtual std::optional<std::string> read_line() = 0;

  [[nodiscard]] virtual bool in_is_terminal() const = 0;
  [[nodiscard]] virtual bool out_is_terminal() const = 0;
  /// Columns of the terminal on stdout; 80 where it is none.
  [[nodiscard]] virtual int width() const = 0;

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

  /// The same, but an empty value counts as not set, which is how our own variables are read.
  [[nodiscard]] std::optional<std::string_view> filled(const char* name) const {
    const auto value = variable(name);
    return value && !value->empty() ? value : std::nullopt;
  }
};

/// A file that grows by whole lines, whoever else appends to it.
class LineFile {
 public:
  LineFile() = default;
  LineFile(const LineFile&) = delete;
  LineFile& operator=(const LineFile&) = delete;
  virtual ~LineFile() = default;

  /// How long others are waited for, be it who holds the file's lock or who reads the pipe.
  static constexpr std::chrono::milliseconds kPatience = std::chrono::seconds(10);

  /// Appends `line`, which ends in a line break: all of it, or nothing where the file can be cut again. Returns why it
  /// is not there, as a clause such as "No space left on device"; empty if it is.
  [[nodiscard]] virtual std::string append(std::string_view line) = 0;
};

/// Files that are named on the command line, relative to the working directory, and those of the AWS CLI's
/// configuration. The state is not read through here.
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

  /// The whole file. One of more than kLargestFile is refused with EFBIG; a pipe is read to its end.
  [[nodiscard]] virtual Content read(const std::string& path) = 0;
  /// The same of a regular file alone: anything else is not there (ENOENT) and is not waited for.
  [[nodiscard]] virtual Content read_regular(const std::string& path) = 0;
  using Edit = std::function<std::optional<std::string>(std::string_view text)>;
  struct Changed {
    int error = 0;          ///< An errno; 0 if all went well or no errno tells what is wrong.
    std::string problem{};  ///< What is wrong then, in a sentence; empty if all went well.
  };
  /// Puts the text that `edit` makes of the file at `path` in its place, or nothing if `edit` returns nothing, so that
  /// whoever looks sees the old or the new file, whole, and a crash leaves one of them. Whoever changes a file at the
  /// same time waits, so that no change is lost; `edit` may be called again where another program changes it all the
  /// same, and what it throws passes through. A missing file is an empty text. Links are followed, permissions are
  /// kept; a new file has 0600, and folders that are missing are made with 0700. What is no regular file, such as
  /// /dev/null, is not read, and is written to as it is. If something is wrong, the old file is as it was.
  [[nodiscard]] virtual Changed change(const std::string& path, const Edit& edit) = 0;
  /// True if there is a state: a file that is not empty, or one that held a state and was emptied.
  [[nodiscard]] virtual bool has_content(const std::string& path) = 0;

  struct Lines {
    std::string failure{};  ///< Why there is no file, as a clause; empty if there is one.
    std::unique_ptr<LineFile> file{};
  };
  /// Opens a file to append to; one that is not there is made with mode 0600. A pipe that nobody reads is refused, and
  /// so is what another user may have put in the way.
  [[nodiscard]] virtual Lines open_lines(const std::string& path) = 0;

  /// True if `path` names the file at `owner`, a state or a configuration file, or one that is made beside it when it
  /// is written, whatever the spelling, by links too, and whether or not they are there yet.
  [[nodiscard]] virtual bool belongs_to(const std::string& path, const std::string& owner) = 0;

  /// Sees to it that `folder`, which nobody else may write to, nor to any folder on the way to it, holds a symbolic
  /// link `name` to `target` for each of the names. What is missing is made (folders with mode 0700); a right link
  /// stays as it is, and whatever else has its name is replaced in one step, but for a folder. Returns what is in the
  /// way, in a sentence; empty if all is well.
  [[nodiscard]] virtual std::string place_links(const std::string& folder, std::span<const std::string_view> names,
                                                const std::string& target) = 0;
  /// The same for programs that consist of that text, which begins with `#!`. That they can be run is looked at.
  [[nodiscard]] virtual std::string place_scripts(const std::string& folder, std::span<const std::string_view> names,
                                                  std::string_view text) = 0;
};

/// A moment as the time of day and on a clock that never jumps, whose zero means nothing.
struct Moment {
  std::chrono::sys_time<std::chrono::microseconds> time{};
  std::chrono::microseconds ticks{};
};

/// A program that was started and reads what it is told. Destroyed, it is told no more and waited for.
class Child {
 public:
  Child() = default;
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  virtual ~Child() = default;

  /// Writes the whole text. One that reads no more is not written to.
  virtual void write(std::string_view text) = 0;
};

/// This process and its neighbours.
class Process {
 public:
  Process() = default;
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  virtual ~Process() = default;

  /// The absolute path of the program that runs, links resolved; empty if the system does not tell, or the file is
  /// gone.
  [[nodiscard]] virtual std::string program() const = 0;
  /// The name of the program that started this one, `bash`; empty if the system does not tell.
  [[nodiscard]] virtual std::string parent() const = 0;
  /// The absolute path of the present folder; empty if the system does not tell, or the folder is gone.
  [[nodiscard]] virtual std::string folder() const = 0;
  /// To the microsecond, for the log of calls; what is stored has its time from Clock.
  [[nodiscard]] virtual Moment now() const = 0;

  /// Returns when so much time has passed.
  virtual void sleep(std::chrono::milliseconds time) = 0;

  struct Started {
    int error = 0;  ///< An errno; 0 if there is a child.
    std::unique_ptr<Child> child{};
  };
  /// Starts a program, which is looked for on PATH, with its arguments and our variables; `variable`, a name and a
  /// value, is set as well unless there is one of the name. Until the child is destroyed Ctrl-C is its own business.
  [[nodiscard]] virtual Started start(const std::vector<std::string>& words,
                                      const std::pair<std::string, std::string>& variable) = 0;

  struct Found {
    int error = 0;  ///< An errno; 0 if there is a program. EACCES: there is something that must not be run.
    std::string path{};
  };
  /// Looks for a program as a shell does: one with a slash in its name where the name says, any other in the folders of
  /// `search`, a text as PATH has it.
  [[nodiscard]] virtual Found find_program(const std::string& name, std::string_view search) const = 0;

  /// A variable, and its value; nothing takes it away.
  using Variable = std::pair<std::string, std::optional<std::string>>;
  /// Becomes the program at `path`, called with `words`, the first of which is its name, with our variables but for
  /// those given. Signals and descriptors are as they were when this process began. A file that the system cannot run
  /// is handed to the plain shell. Returns on failure alone, an errno: then the process is good for a message only.
  [[nodiscard]] virtual int become(const std::string& path, const std::vector<std::string>& words,
                                   std::span<const Variable> variables) = 0;
};

/// The state could not be read or written; `message()` says why and, where that is known here, what to do. It is one
/// line, in which all that comes from the state or its name can be seen.
class AccountFailure : public TextError {
 public:
  enum class Change : std::uint8_t { not_made, unknown };  ///< Unknown: it was made, and a power cut may undo it.

  explicit AccountFailure(std::string_view message, Change change = Change::not_made)
      : TextError(visible_line(message)), change_(change) {}

  [[nodiscard]] bool is_unknown() const { return change_ == Change::unknown; }

 private:
  Change change_;
};

class Accounts {
 public:
  Accounts() = default;
  Accounts(const Accounts&) = delete;
  Accounts& operator=(const Accounts&) = delete;
  virtual ~Accounts() = default;

  /// Calls `use` with an engine for the state at `path`. Throws AccountFailure where the engine fails; what else `use`
  /// throws passes through.
  virtual void visit(const std::string& path, const Engine::Options& options,
                     const std::function<void(Engine&)>& use) = 0;

  /// Makes one call to the service whose account is at `path`, in `region`. As visit() and Engine::call, unless
  /// something stands in between: a recorded service does in tests.
  virtual Outcome call(const std::string& path, const Engine::Options& options, const Operation& operation,
                       const Json& request, std::string_view region) {
    Outcome outcome;
    visit(path, options, [&](Engine& engine) { outcome = engine.call(operation, request, region); });
    return outcome;
  }

  /// Calls `use` with the path of a state that is nobody's and not there yet, and removes whatever was put there
  /// afterwards, also where `use` throws. Throws AccountFailure where there is no place for it.
  virtual void with_scratch(const std::function<void(const std::string& path)>& use) = 0;
};

/// A call of an operation that writes, for whoever has to say what is safe after its answer did not arrive
/// (aftermath.h).
struct WritingCall {
  const Operation* operation = nullptr;
  std::string place{};  ///< The options that said where: ` --region eu-west-1`, or nothing.
  CallNotes notes{};    ///< What was to be done, from before the state is changed on.
  bool is_done = false;
  std::optional<std::chrono::seconds> token_lifetime{};  ///< As in Engine::Options.
};

/// All references must outlive the struct.
struct World {
  std::string_view program;  ///< The name that the program was called by, without folders: `ec2mimic` or `aws`.
  Streams& streams;
  const Environment& environment;
  Files& files;
  Clock& clock;
  Identifiers& identifiers;
  Accounts& accounts;
  Process& process;
  /// The one shown last: it is long work to take a big one apart, and the end of the process need not.
  Json answer{};
  std::optional<WritingCall> writing{};  ///< The one of this run, if there was any.
};

/// run() of run.h: from the words of a line (argv without the program's name) to an exit code. Handed to the rooms
/// below it that run lines.
using RunLine = int (*)(World& world, std::span<const std::string_view> words);

}  // namespace ec2mimic::cli
