// `ec2mimic completion SHELL`: prints the script that makes a shell complete our command lines (complete/complete.h).
#include <algorithm>
#include <array>
#include <string>

#include "cli/args/command_line.h"
#include "cli/builtin/commands.h"
#include "cli/call/invocation.h"
#include "cli/data/embedded.h"
#include "cli/errors/failure.h"
#include "cli/output/stdout.h"

namespace ec2mimic::cli {
namespace {

constexpr std::array<std::string_view, 3> kCompletedShells{"bash", "zsh", "fish"};

int print_completion(const Invocation& call, const BuiltinLine& line) {
  const std::string& shell = line.words.front();
  if (std::find(kCompletedShells.begin(), kCompletedShells.end(), shell) == kCompletedShells.end()) {
    throw failures::invalid_choice("shell", shell, {kCompletedShells.begin(), kCompletedShells.end()});
  }
  // zsh finds a script by its name.
  print(call.system, embedded(shell == "zsh" ? "completions/_ec2mimic" : "completions/ec2mimic." + shell));
  return kSuccess;
}

constexpr std::array<BuiltinOperand, 1> kCompletionOperands{
    {{.value = {.words = kCompletedShells}, .called = "shell"}}};
constexpr std::array<BuiltinForm, 1> kCompletionForms{{{.run = &print_completion, .operands = kCompletionOperands}}};
constexpr std::array<ExitDoc, 2> kCompletionExits{{{"0", "The script was printed."}, kBadLine}};

}  // namespace

constinit const BuiltinCommand kCompletion{
    .name = "completion",
    .summary = "Prints a script that completes command lines in a shell",
    .description =
        "To try it, evaluate it: `eval \"$(ec2mimic completion bash)\"`. It is not needed once ec2mimic is installed.",
    .forms = kCompletionForms,
    .exits = kCompletionExits};

}  // namespace ec2mimic::cli
