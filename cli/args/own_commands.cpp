#include "cli/args/own_commands.h"

#include <algorithm>
#include <array>

namespace ec2mimic::cli {
namespace {

constexpr OwnOption kYes{"--yes", "", "Replaces an account that is not empty without asking."};

constexpr std::array<OwnOption, 1> kQueryOptions{
    {{"--operation", "NAME",
      "The operation whose answer the document is, such as describe-vpcs. It names the table of `--output table`."}}};
constexpr std::array<OwnOption, 4> kRunOptions{{
    {"--state", "FILE", "The state that the command uses, by its absolute path in EC2MIMIC_STATE."},
    {"--log", "FILE",
     "The log of the command's calls, by its absolute path in EC2MIMIC_LOG. It is made if it is missing."},
    {"--seed", "FILE|blog", "Replaces the state first, as `state seed` does."},
    {"--yes", "", "With --seed: replaces an account that is not empty without asking."},
}};
constexpr std::array<OwnOption, 1> kStateOptions{kYes};
constexpr std::array<OwnOption, 1> kWalkthroughOptions{
    {{"--no-pause", "", "Goes on without waiting for the Enter key."}}};

constexpr std::array<std::string_view, 4> kConfigureWords{"list", "get", "set", "list-profiles"};

constexpr auto kCommands = std::to_array<OwnCommand>({
    {"activate", "Prints a script that makes `aws` run ec2mimic in a shell", "[bash|zsh|sh|dash|fish]", &run_activate,
     "The script is for the shell to evaluate: `eval \"$(ec2mimic activate)\"`, in fish `ec2mimic activate | source`. "
     "From "
     "then on `aws` is ec2mimic in the shell and in whatever it starts; `ec2mimic_deactivate` undoes it.\n\n"
     "The shell is recognised when it starts ec2mimic directly; otherwise name it. --state and --log, or their "
     "variables, "
     "hold for the shell by their absolute paths. If something is wrong, what is printed is `false`."},
    {"completion", "Prints a script that completes command lines in a shell", "bash|zsh|fish", &run_completion,
     "Evaluate it to try it: `eval \"$(ec2mimic completion bash)\"`. An installed ec2mimic completes without it."},
    {"configure",
     "Reads and sets values of the AWS CLI's configuration files, without prompts",
     "get NAME | set NAME VALUE | list | list-profiles",
     &run_configure,
     "NAME is a key such as region, or one with its profile, profile.NAME.region. `get` ends with 1 if there is no "
     "value. "
     "`set` waits for others who set values at the same time, and keeps the rest of the file as it is.",
     {},
     false,
     kConfigureWords},
    {"man", "Prints the source of a page of the manual, or the names of all pages", "[PAGE]", &run_man,
     "PAGE is the name of a page or of an operation: `ec2mimic man create-vpc | man -l -`."},
    {"query", "Shows a JSON document of up to 1 GiB as the answer of an operation, reduced by an expression",
     "[--operation NAME] [EXPRESSION]", &run_query,
     "The document is read from standard input. EXPRESSION is JMESPath, as in --query; --output chooses the format.",
     kQueryOptions},
    {"run", "Runs a command in which `aws` is ec2mimic, such as a script or make",
     "[--state FILE] [--log FILE] [--seed FILE|blog] [--yes] [--] COMMAND [ARGUMENT ...]", &run_run,
     "Options come before COMMAND; everything after it is passed to it unchanged. `--` is needed only before a command "
     "that "
     "begins with a dash or is called help. Of the global options --state and --log alone are meant for the command; "
     "for "
     "the others set AWS_REGION and the like.\n\n"
     "The program becomes the command, so that its exit code is the command's own. A command that is not found ends "
     "with "
     "127, and one that cannot be run with 126.",
     kRunOptions, true},
    {"state", "Shows, replaces and checks what the account holds",
     "path | show | verify | reset [--yes] | seed FILE|blog [--yes]", &run_state,
     "`path` prints the name of the file and `show` its content. `verify` prints what does not fit together and ends "
     "with "
     "1, or prints ok. `reset` makes the account a new one. `seed` replaces it by what a seed document asks for: FILE, "
     "- "
     "for standard input, or blog for the one of the AWS blog's walkthrough.\n\n"
     "An account that is not empty, or was emptied, is replaced only with --yes, or after a question on a terminal; if "
     "the answer is no, the exit code is 1.",
     kStateOptions},
    {"sts",
     "Answers get-caller-identity: the account that the state holds, and a fixed user",
     "get-caller-identity",
     nullptr,
     "Scripts ask it which account they work on.",
     {},
     false,
     {},
     &sts_operation},
    {"walkthrough", "Shows in an account of its own what client tokens do", "[--no-pause]", &run_walkthrough,
     "Replays the AWS blog's post on idempotent creates, step by step. Nothing of it stays.", kWalkthroughOptions},
});

}  // namespace

std::span<const OwnCommand> own_commands() { return kCommands; }

const OwnCommand* find_own_command(std::string_view name) {
  const auto* const found =
      std::find_if(kCommands.begin(), kCommands.end(), [&](const auto& one) { return one.name == name; });
  return found == kCommands.end() ? nullptr : found;
}

const OwnOption* find_own_option(const OwnCommand& command, std::string_view name) {
  const auto found =
      std::find_if(command.options.begin(), command.options.end(), [&](const auto& one) { return one.name == name; });
  return found == command.options.end() ? nullptr : &*found;
}

}  // namespace ec2mimic::cli
