// What the command line leaves open and something else may answer: region, profile, output format, pager and so on.
//
// Each has the AWS CLI's order: the option, then the variables, then the profile in the configuration files, then a
// default. A variable that is set and empty counts where the AWS CLI counts it, which is nearly everywhere.
//
// The configuration files are read when the first setting needs them, both at once and once only. That a profile is
// unknown or a file is wrong is found in the same moment as the AWS CLI finds it: a call asks for its settings in the
// AWS CLI's order, and each setting looks at the files only if option and variables left it open.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "cli/args/global_options.h"
#include "cli/config/profiles.h"
#include "cli/system/system.h"

namespace ec2mimic::cli {

class Settings {
 public:
  /// Of a line with these options. Reads nothing yet. The world must outlive the settings.
  explicit Settings(const System& system, const GlobalOptions& globals = {}) : system_(system), globals_(globals) {}

  /// --region, AWS_REGION, AWS_DEFAULT_REGION, `region`, else us-east-1. Throws Failure if it is not the name of a
  /// region by its form, or of one that does not exist.
  [[nodiscard]] std::string region() const;

  /// --output, AWS_DEFAULT_OUTPUT, `output`, else json. Not checked: see check_output.
  [[nodiscard]] std::string output() const;
  /// Throws Failure (255) if output() names no format. The AWS CLI finds this when it comes to print, so that a create
  /// has created by then.
  void check_output() const;

  /// --cli-error-format, AWS_CLI_ERROR_FORMAT, `cli_error_format`, in lower case, or nothing: nobody chose one. It may
  /// be no format's name. Throws Failure where it has to look into a profile that there is not, or a file that is
  /// wrong.
  [[nodiscard]] std::optional<std::string> error_format() const;

  /// AWS_MAX_ATTEMPTS, `max_attempts`, else 3: how often a call is tried, at least once. AWS_RETRY_MODE and
  /// `retry_mode` are checked with it, because the AWS CLI reads them together. Throws Failure for what is no number,
  /// is less than 1, or is no mode.
  [[nodiscard]] int max_attempts() const;

  /// AWS_PAGER, `cli_pager`, PAGER, else `less`: a command for a shell. Nothing if --no-cli-pager or an empty value
  /// says that there is to be none.
  [[nodiscard]] std::optional<std::string> pager() const;

  /// Whose habits decide about colours where --color does not.
  enum class Look : std::uint8_t { as_aws, ours };
  /// Whether what is shown has colours: as --color says, else if stdout is a terminal. What is ours then has none
  /// either if NO_COLOR is set or TERM is `dumb`, to which the AWS CLI pays no heed.
  [[nodiscard]] bool colours(Look look) const;

  /// --profile, AWS_PROFILE, AWS_DEFAULT_PROFILE, or nothing: `default`, which then need not exist.
  [[nodiscard]] std::optional<std::string> profile_name() const;

  /// The profile, or null if none is named and there is no default. Throws Failure (255) if the one named is not there.
  [[nodiscard]] const Profile* profile() const;

  /// The value of a key in the profile. As profile(); nested values are nobody's here.
  [[nodiscard]] std::optional<std::string> configured(std::string_view key) const;

  /// Both configuration files. Throws Failure (255) if one of them is wrong.
  [[nodiscard]] const Profiles& profiles() const;

  /// Throws Failure if --endpoint-url is not the address of anything. It has no other effect.
  void check_endpoint() const;

  /// Throws Failure if AWS_CLI_OUTPUT_ENCODING names no encoding that Python knows. Older releases of the AWS CLI do
  /// not read it, so it counts only where an error format is chosen. It has no other effect: all output is UTF-8.
  void check_encoding() const;

 private:
  // The value of a variable, if it is set, if only to nothing.
  [[nodiscard]] std::optional<std::string> variable(const char* name) const;

  const System& system_;
  GlobalOptions globals_;
  mutable std::optional<Profiles> profiles_{};  // once read
};

/// --state, EC2MIMIC_STATE, else ec2mimic/state.json under XDG_STATE_HOME or ~/.local/state. Throws Failure if none of
/// these says where.
[[nodiscard]] std::string state_path(const GlobalOptions& globals, const Environment& environment);

/// The folder of the program's own files, whatever the state's file is: ec2mimic under XDG_STATE_HOME or
/// ~/.local/state. Throws Failure if none of these says where.
[[nodiscard]] std::string state_folder(const Environment& environment);

/// AWS_MAX_ATTEMPTS, else 3: how often the AWS CLI tries a call. Offline it shows in messages alone. Throws Failure if
/// it is no count.
[[nodiscard]] int attempts(const Environment& environment);

/// EC2MIMIC_TOKEN_TTL, EC2MIMIC_SEED, EC2MIMIC_NOW and EC2MIMIC_TRANSITIONS. Throws Failure (253) for a value that is
/// not of the right form.
[[nodiscard]] Engine::Options engine_options(const Environment& environment);

/// A moment such as `2026-01-31T12:00:00Z`, or an offset from the clock such as `+2h` or `-30m`; nothing for any other
/// text.
[[nodiscard]] std::optional<ClockSetting> clock_setting(std::string_view text);

/// A time such as `90s`, `30m`, `24h`, `7d` or `3600` (seconds); nothing if the text is none or more than 100 years.
[[nodiscard]] std::optional<std::chrono::seconds> duration(std::string_view text);

}  // namespace ec2mimic::cli
