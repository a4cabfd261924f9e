#include "cli/builtin/takeover.h"

#include <algorithm>
#include <array>

#include "cli/args/param_file.h"
#include "cli/config/settings.h"
#include "cli/data/embedded.h"
#include "cli/errors/failure.h"
#include "cli/python/shell_words.h"
#include "cli/python/text.h"
#include "core/text/split.h"

namespace ec2mimic::cli {
namespace {

constexpr std::array<std::string_view, 2> kNames{"aws", "aws_completer"};
// The search path if PATH is not set.
constexpr std::string_view kUsualPath = "/bin:/usr/bin";

std::string guard_script(const std::string& program) {
  std::string script(embedded("activate/guard"));
  constexpr std::string_view kMessage = "@message@";
  script.replace(script.find(kMessage), kMessage.size(),
                 shell_quoted("ec2mimic: " + program +
                              " cannot be run, and no other `aws` is run instead. Reinstall ec2mimic, or call "
                              "ec2mimic_deactivate if it was activated."));
  return script;
}

std::string absolute(const System& system, std::string_view path) {
  if (path.starts_with('/')) return std::string(path);
  const std::string folder = system.process.folder();
  if (folder.empty()) {
    throw failures::general("The path " + python::repr(path) +
                            " is relative, and the current folder cannot be determined.");
  }
  while (path.starts_with("./")) path.remove_prefix(std::min(path.find_first_not_of('/', 1), path.size()));
  return (folder == "/" ? "" : folder) + '/' + std::string(path);
}

std::optional<std::string> place(const System& system, std::optional<std::string_view> option, std::string_view name,
                                 const char* variable) {
  if (option && option->empty()) {
    throw failures::refused("The option " + std::string(name) + " needs a file name.");
  }
  const auto path = option ? option : system.environment.filled(variable);
  return path ? std::optional(absolute(system, home_path(std::string(*path), system.environment))) : std::nullopt;
}

std::string search_path(const System& system, const Takeover& takeover) {
  // Ours come first, and only once, however often a shell is activated or one is started in another.
  std::string path = takeover.links + ':' + takeover.guards;
  for (const std::string_view folder : split(system.environment.variable("PATH").value_or(kUsualPath), ':')) {
    if (folder != takeover.links && folder != takeover.guards) path += ':' + std::string(folder);
  }
  return path;
}

}  // namespace

Takeover place_takeover(System& system) {
  const std::string folder = state_folder(system.environment);
  const Takeover takeover{folder + "/bin", folder + "/guard"};
  if (folder.front() != '/' || folder.find(':') != std::string::npos) {
    throw failures::general("The folder " + takeover.links + " cannot be put on PATH.");
  }
  const std::string program = system.process.program();
  if (program.empty()) throw failures::general("Cannot determine this program's path.");
  // Guards before links: without a guard, a program that was removed would let a real `aws` be found behind the link.
  std::string problem = system.files.place_scripts(takeover.guards, kNames, guard_script(program));
  if (problem.empty()) problem = system.files.place_links(takeover.links, kNames, program);
  if (!problem.empty()) throw failures::general(problem);
  return takeover;
}

OwnFiles own_files(const System& system, const GlobalOptions& globals) {
  return {place(system, globals.state, "--state", "EC2MIMIC_STATE"),
          place(system, globals.log, "--log", "EC2MIMIC_LOG")};
}

std::vector<Process::Variable> takeover_variables(const System& system, const Takeover& takeover,
                                                  const OwnFiles& files) {
  std::vector<Process::Variable> variables{
      {"PATH", search_path(system, takeover)},
      {"AWS_ENDPOINT_URL", std::string(kDeadEndpoint)},
      {"AWS_ENDPOINT_URL_EC2", std::string(kDeadEndpoint)},
      // Set to nothing rather than unset: an empty value means no, and overrides a yes in the profile.
      {"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", ""},
      // A function that bash exports takes precedence over PATH in every bash started below.
      {"BASH_FUNC_aws%%", std::nullopt},
  };
  if (files.state) variables.emplace_back("EC2MIMIC_STATE", files.state);
  if (files.log) variables.emplace_back("EC2MIMIC_LOG", files.log);
  return variables;
}

}  // namespace ec2mimic::cli
