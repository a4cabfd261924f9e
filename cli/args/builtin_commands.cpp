#include "cli/args/builtin_commands.h"

#include <algorithm>
#include <array>

#include "core/text/split.h"

namespace ec2mimic::cli {
namespace {

constexpr ExitDoc kBadLine{"252", "The command line is wrong."};

constexpr std::array<BuiltinOperand, 1> kActivateOperands{{{"bash|zsh|sh|dash|fish"}}};
constexpr std::array<BuiltinForm, 1> kActivateForms{{{.operands = kActivateOperands}}};
constexpr std::array<ExitDoc, 4> kActivateExits{{
    {"0", "The script was printed."},
    kBadLine,
    {"253", "There is no place for the program's own files: set HOME or XDG_STATE_HOME."},
    {"255", "The folders for the script cannot be created, or other users can write to them."},
}};

constexpr std::array<BuiltinOperand, 1> kCompletionOperands{{{"bash|zsh|fish", "shell"}}};
constexpr std::array<BuiltinForm, 1> kCompletionForms{{{.operands = kCompletionOperands}}};
constexpr std::array<ExitDoc, 2> kPrintedExits{{{"0", "The text was printed."}, kBadLine}};

// If an operand is missing, the message uses the AWS CLI's name for it.
constexpr std::array<BuiltinOperand, 2> kConfigureOperands{{{"NAME", "varname"}, {"VALUE", "value"}}};
constexpr std::array<BuiltinForm, 4> kConfigureForms{{
    {.subcommand = "list"},
    {.subcommand = "get", .operands = std::span(kConfigureOperands).first<1>()},
    {.subcommand = "set", .operands = kConfigureOperands},
    {.subcommand = "list-profiles"},
}};
constexpr std::array<ExitDoc, 4> kConfigureExits{{
    {"0", "Success."},
    {"1", "`get` found no value."},
    kBadLine,
    {"255", "The profile does not exist, or a configuration file cannot be read or changed."},
}};

constexpr std::array<BuiltinOperand, 1> kFaultOperands{{{"SPEC", "SPEC"}}};
constexpr std::array<BuiltinForm, 3> kFaultForms{{
    {.subcommand = "set", .operands = kFaultOperands},
    {.subcommand = "list"},
    {.subcommand = "clear"},
}};
constexpr std::array<ExitDoc, 3> kFaultExits{{
    {"0", "Success."},
    {"252", "The command line or SPEC is wrong, or the file of the faults cannot be used."},
    {"253", "There is no place for the state: set EC2MIMIC_STATE or HOME."},
}};

constexpr std::array<BuiltinOperand, 1> kManOperands{{{"PAGE"}}};
constexpr std::array<BuiltinForm, 1> kManForms{{{.operands = kManOperands}}};

constexpr std::array<BuiltinOption, 1> kQueryOptions{{{"--operation", "NAME",
                                                       "The operation that the document is an answer of, such as "
                                                       "describe-vpcs. With `--output table` it is the title."}}};
constexpr std::array<BuiltinOperand, 1> kQueryOperands{{{"EXPRESSION"}}};
constexpr std::array<BuiltinForm, 1> kQueryForms{{{.operands = kQueryOperands, .options = kQueryOptions}}};
constexpr std::array<ExitDoc, 3> kQueryExits{{
    {"0", "The document was shown."},
    {"252", "The command line is wrong, or the expression does not parse."},
    {"255", "Standard input is not JSON, or the expression does not apply to it."},
}};

constexpr std::array<BuiltinOption, 5> kRunOptions{{
    {"--state", "FILE", "The state that the command uses; EC2MIMIC_STATE is set to its absolute path."},
    {"--log", "FILE",
     "The log of the command's calls; EC2MIMIC_LOG is set to its absolute path. It is created if missing."},
    {"--fault", "SPEC",
     "What goes wrong between client and service, counted over all calls of the command. It ends with the command."},
    {"--seed", "FILE|blog", "Replaces the state first, as `state seed` does."},
    {"--yes", "", "With --seed: replaces an existing account, even an empty one, without asking."},
}};
constexpr std::array<BuiltinOperand, 2> kRunOperands{{{"COMMAND", "COMMAND"}, {"ARGUMENT ..."}}};
constexpr std::array<BuiltinForm, 1> kRunForms{{{.operands = kRunOperands, .options = kRunOptions}}};
constexpr std::array<ExitDoc, 7> kRunExits{{
    {"1", "With --seed: the question whether to replace the account was answered no."},
    {"126", "COMMAND cannot be run."},
    {"127", "COMMAND was not found."},
    kBadLine,
    {"253", "There is no place for the program's own files: set HOME or XDG_STATE_HOME."},
    {"255", "The folders for `aws`, the log or the state cannot be created or trusted, or the seed cannot be used."},
    {"Any other", "COMMAND's own."},
}};

constexpr std::array<BuiltinOption, 3> kStateOptions{{
    {"--yes", "", "Replaces an existing account, even an empty one, without asking."},
    {"--replace-foreign", "", "Replaces a file even if it is not a state of ec2mimic."},
    {"--empty", "", "Accepts a seed that describes nothing, such as {}."},
}};
constexpr auto kReplacing = std::span(kStateOptions).first<2>();
constexpr auto kSeeding = std::span(kStateOptions);
constexpr std::array<BuiltinOperand, 1> kSeedOperands{{{"FILE|-|blog", "FILE"}}};
constexpr std::array<BuiltinOperand, 1> kImportOperands{{{.shown = "FILE|-", .called = "FILE", .repeats = true}}};
constexpr std::array<BuiltinForm, 7> kStateForms{{
    {.subcommand = "path"},
    {.subcommand = "show"},
    {.subcommand = "seed", .operands = kSeedOperands, .options = kSeeding},
    {.subcommand = "import", .operands = kImportOperands},
    {.subcommand = "reset", .options = kReplacing},
    {.subcommand = "verify"},
    {.subcommand = "accept"},
}};
constexpr std::array<ExitDoc, 5> kStateExits{{
    {"0", "Success."},
    {"1", "`verify` or `accept` found problems, or the question was answered no."},
    {"252", "The command line is wrong, or --yes is missing and there is no terminal to ask on."},
    {"253", "There is no place for the state: set EC2MIMIC_STATE or HOME."},
    {"255",
     "The state or a file cannot be read or written, a seed or an answer cannot be used, or a file that is not a state "
     "would be replaced."},
}};

constexpr std::array<BuiltinForm, 1> kStsForms{{{.subcommand = "get-caller-identity"}}};
constexpr std::array<ExitDoc, 3> kStsExits{
    {{"0", "The answer was shown."}, kBadLine, {"255", "The state cannot be read, or a setting is wrong."}}};

constexpr std::array<BuiltinOption, 5> kTokensOptions{{
    {"--expired", "", "Forgets the tokens that have reached the age in EC2MIMIC_TOKEN_TTL."},
    {"--older-than", "AGE", "Forgets the tokens that are at least as old as AGE, such as 90s, 30m, 24h or 7d."},
    {"--deleted", "", "Forgets the tokens whose resource is no longer listed; a deleted NAT gateway is, for an hour."},
    {"--all", "", "Forgets all tokens."},
    {"--call", "LINE", "A second call, as one word, to compare with the first one that used the token."},
}};
constexpr auto kForgetting = std::span(kTokensOptions).first<4>();
constexpr auto kExplaining = std::span(kTokensOptions).last<1>();
constexpr std::array<BuiltinOperand, 1> kExplainOperands{{{"TOKEN", "TOKEN"}}};
constexpr std::array<BuiltinOperand, 1> kForgetOperands{{{"TOKEN"}}};
constexpr std::array<BuiltinForm, 3> kTokensForms{{
    {},
    {.subcommand = "explain", .operands = kExplainOperands, .options = kExplaining},
    {.subcommand = "forget", .operands = kForgetOperands, .options = kForgetting},
}};
constexpr std::array<ExitDoc, 4> kTokensExits{{
    {"0", "Success."},
    {"1", "There is no such token."},
    kBadLine,
    {"255", "The state cannot be read or written, or a setting is wrong."},
}};

constexpr std::array<BuiltinOption, 1> kWalkthroughOptions{
    {{"--no-pause", "", "Continues without waiting for the Enter key."}}};
constexpr std::array<BuiltinForm, 1> kWalkthroughForms{{{.options = kWalkthroughOptions}}};
constexpr std::array<ExitDoc, 4> kWalkthroughExits{{
    {"0", "All steps went as expected, or the reader stopped."},
    {"1", "A step did not go as expected."},
    kBadLine,
    {"255", "The temporary folder cannot be created."},
}};

constexpr auto kCommands = std::to_array<BuiltinCommand>({
    {.name = "activate",
     .summary = "Prints a script that makes `aws` run ec2mimic in a shell",
     .run = &run_activate,
     .description =
         "The script is for the shell to evaluate: `eval \"$(ec2mimic activate)\"`, in fish `ec2mimic activate | "
         "source`. From then on `aws` is ec2mimic in the shell and in whatever it starts; `ec2mimic_deactivate` undoes "
         "it.\n\nThe shell is detected if it starts ec2mimic directly; otherwise name it. --state and --log, or their "
         "variables, apply to the shell, as absolute paths. If something is wrong, `false` is printed.",
     .forms = kActivateForms,
     .exits = kActivateExits},
    {.name = "completion",
     .summary = "Prints a script that completes command lines in a shell",
     .run = &run_completion,
     .description =
         "To try it, evaluate it: `eval \"$(ec2mimic completion bash)\"`. It is not needed once ec2mimic is installed.",
     .forms = kCompletionForms,
     .exits = kPrintedExits},
    {.name = "configure",
     .summary = "Reads and sets values of the AWS CLI's configuration files, without prompts",
     .run = &run_configure,
     .description = "NAME is a key such as region, or a key of a profile, such as profile.NAME.region. The exit code "
                    "of `get` is 1 if there is no value. `set` waits while another process sets a value, and keeps the "
                    "rest of the file as it is.",
     .forms = kConfigureForms,
     .exits = kConfigureExits,
     .is_of_aws = true},
    {.name = "fault",
     .summary = "Sets what goes wrong between client and service",
     .run = &run_fault,
     .description =
         "`set` makes messages between client and service get lost, as SPEC says, for all calls to the state, in all "
         "processes, until `clear`. `list` shows the rules and what is left of each. `state seed` and `state reset` "
         "leave them alone.\n\nSPEC is one rule or several, separated by commas; the first one that matches an attempt "
         "acts on it. A rule is a fault, after the operation that it is for, if it is for one only, and with its parts "
         "after it: `create-route-table/lose-response:1calls`.\n\nThe faults are lose-response (the work is done, and "
         "the answer is lost), lose-request (the service never hears of the call), throttle (RequestLimitExceeded), "
         "internal-error, unavailable, delay, and kill (the client dies).\n\nThe parts are `2calls` (all attempts of "
         "two calls), `2attempts` (two attempts, so that the client's own retry gets through; without a count it is "
         "every attempt), `from-3` (from the third on), `10%` (a share of them, drawn so that it repeats), `seed-7` "
         "(for another draw), `before` and `after` (the service's work, for internal-error and kill; otherwise after), "
         "and the time of a delay, such as `2s` or `300ms`.\n\nThe option --fault and the variable EC2MIMIC_FAULT take "
         "a SPEC as well, which counts within one process. They come before `run --fault`, and that comes before "
         "`fault set`.",
     .forms = kFaultForms,
     .exits = kFaultExits},
    {.name = "man",
     .summary = "Prints the source of a manual page, or the names of all pages",
     .run = &run_man,
     .description = "PAGE is the name of a page, an operation or a command: `ec2mimic man create-vpc | man -l -`.",
     .forms = kManForms,
     .exits = kPrintedExits},
    {.name = "query",
     .summary = "Formats a JSON document of up to 1 GiB as an answer, filtered by an expression",
     .run = &run_query,
     .description = "The document is read from standard input. EXPRESSION is JMESPath, as in --query; --output chooses "
                    "the format.",
     .forms = kQueryForms,
     .options = kQueryOptions,
     .exits = kQueryExits},
    {.name = "run",
     .summary = "Runs a command in which `aws` is ec2mimic, such as a script or make",
     .run = &run_run,
     .description = "Options come before COMMAND; everything after it is passed to it unchanged. `--` is needed only "
                    "before a command that begins with a dash or is named help. Of the global options only --state, "
                    "--log and --fault apply to the command; instead of the others set AWS_REGION and so on.\n\nThe "
                    "program is replaced by the command, so the exit code is the command's. It is 127 if the command "
                    "is not found and 126 if it cannot be run.",
     .forms = kRunForms,
     .options = kRunOptions,
     .exits = kRunExits,
     .runs_other = true},
    {.name = "state",
     .summary = "Shows, replaces and checks the contents of the account",
     .run = &run_state,
     .description =
         "`path` prints the path of the file and `show` its contents. `reset` replaces the account with a new one. "
         "`seed` replaces it with the one that a seed document describes: FILE, - for standard input, or blog for that "
         "of the AWS blog's walkthrough. It says what it made, and warns if calls would go to another region. `import` "
         "makes a seed of the answers of describe calls, of AWS's too, which it reads from files, and prints it. What "
         "a seed can hold is in ec2mimic-state(5), which `ec2mimic man state.5` prints.\n\nAn account that exists, "
         "even an empty one, is replaced only with --yes, or after a question on a terminal; if the answer is no, the "
         "exit code is 1. A file that is not a state of ec2mimic is replaced only with --replace-foreign.\n\n`verify` "
         "prints `ok`, or `edited; consistent` if the file was edited and nothing is wrong with it, or what is wrong, "
         "with exit code 1: the record, its table and the member. `accept` lays an edited file out as ec2mimic writes "
         "it, gives a new Serial to records that share one, and prints what it changed and what is still wrong.",
     .forms = kStateForms,
     .options = kStateOptions,
     .exits = kStateExits},
    {.name = "sts",
     .summary = "Answers get-caller-identity: the account in the state, and a fixed user",
     .description = "Scripts use it to find out which account they work on.",
     .forms = kStsForms,
     .exits = kStsExits,
     .service = Service::sts,
     .unknown_operation = &unknown_sts_operation},
    {.name = "tokens",
     .summary = "Lists, explains and forgets client tokens",
     .run = &run_tokens,
     .description = "Without a subcommand the tokens that are remembered are listed, oldest first: the operation, the "
                    "token, the resource that the call created and whether it is alive, the age and, if there is a "
                    "call log (--log or EC2MIMIC_LOG), how often the call was replayed according to it. --output and "
                    "--query work as for answers.\n\n`explain` says what the first call with a token was. With --call "
                    "it shows the parameters of a second call beside those of the first, which of them differs, and "
                    "what the second call would be answered: `--call 'create-route-table --vpc-id vpc-1'`.\n\n`forget` "
                    "removes one token, or those that an option chooses, and says how many; otherwise they are kept "
                    "for ever. A later call with such a token creates a new resource.",
     .forms = kTokensForms,
     .options = kTokensOptions,
     .exits = kTokensExits},
    {.name = "walkthrough",
     .summary = "Shows what client tokens do, in a temporary account",
     .run = &run_walkthrough,
     .description = "Replays the AWS blog's post on idempotent creation, step by step. It leaves nothing behind.",
     .forms = kWalkthroughForms,
     .options = kWalkthroughOptions,
     .exits = kWalkthroughExits},
});

std::string usage_of(const BuiltinOption& option) {
  return '[' + std::string(option.name) + (option.value.empty() ? "" : ' ' + std::string(option.value)) + ']';
}

void append(std::string& text, const std::string& word) { text += (text.empty() ? "" : " ") + word; }

// Options follow the operands, except in a command without subcommands.
std::string usage_of(const BuiltinCommand& command, const BuiltinForm& form) {
  std::string options;
  for (const BuiltinOption& option : form.options) append(options, usage_of(option));
  std::string text(form.subcommand);
  if (form.subcommand.empty()) text = options;
  if (command.runs_other) append(text, "[--]");
  for (const BuiltinOperand& operand : form.operands) {
    const std::string shown = std::string(operand.shown) + (operand.repeats ? " ..." : "");
    append(text, operand.called.empty() ? '[' + shown + ']' : shown);
  }
  if (!form.subcommand.empty() && !options.empty()) append(text, options);
  return text;
}

}  // namespace

std::span<const BuiltinCommand> builtin_commands() { return kCommands; }

const BuiltinCommand* find_builtin_command(std::string_view name) {
  const auto* const found =
      std::find_if(kCommands.begin(), kCommands.end(), [&](const auto& one) { return one.name == name; });
  return found == kCommands.end() ? nullptr : found;
}

const BuiltinOption* find_builtin_option(const BuiltinCommand& command, std::string_view name) {
  const auto found =
      std::find_if(command.options.begin(), command.options.end(), [&](const auto& one) { return one.name == name; });
  return found == command.options.end() ? nullptr : &*found;
}

std::vector<std::string_view> choices_of(std::string_view command) {
  return split(find_builtin_command(command)->forms.front().operands.front().shown, '|');
}

std::string usage_of(const BuiltinCommand& command) {
  std::string text;
  bool may_be_bare = false;
  for (const BuiltinForm& form : command.forms) {
    const std::string usage = usage_of(command, form);
    may_be_bare = may_be_bare || usage.empty();
    text += (text.empty() || usage.empty() ? "" : " | ") + usage;
  }
  return may_be_bare && !text.empty() ? '[' + text + ']' : text;
}

std::vector<std::string_view> expected_by(const BuiltinCommand& command, std::span<const std::string_view> words) {
  std::vector<std::string_view> found;
  for (const BuiltinForm& form : command.forms) {
    const bool has_subcommand = !form.subcommand.empty();
    if (has_subcommand && words.empty()) found.push_back(form.subcommand);
    if (has_subcommand && (words.empty() || words.front() != form.subcommand)) continue;
    const std::size_t place = words.size() - (has_subcommand ? 1 : 0);
    const auto offer_options = [&] {
      for (const BuiltinOption& option : form.options) found.push_back(option.name);
    };
    if (!has_subcommand) offer_options();
    if (command.runs_other) found.emplace_back("--");
    const bool repeats = !form.operands.empty() && form.operands.back().repeats;
    if (place < form.operands.size()) found.push_back(form.operands[place].shown);
    if (place >= form.operands.size() && repeats) found.push_back(form.operands.back().shown);
    if (has_subcommand && place >= form.operands.size()) offer_options();
  }
  return found;
}

}  // namespace ec2mimic::cli
