// `ec2mimic walkthrough`: replays a lesson in an account of its own and shows each step.
//
// The output is what the program really prints; if a step does not give the result that the lesson promises, it stops
// with exit code 1. On a terminal it pauses before each answer, uses colours, and shortens an answer that repeats an
// earlier one; elsewhere it prints plain text without pausing.
#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/args/command_line.h"
#include "cli/builtin/commands.h"
#include "cli/builtin/lesson.h"
#include "cli/builtin/lesson_page.h"
#include "cli/builtin/lesson_screen.h"
#include "cli/builtin/lesson_text.h"
#include "cli/call/invocation.h"
#include "cli/call/own_files.h"
#include "cli/config/settings.h"
#include "cli/data/built_in_lessons.h"
#include "cli/errors/failure.h"
#include "cli/help/help.h"
#include "cli/output/error_text.h"
#include "cli/output/stdout.h"
#include "core/text/split.h"

namespace ec2mimic::cli {
namespace {

constexpr std::string_view kUsualLesson = "blog";
constexpr std::array<std::string_view, 1> kPageOnStdout{"-"};

std::string typed_lines(const std::string& command) {
  std::string text = "$ " + command;
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 3) text.insert(at + 1, "> ");
  return text + '\n';
}

int report_difference(System& system, const std::string& difference) {
  system.streams.write_error("\nThe output is not as expected (- expected, + actual):\n" + difference);
  return kProblemsFound;
}

// How a lesson looks.
class LessonView {
 public:
  LessonView(System& system, bool terminal, bool pauses, bool colours)
      : system_(system), screen_(system, pauses, colours), terminal_(terminal), colours_(colours) {}

  int show(LessonPlay& lesson);
  // What comes after the lesson's own last words.
  void show_next(std::string_view command) { screen_.write('\n' + std::string(command) + '\n'); }

 private:
  void show_prose(const std::string& prose) {
    screen_.write(coloured("36", blocks_text(paragraphs(prose), system_.streams.width())));
  }
  void show_result(const PlayedStep& step, const std::vector<LoggedCall>& calls);
  void show_end(const LessonPlay& lesson);

  // Each line by itself, as there may be a pause between two.
  std::string coloured(std::string_view code, std::string_view text) const;

  System& system_;
  LessonScreen screen_;
  bool terminal_;
  bool colours_;
  std::vector<std::string> answers_{};  // until now
};

std::string LessonView::coloured(std::string_view code, std::string_view text) const {
  if (!colours_) return std::string(text);
  std::string result;
  for (const std::string_view line : lines_of(text)) {
    if (!line.empty()) result += "\x1b[" + std::string(code) + 'm' + std::string(line) + "\x1b[0m";
    result += '\n';
  }
  return result;
}

int LessonView::show(LessonPlay& lesson) {
  for (bool first = true; !lesson.at_end(); first = false) {
    const std::string prose = lesson.prose();
    if (!first) screen_.write("\n");
    if (!prose.empty()) {
      show_prose(prose);
      screen_.write("\n");
    }
    screen_.write(coloured("1", typed_lines(lesson.command())));
    // After a command with no answer and nothing said about it, the next one comes at once.
    if (!prose.empty() || lesson.promises_answer()) screen_.pause("see what it does");
    if (screen_.has_quit()) return kSuccess;
    const PlayedStep step = lesson.play();
    show_result(step, lesson.calls());
    if (step.difference.empty()) continue;
    return report_difference(system_, step.difference);
  }
  show_end(lesson);
  return kSuccess;
}

void LessonView::show_result(const PlayedStep& step, const std::vector<LoggedCall>& calls) {
  const std::vector<std::string> ids = ids_in(calls);
  std::string answer = step.result.out;
  if (terminal_) answer = shortened(answer, answers_, ids).value_or(answer);
  screen_.write(colours_ ? with_bold(std::move(answer), ids) : answer);
  screen_.write(coloured("31", step.result.err));
  // A shell shows it only to those who ask, and scripts decide by it.
  const int code = step.result.exit_code;
  if (code != 0) screen_.write(coloured("2", "[exit code " + std::to_string(code) + "]\n"));
  answers_.push_back(step.result.out);
}

void LessonView::show_end(const LessonPlay& lesson) {
  const std::vector<OperationCount> counts = operation_counts(lesson.calls());
  if (!counts.empty()) {
    screen_.pause("see the end");
    screen_.write('\n' + table_of(counts));
  }
  const std::string prose = lesson.prose();
  if (prose.empty()) return;
  screen_.write("\n");
  show_prose(prose);
}

// Of a file its name, without folders and ending.
std::string_view title_of(std::string_view lesson) {
  constexpr std::string_view kEnding = ".spec";
  lesson.remove_prefix(lesson.rfind('/') + 1);
  if (lesson.ends_with(kEnding)) lesson.remove_suffix(kEnding.size());
  return lesson;
}

int write_lesson(System& system, LessonPlay& lesson, std::string_view name, const std::string& path) {
  const ShownLesson shown = watched(system, lesson, name);
  if (!shown.steps.empty() && !shown.steps.back().played.difference.empty()) {
    return report_difference(system, shown.steps.back().played.difference);
  }
  const std::string text = lesson_page(shown);
  if (path == kPageOnStdout.front()) {
    print(system, text);
  } else {
    write_page(system.files, path, text);
  }
  return kSuccess;
}

// The lesson after a built-in one; nothing if there is none.
std::optional<std::string_view> lesson_after(std::string_view name) {
  const std::vector<BuiltInLesson> lessons = built_in_lessons();
  for (std::size_t i = 0; i + 1 < lessons.size(); ++i) {
    if (lessons[i].name == name) return lessons[i + 1].name;
  }
  return std::nullopt;
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

// Without a lesson, a FILE that is called like one is almost certainly meant to be the lesson.
void check_page_name(std::string_view file) {
  if (!built_in_lesson(file)) return;
  const std::string name(file);
  throw failures::refused("The option --html takes a file; to write the lesson " + name + ": ec2mimic walkthrough " +
                          name + " --html FILE");
}

// The page must not take the place of a file that is needed for calls, and may not be there yet.
void check_page_place(const Invocation& call, const std::string& file) {
  const auto& globals = call.typed.globals;
  const auto owner = owner_of_file(call.system, state_path(globals, call.system.environment), file);
  const auto log = log_path(globals.log, call.system.environment);
  if (!owner && !(log && call.system.files.belongs_to(file, *log))) return;
  throw failures::refused("The page '" + file + "' cannot be written: it belongs to the " +
                          owner.value_or("call log '" + log.value_or("") + '\'') + '.');
}

int walk_through(const Invocation& call, const BuiltinLine& line) {
  System& system = call.system;
  if (find_option(line.given, "--list") != nullptr) {
    if (!line.words.empty() || line.given.size() > 1) {
      throw failures::refused("The option --list takes no lesson and no other option.");
    }
    return list_lessons(system);
  }
  const std::string_view name = line.words.empty() ? kUsualLesson : line.words.front();
  const OptionValue* page = find_option(line.given, "--html");
  if (page != nullptr && line.words.empty()) check_page_name(page->values.front());
  if (page != nullptr && page->values.front() != kPageOnStdout.front()) check_page_place(call, page->values.front());
  const Spec spec = find_lesson(system, name);
  const bool terminal = system.streams.in_is_terminal() && system.streams.out_is_terminal();
  const bool pauses = terminal && find_option(line.given, "--no-pause") == nullptr;
  LessonView view(system, terminal, pauses, call.settings.colours());
  int code = kSuccess;
  system.engines.with_scratch([&](const std::string& state) {
    LessonPlay lesson(system, call.run, spec, state);
    code = page == nullptr ? view.show(lesson) : write_lesson(system, lesson, title_of(name), page->values.front());
  });
  const auto next = lesson_after(name);
  if (code == kSuccess && next && page == nullptr)
    view.show_next("The next lesson: ec2mimic walkthrough " + std::string(*next));
  return code;
}

constexpr std::array<BuiltinOption, 3> kWalkthroughOptions{{
    {"--list", {}, "Prints the names of the lessons, with a sentence about each."},
    {"--no-pause", {}, "Continues without waiting for the Enter key."},
    {"--html",
     {.placeholder = "FILE", .words = kPageOnStdout, .completes = Completes::file},
     "Writes the lesson to FILE, or with - to standard output, as a page for a browser, complete in itself, instead of "
     "showing it."},
}};
constexpr std::array<BuiltinOperand, 1> kWalkthroughOperands{
    {{.value = {.placeholder = "NAME|FILE", .completes = Completes::lesson}}}};
constexpr std::array<BuiltinForm, 1> kWalkthroughForms{
    {{.run = &walk_through, .operands = kWalkthroughOperands, .options = kWalkthroughOptions}}};
constexpr std::array<ExitDoc, 5> kWalkthroughExits{{
    {"0", "All steps went as expected, or the reader stopped."},
    {"1", "A step did not go as expected."},
    {"130", "Ctrl-C ended it."},
    {"252", "The command line is wrong, there is no such lesson or it cannot be read, or the page cannot be written."},
    {"255", "FILE is not a lesson, the lesson cannot be played, or the temporary folder cannot be created."},
}};

}  // namespace

constinit const BuiltinCommand kWalkthrough{
    .name = "walkthrough",
    .summary = "Shows what client tokens do, in a temporary account",
    .description =
        "Replays a lesson, step by step: what it is about, the commands to type, and what they really print. `--list` "
        "prints the names; without a name it is `blog`, the AWS community article on client tokens. At the end it "
        "counts the calls and what they created. It removes everything it creates.\n\nOn a terminal it explains first, "
        "pauses before the answer, and shortens an answer to what differs from an earlier one; the key `q` ends "
        "it.\n\nThe "
        "page that `--html` writes needs no network and no other file. The right arrow or the space bar shows the "
        "answer of a step and then the next step, the left "
        "arrow goes back, and Home and End go to the first and last; without JavaScript it is one long page. Besides "
        "the commands and their answers it draws the messages between client, wire and service, and shows what changed "
        "in the account. It is written only if all steps went as expected, and replaces nothing but another "
        "page. Its folder must exist, and the umask says who may read it.\n\nA FILE is a "
        "lesson of your own, in the format of the program's own: prose after `#`, a command after `$` with more lines "
        "of it after `>`, what it prints, lines of standard error after `!`, and an exit code other than 0 after `?`. "
        "A `\\` alone is an empty line of output, and one goes before a line of output that begins with a marker or "
        "with `\\`. If a step gives another "
        "result than the lesson promises, the difference is shown and the exit code is 1.\n\nCommands run in an "
        "empty folder of their own and see only the variables that the lesson sets. `aws` is always ec2mimic, also "
        "without `eval \"$(ec2mimic activate)\"`. What needs a shell, such as a loop, is run by sh and not by bash "
        "(write `bash FILE` where you need it). Play only FILEs you trust as scripts. A step that exits "
        "ends with that code, and the next has a new sh with the variables set so far. What a step leaves running in "
        "the background serves the next ones and ends with the lesson, as all of it does by Ctrl-C or SIGTERM.",
    .forms = kWalkthroughForms,
    .options = kWalkthroughOptions,
    .exits = kWalkthroughExits,
    .see_also = kAboutLostAnswers};

}  // namespace ec2mimic::cli
