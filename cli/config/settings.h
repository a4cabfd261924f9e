// Settings that the command line may leave open: region, profile, output format, pager and so on.
//
// Each is looked up in the AWS CLI's order: the option, the variables, the profile in the configuration files, a
// default. A variable that is set but empty counts wherever it does in the AWS CLI, which is nearly everywhere.
//
// Both configuration files are read once, when a setting first needs them. A missing profile or a faulty file is
// therefore reported at the same point as by the AWS CLI: a call asks for its settings in the AWS CLI's order, and a
// setting looks at the files only if neither option nor variables set it.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "cli/args/global_options.h"
#include "cli/config/profiles.h"
#include "cli/system/system.h"

namespace ec2mimic::cli {

/// How the AWS CLI retries calls.
struct RetryRules {
  int attempts = 3;          ///< How often a call is tried at most; at least 1.
  bool is_adaptive = false;  ///< Waits longer if the service asks for fewer calls.
};

class Settings {
 public:
  /// The settings of a line with these options. Reads nothing yet. The system must outlive the settings.
  explicit Settings(const System& system, const GlobalOptions& globals = {}) : system_(system), globals_(globals) {}

  /// --region, AWS_REGION, AWS_DEFAULT_REGION, `region`, otherwise us-east-1. Throws Failure if the name is malformed
  /// or there is no such region.
  [[nodiscard]] std::string region() const;

  /// --output, AWS_DEFAULT_OUTPUT, `output`, otherwise json. Not checked: see check_output.
  [[nodiscard]] std::string output() const;
  /// Throws Failure (255) if output() is not a format. The AWS CLI only finds this when it prints the result, so a
  /// create call has taken effect by then.
  void check_output() const;

  /// --cli-error-format, AWS_CLI_ERROR_FORMAT, `cli_error_format`, in lower case and not checked; nothing if none is
  /// set. Throws Failure if it has to read the profile and there is none, or a file is faulty.
  [[nodiscard]] std::optional<std::string> error_format() const;

  /// AWS_MAX_ATTEMPTS, `max_attempts`, otherwise 3; and AWS_RETRY_MODE, `retry_mode`, otherwise standard. Throws
  /// Failure if the number is malformed or less than 1, or if the mode is unknown: also for `legacy`, as AWS CLI v2
  /// does.
  [[nodiscard]] RetryRules retry_rules() const;

  /// AWS_PAGER, `cli_pager`, PAGER, otherwise `less`: a command line. Nothing if --no-cli-pager is given or the value
  /// is empty.
  [[nodiscard]] std::optional<std::string> pager() const;

  /// True if output has colours: as --color says, otherwise if stdout is a terminal, unless NO_COLOR is set or TERM is
  /// `dumb`. The AWS CLI ignores these two.
  [[nodiscard]] bool colours() const;

  /// --profile, AWS_PROFILE, AWS_DEFAULT_PROFILE. Nothing if none is set: then it is `default`, which need not exist.
  [[nodiscard]] std::optional<std::string> profile_name() const;

  /// The profile; null if none is named and there is no `default`. Throws Failure (255) if the one named does not
  /// exist.
  [[nodiscard]] const Profile* profile() const;

  /// The value of a key in the profile; nothing for a nested value. Throws as profile() does.
  [[nodiscard]] std::optional<std::string> configured(std::string_view key) const;

  /// Both configuration files. Throws Failure (255) if one of them is faulty.
  [[nodiscard]] const Profiles& profiles() const;

  /// The address of the service, for messages: --endpoint-url, otherwise that of `service` (`ec2`) in region().
  [[nodiscard]] std::string endpoint(std::string_view service) const;

  /// --cli-read-timeout, otherwise 60 seconds: how long to wait for an answer. Zero or less means forever.
  [[nodiscard]] std::chrono::seconds read_timeout() const;

  /// Throws Failure if --endpoint-url has no `://`. The option has no other effect.
  void check_endpoint() const;

  /// Throws Failure if AWS_CLI_OUTPUT_ENCODING is not an encoding that Python knows. Only applies if an error format is
  /// chosen, because older releases of the AWS CLI do not read the variable. It has no other effect: all output is
  /// UTF-8.
  void check_encoding() const;

 private:
  // The value of a variable; an empty one counts as set.
  [[nodiscard]] std::optional<std::string> variable(const char* name) const;

  const System& system_;
  GlobalOptions globals_;
  mutable std::optional<Profiles> profiles_{};  // filled when first needed
};

/// AWS_REGION, otherwise AWS_DEFAULT_REGION, even if empty; nothing if neither is set.
[[nodiscard]] std::optional<std::string_view> region_variable(const Environment& environment);

/// --state, EC2MIMIC_STATE, otherwise ec2mimic/state.json under XDG_STATE_HOME or ~/.local/state. Throws Failure if
/// none of these is available.
[[nodiscard]] std::string state_path(const GlobalOptions& globals, const Environment& environment);

/// Where calls are logged: the value of --log, otherwise EC2MIMIC_LOG. Nothing if neither is set.
[[nodiscard]] std::optional<std::string> log_path(std::optional<std::string_view> option,
                                                  const Environment& environment);

/// The pager for help: MANPAGER, PAGER, otherwise `less -R`; nothing if the first one set is empty.
[[nodiscard]] std::optional<std::string> help_pager(const Environment& environment);

/// The options of `less`: LESS, otherwise FRX as in the AWS CLI, so that a text that fits on the screen is not paged
/// and colours are kept.
[[nodiscard]] std::string less_options(const Environment& environment);

/// The folder for the program's own files, wherever the state is: ec2mimic under XDG_STATE_HOME or ~/.local/state.
/// Throws Failure if neither is available.
[[nodiscard]] std::string state_folder(const Environment& environment);

/// True if EC2MIMIC_SLEEP is 1: delays and pauses take time. Throws Failure (252) if it is neither 1 nor 0.
[[nodiscard]] bool sleeps(const Environment& environment);

/// Reads EC2MIMIC_TOKEN_TTL, EC2MIMIC_SEED, EC2MIMIC_NOW, EC2MIMIC_TRANSITIONS, EC2MIMIC_QUOTAS and EC2MIMIC_KEEP.
/// Throws Failure (252) for a malformed value.
[[nodiscard]] Engine::Options engine_options(const Environment& environment);

/// Parses a time such as `2026-01-31T12:00:00Z`, or an offset from the clock such as `+2h` or `-30m`; nothing if the
/// text is neither.
[[nodiscard]] std::optional<ClockSetting> clock_setting(std::string_view text);

/// Parses a duration such as `90s`, `30m`, `24h`, `7d` or `3600` (seconds); nothing if it is malformed or longer than
/// 100 years of 365 days.
[[nodiscard]] std::optional<std::chrono::seconds> duration(std::string_view text);

}  // namespace ec2mimic::cli
