// `ec2mimic completion SHELL`: prints the script that makes a shell complete our command lines (complete.h).
#include <algorithm>
#include <string>
#include <vector>

#include "cli/args/builtin_commands.h"
#include "cli/args/command_line.h"
#include "cli/call/invocation.h"
#include "cli/data/embedded.h"
#include "cli/errors/failure.h"
#include "cli/output/stdout.h"

namespace ec2mimic::cli {
int run_completion(const Invocation& call) {
  const BuiltinLine line = read_builtin_line("completion", call.typed.rest);
  const std::string& shell = line.words.front();
  const std::vector<std::string_view> shells = choices_of("completion");
  if (std::find(shells.begin(), shells.end(), shell) == shells.end()) {
    throw failures::invalid_choice("shell", shell, shells);
  }
  // zsh finds a script by its name.
  print(call.system, embedded(shell == "zsh" ? "completions/_ec2mimic" : "completions/ec2mimic." + shell));
  return kSuccess;
}

}  // namespace ec2mimic::cli
