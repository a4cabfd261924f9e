#include "cli/call/own_files.h"

#include "cli/config/profiles.h"

namespace ec2mimic::cli {

std::optional<std::string> owner_of_file(const System& system, const std::optional<std::string>& state,
                                         const std::string& path) {
  const auto described = [](const char* what, const std::string& owner) {
    return std::string(what) + " '" + owner + '\'';
  };
  const auto belongs_to = [&](const std::string& owner) { return system.files.belongs_to(path, owner); };
  if (state && belongs_to(*state)) return described("state", *state);
  const std::string config = config_path(system.environment);
  if (belongs_to(config)) return described("configuration file", config);
  const std::string credentials = credentials_path(system.environment);
  if (belongs_to(credentials)) return described("credentials file", credentials);
  return std::nullopt;
}

}  // namespace ec2mimic::cli
