// How a command ends early: what went wrong, as a bare message, and the exit code.
//
// Thrown anywhere in the front end, caught by run() alone. A failure knows nothing of the empty lines, prefixes and
// usage texts around its message: those are the voice's (voice.h). Where the two voices that the program speaks say a
// thing in different words, the failure holds both, so that whoever throws it need not know which one will be asked
// for.
#pragma once

#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/seam/api_error.h"

namespace ec2mimic::cli {

enum ExitCode : int {
  kSuccess = 0,
  kProblemsFound = 1,       ///< `state verify` found some, or a question was answered with no.
  kCannotRun = 126,         ///< The command of `run` is there and cannot be run, as a shell says it.
  kNotFound = 127,          ///< It is not there.
  kBadUsage = 252,          ///< The command line is wrong.
  kBadConfiguration = 253,  ///< The environment is.
  kServiceRefused = 254,    ///< EC2 said no.
  kGeneralError = 255,      ///< All else.
  kInterrupted = 130,       ///< Ctrl-C.
};

/// The two voices: that of the AWS CLI v2 up to 2.30, and that of today's, which is spoken once an error format is
/// chosen.
enum class Voice { earlier, today };

class Failure : public std::exception {
 public:
  enum class Kind {
    message,          ///< Stands alone.
    usage,            ///< The words are wrong: comes with the usage text.
    first_usage,      ///< The same, found by the first look at the line, which knows --profile and --debug alone.
    unknown_options,  ///< Comes with the usage text and in a way of its own.
  };

  Failure(Kind kind, std::string message, ExitCode exit) : kind_(kind), message_(std::move(message)), exit_(exit) {}

  /// The words of today's voice, where they are others.
  [[nodiscard]] Failure said_today(std::string message) && {
    today_ = std::move(message);
    return std::move(*this);
  }

  /// The code that today's voice names: `NoRegion`. Without one, whatever ends with 252 is a `ParamValidation`, and the
  /// rest has none.
  [[nodiscard]] Failure coded(std::string code) && {
    code_ = std::move(code);
    return std::move(*this);
  }

  /// What the service refused; the message is the sentence about it.
  [[nodiscard]] Failure answered(ApiError answer) && {
    answer_ = std::move(answer);
    return std::move(*this);
  }

  /// A last line, below everything that the AWS CLI says: ours.
  [[nodiscard]] Failure noted(std::string note) && {
    note_ = std::move(note);
    return std::move(*this);
  }

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] const std::string& message(Voice voice = Voice::earlier) const {
    return voice == Voice::today && today_ ? *today_ : message_;
  }
  [[nodiscard]] ExitCode code() const { return exit_; }
  [[nodiscard]] std::string_view error_code() const;  ///< Empty if there is none.
  [[nodiscard]] const std::optional<ApiError>& answer() const { return answer_; }
  [[nodiscard]] const std::string& note() const { return note_; }
  [[nodiscard]] const char* what() const noexcept override { return message_.c_str(); }

 private:
  Kind kind_;
  std::string message_;
  ExitCode exit_;
  std::optional<std::string> today_{};
  std::string code_{};
  std::optional<ApiError> answer_{};
  std::string note_{};
};

/// The failures that are made in several places.
namespace failures {

[[nodiscard]] Failure bad_usage(std::string message);                                    ///< With the usage text; 252.
[[nodiscard]] Failure refused(std::string message);                                      ///< Without; 252.
[[nodiscard]] Failure general(std::string message);                                      ///< 255.
[[nodiscard]] Failure bad_parameter(std::string_view option, std::string_view message);  ///< 252.

/// The words that belong to no option, in the order in which they are reported.
[[nodiscard]] Failure unknown_options(const std::vector<std::string>& words);

/// Of a word that is none of the choices: the earlier voice lists all choices in two columns, both name those that the
/// word comes near to.
[[nodiscard]] Failure invalid_choice(std::string_view argument, std::string_view word,
                                     const std::vector<std::string_view>& choices);
/// The same where more words than those that can be chosen are worth suggesting, `near`.
[[nodiscard]] Failure invalid_choice(std::string_view argument, std::string_view word,
                                     const std::vector<std::string_view>& choices,
                                     const std::vector<std::string_view>& near);

/// Of a command that AWS has and this program does not: an invalid choice, and a last line that says whose fault it is.
/// `command` is what was asked for: `s3`, `ec2 run-instances`.
[[nodiscard]] Failure not_mimicked(std::string_view argument, std::string_view word,
                                   const std::vector<std::string_view>& choices, std::string_view command);

/// What the client finds wrong with a request before it sends it.
[[nodiscard]] Failure bad_parameters(const std::vector<std::string>& faults);

/// What the service answers. `operation` is its AWS name. The AWS CLI tries `attempts` times (from 1) and says so where
/// it gave up, and also where a single attempt was allowed.
[[nodiscard]] Failure service_error(const ApiError& error, std::string_view operation, int attempts);

}  // namespace failures
}  // namespace ec2mimic::cli
