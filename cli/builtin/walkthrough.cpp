// `ec2mimic walkthrough`: replays a lesson in an account of its own and shows each step.
//
// The output is what the program really prints; if a step does not give the result that the lesson promises, it stops
// with exit code 1. On a terminal it pauses after each step and uses colours; elsewhere it prints plain text without
// pausing.
#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "cli/args/command_line.h"
#include "cli/builtin/commands.h"
#include "cli/builtin/lesson.h"
#include "cli/call/invocation.h"
#include "cli/data/built_in_lessons.h"
#include "cli/errors/failure.h"
#include "cli/help/help.h"
#include "cli/output/error_text.h"
#include "cli/output/stdout.h"

namespace ec2mimic::cli {
namespace {

constexpr std::string_view kUsualLesson = "blog";

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

int list_lessons(System& system) {
  const std::vector<BuiltInLesson> lessons = built_in_lessons();
  std::size_t width = 0;
  for (const BuiltInLesson& lesson : lessons) width = std::max(width, lesson.name.size());
  for (const BuiltInLesson& lesson : lessons) {
    const std::string gap(width + 2 - lesson.name.size(), ' ');
    print(system, std::string(lesson.name) + gap + lesson.summary + '\n');
  }
  return kSuccess;
}

int walk_through(const Invocation& call, const BuiltinLine& line) {
  System& system = call.system;
  if (find_option(line.given, "--list") != nullptr) {
    if (!line.words.empty()) throw failures::refused("The option --list takes no lesson.");
    return list_lessons(system);
  }
  const Spec spec = find_lesson(system, line.words.empty() ? kUsualLesson : line.words.front());
  const bool terminal = system.streams.in_is_terminal() && system.streams.out_is_terminal();
  const Style style{terminal && find_option(line.given, "--no-pause") == nullptr, call.settings.colours()};
  int code = kSuccess;
  system.engines.with_scratch([&](const std::string& state) {
    LessonPlay lesson(system, call.run, spec, state);
    code = show_lesson(system, lesson, style);
  });
  return code;
}

constexpr std::array<BuiltinOption, 2> kWalkthroughOptions{{
    {"--list", {}, "Prints the names of the lessons, with a sentence about each."},
    {"--no-pause", {}, "Continues without waiting for the Enter key."},
}};
constexpr std::array<BuiltinOperand, 1> kWalkthroughOperands{
    {{.value = {.placeholder = "NAME|FILE", .completes = Completes::lesson}}}};
constexpr std::array<BuiltinForm, 1> kWalkthroughForms{
    {{.run = &walk_through, .operands = kWalkthroughOperands, .options = kWalkthroughOptions}}};
constexpr std::array<ExitDoc, 4> kWalkthroughExits{{
    {"0", "All steps went as expected, or the reader stopped."},
    {"1", "A step did not go as expected."},
    kBadLine,
    {"255", "The lesson cannot be read or played, or the temporary folder cannot be created."},
}};

}  // namespace

constinit const BuiltinCommand kWalkthrough{
    .name = "walkthrough",
    .summary = "Shows what client tokens do, in a temporary account",
    .description =
        "Replays a lesson, step by step: what it is about, the commands to type, and what they really print. `--list` "
        "prints the names; without a name it is `blog`, the AWS blog's post on idempotent creation. At the end it "
        "counts the calls and what they created. It leaves nothing behind.\n\nA FILE is a lesson of your own, in the "
        "format of the program's own: prose after `#`, a command after `$` with more lines of it after `>`, what it "
        "prints, lines of standard error after `!`, and an exit code other than 0 after `?`. If a step gives another "
        "result than the lesson promises, the difference is shown and the exit code is 1.\n\nCommands run in a "
        "folder of their own and see only the variables that the lesson sets. `aws` is ec2mimic after `eval "
        "\"$(ec2mimic activate)\"`. What needs a shell, such as a loop, is run by sh.",
    .forms = kWalkthroughForms,
    .options = kWalkthroughOptions,
    .exits = kWalkthroughExits};

}  // namespace ec2mimic::cli
