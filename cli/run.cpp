#include "cli/run.h"

#include <new>
#include <string>
#include <utility>

#include "cli/args/typed.h"
#include "cli/builtin/commands.h"
#include "cli/call/aftermath.h"
#include "cli/call/call_log.h"
#include "cli/call/fault_spec.h"
#include "cli/call/invocation.h"
#include "cli/commands.h"
#include "cli/complete/complete.h"
#include "cli/complete/completer.h"
#include "cli/config/error_style.h"
#include "cli/config/settings.h"
#include "cli/dispatch.h"
#include "cli/errors/failure.h"
#include "cli/output/error_text.h"
#include "cli/output/presenter.h"
#include "cli/output/stdout.h"

namespace ec2mimic::cli {
namespace {

using Words = std::span<const std::string_view>;

std::string version_text(const System& system) {
  // Scripts parse the first word of `aws --version`. This is the release whose names and members we follow.
  const std::string start = system.program == "aws" ? "aws-cli/2.36.7 ec2mimic/" : "ec2mimic ";
  return start + EC2MIMIC_VERSION + '\n';
}

// True if a shell asks for completions. Then the words are not a command line of ours.
bool is_completion(const System& system, Words words) {
  return system.program == kCompleter || (!words.empty() && words.front() == kComplete);
}

// The first fault of a line that does not ask for help, and when it is found.
struct Fault {
  Failure failure;
  Stage stage;
};

std::optional<Fault> fault_of(const System& system, const Typed& typed) try {
  if (typed.help) return std::nullopt;
  if (typed.first_fault) return Fault{*typed.first_fault, Stage::first_look};
  if (typed.command && !typed.in_service) check_command(system, *typed.command);
  if (const auto& fault = typed.globals_fault) {
    return Fault{*fault, fault->kind() == Failure::Kind::usage ? Stage::options : Stage::later};
  }
  // Of commands that make no calls too, so that none of them does something after a typing error.
  if (typed.globals.fault) static_cast<void>(parse_faults(*typed.globals.fault));
  if (typed.command || typed.in_service || typed.globals.version) return std::nullopt;
  return Fault{failures::bad_usage("the following arguments are required: command"), Stage::options};
} catch (Failure& failure) {
  return Fault{std::move(failure), Stage::options};
}

int run_command(System& system, const Typed& typed, const Settings& settings) {
  if (typed.globals.version) {
    print(system, version_text(system));
    return kSuccess;
  }
  const Presenter presenter(system, settings, typed.globals.query);
  settings.check_encoding();
  return dispatch({system, typed, settings, presenter, &run});
}

void show(const Failure& failure, const ErrorStyle& style, System& system, Words words) {
  const std::string text = error_text(failure, style, system.program);
  // The AWS CLI's errors in other formats than text are not coloured here.
  const bool in_colour = system.colours_on && text.starts_with('\n');
  in_colour ? system.streams.write_error_in_colour(text, words) : system.streams.write_error(text, words);
}

// Runs a line and reports any failure. `log` is null if no log is kept.
int run_plain(System& system, const Typed& typed, CallLog* log) {
  system.writing.reset();
  const bool completes = is_completion(system, typed.words);
  const auto fault = completes ? std::nullopt : fault_of(system, typed);
  // The options of a faulty line do not apply. Of its words only typed.early decides how the error is printed.
  const Settings settings(system, fault ? GlobalOptions() : typed.globals);
  const auto report = [&](Failure failure) {
    // The call has succeeded, and only its result could not be shown: say what was done.
    if (system.writing && system.writing->is_done) {
      failure = std::move(failure).noted(lost_answer_note(*system.writing, system.program));
    }
    const Stage stage = fault ? fault->stage : Stage::later;
    show(failure, error_style_of(typed.early, settings, stage), system, typed.words);
    if (log != nullptr) log->failed(failure);
    return failure.exit_code();
  };
  try {
    if (fault) return report(fault->failure);
    if (system.program == kCompleter) return run_completer(system);
    if (completes) return run_complete(system, typed.words.subspan(1));
    return run_command(system, typed, settings);
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

int run_line(System& system, const Typed& typed, CallLog* log) {
  system.colours_on = false;
  const int code = run_plain(system, typed, log);
  if (system.colours_on && system.streams.out_is_terminal()) reset_colours(system);
  return code;
}

// A line that shows the log must leave it as it is, even a faulty one.
bool reads_log(const Typed& typed) {
  const BuiltinCommand* builtin = typed.in_service || !typed.command ? nullptr : find_builtin_command(*typed.command);
  return builtin != nullptr && builtin->reads_log;
}

int run_logged(System& system, const Typed& typed, std::string_view path) try {
  CallLog log(system, typed, path);
  System logged = log.logged_system();
  const int code = run_line(logged, typed, &log);
  log.write(code);
  return code;
} catch (const Failure& failure) {
  // The log cannot be opened, and nothing was done. All other failures are reported by run_line().
  const ErrorStyle style = error_style_of(typed.early, Settings(system));
  system.streams.write_error(error_text(failure, style, system.program), typed.words);
  return failure.exit_code();
}

}  // namespace

int run(System& system, Words words) {
  Typed typed;
  if (is_completion(system, words)) {
    typed.words = words;
    return run_line(system, typed, nullptr);
  }
  typed = read_typed(words, builtin_commands());
  apply_help_option(system, typed);
  // A command that runs another program leaves the log to that program, because this process is replaced and never gets
  // to write its line.
  const auto log = typed.runs_other ? std::nullopt : log_path(typed.early.log, system.environment);
  return log && !reads_log(typed) ? run_logged(system, typed, *log) : run_line(system, typed, nullptr);
}

}  // namespace ec2mimic::cli
