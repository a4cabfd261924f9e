// `ec2mimic completion SHELL`: prints the script that makes a shell complete our command lines (complete.h).
#include <array>
#include <string>
#include <utility>

#include "cli/args/command_line.h"
#include "cli/call/invocation.h"
#include "cli/data/embedded.h"
#include "cli/errors/failure.h"
#include "cli/output/stdout.h"

namespace ec2mimic::cli {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kScripts{{
    {"bash", "completions/ec2mimic.bash"},
    {"zsh", "completions/_ec2mimic"},
    {"fish", "completions/ec2mimic.fish"},
}};

}  // namespace

int run_completion(const Invocation& call) {
  const BuiltinLine line = read_builtin_line("completion", call.typed.rest);
  std::vector<std::string_view> shells;
  for (const auto& [shell, script] : kScripts) {
    if (shell == line.words.front()) {
      print(call.system, embedded(script));
      return kSuccess;
    }
    shells.push_back(shell);
  }
  throw failures::invalid_choice("shell", line.words.front(), shells);
}

}  // namespace ec2mimic::cli
