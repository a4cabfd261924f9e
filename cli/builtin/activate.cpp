// `ec2mimic activate [SHELL]`: prints a script that makes `aws` run this program in a shell and its children, and
// defines ec2mimic_deactivate, which undoes it.
//
// takeover.h explains how; the script changes the variables of the shell and saves their old values. A real `aws` is
// neither touched nor looked for. Without SHELL, the script is for the parent process if that is a shell, otherwise for
// the shell in the variable SHELL. bash, zsh and plain sh share a script, so it only matters to tell fish apart.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "cli/args/command_line.h"
#include "cli/builtin/commands.h"
#include "cli/builtin/takeover.h"
#include "cli/call/invocation.h"
#include "cli/data/embedded.h"
#include "cli/errors/failure.h"
#include "cli/output/stdout.h"
#include "cli/python/shell_words.h"

namespace ec2mimic::cli {
namespace {

constexpr std::array<std::string_view, 5> kShells{"bash", "zsh", "sh", "dash", "fish"};

// The shell that a program is: the name of a login shell begins with a dash, and an unknown shell of the Bourne family
// counts as sh. Empty if it is not a shell.
std::string_view shell_named(std::string_view program) {
  program = program.starts_with('-') ? program.substr(1) : name_of_program(program);
  for (const std::string_view shell : kShells) {
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

std::string_view chosen_shell(const Invocation& call, const BuiltinLine& line) {
  if (line.words.empty()) return present_shell(call.system);
  const auto* const shell = std::find(kShells.begin(), kShells.end(), line.words.front());
  if (shell == kShells.end()) {
    throw failures::invalid_choice("shell", line.words.front(), {kShells.begin(), kShells.end()});
  }
  return *shell;
}

void fill(std::string& script, std::string_view slot, std::string_view text, bool fish) {
  const std::string quoted = shell_quoted(text, fish);
  for (std::size_t at = 0; (at = script.find(slot, at)) != std::string::npos; at += quoted.size()) {
    script.replace(at, slot.size(), quoted);
  }
}

int print_script(const Invocation& call, const BuiltinLine& line) {
  const bool fish = chosen_shell(call, line) == "fish";
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
}

constexpr std::array<BuiltinOperand, 1> kActivateOperands{{{{.words = kShells}}}};
constexpr std::array<BuiltinForm, 1> kActivateForms{{{.run = &print_script, .operands = kActivateOperands}}};
constexpr std::array<ExitDoc, 4> kActivateExits{{
    {"0", "The script was printed."},
    kBadLine,
    {"253", "There is no place for the program's own files: set HOME or XDG_STATE_HOME."},
    {"255", "The folders for the script cannot be created, or other users can write to them."},
}};

}  // namespace

constinit const BuiltinCommand kActivate{
    .name = "activate",
    .summary = "Prints a script that makes `aws` run ec2mimic in a shell",
    .description =
        "The script is for the shell to evaluate: `eval \"$(ec2mimic activate)\"`, in fish `ec2mimic activate | "
        "source`. From then on `aws` is ec2mimic in the shell and in whatever it starts; `ec2mimic_deactivate` undoes "
        "it.\n\nThe shell is detected if it starts ec2mimic directly; otherwise name it. --state and --log, or their "
        "variables, apply to the shell, as absolute paths. If something is wrong, `false` is printed.",
    .forms = kActivateForms,
    .exits = kActivateExits,
    .is_evaluated = true};

}  // namespace ec2mimic::cli
