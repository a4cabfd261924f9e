// `ec2mimic walkthrough`: replays a lesson in an account of its own and shows what happens.
//
// What it prints is what the program really says; a step that does not come out as the lesson promises ends it with 1.
// On a terminal it waits after each step and uses colours, elsewhere it is plain text in one go.
#include <string>

#include "cli/args/command_line.h"
#include "cli/builtin/lesson.h"
#include "cli/call/invocation.h"
#include "cli/data/embedded.h"
#include "cli/help/help.h"
#include "cli/output/stdout.h"
#include "cli/output/voice.h"

namespace ec2mimic::cli {
namespace {

constexpr std::string_view kLesson = "lessons/blog.spec";

struct Telling {
  bool pauses;
  bool colours;
};

std::string coloured(const Telling& telling, std::string_view code, const std::string& text) {
  return telling.colours ? "\x1b[" + std::string(code) + 'm' + text + "\x1b[0m" : text;
}

// Prose as paragraphs: an empty line of the lesson, or an empty line of prose, parts two.
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

std::string typed(const Telling& telling, const SpecStep& step) {
  std::string text = "$ " + step.command;
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 3) text.insert(at + 1, "> ");
  return coloured(telling, "1", text) + '\n';
}

// False if the reader has seen enough.
bool goes_on(World& world, const Telling& telling) {
  if (!telling.pauses) return true;
  print(world, coloured(telling, "2", "[Enter: continue, q: quit] "));
  const auto answer = world.streams.read_line();
  return answer && *answer != "q";
}

int tell(World& world, RunLine run, const Spec& lesson, const Telling& telling, const std::string& state) {
  bool first = true;
  for (const SpecStep& step : lesson.steps) {
    if (!first && !goes_on(world, telling)) return kSuccess;
    const std::string says = prose(step.before, world.streams.width());
    print(world,
          (first ? "" : "\n") + (says.empty() ? "" : coloured(telling, "36", says) + '\n') + typed(telling, step));
    first = false;
    const Seen seen = replay(world, run, step.command, state);
    print(world, seen.out + (seen.err.empty() ? "" : coloured(telling, "31", seen.err)));
    const std::string difference = lesson_difference(step, seen);
    if (difference.empty()) continue;
    world.streams.write_error("\nThe output is not as expected (- expected, + actual):\n" + difference);
    return kProblemsFound;
  }
  const std::string end = prose(lesson.after, world.streams.width());
  if (!end.empty()) print(world, '\n' + coloured(telling, "36", end));
  return kSuccess;
}

}  // namespace

int run_walkthrough(const Invocation& call) {
  const OwnLine line = read_own_line("walkthrough", call.typed.rest);
  World& world = call.world;
  const bool terminal = world.streams.in_is_terminal() && world.streams.out_is_terminal();
  const Telling telling{terminal && find(line.given, "--no-pause") == nullptr,
                        call.settings.colours(Settings::Look::ours)};
  const Spec lesson = parse_spec(embedded(kLesson));
  int code = kSuccess;
  world.accounts.with_scratch([&](const std::string& state) { code = tell(world, call.run, lesson, telling, state); });
  return code;
}

}  // namespace ec2mimic::cli
