// `ec2mimic fault`: sets what goes wrong between client and service, for all calls to a state until it is cleared.
#include <string>

#include "cli/args/command_line.h"
#include "cli/call/invocation.h"
#include "cli/config/settings.h"
#include "cli/errors/failure.h"
#include "cli/output/stdout.h"
#include "cli/wire/fault_file.h"

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

std::string list(const std::vector<FaultRule>& rules) {
  if (rules.empty()) return "no faults are set\n";
  std::string text;
  for (const FaultRule& rule : rules) text += rule.text + ": " + what_is_left(rule) + '\n';
  return text;
}

}  // namespace

int run_fault(const Invocation& call) {
  const BuiltinLine line = read_builtin_line("fault", call.typed.rest);
  System& system = call.system;
  const std::string path = fault_path(state_path(call.typed.globals, system.environment));
  if (line.subcommand == "set") {
    write_fault_file(system.files, path, parse_faults(line.words.front()));
  } else if (line.subcommand == "list") {
    print(system, list(read_fault_file(system.files, path)));
  } else {
    remove_fault_file(system.files, path);
  }
  return kSuccess;
}

}  // namespace ec2mimic::cli
