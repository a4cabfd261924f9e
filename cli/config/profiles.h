// The two configuration files combined: the profiles, and the few sections that are not profiles.
//
// In `~/.aws/config` a profile is a section `[profile NAME]`, with the name quoted as in a shell if it contains blanks,
// or `[default]`. In `~/.aws/credentials` every section is a profile, named without `profile`. A profile may be in both
// files; the credentials file takes precedence for every key, because the AWS CLI merges it over the other.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/config/config_file.h"
#include "cli/system/system.h"

namespace ec2mimic::cli {

struct Profile {
  std::string name{};
  std::optional<ConfigSection> config{}, credentials{};  ///< At least one is set.

  /// Finds the value of a key; null if there is none.
  [[nodiscard]] const ConfigValue* find(std::string_view key) const;
};

class Profiles {
 public:
  /// Merges the sections of the two files.
  Profiles(std::vector<ConfigSection> config, std::vector<ConfigSection> credentials);

  /// In file order; profiles that are only in the credentials file come last.
  [[nodiscard]] const std::vector<Profile>& all() const { return profiles_; }
  /// Finds a profile by name; null if there is none.
  [[nodiscard]] const Profile* find(std::string_view name) const;
  /// Finds a section of the config file that is not a profile; null if there is none.
  [[nodiscard]] const ConfigSection* other_section(std::string_view name) const;
  /// Finds a section named `KIND NAME` of the config file, for a KIND other than `profile`; null if there is none.
  [[nodiscard]] const ConfigSection* sub_section(std::string_view kind, std::string_view name) const;

 private:
  Profile& place(std::string name);

  std::vector<Profile> profiles_{};
  std::vector<ConfigSection> others_{};
  std::map<std::string, std::size_t, std::less<>> places_{}, other_places_{};
};

/// AWS_CONFIG_FILE, otherwise `~/.aws/config`: the name as it was given.
[[nodiscard]] std::string config_name(const Environment& environment);
/// AWS_SHARED_CREDENTIALS_FILE, otherwise `~/.aws/credentials`, likewise.
[[nodiscard]] std::string credentials_name(const Environment& environment);

/// config_name(), with `~` and variables expanded: the file that is read.
[[nodiscard]] std::string config_path(const Environment& environment);
/// credentials_name(), expanded in the same way.
[[nodiscard]] std::string credentials_path(const Environment& environment);

/// Reads both files. A file that is missing, not regular or not readable counts as empty. Throws Failure (255) if a
/// file does not parse or is too large.
[[nodiscard]] Profiles read_profiles(const System& system);

}  // namespace ec2mimic::cli
