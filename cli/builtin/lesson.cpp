#include "cli/builtin/lesson.h"

#include <algorithm>
#include <variant>

#include "cli/builtin/history_counts.h"
#include "cli/data/built_in_lessons.h"
#include "cli/errors/failure.h"
#include "cli/python/suggest.h"
#include "cli/python/text.h"
#include "core/text/replaced.h"
#include "core/text/split.h"

namespace ec2mimic::cli {
namespace {

// Where the state is when the lesson runs as a test.
constexpr std::string_view kUsualState = "$HOME/.local/state/ec2mimic/state.json";
// What a lesson that shows its log calls it.
constexpr std::string_view kLogName = "calls.log";

std::string prose_of(const std::vector<std::string>& lines) {
  std::string text;
  bool fresh = true;
  for (const std::string& line : lines) {
    const std::string_view says = prose_text(line);
    if (!says.empty()) text.append(text.empty() ? "" : fresh ? "\n\n" : " ").append(says);
    fresh = says.empty();
  }
  return text;
}

std::string suggestion(std::string_view name) {
  std::vector<std::string_view> names;
  for (const BuiltInLesson& lesson : built_in_lessons()) names.push_back(lesson.name);
  return did_you_mean(name, names);
}

// Some editors begin a file with it.
std::string_view without_byte_order_mark(std::string_view text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
  return text;
}

// If the first line ends like those of Windows, all are taken to. In other files a carriage return is part of the line.
std::string with_plain_breaks(const std::string& text) {
  const std::size_t end = text.find('\n');
  const bool is_windows = end != std::string::npos && end > 0 && text[end - 1] == '\r';
  return is_windows ? replaced(text, "\r\n", "\n") : text;
}

Spec parsed_lesson(std::string_view name, const std::string& text) {
  const auto no_lesson = [&](const std::string& why) {
    return failures::general("The lesson " + python::repr(name) + " is not a lesson: " + why + '.');
  };
  try {
    Spec lesson = parse_spec(with_plain_breaks(std::string(without_byte_order_mark(text))));
    if (lesson.steps.empty()) throw no_lesson("it has no command");
    return lesson;
  } catch (const SpecError& error) {
    throw no_lesson("line " + std::to_string(error.line()) + ": " + error.what());
  }
}

}  // namespace

Spec find_lesson(System& system, std::string_view name) {
  if (const auto lesson = built_in_lesson(name)) return parse_spec(lesson->text);
  const Files::Content file = system.files.read(std::string(name));
  if (file.error == 0) return parsed_lesson(name, file.text);
  if (name.find('/') == std::string_view::npos && !name.ends_with(".spec")) {
    throw failures::refused(python::repr(name) + " is neither a lesson nor a file." + suggestion(name) +
                            " `ec2mimic walkthrough --list` lists the lessons.");
  }
  throw failures::refused("The lesson " + python::repr(name) + " cannot be read: " + why_unread(file.error) + '.');
}

LessonPlay::LessonPlay(System& system, RunLine run, Spec lesson, const std::string& state)
    : files_(system.files),
      lesson_(std::move(lesson)),
      state_(state),
      log_(state.substr(0, state.rfind('/') + 1) + std::string(kLogName)),
      shell_(system, run, state_, log_) {}

std::string LessonPlay::prose() const { return prose_of(at_end() ? lesson_.after : lesson_.steps[next_].before); }

bool LessonPlay::promises_answer() const {
  const SpecStep& step = lesson_.steps.at(next_);
  return !step.out.empty() || !step.err.empty() || step.exit_code != 0;
}

PlayedStep LessonPlay::play() {
  const SpecStep& step = lesson_.steps.at(next_);
  PlayedStep played{prose(), step.command, shell_.perform(step.command), {}, {}};
  played.calls = new_calls();
  calls_.insert(calls_.end(), played.calls.begin(), played.calls.end());
  played.difference = lesson_difference(step, played.result);
  ++next_;
  return played;
}

std::vector<LoggedCall> LessonPlay::new_calls() {
  const Files::Content content = files_.read_on(log_, log_read_);
  std::vector<LoggedCall> calls;
  if (content.error != 0) return calls;
  log_read_ += content.text.size();
  for (const std::string_view text : lines_of(content.text)) {
    LoggedLine line = read_logged_line(text);
    if (auto* call = std::get_if<LoggedCall>(&line)) calls.push_back(std::move(*call));
  }
  return calls;
}

std::vector<OperationCount> operation_counts(const std::vector<LoggedCall>& calls) {
  std::vector<OperationCount> counts;
  for (const LoggedCall& call : calls) {
    const bool is_known = std::any_of(counts.begin(), counts.end(),
                                      [&](const OperationCount& one) { return one.operation == call.operation; });
    if (is_known) continue;
    counts.push_back({call.operation, count_of("calls", calls, call.operation),
                      count_of("attempts", calls, call.operation), count_of("created", calls, call.operation)});
  }
  return counts;
}

std::string lesson_difference(const SpecStep& step, const CommandResult& seen) {
  SpecStep actual = step;
  actual.out = seen.out;
  actual.err = seen.err;
  actual.exit_code = seen.exit_code;
  SpecStep expected = step;
  expected.err = replaced(step.err, kUsualState, kTemporaryState);
  const std::string should = render_expectation(expected);
  const std::string is = render_expectation(actual);
  std::vector<std::string_view> left = lines_of(should);
  std::vector<std::string_view> right = lines_of(is);
  const auto [left_from, right_from] = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
  left.erase(left.begin(), left_from);
  right.erase(right.begin(), right_from);
  while (!left.empty() && !right.empty() && left.back() == right.back()) {
    left.pop_back();
    right.pop_back();
  }
  std::string text;
  for (const std::string_view line : left) text += '-' + std::string(line) + '\n';
  for (const std::string_view line : right) text += '+' + std::string(line) + '\n';
  return text;
}

}  // namespace ec2mimic::cli
