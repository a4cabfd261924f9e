// What the two configuration files say together: the profiles, and the few sections that are none.
//
// In `~/.aws/config` a profile is a section `[profile NAME]`, quoted as in a shell where the name has blanks, or
// `[default]`. In `~/.aws/credentials` every section is a profile by its bare name. A profile may be in both; the
// credentials file wins where they disagree, whatever the key, because the AWS CLI lays one over the other.
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
  std::optional<ConfigSection> config{}, credentials{};  ///< At least one of them.

  /// The value of a key, or null.
  [[nodiscard]] const ConfigValue* find(std::string_view key) const;
};

class Profiles {
 public:
  /// From the sections of the two files.
  Profiles(std::vector<ConfigSection> config, std::vector<ConfigSection> credentials);

  /// In the order of the files, those of the credentials file alone behind the others.
  [[nodiscard]] const std::vector<Profile>& all() const { return profiles_; }
  /// The one of that name, or null.
  [[nodiscard]] const Profile* find(std::string_view name) const;
  /// A section of the config file that is no profile, or null.
  [[nodiscard]] const ConfigSection* other_section(std::string_view name) const;

 private:
  Profile& place(std::string name);

  std::vector<Profile> profiles_{};
  std::vector<ConfigSection> others_{};
  std::map<std::string, std::size_t, std::less<>> places_{}, other_places_{};
};

/// AWS_CONFIG_FILE, else `~/.aws/config`, with `~` and variables filled in.
[[nodiscard]] std::string config_path(const Environment& environment);
/// AWS_SHARED_CREDENTIALS_FILE, else `~/.aws/credentials`.
[[nodiscard]] std::string credentials_path(const Environment& environment);

/// Reads both files. One that is not there, is no regular file or may not be read says nothing; throws Failure (255)
/// for one that is wrong.
[[nodiscard]] Profiles read_profiles(const System& system);

}  // namespace ec2mimic::cli
