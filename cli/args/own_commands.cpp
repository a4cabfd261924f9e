#include "cli/args/own_commands.h"

#include <algorithm>
#include <array>

namespace ec2mimic::cli {
namespace {

constexpr OwnOption kYes{"--yes", "", "Replaces an account that is not empty without asking."};

constexpr std::array<OwnOption, 1> kQueryOptions{{{"--operation", "NAME",
                                                   "The operation that the document is an answer of, such as "
                                                   "describe-vpcs. With `--output table` it is the title."}}};
constexpr std::array<OwnOption, 4> kRunOptions{{
    {"--state", "FILE", "The state that the command uses; EC2MIMIC_STATE is set to its absolute path."},
    {"--log", "FILE",
     "The log of the command's calls; EC2MIMIC_LOG is set to its absolute path. It is created if missing."},
    {"--seed", "FILE|blog", "Replaces the state first, as `state seed` does."},
    {"--yes", "", "With --seed: replaces an account that is not empty without asking."},
}};
constexpr std::array<OwnOption, 1> kStateOptions{kYes};
constexpr std::array<OwnOption, 1> kWalkthroughOptions{
    {{"--no-pause", "", "Continues without waiting for the Enter key."}}};

constexpr auto kCommands = std::to_array<OwnCommand>({
    {"activate", "Prints a script that makes `aws` run ec2mimic in a shell", "[bash|zsh|sh|dash|fish]", &run_activate,
     "The script is for the shell to evaluate: `eval \"$(ec2mimic activate)\"`, in fish `ec2mimic activate | source`. "
     "From "
     "then on `aws` is ec2mimic in the shell and in whatever it starts; `ec2mimic_deactivate` undoes it.\n\n"
     "The shell is detected if it starts ec2mimic directly; otherwise name it. --state and --log, or their variables, "
     "apply to the shell, as absolute paths. If something is wrong, `false` is printed."},
    {"completion", "Prints a script that completes command lines in a shell", "bash|zsh|fish", &run_completion,
     "To try it, evaluate it: `eval \"$(ec2mimic completion bash)\"`. It is not needed once ec2mimic is installed."},
    {"configure", "Reads and sets values of the AWS CLI's configuration files, without prompts",
     "get NAME | set NAME VALUE | list | list-profiles", &run_configure,
     "NAME is a key such as region, or a key of a profile, such as profile.NAME.region. The exit code of `get` is 1 if "
     "there is no value. `set` waits while another process sets a value, and keeps the rest of the file as it is."},
    {"man", "Prints the source of a manual page, or the names of all pages", "[PAGE]", &run_man,
     "PAGE is the name of a page or of an operation: `ec2mimic man create-vpc | man -l -`."},
    {"query", "Formats a JSON document of up to 1 GiB as an answer, filtered by an expression",
     "[--operation NAME] [EXPRESSION]", &run_query,
     "The document is read from standard input. EXPRESSION is JMESPath, as in --query; --output chooses the format.",
     kQueryOptions},
    {"run", "Runs a command in which `aws` is ec2mimic, such as a script or make",
     "[--state FILE] [--log FILE] [--seed FILE|blog] [--yes] [--] COMMAND [ARGUMENT ...]", &run_run,
     "Options come before COMMAND; everything after it is passed to it unchanged. `--` is needed only before a command "
     "that begins with a dash or is named help. Of the global options only --state and --log apply to the command; "
     "instead of the others set AWS_REGION and so on.\n\n"
     "The program is replaced by the command, so the exit code is the command's. It is 127 if the command is not found "
     "and 126 if it cannot be run.",
     kRunOptions, true},
    {"state", "Shows, replaces and checks the contents of the account",
     "path | show | verify | reset [--yes] | seed FILE|blog [--yes]", &run_state,
     "`path` prints the path of the file and `show` its contents. `verify` prints inconsistencies, with exit code 1, "
     "or "
     "ok. `reset` replaces the account with a new one. `seed` replaces it with the one that a seed document describes: "
     "FILE, - for standard input, or blog for that of the AWS blog's walkthrough.\n\n"
     "An account that is not empty, or was emptied, is replaced only with --yes, or after a question on a terminal; if "
     "the answer is no, the exit code is 1.",
     kStateOptions},
    {"sts", "Answers get-caller-identity: the account in the state, and a fixed user", "get-caller-identity", &run_sts,
     "Scripts use it to find out which account they work on."},
    {"walkthrough", "Shows what client tokens do, in an account of its own", "[--no-pause]", &run_walkthrough,
     "Replays the AWS blog's post on idempotent creation, step by step. It leaves nothing behind.",
     kWalkthroughOptions},
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
