// How a command ends early: what went wrong, as a bare message, and the exit code.
//
// Thrown anywhere in the front end, caught only by run(). A failure does not know the blank lines, prefixes and usage
// texts printed around its message (output/error_text.h adds them). Where the old and the current AWS CLI word an error
// differently, the failure holds both wordings, so that the code that throws it need not know which is wanted.
#pragma once

#include <array>
#include <exception>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/seam/api_error.h"

namespace ec2mimic::cli {

enum ExitCode : int {
  kSuccess = 0,
  kProblemsFound = 1,       ///< `state verify` found problems, or a question was answered with no.
  kCannotRun = 126,         ///< The command of `run` exists but cannot be executed, as in a shell.
  kNotFound = 127,          ///< The command of `run` was not found, as in a shell.
  kKilled = 137,            ///< What a shell says of a process that ended as by kill -9.
  kBadUsage = 252,          ///< The command line is wrong.
  kBadConfiguration = 253,  ///< The configuration or environment is wrong.
  kServiceRefused = 254,    ///< The service returned an error.
  kGeneralError = 255,      ///< Anything else.
  kInterrupted = 130,       ///< Ctrl-C.
};

/// Whose wording is printed: that of the AWS CLI v2 up to 2.30, or that of current versions, which is used once an
/// error format is chosen.
enum class Era { v2_30, current };

/// The codes of errors that the client finds itself.
inline constexpr std::array<std::string_view, 3> kClientErrors{"Configuration", "Pager", "ParamValidation"};

class Failure : public std::exception {
 public:
  enum class Kind {
    message,          ///< Printed on its own.
    usage,            ///< The command line is wrong: printed with the usage text.
    first_usage,      ///< The same, found in the first pass over the line, which only knows --profile and --debug.
    unknown_options,  ///< Printed with the usage text, in a format of its own.
  };

  /// `message` is the wording of AWS CLI v2 up to 2.30, without usage text.
  Failure(Kind kind, std::string message, ExitCode exit) : kind_(kind), message_(std::move(message)), exit_(exit) {}

  /// The current wording, if it differs.
  [[nodiscard]] Failure current_wording(std::string message) && {
    current_ = std::move(message);
    return std::move(*this);
  }

  /// The error code that the current wording names, one of kClientErrors. Without one, failures with exit code 252
  /// except unknown_options are `ParamValidation`, and the others have no code.
  [[nodiscard]] Failure coded(std::string code) && {
    code_ = std::move(code);
    return std::move(*this);
  }

  /// The error that the service returned; the message is the sentence that reports it.
  [[nodiscard]] Failure answered(ApiError answer) && {
    answer_ = std::move(answer);
    return std::move(*this);
  }

  /// A final line of our own, after everything that the AWS CLI would print.
  [[nodiscard]] Failure noted(std::string note) && {
    note_ = std::move(note);
    is_hint_ = false;
    return std::move(*this);
  }

  /// The same for one that can be done without: it is left out where the error is a document for programs.
  [[nodiscard]] Failure hinted(std::string hint) && {
    note_ = std::move(hint);
    is_hint_ = true;
    return std::move(*this);
  }

  [[nodiscard]] Kind kind() const { return kind_; }
  /// The message in the wording of that era; the same in both unless current_wording() was called.
  [[nodiscard]] const std::string& message(Era era = Era::v2_30) const {
    return era == Era::current && current_ ? *current_ : message_;
  }
  [[nodiscard]] ExitCode exit_code() const { return exit_; }
  [[nodiscard]] std::string_view aws_code() const;  ///< The code to print; empty if there is none.
  [[nodiscard]] const std::optional<ApiError>& answer() const { return answer_; }
  [[nodiscard]] const std::string& note() const { return note_; }
  [[nodiscard]] bool is_hint() const { return is_hint_; }  ///< Whether the note can be done without.
  [[nodiscard]] const char* what() const noexcept override { return message_.c_str(); }

 private:
  Kind kind_;
  std::string message_;
  ExitCode exit_;
  std::optional<std::string> current_{};
  std::string code_{};
  std::optional<ApiError> answer_{};
  std::string note_{};
  bool is_hint_ = false;
};

/// Failures that are thrown in several places.
namespace failures {

[[nodiscard]] Failure bad_usage(std::string message);  ///< With the usage text. Exit code 252.
[[nodiscard]] Failure refused(std::string message);    ///< Without it. 252.
[[nodiscard]] Failure general(std::string message);    ///< 255.
[[nodiscard]] Failure bad_parameter(std::string_view option, std::string_view message);  ///< 252.

/// The words that belong to no option, in the order in which the AWS CLI reports them.
[[nodiscard]] Failure unknown_options(const std::vector<std::string>& words);
/// The same for `wait` and `configure`, before a subcommand is found or after it; without the usage text.
[[nodiscard]] Failure unknown_words(std::span<const std::string_view> words);

/// For a word that is not one of the choices. The old wording lists all choices in two columns; both wordings suggest
/// those that resemble the word.
[[nodiscard]] Failure invalid_choice(std::string_view argument, std::string_view word,
                                     const std::vector<std::string_view>& choices);
/// The same with suggestions taken from `near` instead of `choices`.
[[nodiscard]] Failure invalid_choice(std::string_view argument, std::string_view word,
                                     const std::vector<std::string_view>& choices,
                                     const std::vector<std::string_view>& near);

/// For a command that AWS has and this program does not: an invalid choice, and a final line that says so. `command` is
/// what was asked for: `s3`, `ec2 run-instances`.
[[nodiscard]] Failure not_mimicked(std::string_view argument, std::string_view word,
                                   const std::vector<std::string_view>& choices, std::string_view command);

/// Faults that the client finds in a request before sending it.
[[nodiscard]] Failure bad_parameters(const std::vector<std::string>& faults);

/// An error returned by the service. `operation` is its AWS name. `all_retries` is the number of retries if the last
/// one that was allowed got this error, whatever the error is: the AWS CLI v2 says so then.
[[nodiscard]] Failure service_error(const ApiError& error, std::string_view operation, std::optional<int> all_retries);

}  // namespace failures
}  // namespace ec2mimic::cli
