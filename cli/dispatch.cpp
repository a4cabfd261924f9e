#include "cli/dispatch.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "cli/args/argparse.h"
#include "cli/args/command_line.h"
#include "cli/builtin/commands.h"
#include "cli/call/operation_call.h"
#include "cli/call/wait.h"
#include "cli/call/wire_times.h"
#include "cli/commands.h"
#include "cli/config/error_style.h"
#include "cli/errors/failure.h"
#include "cli/help/command_pages.h"
#include "cli/help/help.h"
#include "cli/help/wait_pages.h"
#include "cli/output/stdout.h"
#include "core/operation/registry.h"

namespace ec2mimic::cli {
namespace {

using Words = std::span<const std::string_view>;

// What a line asks for: a help page, or work that returns an exit code.
using Handler = std::variant<Page, std::function<int()>>;

// Nothing that a faulty line says can be relied on, so the help on it is that of the whole program.
void forget_faulty(Typed& typed) {
  typed.globals = {};
  typed.in_service = false;
  typed.command.reset();
  typed.rest.clear();
  typed.globals_fault.reset();
}

// `help` may be combined with the name of any command, on either side of it.
Page page_on(const System& system, Words words, Page otherwise) {
  std::vector<std::string_view> named;
  std::copy_if(words.begin(), words.end(), std::back_inserter(named),
               [](std::string_view word) { return word != kService && word != kHelp && !word.starts_with('-'); });
  if (named.empty()) return otherwise;
  const std::optional<std::string_view> next = named.size() > 1 ? std::optional(named[1]) : std::nullopt;
  if (const Operation* operation = find_operation(named[0])) return operation_page(*operation);
  if (named[0] == kWait) {
    return next ? waiter_page(waiter_named(next, system.program), system.program) : waiters_page(system.program);
  }
  const BuiltinCommand* builtin = find_builtin_command(named[0]);
  if (builtin == nullptr) {
    check_command(system, named[0]);
    return otherwise;
  }
  if (!builtin->service || !next) return builtin_page(*builtin, system.program);
  if (const Operation* operation = find_operation(*next, *builtin->service)) return operation_page(*operation);
  throw builtin->unknown_word(*next);
}

// True if the words after the name of a command ask for help on it, whatever else they lack.
bool asks_for_help(const Typed& typed, Words words) {
  return typed.help || (words.size() == 1 && words.front() == kHelp);
}

// The options of an operation; nothing if the line asks for help on it.
std::optional<CommandLine> options_given(const Typed& typed, const Operation& operation, Words words) {
  if (asks_for_help(typed, words)) return std::nullopt;
  CommandLine line = read_command_line(operation, words);
  if (line.word == kHelp) return std::nullopt;
  if (!line.unknown.empty()) throw failures::unknown_options(line.unknown);
  return line;
}

Handler handler_of(const Invocation& call, const Operation& operation, Words words) {
  // As in the AWS CLI, a broken file is reported first, and then an unknown format of times, even on a help page.
  static_cast<void>(shows_wire_times(call.settings));
  auto line = options_given(call.typed, operation, words);
  if (!line) return operation_page(operation);
  return [&call, &operation, line = *std::move(line)] { return run_operation(call, operation, line); };
}

// The words without the first that is the waiter's name. The AWS CLI keeps a `--` beside it, unlike one beside the name
// of an operation.
std::vector<std::string_view> without(std::string_view name, std::vector<std::string_view> words) {
  words.erase(std::find(words.begin(), words.end(), name));
  return words;
}

Handler handler_of_wait(const Invocation& call) {
  const System& system = call.system;
  const Positional found = take_positional(call.typed.rest);
  const bool is_known = found.value && find_waiter(*found.value) != nullptr;
  if (!is_known && (call.typed.help || found.value == kHelp)) return waiters_page(system.program);
  if (!found.value && !found.rest.empty()) throw failures::unknown_words(found.rest);
  const Waiter& waiter = waiter_named(found.value, system.program);
  auto line = options_given(call.typed, *polled_by(waiter), without(*found.value, call.typed.rest));
  if (!line) return waiter_page(waiter, system.program);
  return [&call, &waiter, line = *std::move(line)] { return run_wait(call, waiter, line); };
}

// True if `help` follows a subcommand.
bool asks_after_subcommand(const BuiltinCommand& builtin, Words words) {
  const Positional first = take_positional(words);
  const bool is_subcommand = std::any_of(builtin.forms.begin(), builtin.forms.end(),
                                         [&](const BuiltinForm& form) { return first.value == form.subcommand; });
  return is_subcommand && take_positional(first.rest).value == kHelp;
}

// For a service other than EC2: the service name is followed by an operation.
Handler handler_of_service(const Invocation& call, const BuiltinCommand& builtin) {
  const Positional line = take_positional(call.typed.rest);
  const Operation* operation = line.value ? find_operation(*line.value, *builtin.service) : nullptr;
  if (operation != nullptr) return handler_of(call, *operation, line.rest);
  if (call.typed.help || line.value == kHelp) return builtin_page(builtin, call.system.program);
  if (!line.value) throw failures::bad_usage("the following arguments are required: operation");
  throw builtin.unknown_word(*line.value);
}

int run_builtin(const Invocation& call, const BuiltinCommand& builtin) try {
  Era era = Era::v2_30;
  if (builtin.is_of_aws) {
    static_cast<void>(call.settings.profiles());
    era = error_style_of(call.typed.early, call.settings).era;
  }
  const BuiltinLine line = read_builtin_line(builtin, call.typed.rest, era);
  return line.form->run(call, line);
} catch (const Failure&) {
  // `eval` ignores our exit code, so what it evaluates has to fail on its own for `set -e` to notice.
  if (builtin.is_evaluated) print(call.system, "false\n");
  throw;
}

Handler handler_of(const Invocation& call, const BuiltinCommand& builtin) {
  if (builtin.service) return handler_of_service(call, builtin);
  const Words words = call.typed.rest;
  const auto page = [&] { return builtin_page(builtin, call.system.program); };
  if (asks_for_help(call.typed, words)) return page();
  if (asks_after_subcommand(builtin, words)) {
    if (builtin.is_of_aws) static_cast<void>(call.settings.profiles());
    return page();
  }
  return [&call, &builtin] { return run_builtin(call, builtin); };
}

Handler handler_of(const Invocation& call) {
  const System& system = call.system;
  const Typed& typed = call.typed;
  const std::string_view command = typed.command.value_or("");
  const BuiltinCommand* builtin = typed.in_service ? nullptr : find_builtin_command(command);
  if (builtin != nullptr) return handler_of(call, *builtin);
  if (command == kWait) return handler_of_wait(call);
  const bool may_be_operation = typed.in_service || has_short_form(system);
  const Operation* operation = may_be_operation ? find_operation(command) : nullptr;
  if (operation != nullptr) return handler_of(call, *operation, typed.rest);
  // Without `ec2`, only a line that asks for help gets this far: run() rejects unknown commands before.
  if (!typed.in_service) return page_on(system, typed.rest, program_page(system.program, builtin_commands()));
  if (typed.help || command == kHelp) return page_on(system, typed.rest, service_page(system.program));
  if (!typed.command) throw failures::bad_usage("the following arguments are required: operation");
  unknown_operation(command);
}

}  // namespace

void apply_help_option(const System& system, Typed& typed) {
  if (!typed.has_help_option || typed.first_fault) return;
  // The profile that the line names has no say in the era: it may be the very thing somebody needs help with.
  if (error_style_of(typed.early, Settings(system)).era != Era::v2_30) return;
  if (typed.globals_fault) forget_faulty(typed);
  typed.globals.version = false;
  typed.help = true;
}

int dispatch(const Invocation& call) {
  const Handler handler = handler_of(call);
  if (const Page* page = std::get_if<Page>(&handler)) return print_help(call.system, *page);
  return std::get<std::function<int()>>(handler)();
}

}  // namespace ec2mimic::cli
