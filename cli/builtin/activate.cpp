// `ec2mimic activate [SHELL]`: prints a script that makes `aws` run this program in a shell and its children, and
// defines ec2mimic_deactivate, which undoes it.
//
// takeover.h explains how; the script changes the variables of the shell and saves their old values. A real `aws` is
// neither touched nor looked for. Without SHELL, the script is for the parent process if that is a shell, otherwise for
// the shell in the variable SHELL. bash, zsh and plain sh share a script, so it only matters to tell fish apart.
#include <algorithm>
#include <string>
#include <vector>

#include "cli/args/builtin_commands.h"
#include "cli/args/command_line.h"
#include "cli/builtin/takeover.h"
#include "cli/call/invocation.h"
#include "cli/data/embedded.h"
#include "cli/errors/failure.h"
#include "cli/output/stdout.h"
#include "cli/python/shell_words.h"

namespace ec2mimic::cli {
namespace {

// The shell that a program is: the name of a login shell begins with a dash, and an unknown shell of the Bourne family
// counts as sh. Empty if it is not a shell.
std::string_view shell_named(std::string_view program) {
  program = program.starts_with('-') ? program.substr(1) : name_of_program(program);
  for (const std::string_view shell : choices_of("activate")) {
    if (program == shell) return shell;
  }
  return program.ends_with("sh") && program != "csh" && program != "tcsh" ? "sh" : "";
}

std::string_view present_shell(const System& system) {
  const std::string parent = system.process.parent();
  if (const std::string_view shell = shell_named(parent); !shell.empty()) return shell;
  const std::string_view shell = shell_named(system.environment.filled("SHELL").value_or(""));
  return shell == "fish" ? shell : "sh";
}

std::string_view chosen_shell(const Invocation& call) {
  const BuiltinLine line = read_builtin_line("activate", call.typed.rest);
  if (line.words.empty()) return present_shell(call.system);
  const std::vector<std::string_view> shells = choices_of("activate");
  const auto shell = std::find(shells.begin(), shells.end(), line.words.front());
  if (shell == shells.end()) throw failures::invalid_choice("shell", line.words.front(), shells);
  return *shell;
}

void fill(std::string& script, std::string_view slot, std::string_view text, bool fish) {
  const std::string quoted = shell_quoted(text, fish);
  for (std::size_t at = 0; (at = script.find(slot, at)) != std::string::npos; at += quoted.size()) {
    script.replace(at, slot.size(), quoted);
  }
}

}  // namespace

int run_activate(const Invocation& call) try {
  const bool fish = chosen_shell(call) == "fish";
  const OwnFiles files = own_files(call.system, call.typed.globals);
  const Takeover takeover = place_takeover(call.system);
  std::string script(embedded(fish ? "activate/fish" : "activate/sh"));
  fill(script, "@endpoint@", kDeadEndpoint, fish);
  fill(script, "@folder@", takeover.links, fish);
  fill(script, "@guard@", takeover.guards, fish);
  fill(script, "@state@", files.state.value_or(""), fish);
  fill(script, "@log@", files.log.value_or(""), fish);
  print(call.system, script);
  return kSuccess;
} catch (const Failure&) {
  // `eval` ignores our exit code, so the output has to fail on its own for `set -e` to notice.
  print(call.system, "false\n");
  throw;
}

}  // namespace ec2mimic::cli
