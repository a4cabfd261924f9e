// `ec2mimic fault`: sets what goes wrong between client and service, for all calls to a state until it is cleared.
#include <array>
#include <cerrno>
#include <cstdint>
#include <limits>
#include <string>

#include "cli/args/command_line.h"
#include "cli/builtin/commands.h"
#include "cli/call/fault_file.h"
#include "cli/call/invocation.h"
#include "cli/config/settings.h"
#include "cli/errors/failure.h"
#include "cli/output/stdout.h"

namespace ec2mimic::cli {
namespace {

std::string counted(std::uint64_t count, const FaultRule& rule) {
  return std::to_string(count) + (rule.counts_calls ? " call" : " attempt") + (count == 1 ? "" : "s");
}

// What a rule is still going to do.
std::string what_is_left(const FaultRule& rule) {
  if (!rule.is_numbered()) return "every attempt";
  if (rule.is_used_up()) return "used up";
  if (rule.count) return counted(*rule.count - rule.acted, rule) + " left";
  return std::to_string(rule.acted) + " of " + counted(rule.seen, rule) + " so far";
}

std::string rules_text(const std::vector<FaultRule>& rules) {
  if (rules.empty()) return "no faults are set\n";
  std::string text;
  for (const FaultRule& rule : rules) text += rule.text + ": " + what_is_left(rule) + '\n';
  return text;
}

std::string fault_path_of(const Invocation& call) {
  return fault_path(state_path(call.typed.globals, call.system.environment));
}

// A state that is a folder has no faults either.
void check_state(const Invocation& call) {
  const Environment& environment = call.system.environment;
  const std::string path = state_path(call.typed.globals, environment);
  constexpr auto kBeyondTheEnd = static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max());
  if (call.system.files.read_on(path, kBeyondTheEnd).error != EISDIR) return;
  // Throws, in the words of every other command.
  call.system.engines.with_engine(path, engine_options(environment),
                                  [](Engine& engine) { static_cast<void>(engine.account()); });
}

int set_faults(const Invocation& call, const BuiltinLine& line) {
  check_state(call);
  write_fault_file(call.system.files, fault_path_of(call), parse_faults(line.words.front()));
  return kSuccess;
}

int list_faults(const Invocation& call, const BuiltinLine&) {
  check_state(call);
  print(call.system, rules_text(read_fault_file(call.system.files, fault_path_of(call))));
  return kSuccess;
}

int clear_faults(const Invocation& call, const BuiltinLine&) {
  remove_fault_file(call.system.files, fault_path_of(call));
  return kSuccess;
}

constexpr std::array<BuiltinOperand, 1> kFaultOperands{
    {{.value = {.placeholder = "SPEC", .completes = Completes::fault}, .called = "SPEC"}}};
constexpr std::array<BuiltinForm, 3> kFaultForms{{
    {.subcommand = "set", .run = &set_faults, .operands = kFaultOperands},
    {.subcommand = "list", .run = &list_faults},
    {.subcommand = "clear", .run = &clear_faults},
}};
constexpr std::array<ExitDoc, 4> kFaultExits{{
    {"0", "Success."},
    {"252", "The command line or SPEC is wrong, or the file of the faults cannot be used."},
    {"253", "There is no place for the state: set EC2MIMIC_STATE or HOME."},
    {"255", "The state is a folder."},
}};

}  // namespace

constinit const BuiltinCommand kFault{
    .name = "fault",
    .summary = "Sets what goes wrong between client and service",
    .description =
        "`set` makes messages between client and service get lost, as SPEC says, for all calls to the state, in all "
        "processes, until `clear`. `list` shows the rules and what is left of each. `state seed` and `state reset` "
        "leave them alone.\n\nSPEC is one rule or several, separated by commas; the first one that matches an attempt "
        "acts on it. A rule has the form [OPERATION/]FAULT[:PART...], such as "
        "`create-route-table/lose-response:1calls`. Without OPERATION it applies to every call.\n\nThe faults are "
        "lose-response (the work is done, and the answer is lost), lose-request (the request never reaches the "
        "service), throttle (the service answers RequestLimitExceeded and does nothing), internal-error (it answers "
        "InternalError after its work, or instead "
        "of it), unavailable (it answers Unavailable and does nothing), delay (the answer is late by a time, and lost "
        "if that is longer than --cli-read-timeout), and kill (the client dies).\n\nThe parts are `2calls` (all "
        "attempts of two calls), `2attempts` (two attempts, so that the client's own retry gets through; without a "
        "count it is "
        "every attempt), `from-3` (from the third on), `10%` (a share of them, drawn so that it repeats), `seed-7` "
        "(for another draw), `before` and `after` (the service's work, for internal-error and kill; otherwise after), "
        "and the time of a delay, such as `2s` or `300ms`.\n\nThe option --fault and the variable EC2MIMIC_FAULT take "
        "a SPEC as well, which counts within one process. In order of precedence: --fault, EC2MIMIC_FAULT, "
        "`run --fault`, `fault set`.",
    .forms = kFaultForms,
    .exits = kFaultExits,
    .see_also = kAboutLostAnswers};

}  // namespace ec2mimic::cli
