// `ec2mimic man`: prints the sources of manual pages. `ec2mimic man create-vpc | man -l -` shows one that is not
// installed.
#include "cli/help/man.h"

#include <string>

#include "cli/args/command_line.h"
#include "cli/call/invocation.h"
#include "cli/errors/failure.h"
#include "cli/output/stdout.h"

namespace ec2mimic::cli {

int run_man(const Invocation& call) {
  const BuiltinLine line = read_builtin_line("man", call.typed.rest);
  if (line.words.empty()) {
    std::string names;
    for (const std::string& name : manual_pages()) names += name + '\n';
    print(call.system, names);
    return kSuccess;
  }
  const auto source = manual_source(line.words.front());
  if (!source) {
    const std::vector<std::string> names = manual_pages();
    throw failures::invalid_choice("page", line.words.front(), {names.begin(), names.end()});
  }
  print(call.system, *source);
  return kSuccess;
}

}  // namespace ec2mimic::cli
