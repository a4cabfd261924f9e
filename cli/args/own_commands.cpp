#include "cli/args/own_commands.h"

#include <algorithm>
#include <array>

namespace ec2mimic::cli {
namespace {

constexpr ExitDoc kBadLine{"252", "The command line is wrong."};

constexpr std::array<OwnOperand, 1> kActivateOperands{{{"bash|zsh|sh|dash|fish"}}};
constexpr std::array<OwnForm, 1> kActivateForms{{{.operands = kActivateOperands}}};
constexpr std::array<ExitDoc, 4> kActivateExits{{
    {"0", "The script was printed."},
    kBadLine,
    {"253", "Nothing says where the program's own files belong: set HOME or XDG_STATE_HOME."},
    {"255", "The folders of the script cannot be made, or others may write to them."},
}};

constexpr std::array<OwnOperand, 1> kCompletionOperands{{{"bash|zsh|fish", "shell"}}};
constexpr std::array<OwnForm, 1> kCompletionForms{{{.operands = kCompletionOperands}}};
constexpr std::array<ExitDoc, 2> kPrintedExits{{{"0", "It was printed."}, kBadLine}};

// What is missing is called as the AWS CLI calls it.
constexpr std::array<OwnOperand, 2> kConfigureOperands{{{"NAME", "varname"}, {"VALUE", "value"}}};
constexpr std::array<OwnForm, 4> kConfigureForms{{
    {.subcommand = "list"},
    {.subcommand = "get", .operands = std::span(kConfigureOperands).first<1>()},
    {.subcommand = "set", .operands = kConfigureOperands},
    {.subcommand = "list-profiles"},
}};
constexpr std::array<ExitDoc, 4> kConfigureExits{{
    {"0", "All is well."},
    {"1", "`get` found no value."},
    kBadLine,
    {"255", "There is no such profile, or a configuration file cannot be read or changed."},
}};

constexpr std::array<OwnOperand, 1> kManOperands{{{"PAGE"}}};
constexpr std::array<OwnForm, 1> kManForms{{{.operands = kManOperands}}};

constexpr std::array<OwnOption, 1> kQueryOptions{
    {{"--operation", "NAME",
      "The operation whose answer the document is, such as describe-vpcs. It names the table of `--output table`."}}};
constexpr std::array<OwnOperand, 1> kQueryOperands{{{"EXPRESSION"}}};
constexpr std::array<OwnForm, 1> kQueryForms{{{.operands = kQueryOperands, .options = kQueryOptions}}};
constexpr std::array<ExitDoc, 3> kQueryExits{{
    {"0", "The document was shown."},
    {"252", "The command line is wrong, or the expression does not parse."},
    {"255", "Standard input is not JSON, or the expression does not fit it."},
}};

constexpr std::array<OwnOption, 4> kRunOptions{{
    {"--state", "FILE", "The state that the command uses, by its absolute path in EC2MIMIC_STATE."},
    {"--log", "FILE",
     "The log of the command's calls, by its absolute path in EC2MIMIC_LOG. It is made if it is missing."},
    {"--seed", "FILE|blog", "Replaces the state first, as `state seed` does."},
    {"--yes", "", "With --seed: replaces an account that is not empty without asking."},
}};
constexpr std::array<OwnOperand, 2> kRunOperands{{{"COMMAND", "COMMAND"}, {"ARGUMENT ..."}}};
constexpr std::array<OwnForm, 1> kRunForms{{{.operands = kRunOperands, .options = kRunOptions}}};
constexpr std::array<ExitDoc, 7> kRunExits{{
    {"1", "With --seed: the question whether to replace the account was answered with no."},
    {"126", "COMMAND cannot be run."},
    {"127", "COMMAND was not found."},
    kBadLine,
    {"253", "Nothing says where the program's own files belong: set HOME or XDG_STATE_HOME."},
    {"255", "The folders of `aws`, the log or the state cannot be made or trusted, or the seed cannot be used."},
    {"Any other", "COMMAND's own."},
}};

constexpr std::array<OwnOption, 1> kStateOptions{
    {{"--yes", "", "Replaces an account that is not empty without asking."}}};
constexpr std::array<OwnOperand, 1> kSeedOperands{{{"FILE|blog", "FILE"}}};
constexpr std::array<OwnForm, 5> kStateForms{{
    {.subcommand = "path"},
    {.subcommand = "show"},
    {.subcommand = "seed", .operands = kSeedOperands, .options = kStateOptions},
    {.subcommand = "reset", .options = kStateOptions},
    {.subcommand = "verify"},
}};
constexpr std::array<ExitDoc, 5> kStateExits{{
    {"0", "All is well."},
    {"1", "`verify` found problems, or the question was answered with no."},
    {"252", "The command line is wrong, or nobody can be asked and --yes is missing."},
    {"253", "Nothing says where the state is: set EC2MIMIC_STATE or HOME."},
    {"255", "The state cannot be read or written, or the seed cannot be used."},
}};

constexpr std::array<OwnForm, 1> kStsForms{{{.subcommand = "get-caller-identity"}}};
constexpr std::array<ExitDoc, 3> kStsExits{
    {{"0", "The answer was shown."}, kBadLine, {"255", "The state cannot be read, or a setting is wrong."}}};

constexpr std::array<OwnOption, 1> kWalkthroughOptions{
    {{"--no-pause", "", "Goes on without waiting for the Enter key."}}};
constexpr std::array<OwnForm, 1> kWalkthroughForms{{{.options = kWalkthroughOptions}}};
constexpr std::array<ExitDoc, 4> kWalkthroughExits{{
    {"0", "All steps came out as they should, or the reader stopped."},
    {"1", "A step came out otherwise."},
    kBadLine,
    {"255", "There is no place for the scratch folder."},
}};

constexpr auto kCommands = std::to_array<OwnCommand>({
    {.name = "activate",
     .summary = "Prints a script that makes `aws` run ec2mimic in a shell",
     .run = &run_activate,
     .description =
         "The script is for the shell to evaluate: `eval \"$(ec2mimic activate)\"`, in fish `ec2mimic activate | "
         "source`. From then on `aws` is ec2mimic in the shell and in whatever it starts; `ec2mimic_deactivate` undoes "
         "it.\n\n"
         "The shell is recognised when it starts ec2mimic directly; otherwise name it. --state and --log, or their "
         "variables, hold for the shell by their absolute paths. If something is wrong, what is printed is `false`.",
     .forms = kActivateForms,
     .exits = kActivateExits},
    {.name = "completion",
     .summary = "Prints a script that completes command lines in a shell",
     .run = &run_completion,
     .description =
         "Evaluate it to try it: `eval \"$(ec2mimic completion bash)\"`. An installed ec2mimic completes without it.",
     .forms = kCompletionForms,
     .exits = kPrintedExits},
    {.name = "configure",
     .summary = "Reads and sets values of the AWS CLI's configuration files, without prompts",
     .run = &run_configure,
     .description =
         "NAME is a key such as region, or one with its profile, profile.NAME.region. `get` ends with 1 if there is no "
         "value. `set` waits for others who set values at the same time, and keeps the rest of the file as it is.",
     .forms = kConfigureForms,
     .exits = kConfigureExits,
     .help_follows = true},
    {.name = "man",
     .summary = "Prints the source of a page of the manual, or the names of all pages",
     .run = &run_man,
     .description =
         "PAGE is the name of a page, of an operation or of a command: `ec2mimic man create-vpc | man -l -`.",
     .forms = kManForms,
     .exits = kPrintedExits},
    {.name = "query",
     .summary = "Shows a JSON document of up to 1 GiB as the answer of an operation, reduced by an expression",
     .run = &run_query,
     .description = "The document is read from standard input. EXPRESSION is JMESPath, as in --query; --output chooses "
                    "the format.",
     .forms = kQueryForms,
     .options = kQueryOptions,
     .exits = kQueryExits},
    {.name = "run",
     .summary = "Runs a command in which `aws` is ec2mimic, such as a script or make",
     .run = &run_run,
     .description =
         "Options come before COMMAND; everything after it is passed to it unchanged. `--` is needed only before a "
         "command that begins with a dash or is called help. Of the global options --state and --log alone are meant "
         "for the command; for the others set AWS_REGION and the like.\n\n"
         "The program becomes the command, so that its exit code is the command's own. A command that is not found "
         "ends with 127, and one that cannot be run with 126.",
     .forms = kRunForms,
     .options = kRunOptions,
     .exits = kRunExits,
     .runs_other = true},
    {.name = "state",
     .summary = "Shows, replaces and checks what the account holds",
     .run = &run_state,
     .description =
         "`path` prints the name of the file and `show` its content. `verify` prints what does not fit together and "
         "ends with 1, or prints ok. `reset` makes the account a new one. `seed` replaces it by what a seed document "
         "asks for: FILE, - for standard input, or blog for the one of the AWS blog's walkthrough.\n\n"
         "An account that is not empty, or was emptied, is replaced only with --yes, or after a question on a "
         "terminal; if the answer is no, the exit code is 1.",
     .forms = kStateForms,
     .options = kStateOptions,
     .exits = kStateExits},
    {.name = "sts",
     .summary = "Answers get-caller-identity: the account that the state holds, and a fixed user",
     .description = "Scripts ask it which account they work on.",
     .forms = kStsForms,
     .exits = kStsExits,
     .operation = &sts_operation},
    {.name = "walkthrough",
     .summary = "Shows in an account of its own what client tokens do",
     .run = &run_walkthrough,
     .description = "Replays the AWS blog's post on idempotent creates, step by step. Nothing of it stays.",
     .forms = kWalkthroughForms,
     .options = kWalkthroughOptions,
     .exits = kWalkthroughExits},
});

std::string usage_of(const OwnOption& option) {
  return '[' + std::string(option.name) + (option.value.empty() ? "" : ' ' + std::string(option.value)) + ']';
}

void append(std::string& text, const std::string& word) { text += (text.empty() ? "" : " ") + word; }

// Options come first where nothing but them tells what the line is about.
std::string usage_of(const OwnCommand& command, const OwnForm& form) {
  std::string options;
  for (const OwnOption& option : form.options) append(options, usage_of(option));
  std::string text(form.subcommand);
  if (form.subcommand.empty()) text = options;
  if (command.runs_other) append(text, "[--]");
  for (const OwnOperand& operand : form.operands) {
    const std::string shown(operand.shown);
    append(text, operand.called.empty() ? '[' + shown + ']' : shown);
  }
  if (!form.subcommand.empty() && !options.empty()) append(text, options);
  return text;
}

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

std::string usage_of(const OwnCommand& command) {
  std::string text;
  for (const OwnForm& form : command.forms) text += (text.empty() ? "" : " | ") + usage_of(command, form);
  return text;
}

std::vector<std::string_view> expected_by(const OwnCommand& command, std::span<const std::string_view> words) {
  std::vector<std::string_view> found;
  for (const OwnForm& form : command.forms) {
    const bool has_subcommand = !form.subcommand.empty();
    if (has_subcommand && words.empty()) found.push_back(form.subcommand);
    if (has_subcommand && (words.empty() || words.front() != form.subcommand)) continue;
    const std::size_t place = words.size() - (has_subcommand ? 1 : 0);
    const auto offer_options = [&] {
      for (const OwnOption& option : form.options) found.push_back(option.name);
    };
    if (!has_subcommand) offer_options();
    if (command.runs_other) found.emplace_back("--");
    if (place < form.operands.size()) found.push_back(form.operands[place].shown);
    if (has_subcommand && place >= form.operands.size()) offer_options();
  }
  return found;
}

}  // namespace ec2mimic::cli
