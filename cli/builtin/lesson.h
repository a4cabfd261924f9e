// A lesson: a spec whose commands call this program, played step by step in its own account.
//
// `ec2mimic walkthrough` shows it on a terminal or as a page; both read what a LessonPlay yields and nothing else.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/builtin/lesson_shell.h"
#include "cli/call/logged_call.h"
#include "cli/help/spec.h"
#include "cli/system/system.h"

namespace ec2mimic::cli {

/// The lesson of that name: a built-in one, or a file. Throws Failure, which names the word, if it is neither or the
/// file, which a word with a slash or with `.spec` at its end must be, cannot be read (252), or if the file is not a
/// spec with at least one command (255). A byte order mark at its beginning is skipped.
[[nodiscard]] Spec find_lesson(System& system, std::string_view name);

/// What a step of a lesson did.
struct PlayedStep {
  std::string prose{};    ///< Paragraphs separated by empty lines, not wrapped.
  std::string command{};  ///< As typed, without a prompt; may have several lines.
  CommandResult result{};
  std::vector<LoggedCall> calls{};  ///< Those that the step made to the service.
  std::string difference{};         ///< From what the lesson promises, see lesson_difference(); empty if there is none.
};

/// How often an operation was called, and with what outcomes.
struct OperationCount {
  std::string operation{};  ///< `CreateRouteTable`
  std::uint64_t calls = 0;
  std::uint64_t attempts = 0;
  std::uint64_t created = 0;  ///< Resources.
};

class LessonPlay {
 public:
  /// `state` is the path of a state that does not exist yet; other files of the lesson are put beside it. The system
  /// must outlive this.
  LessonPlay(System& system, RunLine run, Spec lesson, const std::string& state);

  /// True once all steps were played; then prose() is the end of the lesson.
  [[nodiscard]] bool at_end() const { return next_ == lesson_.steps.size(); }
  /// What is said before the next step: paragraphs separated by empty lines, not wrapped.
  [[nodiscard]] std::string prose() const;
  /// The command of the next step, as typed.
  [[nodiscard]] const std::string& command() const { return lesson_.steps.at(next_).command; }
  /// True if the lesson promises that the next step prints something or fails, unlike `export A=1`.
  [[nodiscard]] bool promises_answer() const;
  /// Runs the next step. Throws Failure if a lesson cannot run it.
  [[nodiscard]] PlayedStep play();

  /// All calls to the service until now.
  [[nodiscard]] const std::vector<LoggedCall>& calls() const { return calls_; }
  /// The path of the state.
  [[nodiscard]] const std::string& state() const { return state_; }

 private:
  std::vector<LoggedCall> new_calls();

  Files& files_;
  Spec lesson_;
  std::string state_;
  std::string log_;
  LessonShell shell_;
  std::size_t next_ = 0;
  std::size_t log_read_ = 0;  // bytes of the log that were read
  std::vector<LoggedCall> calls_{};
};

/// The end of a lesson: each operation in the order of its first call.
[[nodiscard]] std::vector<OperationCount> operation_counts(const std::vector<LoggedCall>& calls);

/// The lines in which the result of a step differs from the lesson: the expected ones with `-`, the actual ones with
/// `+`. Empty if there is no difference.
[[nodiscard]] std::string lesson_difference(const SpecStep& step, const CommandResult& seen);

}  // namespace ec2mimic::cli
