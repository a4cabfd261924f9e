#include "cli/run.h"

#include <new>
#include <string>
#include <utility>

#include "cli/args/typed.h"
#include "cli/call/aftermath.h"
#include "cli/call/call_log.h"
#include "cli/call/invocation.h"
#include "cli/commands.h"
#include "cli/complete/complete.h"
#include "cli/complete/completer.h"
#include "cli/config/manner.h"
#include "cli/config/settings.h"
#include "cli/dispatch.h"
#include "cli/errors/failure.h"
#include "cli/output/answers.h"
#include "cli/output/stdout.h"
#include "cli/output/voice.h"

namespace ec2mimic::cli {
namespace {

using Words = std::span<const std::string_view>;

std::string version_text(const World& world) {
  // Scripts look for the first word of `aws --version`: that release has the newest names and members spoken here.
  const std::string own = world.program == "aws" ? "aws-cli/2.36.7 ec2mimic/" : "ec2mimic ";
  return own + EC2MIMIC_VERSION + '\n';
}

// A shell that asks what may come next on a line, which is no line of ours then.
bool is_completion(const World& world, Words words) {
  return world.program == kCompleter || (!words.empty() && words.front() == kComplete);
}

// The first thing that is wrong with a line, if it does not ask for help.
std::optional<Failure> fault_of(const World& world, const Typed& typed) try {
  if (typed.help) return std::nullopt;
  if (typed.first_fault) return typed.first_fault;
  if (typed.command && !typed.in_service) check_command(world, *typed.command);
  return typed.globals_fault;
} catch (Failure& failure) {
  return std::move(failure);
}

int run_command(World& world, const Typed& typed, const Settings& settings) {
  if (typed.globals.version) {
    print(world, version_text(world));
    return kSuccess;
  }
  if (!typed.command && !typed.in_service && !typed.help) {
    throw failures::bad_usage("the following arguments are required: command");
  }
  const Answers answers(world, settings, typed.globals.query);
  settings.check_encoding();
  return dispatch({world, typed, settings, answers, &run});
}

// Runs a line and tells whatever goes wrong; the log is null where none is kept.
int run_line(World& world, const Typed& typed, CallLog* log) {
  world.writing.reset();
  const bool completes = is_completion(world, typed.words);
  const auto fault = completes ? std::nullopt : fault_of(world, typed);
  const Settings settings(world, fault ? Globals() : typed.globals);
  const auto report = [&](Failure failure) {
    if (world.writing && world.writing->is_done) {
      failure = std::move(failure).noted(news_of_lost_answer(*world.writing, world.program));
    }
    world.streams.write_error(tell(failure, manner_of(typed.anywhere, settings), world.program), typed.words);
    if (log != nullptr) log->failed(failure);
    return failure.code();
  };
  try {
    if (fault) return report(*fault);
    if (world.program == kCompleter) return run_completer(world);
    if (completes) return run_complete(world, typed.words.subspan(1));
    return run_command(world, typed, settings);
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

int run_logged(World& world, const Typed& typed, std::string_view path) try {
  CallLog log(world, typed, path);
  World noted = log.noted();
  const int code = run_line(noted, typed, &log);
  log.write(code);
  return code;
} catch (const Failure& failure) {
  const Manner manner = manner_of(typed.anywhere, Settings(world));
  world.streams.write_error(tell(failure, manner, world.program), typed.words);
  return failure.code();
}

// The line as it counts. That -h and --help ask for help is not for the profile to decide that the line names: it may
// be just what somebody needs help with.
Typed read_line(const World& world, Words words) {
  Typed typed = read_typed(words);
  if (typed.has_help_option && !typed.first_fault &&
      manner_of(typed.anywhere, Settings(world)).voice == Voice::earlier) {
    ask_for_help(typed);
  }
  return typed;
}

}  // namespace

int run(World& world, Words words) {
  Typed typed;
  if (is_completion(world, words)) {
    typed.words = words;
    return run_line(world, typed, nullptr);
  }
  typed = read_line(world, words);
  // The log of a command that runs another program is that program's: a process that becomes another has no end.
  const auto log = typed.runs_other ? std::nullopt : log_path(typed.anywhere, world.environment);
  return log ? run_logged(world, typed, *log) : run_line(world, typed, nullptr);
}

}  // namespace ec2mimic::cli
