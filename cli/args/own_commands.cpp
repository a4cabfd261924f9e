#include "cli/args/own_commands.h"

#include <array>
#include <cstddef>

namespace ec2mimic::cli {
namespace {

constexpr auto kCommands = std::to_array<OwnCommand>({
    {"activate", "Prints a script that makes `aws` run ec2mimic in a shell", "[bash|zsh|sh|dash|fish]", &run_activate},
    {"completion", "Prints a script that completes command lines in a shell", "bash|zsh|fish", &run_completion},
    {"configure", "Reads and sets values of the AWS CLI's configuration files, without prompts",
     "get NAME | set NAME VALUE | list | list-profiles", &run_configure},
    {"man", "Prints the source of a page of the manual, or the names of all pages", "[PAGE]", &run_man},
    {"query", "Shows a JSON document of up to 1 GiB as the answer of an operation, reduced by an expression",
     "[--operation NAME] [EXPRESSION]", &run_query},
    {"run", "Runs a command in which `aws` is ec2mimic, such as a script or make",
     "[--state FILE] [--log FILE] [--seed FILE|blog] [--yes] [--] COMMAND [ARGUMENT ...]", &run_run, true},
    {"state", "Shows, replaces and checks what the account holds",
     "path | show | verify | reset [--yes] | seed FILE|blog [--yes]", &run_state},
    {"sts", "Answers get-caller-identity: the account that the state holds, and a fixed user", "get-caller-identity",
     &run_sts},
    {"walkthrough", "Shows in an account of its own what client tokens do", "[--no-pause]", &run_walkthrough},
});

}  // namespace

std::span<const OwnCommand> own_commands() { return kCommands; }

const OwnCommand* find_own_command(std::string_view name) {
  for (const OwnCommand& command : kCommands) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

std::vector<OwnOption> own_options(const OwnCommand& command) {
  std::vector<OwnOption> options;
  constexpr std::string_view kStart = "[--";
  for (std::string_view usage = command.usage;;) {
    const std::size_t from = usage.find(kStart);
    if (from == std::string_view::npos) return options;
    usage.remove_prefix(from + 1);
    const std::string_view option = usage.substr(0, usage.find(']'));
    const std::size_t blank = option.find(' ');
    const std::string_view name = option.substr(0, blank);
    if (name == "--") continue;
    options.push_back({name, blank == std::string_view::npos ? "" : option.substr(blank + 1)});
  }
}

}  // namespace ec2mimic::cli
