#include "cli/config/settings.h"

#include <algorithm>
#include <array>
#include <limits>

#include "cli/args/param_file.h"
#include "cli/errors/failure.h"
#include "cli/python/encodings.h"
#include "cli/python/text.h"
#include "core/net/region_table.h"
#include "core/text/ascii.h"
#include "core/text/iso_time.h"
#include "core/text/whole_number.h"

namespace ec2mimic::cli {
namespace {

// botocore requires a DNS label: letters, digits and inner dashes, at most 63 characters, and not digits alone.
bool is_region_name(std::string_view name) {
  return name.find_first_not_of("0123456789") != std::string_view::npos && name.size() <= 63 &&
         ascii::is_alphanumeric(name.front()) && ascii::is_alphanumeric(name.back()) &&
         std::all_of(name.begin(), name.end(), [](char c) { return ascii::is_alphanumeric(c) || c == '-'; });
}

Failure no_place(std::string message) { return {Failure::Kind::message, std::move(message), kBadConfiguration}; }

// A variable of ours is input like an option, and fails like one.
Failure bad_variable(std::string_view name, std::string_view value, std::string_view wanted) {
  return failures::refused(std::string(name) + " is '" + std::string(value) + "', but should be " +
                           std::string(wanted) + '.');
}

std::optional<std::string> owned(std::optional<std::string_view> text) {
  return text ? std::optional<std::string>(*text) : std::nullopt;
}

int attempts(const std::string& text) {
  const python::Integer number = python::integer(text);
  if (number.outcome == python::Integer::Outcome::malformed) throw failures::general(python::invalid_integer(text));
  constexpr int kMost = std::numeric_limits<int>::max();
  const bool is_large = number.outcome == python::Integer::Outcome::too_large;
  const bool is_negative = python::lstrip(text).starts_with('-');
  if (is_large && !is_negative) return kMost;
  if (is_large || number.value < 1) {
    throw failures::general(
        "Value provided to \"max_attempts\": " + (is_large ? std::string(text) : std::to_string(number.value)) +
        " must be an integer greater than or equal to one.");
  }
  return static_cast<int>(std::min<std::int64_t>(number.value, kMost));
}

}  // namespace

std::optional<std::string> Settings::variable(const char* name) const {
  return owned(system_.environment.variable(name));
}

std::string Settings::region() const {
  // As for all settings, the first one that is there counts, even if it is empty.
  auto name = owned(globals_.region);
  if (!name) name = owned(region_variable(system_.environment));
  if (!name) name = configured("region");
  // The AWS CLI fails without a region. Here the first command should work without any configuration.
  if (!name) name = "us-east-1";
  // The AWS CLI accepts an empty name, and fails on the host name that it builds from it.
  if (name->empty()) throw failures::general("Invalid endpoint: https://ec2..amazonaws.com");
  if (!is_region_name(*name)) {
    throw failures::general("Provided region_name '" + *name + "' doesn't match a supported format.");
  }
  // The AWS client would now fail to resolve the region's host name.
  if (!is_region(*name)) {
    throw failures::general("Could not connect to the endpoint URL: \"https://ec2." + *name + ".amazonaws.com/\"");
  }
  return *name;
}

std::string Settings::output() const {
  auto name = owned(globals_.output);
  if (!name) name = variable("AWS_DEFAULT_OUTPUT");
  if (!name) name = configured("output");
  return name.value_or("json");
}

void Settings::check_output() const {
  const std::string name = output();
  if (!is_output(name)) throw failures::general("Unknown output type: " + name);
}

std::optional<std::string> Settings::error_format() const {
  auto name = owned(globals_.error_format);
  if (!name) name = variable("AWS_CLI_ERROR_FORMAT");
  if (!name) name = configured("cli_error_format");
  return name ? std::optional(ascii::lower(*name)) : std::nullopt;
}

RetryRules Settings::retry_rules() const {
  auto count = variable("AWS_MAX_ATTEMPTS");
  if (!count) count = configured("max_attempts");
  // A wrong value makes every call of the AWS CLI fail.
  const int number = attempts(count.value_or("3"));
  auto mode = variable("AWS_RETRY_MODE");
  if (!mode) mode = configured("retry_mode");
  if (mode && *mode != "standard" && *mode != "adaptive") {
    throw failures::general("Invalid value provided to \"mode\": \"" + *mode +
                            "\" must be one of: \"standard\" or \"adaptive\"");
  }
  return {number, mode == "adaptive"};
}

std::optional<std::string> Settings::pager() const {
  if (globals_.no_pager) return std::nullopt;
  auto command = variable("AWS_PAGER");
  if (!command) command = configured("cli_pager");
  if (!command) command = variable("PAGER");
  if (!command) command = "less";
  // An empty name means no pager, and so ends the search above.
  return command->empty() ? std::nullopt : command;
}

bool Settings::colours() const {
  const std::string_view color = globals_.color.value_or("auto");
  if (color != "auto") return color == "on";
  if (!system_.streams.out_is_terminal()) return false;
  const Environment& environment = system_.environment;
  return !environment.filled("NO_COLOR") && environment.variable("TERM") != "dumb";
}

std::optional<std::string> Settings::profile_name() const {
  // An empty --profile counts as not given, unlike an empty variable.
  if (globals_.profile && !globals_.profile->empty()) return owned(globals_.profile);
  const auto name = variable("AWS_PROFILE");
  return name ? name : variable("AWS_DEFAULT_PROFILE");
}

const Profile* Settings::profile() const {
  const auto name = profile_name();
  const Profile* found = profiles().find(name.value_or("default"));
  if (name && found == nullptr) throw failures::general("The config profile (" + *name + ") could not be found");
  return found;
}

std::optional<std::string> Settings::configured(std::string_view key) const {
  const Profile* found = profile();
  const ConfigValue* value = found == nullptr ? nullptr : found->find(key);
  return value == nullptr || value->nested ? std::nullopt : std::optional(value->text);
}

const Profiles& Settings::profiles() const {
  // Only when they are needed: `--version` works even if a file is broken.
  if (!profiles_) profiles_ = read_profiles(system_);
  return *profiles_;
}

std::string Settings::endpoint(std::string_view service) const {
  std::string url =
      owned(globals_.endpoint_url).value_or("https://" + std::string(service) + '.' + region() + ".amazonaws.com");
  if (!url.ends_with('/')) url += '/';
  return url;
}

std::chrono::seconds Settings::read_timeout() const {
  constexpr std::int64_t kUsual = 60;
  if (!globals_.read_timeout) return std::chrono::seconds(kUsual);
  // Anything but a number was refused when the line was read.
  const python::Integer read = python::integer(*globals_.read_timeout);
  const bool is_small = read.outcome == python::Integer::Outcome::read && read.value <= std::numeric_limits<int>::max();
  return std::chrono::seconds(is_small ? read.value : 0);
}

void Settings::check_endpoint() const {
  if (!globals_.endpoint_url || globals_.endpoint_url->find("://") != std::string_view::npos) return;
  throw failures::general("Invalid endpoint: " + std::string(*globals_.endpoint_url));
}

void Settings::check_encoding() const {
  const auto name = variable("AWS_CLI_OUTPUT_ENCODING");
  if (!name || is_python_encoding(*name) || !error_format()) return;
  throw failures::general("Unknown codec `" + *name + "` specified for AWS_CLI_OUTPUT_ENCODING.");
}

namespace {

std::optional<std::string> usual_folder(const Environment& environment) {
  // The XDG specification says to ignore a relative path.
  const auto xdg = environment.filled("XDG_STATE_HOME");
  if (xdg && xdg->front() == '/') return std::string(*xdg) + "/ec2mimic";
  if (const auto home = environment.filled("HOME")) return std::string(*home) + "/.local/state/ec2mimic";
  return std::nullopt;
}

}  // namespace

std::optional<std::string_view> region_variable(const Environment& environment) {
  const auto region = environment.variable("AWS_REGION");
  return region ? region : environment.variable("AWS_DEFAULT_REGION");
}

std::string state_path(const GlobalOptions& globals, const Environment& environment) {
  if (globals.state) {
    if (globals.state->empty()) throw failures::refused("The option --state needs a file name.");
    // A shell expands `~` only at the start of a word, so not in `--state=~/x`.
    return home_path(std::string(*globals.state), environment);
  }
  if (const auto path = environment.filled("EC2MIMIC_STATE")) return home_path(std::string(*path), environment);
  const auto folder = usual_folder(environment);
  if (folder) return *folder + "/state.json";
  throw no_place("There is no location for the state: set EC2MIMIC_STATE to a file name, or set HOME.");
}

std::optional<std::string> log_path(std::optional<std::string_view> option, const Environment& environment) {
  const auto path = option ? option : environment.filled("EC2MIMIC_LOG");
  return path ? std::optional(home_path(std::string(*path), environment)) : std::nullopt;
}

std::optional<std::string> help_pager(const Environment& environment) {
  auto pager = environment.variable("MANPAGER");
  if (!pager) pager = environment.variable("PAGER");
  if (!pager) pager = "less -R";
  return pager->empty() ? std::nullopt : owned(pager);
}

std::string less_options(const Environment& environment) {
  return std::string(environment.variable("LESS").value_or("FRX"));
}

std::string state_folder(const Environment& environment) {
  if (auto folder = usual_folder(environment)) return *std::move(folder);
  throw no_place("There is no location for the program's own files: set HOME or XDG_STATE_HOME.");
}

std::optional<std::chrono::seconds> duration(std::string_view text) {
  // A century is longer than anybody needs, and keeps the year of every time at four digits.
  constexpr std::int64_t kMost = std::int64_t{100} * 365 * 24 * 3600;
  if (text.empty()) return std::nullopt;
  std::int64_t unit = 1;
  switch (text.back()) {
    case 's':
      unit = 1;
      break;
    case 'm':
      unit = 60;
      break;
    case 'h':
      unit = 3600;
      break;
    case 'd':
      unit = 86400;
      break;
    default:
      unit = 0;
  }
  if (unit != 0) text.remove_suffix(1);
  if (unit == 0) unit = 1;
  // Ten digits cannot overflow below.
  if (text.empty() || text.size() > 10) return std::nullopt;
  std::int64_t count = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    count = count * 10 + (c - '0');
  }
  if (count > kMost / unit) return std::nullopt;
  return std::chrono::seconds(count * unit);
}

std::optional<ClockSetting> clock_setting(std::string_view text) {
  // A state cannot hold a year of five digits, and some times are computed a few days ahead.
  constexpr std::chrono::sys_days kEnd{std::chrono::year{9999} / 1 / 1};
  if (const auto moment = parse_iso_time(text)) {
    return *moment < kEnd ? std::optional(ClockSetting{moment, {}}) : std::nullopt;
  }
  if (!text.starts_with('+') && !text.starts_with('-')) return std::nullopt;
  const auto offset = duration(text.substr(1));
  if (!offset) return std::nullopt;
  return ClockSetting{{}, text.front() == '-' ? -*offset : *offset};
}

bool sleeps(const Environment& environment) {
  const auto text = environment.filled("EC2MIMIC_SLEEP");
  if (text && *text != "0" && *text != "1") {
    throw bad_variable("EC2MIMIC_SLEEP", *text, "0 or 1");
  }
  return text == "1";
}

Engine::Options engine_options(const Environment& environment) {
  Engine::Options options;
  if (const auto text = environment.filled("EC2MIMIC_TOKEN_TTL")) {
    options.token_lifetime = duration(*text);
    if (!options.token_lifetime) {
      throw bad_variable("EC2MIMIC_TOKEN_TTL", *text, "a duration such as 3600, 90s, 30m, 24h or 7d");
    }
  }
  if (const auto seed = environment.filled("EC2MIMIC_SEED")) options.seed = std::string(*seed);
  if (const auto text = environment.filled("EC2MIMIC_NOW")) {
    const auto setting = clock_setting(*text);
    if (!setting) {
      throw bad_variable(
          "EC2MIMIC_NOW", *text,
          "a time before 9999 such as 2026-01-31T12:00:00Z, or an offset such as +2h or -30m, at most a century");
    }
    options.clock = *setting;
  }
  if (const auto pace = environment.filled("EC2MIMIC_TRANSITIONS")) {
    if (*pace != "instant" && *pace != "real") {
      throw bad_variable("EC2MIMIC_TRANSITIONS", *pace, "instant or real");
    }
    options.pace = *pace == "real" ? Pace::real : Pace::instant;
  }
  if (const auto quotas = environment.filled("EC2MIMIC_QUOTAS")) {
    if (*quotas != "aws" && *quotas != "none") {
      throw bad_variable("EC2MIMIC_QUOTAS", *quotas, "aws or none");
    }
    options.quotas = *quotas == "aws";
  }
  if (const auto text = environment.filled("EC2MIMIC_KEEP")) {
    constexpr std::uint64_t kMostKept = 1000;
    const auto number = whole_number(*text);
    if (!number || *number > kMostKept) {
      throw bad_variable("EC2MIMIC_KEEP", *text, "a number from 0 to " + std::to_string(kMostKept));
    }
    options.kept_revisions = *number;
  }
  return options;
}

}  // namespace ec2mimic::cli
