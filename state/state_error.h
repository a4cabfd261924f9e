// The one exception of this layer.
#pragma once

#include <stdexcept>
#include <string>

namespace ec2mimic::state {

/// What went wrong, for who has to decide what to do next.
enum class StateErrorKind {
  unreadable,       ///< The file, its folder or its lock cannot be opened or read.
  damaged,          ///< The text is not a state of ours; untouched.
  newer,            ///< Written by a newer program; untouched.
  busy,             ///< Another process kept the lock for longer than our patience.
  not_written,      ///< The change could not be made; the old state stands.
  unknown_outcome,  ///< The change may or may not have become durable.
};

/// Thrown for every failure of the state. `what()` is one line (sometimes with a second that says what to do) and names
/// the path; it has no prefix and no trailing line break.
class StateError : public std::runtime_error {
 public:
  StateError(StateErrorKind kind, std::string path, const std::string& message, int error = 0)
      : std::runtime_error(message), kind_(kind), path_(std::move(path)), error_(error) {}

  [[nodiscard]] StateErrorKind kind() const { return kind_; }
  [[nodiscard]] const std::string& path() const { return path_; }
  /// The errno behind it; 0 if the system had no part in it.
  [[nodiscard]] int error() const { return error_; }

 private:
  StateErrorKind kind_;
  std::string path_;
  int error_;
};

}  // namespace ec2mimic::state
