// `ec2mimic walkthrough`: replays a lesson in an account of its own and shows what happens.
//
// What it prints is what the program really says; a step that does not come out as the lesson promises ends it with 1.
// On a terminal it waits after each step and uses colours, elsewhere it is plain text in one go.
#include <string>

#include "cli/command_line.h"
#include "cli/embedded.h"
#include "cli/help.h"
#include "cli/own/lesson.h"
#include "cli/own/own.h"
#include "cli/voice.h"

namespace ec2mimic::cli {
namespace {

constexpr std::string_view kLesson = "lessons/blog.spec";

struct Manner {
  bool pauses;
  bool colours;
};

bool wants_colours(const OwnCall& call) {
  const auto color = call.globals.color.value_or("auto");
  if (color != "auto") return color == "on";
  const Environment& environment = call.world.environment;
  return call.world.streams.out_is_terminal() && !environment.filled("NO_COLOR") &&
         environment.variable("TERM") != "dumb";
}

std::string coloured(const Manner& manner, std::string_view code, const std::string& text) {
  return manner.colours ? "\x1b[" + std::string(code) + 'm' + text + "\x1b[0m" : text;
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

std::string typed(const Manner& manner, const SpecStep& step) {
  std::string text = "$ " + step.command;
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 3) text.insert(at + 1, "> ");
  return coloured(manner, "1", text) + '\n';
}

// False if the reader has seen enough.
bool goes_on(World& world, const Manner& manner) {
  if (!manner.pauses) return true;
  print(world, coloured(manner, "2", "[Enter: go on, q: stop] "));
  const auto answer = world.streams.read_line();
  return answer && *answer != "q";
}

int tell(World& world, const Spec& lesson, const Manner& manner, const std::string& state) {
  bool first = true;
  for (const SpecStep& step : lesson.steps) {
    if (!first && !goes_on(world, manner)) return kSuccess;
    const std::string says = prose(step.before, world.streams.width());
    print(world, (first ? "" : "\n") + (says.empty() ? "" : coloured(manner, "36", says) + '\n') + typed(manner, step));
    first = false;
    const Seen seen = replay(world, step.command, state);
    print(world, seen.out + (seen.err.empty() ? "" : coloured(manner, "31", seen.err)));
    const std::string difference = lesson_difference(step, seen);
    if (difference.empty()) continue;
    world.streams.write_error("\nThis is not what the lesson promises (- promised, + seen):\n" + difference);
    return kProblemsFound;
  }
  const std::string end = prose(lesson.after, world.streams.width());
  if (!end.empty()) print(world, '\n' + coloured(manner, "36", end));
  return kSuccess;
}

}  // namespace

int run_walkthrough(const OwnCall& call) {
  const PlainLine line = read_plain_line({{"--no-pause", {}, nullptr, Takes::nothing}}, call.words);
  if (!line.words.empty()) {
    throw Failure(Failure::Kind::unknown_options, "Unknown options: " + line.words.front(), kBadUsage);
  }
  World& world = call.world;
  const bool terminal = world.streams.in_is_terminal() && world.streams.out_is_terminal();
  const Manner manner{terminal && find(line.given, "--no-pause") == nullptr, wants_colours(call)};
  const Spec lesson = parse_spec(embedded(kLesson));
  int code = kSuccess;
  world.accounts.with_scratch([&](const std::string& state) { code = tell(world, lesson, manner, state); });
  return code;
}

}  // namespace ec2mimic::cli
