// Every word on stderr: how a failure is wrapped, the usage text, and the exit codes.
//
// The rest of the front end throws a Failure that holds a bare message and its kind; this page alone knows the empty
// lines, prefixes and usage texts around it. The voice is that of the AWS CLI v2 up to 2.30. The later voice, in which
// each error begins with `aws: [ERROR]: `, is another way of saying the same failures and can be added here alone.
#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "core/api_error.h"

namespace ec2mimic::cli {

enum ExitCode : int {
  kSuccess = 0,
  kProblemsFound = 1,       ///< `state verify` found some, or a question was answered with no.
  kBadUsage = 252,          ///< The command line is wrong.
  kBadConfiguration = 253,  ///< The environment is.
  kServiceRefused = 254,    ///< EC2 said no.
  kGeneralError = 255,      ///< All else.
  kInterrupted = 130,       ///< Ctrl-C.
};

/// Ends a command early. Thrown anywhere in the front end, caught by run() alone.
class Failure : public std::exception {
 public:
  enum class Kind {
    message,          ///< Stands alone.
    usage,            ///< The words are wrong: comes with the usage text.
    first_usage,      ///< The same, found by the first look at the line, which knows --profile and --debug alone.
    unknown_options,  ///< Comes with the usage text and without a prefix.
  };

  Failure(Kind kind, std::string message, ExitCode code) : kind_(kind), message_(std::move(message)), code_(code) {}

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] const std::string& message() const { return message_; }
  [[nodiscard]] ExitCode code() const { return code_; }
  [[nodiscard]] const char* what() const noexcept override { return message_.c_str(); }

 private:
  Kind kind_;
  std::string message_;
  ExitCode code_;
};

/// The failures that are made in several places.
namespace failures {

[[nodiscard]] Failure bad_usage(std::string message);                                    ///< With the usage text; 252.
[[nodiscard]] Failure refused(std::string message);                                      ///< Without; 252.
[[nodiscard]] Failure general(std::string message);                                      ///< 255.
[[nodiscard]] Failure bad_parameter(std::string_view option, std::string_view message);  ///< 252.

/// `argument NAME: Invalid choice, ...` with all choices in two columns, and those that `word` comes near to.
[[nodiscard]] Failure invalid_choice(std::string_view argument, std::string_view word,
                                     const std::vector<std::string_view>& choices);

/// What the client finds wrong with a request before it sends it.
[[nodiscard]] Failure bad_parameters(const std::vector<std::string>& faults);

/// What the service answers. `operation` is its AWS name.
[[nodiscard]] Failure service_error(const ApiError& error, std::string_view operation);

}  // namespace failures

/// How the command line is to be written, for a program of that name; ends with a line break.
[[nodiscard]] std::string usage_text(std::string_view program);

/// A failure as it goes to stderr, whole.
[[nodiscard]] std::string voice(const Failure& failure, std::string_view program);

}  // namespace ec2mimic::cli
