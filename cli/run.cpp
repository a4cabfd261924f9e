#include "cli/run.h"

#include <algorithm>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "cli/args/globals.h"
#include "cli/args/own_commands.h"
#include "cli/args/words.h"
#include "cli/builtin/own.h"
#include "cli/call/aftermath.h"
#include "cli/call/call_log.h"
#include "cli/call/operation_call.h"
#include "cli/call/wait.h"
#include "cli/complete/complete.h"
#include "cli/complete/completer.h"
#include "cli/config/settings.h"
#include "cli/data/aws_names.h"
#include "cli/data/waiters.h"
#include "cli/help/help.h"
#include "cli/output/answers.h"
#include "cli/output/print.h"
#include "cli/output/voice.h"
#include "core/operation/registry.h"

namespace ec2mimic::cli {
namespace {

constexpr std::string_view kService = "ec2";
constexpr std::string_view kHelp = "help";

// Called `aws`, the program wants the service's word before an operation, as the real one does.
bool has_short_form(const World& world) { return world.program != "aws"; }

// The names of the operations, which are made on demand, and views of them.
struct OperationNames {
  OperationNames() {
    for (const Operation* operation : operations()) names.push_back(kebab_case(operation->name));
  }
  std::vector<std::string> names{};

  [[nodiscard]] std::vector<std::string_view> choices() const {
    std::vector<std::string_view> views(names.begin(), names.end());
    views.push_back(kWait);
    views.push_back(kHelp);
    return views;
  }
};

[[noreturn]] void unknown_command(const World& world, std::string_view word) {
  const OperationNames operations;
  std::vector<std::string_view> choices{kService};
  if (has_short_form(world)) choices.insert(choices.end(), operations.names.begin(), operations.names.end());
  for (const OwnCommand& command : own_commands()) choices.push_back(command.name);
  choices.push_back(kHelp);
  if (is_aws_service(word)) throw failures::not_mimicked("command", word, choices, word);
  if (has_short_form(world) && is_aws_ec2_operation(word)) {
    throw failures::not_mimicked("command", word, choices, "ec2 " + std::string(word));
  }
  throw failures::invalid_choice("command", word, choices);
}

void check_command(const World& world, std::string_view word) {
  if (word == kService || word == kHelp || find_own_command(word) != nullptr) return;
  if (has_short_form(world) && (word == kWait || find_operation(word) != nullptr)) return;
  unknown_command(world, word);
}

[[noreturn]] void unknown_operation(std::string_view word) {
  const OperationNames ours;
  if (is_aws_ec2_operation(word)) {
    throw failures::not_mimicked("operation", word, ours.choices(), "ec2 " + std::string(word));
  }
  const auto all = aws_ec2_operations();
  std::vector<std::string_view> meant(all.begin(), all.end());
  meant.push_back(kHelp);
  throw failures::invalid_choice("operation", word, ours.choices(), meant);
}

// Beside the word help may stand the name of any command.
Page page_on(const World& world, std::span<const std::string_view> words, Page otherwise) {
  const auto named = std::find_if(words.begin(), words.end(), [](std::string_view word) {
    return word != kService && word != kHelp && !word.starts_with('-');
  });
  if (named == words.end()) return otherwise;
  if (const Operation* operation = find_operation(*named)) return operation_page(*operation);
  if (const OwnCommand* own = find_own_command(*named)) return own_page(*own, world.program);
  check_command(world, *named);
  return otherwise;
}

// `ec2` and what follows: an operation or `help`.
int run_service(World& world, const Globals& globals, const Settings& settings, const Answers& answers,
                std::span<const std::string_view> words) {
  const Positional line = take_positional(words);
  const Operation* operation = line.value ? find_operation(*line.value) : nullptr;
  if (operation != nullptr) return run_operation(world, globals, settings, answers, *operation, line.rest);
  if (line.value == kWait) return run_wait(world, globals, settings, line.rest);
  if (globals.help || line.value == kHelp) {
    return print_help(world, page_on(world, line.rest, service_page(world.program)));
  }
  if (!line.value) throw failures::bad_usage("the following arguments are required: operation");
  unknown_operation(*line.value);
}

std::string version_text(const World& world) {
  // Scripts look for the first word of `aws --version`: that release has the newest names and members spoken here.
  const std::string own = world.program == "aws" ? "aws-cli/2.36.7 ec2mimic/" : "ec2mimic ";
  return own + EC2MIMIC_VERSION + '\n';
}

int run_command(World& world, Settings& settings, const SplitLine& split) {
  const std::span<const std::string_view> words = split.own;
  if (world.program == kCompleter) return run_completer(world);
  if (!words.empty() && words.front() == kComplete) return run_complete(world, words.subspan(1));
  const GlobalsRead line = read_globals(
      words, [&] { return manner_of(words, settings).voice == Voice::earlier; },
      [&](std::string_view word) { check_command(world, word); });
  const Globals& globals = line.globals;
  settings.use(globals);
  if (globals.version) {
    print(world, version_text(world));
    return kSuccess;
  }
  const std::string_view command = line.command.value_or(globals.help ? kHelp : "");
  if (!line.command && !globals.help) throw failures::bad_usage("the following arguments are required: command");
  const Answers answers(world, globals, settings);
  settings.check_encoding();
  if (command == kService) return run_service(world, globals, settings, answers, line.rest);
  if (const OwnCommand* own = find_own_command(command)) {
    const bool asks = line.rest.size() == 1 && line.rest.front() == kHelp;
    if (globals.help || asks) return print_help(world, own_page(*own, world.program));
    return own->run({world, globals, settings, answers, line.rest, split.other, &run});
  }
  if (command == kWait) return run_wait(world, globals, settings, line.rest);
  const Operation* operation = has_short_form(world) ? find_operation(command) : nullptr;
  if (operation != nullptr) return run_operation(world, globals, settings, answers, *operation, line.rest);
  return print_help(world, page_on(world, line.rest, program_page(world.program)));
}

// Runs a line and tells whatever goes wrong; the log is null where none is kept.
int run_line(World& world, const SplitLine& split, CallLog* log) {
  world.writing.reset();
  Settings settings(world);
  const auto report = [&](Failure failure) {
    if (world.writing && world.writing->is_done) {
      failure = std::move(failure).noted(news_of_lost_answer(*world.writing, world.program));
    }
    world.streams.write_error(tell(failure, manner_of(split.own, settings), world.program), split.own);
    if (log != nullptr) log->failed(failure);
    return failure.code();
  };
  try {
    return run_command(world, settings, split);
  } catch (const Failure& failure) {
    return report(failure);
  } catch (const AccountFailure& failure) {
    return report(failures::general(failure.message()));
  } catch (const std::bad_alloc&) {
    return report(failures::general("There is not enough memory."));
  } catch (const std::exception& error) {
    return report(failures::general(error.what()));
  }
}

int run_logged(World& world, std::span<const std::string_view> words, std::string_view path) try {
  CallLog log(world, words, path);
  World noted = log.noted();
  const int code = run_line(noted, {words, {}, false}, &log);
  log.write(code);
  return code;
} catch (const Failure& failure) {
  world.streams.write_error(tell(failure, manner_of(words, Settings(world)), world.program), words);
  return failure.code();
}

}  // namespace

int run(World& world, std::span<const std::string_view> words) {
  const bool completes = world.program == kCompleter || (!words.empty() && words.front() == kComplete);
  const SplitLine split = split_line(words);
  // The log of a command that runs another program is that program's: a process that becomes another has no end.
  const auto log = completes || split.runs_other ? std::nullopt : log_path(words, world.environment);
  return log ? run_logged(world, words, *log) : run_line(world, split, nullptr);
}

}  // namespace ec2mimic::cli
