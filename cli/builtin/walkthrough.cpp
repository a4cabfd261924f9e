// `ec2mimic walkthrough`: replays a lesson in an account of its own and shows each step.
//
// The output is what the program really prints; if a step does not give the result that the lesson promises, it stops
// with exit code 1. On a terminal it pauses after each step and uses colours; elsewhere it prints plain text without
// pausing.
#include <array>
#include <string>

#include "cli/args/command_line.h"
#include "cli/builtin/commands.h"
#include "cli/builtin/lesson.h"
#include "cli/call/invocation.h"
#include "cli/help/help.h"
#include "cli/output/error_text.h"
#include "cli/output/stdout.h"

namespace ec2mimic::cli {
namespace {

constexpr std::string_view kLesson = "blog";

struct Style {
  bool pauses;
  bool colours;
};

std::string coloured(const Style& style, std::string_view code, const std::string& text) {
  return style.colours ? "\x1b[" + std::string(code) + 'm' + text + "\x1b[0m" : text;
}

std::string typed(const Style& style, const std::string& command) {
  std::string text = "$ " + command;
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 3) text.insert(at + 1, "> ");
  return coloured(style, "1", text) + '\n';
}

// Returns false if the reader wants to quit.
bool goes_on(System& system, const Style& style) {
  if (!style.pauses) return true;
  print(system, coloured(style, "2", "[Enter: continue, q: quit] "));
  const auto answer = system.streams.read_line();
  return answer && *answer != "q";
}

int show_lesson(System& system, LessonPlay& lesson, const Style& style) {
  const auto prose = [&] { return blocks_text(paragraphs(lesson.prose()), system.streams.width()); };
  for (bool first = true; !lesson.at_end(); first = false) {
    if (!first && !goes_on(system, style)) return kSuccess;
    const std::string says = prose();
    print(system, (first ? "" : "\n") + (says.empty() ? "" : coloured(style, "36", says) + '\n') +
                      typed(style, lesson.command()));
    const PlayedStep step = lesson.play();
    print(system, step.result.out + (step.result.err.empty() ? "" : coloured(style, "31", step.result.err)));
    if (step.difference.empty()) continue;
    system.streams.write_error("\nThe output is not as expected (- expected, + actual):\n" + step.difference);
    return kProblemsFound;
  }
  const std::string end = prose();
  if (!end.empty()) print(system, '\n' + coloured(style, "36", end));
  return kSuccess;
}

int walk_through(const Invocation& call, const BuiltinLine& line) {
  System& system = call.system;
  const bool terminal = system.streams.in_is_terminal() && system.streams.out_is_terminal();
  const Style style{terminal && find_option(line.given, "--no-pause") == nullptr, call.settings.colours()};
  int code = kSuccess;
  system.engines.with_scratch([&](const std::string& state) {
    LessonPlay lesson(system, call.run, find_lesson(system, kLesson), state);
    code = show_lesson(system, lesson, style);
  });
  return code;
}

constexpr std::array<BuiltinOption, 1> kWalkthroughOptions{
    {{"--no-pause", {}, "Continues without waiting for the Enter key."}}};
constexpr std::array<BuiltinForm, 1> kWalkthroughForms{{{.run = &walk_through, .options = kWalkthroughOptions}}};
constexpr std::array<ExitDoc, 4> kWalkthroughExits{{
    {"0", "All steps went as expected, or the reader stopped."},
    {"1", "A step did not go as expected."},
    kBadLine,
    {"255", "The temporary folder cannot be created."},
}};

}  // namespace

constinit const BuiltinCommand kWalkthrough{
    .name = "walkthrough",
    .summary = "Shows what client tokens do, in a temporary account",
    .description = "Replays the AWS blog's post on idempotent creation, step by step. It leaves nothing behind.",
    .forms = kWalkthroughForms,
    .options = kWalkthroughOptions,
    .exits = kWalkthroughExits};

}  // namespace ec2mimic::cli
