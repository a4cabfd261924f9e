// `ec2mimic run COMMAND`: runs one command in which `aws` is this program, for a Makefile or a CI job, where there is
// no shell to activate.
//
// The process is replaced by the command, so exit code, signals and terminal are those of the command. All words from
// COMMAND on are passed to it unchanged (split_line).
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string>

#include "cli/args/command_line.h"
#include "cli/args/global_options.h"
#include "cli/builtin/commands.h"
#include "cli/builtin/seed.h"
#include "cli/builtin/seed_note.h"
#include "cli/builtin/takeover.h"
#include "cli/call/call_log.h"
#include "cli/call/fault_file.h"
#include "cli/call/invocation.h"
#include "cli/errors/failure.h"
#include "cli/python/text.h"

namespace ec2mimic::cli {
namespace {

// Uses the exit code that a shell would return.
Failure cannot_run(const std::string& command, int error) {
  const std::string name = "The command " + python::repr(command);
  if (error == ENOENT) return {Failure::Kind::message, "ec2mimic run: " + name + " was not found.", kNotFound};
  return {Failure::Kind::message, "ec2mimic run: " + name + " cannot be run: " + std::strerror(error) + '.',
          kCannotRun};
}

// Rejects global options that one would expect to affect the command: it gets no command line from us.
void check_globals(const GlobalOptions& globals) {
  const auto is_given = [&](const GlobalOption& option) {
    if (option.kind == GlobalOption::Kind::ours) return false;
    return option.text != nullptr ? (globals.*option.text).has_value() : option.flag != nullptr && globals.*option.flag;
  };
  if (std::none_of(global_options().begin(), global_options().end(), is_given)) return;
  throw failures::refused(
      "Of the global options, run accepts only --state, --log and --fault. Instead of the others, set AWS_REGION, "
      "AWS_PROFILE, AWS_DEFAULT_OUTPUT and so on.");
}

// Opening the log creates it, even if the command makes no call, and finds out now if it cannot be written, which would
// make each call of the command fail.
void check_log(System& system, const std::string& log, const std::string& state) {
  Typed line;
  line.early.state = state;
  static_cast<void>(CallLog(system, line, log));
}

// The faults that were asked for, as a file that the calls of the command share.
std::optional<std::string> fault_text(const GlobalOptions& globals) {
  return globals.fault ? std::optional(fault_file_text(parse_faults(*globals.fault))) : std::nullopt;
}

Process::Variable keep_faults(System& system, const std::string& text) {
  Process::Kept kept = system.process.keep_file(text);
  if (!kept.problem.empty()) throw failures::general(kept.problem);
  return {"EC2MIMIC_FAULT_FILE", std::move(kept.path)};
}

// Returns only if the state was to be kept; otherwise the process becomes the command.
int run_command(const Invocation& call, const BuiltinLine& line) {
  if (call.typed.other.empty()) throw failures::bad_usage("the following arguments are required: COMMAND");
  check_globals(call.typed.globals);
  const OptionValue* seed = find_option(line.given, "--seed");
  const bool yes = find_option(line.given, "--yes") != nullptr;
  if (yes && seed == nullptr) throw failures::refused("The option --yes requires --seed.");
  const auto faults = fault_text(call.typed.globals);
  System& system = call.system;
  const OwnFiles files = own_files(system, call.typed.globals);
  const Takeover takeover = place_takeover(system);
  auto variables = takeover_variables(system, takeover, files);
  const std::vector<std::string> words(call.typed.other.begin(), call.typed.other.end());
  // Look for the command before replacing the state, so that a misspelt command does not cost anybody a state.
  const auto found = system.process.find_program(words.front(), *variables.front().second);
  if (found.error != 0) throw cannot_run(words.front(), found.error);
  const std::string state = files.state ? *files.state : state_path(call.typed.globals, system.environment);
  if (files.log) check_log(system, *files.log, state);
  if (seed != nullptr) {
    const StateLocation location{state, engine_options(system.environment)};
    const auto made = replace_by_seed(system, location, seed->values.front(), {.yes = yes});
    if (!made) return kProblemsFound;
    warn_of_region(call, *made);
  }
  if (faults) variables.push_back(keep_faults(system, *faults));
  throw cannot_run(words.front(), system.process.become(found.path, words, variables));
}

constexpr BuiltinValue kFileName{.placeholder = "FILE", .completes = Completes::file};
constexpr std::array<BuiltinOption, 5> kRunOptions{{
    {"--state", kFileName, "The state that the command uses; EC2MIMIC_STATE is set to its absolute path."},
    {"--log", kFileName,
     "The log of the command's calls; EC2MIMIC_LOG is set to its absolute path. It is created if missing."},
    {"--fault",
     {.placeholder = "SPEC", .completes = Completes::fault},
     "What goes wrong between client and service, counted over all calls of the command. It ends with the command."},
    {"--seed",
     {.placeholder = "FILE", .completes = Completes::seed},
     "Replaces the state first, as `state seed` does."},
    {"--yes", {}, "With --seed: replaces an existing account, even an empty one, without asking."},
}};
constexpr std::array<BuiltinOperand, 2> kRunOperands{{
    {.value = {.placeholder = "COMMAND", .completes = Completes::file}, .called = "COMMAND"},
    {.value = {.placeholder = "ARGUMENT"}, .repeats = true},
}};
constexpr std::array<BuiltinForm, 1> kRunForms{
    {{.run = &run_command, .operands = kRunOperands, .options = kRunOptions}}};
constexpr std::array<ExitDoc, 7> kRunExits{{
    {"1", "With --seed: the question whether to replace the account was answered no."},
    {"126", "COMMAND cannot be run."},
    {"127", "COMMAND was not found."},
    {"252", "The command line is wrong, or the log cannot be opened, or the seed cannot be read."},
    {"253", "There is no place for the program's own files: set HOME or XDG_STATE_HOME."},
    {"255", "The folders for `aws` or the state cannot be created or trusted, or the seed cannot be used."},
    {"Any other", "COMMAND's own."},
}};

}  // namespace

constinit const BuiltinCommand kRun{
    .name = "run",
    .summary = "Runs a command in which `aws` is ec2mimic, such as a script or make",
    .description =
        "Options come before COMMAND; everything after it is passed to it unchanged. `--` is needed only "
        "before a command that begins with a dash or is named help. Of the global options only --state, "
        "--log and --fault apply to the command; instead of the others set AWS_REGION and so on.\n\nThe "
        "program is replaced by the command, so the exit code is the command's. It is 127 if the command "
        "is not found and 126 if it cannot be run.",
    .forms = kRunForms,
    .options = kRunOptions,
    .exits = kRunExits,
    .runs_other = true};

}  // namespace ec2mimic::cli
