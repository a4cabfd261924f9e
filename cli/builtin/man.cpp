// `ec2mimic man`: prints the sources of manual pages. `ec2mimic man create-vpc | man -l -` shows one that is not
// installed.
#include "cli/help/man.h"

#include <array>
#include <string>

#include "cli/args/command_line.h"
#include "cli/builtin/commands.h"
#include "cli/call/invocation.h"
#include "cli/errors/failure.h"
#include "cli/output/stdout.h"

namespace ec2mimic::cli {
namespace {

int print_page(const Invocation& call, const BuiltinLine& line) {
  if (line.words.empty()) {
    std::string names;
    for (const std::string& name : manual_pages(builtin_commands())) names += name + '\n';
    print(call.system, names);
    return kSuccess;
  }
  const auto source = manual_source(line.words.front(), builtin_commands());
  if (!source) {
    const std::vector<std::string> names = manual_pages(builtin_commands());
    throw failures::invalid_choice("page", line.words.front(), {names.begin(), names.end()});
  }
  print(call.system, *source);
  return kSuccess;
}

constexpr std::array<BuiltinOperand, 1> kManOperands{
    {{.value = {.placeholder = "PAGE", .completes = Completes::manual_page}}}};
constexpr std::array<BuiltinForm, 1> kManForms{{{.run = &print_page, .operands = kManOperands}}};
constexpr std::array<ExitDoc, 2> kManExits{{{"0", "The text was printed."}, kBadLine}};

}  // namespace

constinit const BuiltinCommand kMan{
    .name = "man",
    .summary = "Prints the source of a manual page, or the names of all pages",
    .description = "PAGE is the name of a page, an operation or a command: `ec2mimic man create-vpc | man -l -`.",
    .forms = kManForms,
    .exits = kManExits};

}  // namespace ec2mimic::cli
