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
#include "cli/data/embedded.h"
#include "cli/help/help.h"
#include "cli/output/error_text.h"
#include "cli/output/stdout.h"

namespace ec2mimic::cli {
namespace {

constexpr std::string_view kLesson = "lessons/blog.spec";

struct Style {
  bool pauses;
  bool colours;
};

std::string coloured(const Style& style, std::string_view code, const std::string& text) {
  return style.colours ? "\x1b[" + std::string(code) + 'm' + text + "\x1b[0m" : text;
}

// Prose as paragraphs, separated by empty lines of the lesson or of its prose.
std::string prose(const std::vector<std::string>& lines, int width) {
  std::vector<Block> paragraphs;
  bool fresh = true;
  for (const std::string& line : lines) {
    const std::string_view says = prose_text(line);
    if (!says.empty() && fresh) paragraphs.push_back({});
    if (!says.empty()) paragraphs.back().text += (fresh ? "" : " ") + std::string(says);
    fresh = says.empty();
  }
  return blocks_text(paragraphs, width);
}

std::string typed(const Style& style, const SpecStep& step) {
  std::string text = "$ " + step.command;
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

int show_lesson(System& system, RunLine run, const Spec& lesson, const Style& style, const std::string& state) {
  bool first = true;
  for (const SpecStep& step : lesson.steps) {
    if (!first && !goes_on(system, style)) return kSuccess;
    const std::string says = prose(step.before, system.streams.width());
    print(system, (first ? "" : "\n") + (says.empty() ? "" : coloured(style, "36", says) + '\n') + typed(style, step));
    first = false;
    const CommandResult seen = replay(system, run, step.command, state);
    print(system, seen.out + (seen.err.empty() ? "" : coloured(style, "31", seen.err)));
    const std::string difference = lesson_difference(step, seen);
    if (difference.empty()) continue;
    system.streams.write_error("\nThe output is not as expected (- expected, + actual):\n" + difference);
    return kProblemsFound;
  }
  const std::string end = prose(lesson.after, system.streams.width());
  if (!end.empty()) print(system, '\n' + coloured(style, "36", end));
  return kSuccess;
}

int walk_through(const Invocation& call, const BuiltinLine& line) {
  System& system = call.system;
  const bool terminal = system.streams.in_is_terminal() && system.streams.out_is_terminal();
  const Style style{terminal && find_option(line.given, "--no-pause") == nullptr, call.settings.colours()};
  const Spec lesson = parse_spec(embedded(kLesson));
  int code = kSuccess;
  system.engines.with_scratch(
      [&](const std::string& state) { code = show_lesson(system, call.run, lesson, style, state); });
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
