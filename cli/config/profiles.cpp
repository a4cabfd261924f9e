#include "cli/config/profiles.h"

#include <algorithm>
#include <cerrno>
#include <utility>

#include "cli/args/param_file.h"
#include "cli/errors/failure.h"
#include "cli/python/shell_words.h"

namespace ec2mimic::cli {
namespace {

// Returns NAME if the section is called `KIND NAME`, otherwise nothing. Like the AWS CLI, only checks how the first
// word begins: `profiles NAME` counts as well.
std::optional<std::string> named(std::string_view section, std::string_view kind) {
  if (!section.starts_with(kind)) return std::nullopt;
  ShellWords split = shell_words(section);
  if (split.unclosed || split.words.size() != 2) return std::nullopt;
  return std::move(split.words.back());
}

std::vector<ConfigSection> read(const System& system, const std::string& path) {
  const Files::Content file = system.files.read_regular(path);
  if (file.error == EFBIG) throw failures::general("Unable to parse config file: " + path + ": " + why_unread(EFBIG));
  // A missing file, or one that may not be read, is the same as an empty one.
  if (file.error != 0) return {};
  auto sections = parse_config(file.text);
  if (!sections) throw failures::general("Unable to parse config file: " + path);
  return std::move(*sections);
}

}  // namespace

const ConfigValue* Profile::find(std::string_view key) const {
  // Of a key that is in both files the one in the credentials file counts, even if it is no credential.
  const ConfigValue* value = credentials ? credentials->find(key) : nullptr;
  return value == nullptr && config ? config->find(key) : value;
}

Profiles::Profiles(std::vector<ConfigSection> config, std::vector<ConfigSection> credentials) {
  for (ConfigSection& section : config) {
    if (section.name == "default") {
      place("default").config = std::move(section);
    } else if (auto name = named(section.name, "profile")) {
      place(std::move(*name)).config = std::move(section);
    } else if (!section.name.starts_with("profile")) {
      other_places_.emplace(section.name, others_.size());
      others_.push_back(std::move(section));
    }
  }
  for (ConfigSection& section : credentials) place(section.name).credentials = std::move(section);
}

Profile& Profiles::place(std::string name) {
  const auto [at, is_new] = places_.emplace(std::move(name), profiles_.size());
  if (is_new) profiles_.emplace_back().name = at->first;
  return profiles_[at->second];
}

const Profile* Profiles::find(std::string_view name) const {
  const auto found = places_.find(name);
  return found == places_.end() ? nullptr : &profiles_[found->second];
}

const ConfigSection* Profiles::other_section(std::string_view name) const {
  const auto found = other_places_.find(name);
  return found == other_places_.end() ? nullptr : &others_[found->second];
}

const ConfigSection* Profiles::sub_section(std::string_view kind, std::string_view name) const {
  const auto found = std::find_if(others_.rbegin(), others_.rend(),
                                  [&](const ConfigSection& section) { return named(section.name, kind) == name; });
  return found == others_.rend() ? nullptr : &*found;
}

std::string config_name(const Environment& environment) {
  return std::string(environment.variable("AWS_CONFIG_FILE").value_or("~/.aws/config"));
}

std::string credentials_name(const Environment& environment) {
  return std::string(environment.variable("AWS_SHARED_CREDENTIALS_FILE").value_or("~/.aws/credentials"));
}

std::string config_path(const Environment& environment) { return expanded_path(config_name(environment), environment); }

std::string credentials_path(const Environment& environment) {
  return expanded_path(credentials_name(environment), environment);
}

Profiles read_profiles(const System& system) {
  auto config = read(system, config_path(system.environment));
  return {std::move(config), read(system, credentials_path(system.environment))};
}

}  // namespace ec2mimic::cli
