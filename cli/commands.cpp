#include "cli/commands.h"

#include <string>
#include <vector>

#include "cli/args/typed.h"
#include "cli/builtin/commands.h"
#include "cli/data/aws_names.h"
#include "cli/errors/failure.h"
#include "core/operation/registry.h"

namespace ec2mimic::cli {
namespace {

// Owns the names of the operations, which are made on demand; choices() returns views of them.
struct OperationNames {
  std::vector<std::string> names = commands_of();

  [[nodiscard]] std::vector<std::string_view> choices() const {
    std::vector<std::string_view> views(names.begin(), names.end());
    views.push_back(kWait);
    views.push_back(kHelp);
    return views;
  }
};

[[noreturn]] void unknown_command(const System& system, std::string_view word) {
  const OperationNames operations;
  std::vector<std::string_view> choices{kService};
  if (has_short_form(system)) choices.insert(choices.end(), operations.names.begin(), operations.names.end());
  for (const BuiltinCommand* command : builtin_commands()) choices.push_back(command->name);
  choices.push_back(kHelp);
  // The word is right and only missing here, so the user is told that instead of being offered similar words.
  if (is_aws_service(word)) throw failures::not_mimicked("command", word, choices, word);
  if (has_short_form(system) && is_aws_ec2_operation(word)) {
    throw failures::not_mimicked("command", word, choices, "ec2 " + std::string(word));
  }
  throw failures::invalid_choice("command", word, choices);
}

[[noreturn]] void unknown_waiter(std::string_view word) {
  std::vector<std::string> names;
  for (const Waiter* waiter : waiters()) names.push_back(kebab_case(waiter->name));
  std::vector<std::string_view> choices(names.begin(), names.end());
  choices.push_back(kHelp);
  if (is_aws_ec2_waiter(word)) {
    throw failures::not_mimicked("subcommand", word, choices, "ec2 wait " + std::string(word));
  }
  // Suggestions come from all waiters of AWS, not just those listed as choices.
  const auto all = aws_ec2_waiters();
  std::vector<std::string_view> near(all.begin(), all.end());
  throw failures::invalid_choice("subcommand", word, choices, near);
}

Failure too_few_arguments(std::string_view program) {
  const std::string name(program);
  const std::string usage = "usage: " + name + " [options] ec2 wait <subcommand> [parameters]\n" + name;
  return failures::refused(usage + ": error: too few arguments")
      .current_wording(usage + ": [ERROR]: too few arguments");
}

}  // namespace

// `aws` without `ec2` must fail as it does with AWS, or scripts would come to rely on the short form.
bool has_short_form(const System& system) { return system.program != "aws"; }

void check_command(const System& system, std::string_view word) {
  if (word == kService || word == kHelp || find_builtin_command(word) != nullptr) return;
  if (has_short_form(system) && (word == kWait || find_operation(word) != nullptr)) return;
  unknown_command(system, word);
}

void unknown_operation(std::string_view word) {
  const OperationNames ours;
  if (is_aws_ec2_operation(word)) {
    throw failures::not_mimicked("operation", word, ours.choices(), "ec2 " + std::string(word));
  }
  // Suggestions come from all operations of AWS, not just those listed as choices.
  const auto all = aws_ec2_operations();
  std::vector<std::string_view> meant(all.begin(), all.end());
  meant.push_back(kHelp);
  throw failures::invalid_choice("operation", word, ours.choices(), meant);
}

const Waiter& waiter_named(std::optional<std::string_view> word, std::string_view program) {
  if (!word) throw too_few_arguments(program);
  const Waiter* waiter = find_waiter(*word);
  if (waiter == nullptr) unknown_waiter(*word);
  return *waiter;
}

}  // namespace ec2mimic::cli
