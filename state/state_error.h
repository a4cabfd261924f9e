// The one exception of this layer.
#pragma once

#include <exception>
#include <string>
#include <utility>

namespace ec2mimic::state {

/// What went wrong, for callers that have to decide what to do next.
enum class StateErrorKind {
  unreadable,       ///< The file, its folder or its lock cannot be opened or read.
  damaged,          ///< The file is not a valid state; untouched.
  newer,            ///< Written by a newer program; untouched.
  foreign,          ///< The path holds something other than a state; untouched.
  emptied,          ///< The file is empty but held a state; untouched.
  busy,             ///< Another process held the lock, or kept changing the file, for longer than we wait.
  not_written,      ///< The change could not be made; the old state is intact.
  unknown_outcome,  ///< The change may or may not have become durable.
};

/// Thrown for every failure of the state. `message()` is one line and names the path; it has no prefix and no trailing
/// line break. It may hold any characters that the file and its path do: the caller makes them printable. what() ends
/// at the first NUL among them.
class StateError : public std::exception {
 public:
  StateError(StateErrorKind kind, std::string path, std::string message, int error = 0)
      : kind_(kind), path_(std::move(path)), message_(std::move(message)), error_(error) {}

  [[nodiscard]] StateErrorKind kind() const { return kind_; }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] const std::string& message() const { return message_; }
  /// The errno; 0 if no system call failed.
  [[nodiscard]] int error() const { return error_; }
  [[nodiscard]] const char* what() const noexcept override { return message_.c_str(); }

 private:
  StateErrorKind kind_;
  std::string path_;
  std::string message_;
  int error_;
};

/// The StateError (newer) for a file that this program does not know enough to understand, for the reason `what`.
[[nodiscard]] inline StateError newer_error(const std::string& path, const std::string& what) {
  return {StateErrorKind::newer, path, path + " was written by a newer ec2mimic: " + what + "; it is left as it is"};
}

}  // namespace ec2mimic::state
