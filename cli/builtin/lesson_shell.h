// What the commands of a lesson run in.
//
// Calls of this program go through run() within this process, like one that is typed, on a system with captured output,
// an empty stdin, and only the variables that the lesson itself sets. Using a real shell for all of them was rejected:
// the lesson would depend on what is installed. Whatever else a lesson has, such as a loop or twenty processes at once,
// is run by a separate `sh`. What that leaves running in the background may serve later commands, and ends with the
// lesson.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/system/system.h"

namespace ec2mimic::cli {

/// The name in messages for a lesson's own state, whose real name is random.
inline constexpr std::string_view kTemporaryState = "a temporary file";

struct CommandResult {
  std::string out{};
  std::string err{};
  int exit_code = 0;
};

class LessonShell {
 public:
  /// The commands use the state at the path `state` and log their calls at `log`, which is beside it. The system must
  /// outlive this. What sh runs begins in a folder beside them that holds nothing else, and other files are left there.
  LessonShell(System& system, RunLine run, std::string state, std::string log)
      : system_(system), run_(run), state_(std::move(state)), log_(std::move(log)) {}

  /// Runs a command. `aws` is always this program, so that no lesson reaches AWS. Variables that a command sets
  /// are there for the next, exported, and so are functions that it begins with and the folder in which it ends.
  /// Throws Failure if it needs sh and that cannot be run.
  [[nodiscard]] CommandResult perform(const std::string& command);

 private:
  CommandResult call(const std::vector<std::string>& words, const std::map<std::string, std::string>& variables);
  CommandResult run_by_shell(const std::string& command);
  [[nodiscard]] std::string own_folder() const;    // of the state
  [[nodiscard]] std::string shell_folder() const;  // in which sh runs the next command
  [[nodiscard]] std::string named_log() const;     // how the lesson calls the log; empty if it does not
  /// True if a word names a file in the folder where sh runs, which a call within this process would not find.
  [[nodiscard]] bool names_file(const std::vector<std::string>& words) const;
  void set(std::map<std::string, std::string>& variables, std::string_view assignment);

  System& system_;
  RunLine run_;
  std::string state_;
  std::string log_;
  std::map<std::string, std::string> variables_{};
  std::string functions_{};                // the commands that define them
  std::string folder_{};                   // in which sh is; empty if it has not run yet
  bool names_log_ = false;                 // it set EC2MIMIC_LOG
  std::uint64_t tokens_made_ = 0;          // by the client itself
  std::unique_ptr<ProcessGroup> group_{};  // of what sh runs
};

}  // namespace ec2mimic::cli
