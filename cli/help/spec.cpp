#include "cli/help/spec.h"

#include <utility>

namespace ec2mimic::cli {
namespace {

constexpr std::string_view kNoNewline = "\\ no newline";
constexpr std::string_view kErrNoNewline = "!\\ no newline";

/// The marker at the start of `line`, or 0.
char marker_of(std::string_view line) {
  if (line.empty() || std::string_view("#$>!?").find(line[0]) == std::string_view::npos) return 0;
  return line.size() == 1 || line[1] == ' ' ? line[0] : '\0';
}

bool needs_shield(std::string_view output_line) {
  return output_line.empty() || output_line[0] == '\\' || marker_of(output_line) != 0 || output_line == kErrNoNewline;
}

/// Calls `visit` with each line of `text`, without line breaks. Returns whether the last line had one.
template <typename Visit>
bool each_line(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const auto end = text.find('\n');
    visit(text.substr(0, end));
    if (end == std::string_view::npos) return false;
    text.remove_prefix(end + 1);
  }
  return true;
}

class Parser {
 public:
  explicit Parser(int first_line) : line_number_(first_line - 1) {}

  void take(std::string_view line) {
    ++line_number_;
    if (line.empty()) return before_.emplace_back(), void();
    switch (marker_of(line)) {
      case '#':
        return before_.emplace_back(line), void();
      case '$':
        return take_command(content(line));
      case '>':
        return take_more_command(line);
      case '!':
        return take_err(content_or_empty(line));
      case '?':
        return take_exit_code(content(line));
      default:
        break;
    }
    if (line == kNoNewline) return end_without_newline(Stage::out, &SpecStep::out);
    if (line == kErrNoNewline) return end_without_newline(Stage::err, &SpecStep::err);
    take_out(line);
  }

  Spec finish() {
    spec_.after = std::move(before_);
    return std::move(spec_);
  }

  [[noreturn]] void fail(const std::string& message) const { throw SpecError(line_number_, message); }

 private:
  /// The parts of a step, in order. A part that ended without a line break accepts no more lines.
  enum class Stage { command, out, out_ended, err, err_ended, exit_code };

  [[nodiscard]] std::string_view content(std::string_view line) const {
    if (line.size() <= 2) fail(std::string("nothing follows the marker ") + line[0]);
    return line.substr(2);
  }

  [[nodiscard]] std::string_view content_or_empty(std::string_view line) const {
    if (line.size() == 2)
      fail(std::string("a blank follows the marker; write an empty line as `") + line[0] + "` alone");
    return line.size() == 1 ? std::string_view() : content(line);
  }

  /// The step that a line of `stage` belongs to; advances it to that stage.
  SpecStep& step_at(Stage stage, const char* what) {
    const std::string name = what;
    if (!before_.empty() && prose_only_empty() && !spec_.steps.empty()) {
      fail("an empty line before " + name + "; an empty line of output is written \\ (or ! for stderr)");
    }
    if (spec_.steps.empty() || !before_.empty()) fail(name + " without a command before it");
    // The stages are enumerated in the order in which they must come.
    if (stage < stage_) fail(name + " comes too late: the order is command, stdout, stderr, exit code");
    stage_ = stage;
    return spec_.steps.back();
  }

  [[nodiscard]] bool prose_only_empty() const {
    for (const auto& line : before_) {
      if (!line.empty()) return false;
    }
    return true;
  }

  void take_command(std::string_view command) {
    SpecStep step;
    step.before = std::exchange(before_, {});
    step.command = command;
    step.line = line_number_;
    spec_.steps.push_back(std::move(step));
    stage_ = Stage::command;
  }

  void take_more_command(std::string_view line) {
    auto& step = step_at(Stage::command, "a further line of a command");
    step.command.append(1, '\n').append(content_or_empty(line));
  }

  void take_out(std::string_view line) {
    auto& step = step_at(Stage::out, "a line of stdout");
    if (line[0] == '\\') {
      line.remove_prefix(1);
      // Each text has only one spelling, so rewriting a file does not change it.
      if (!needs_shield(line)) fail("the \\ escapes nothing; it goes before a marker, before another \\, or alone");
    } else if (needs_shield(line)) {
      fail("this line of stdout needs a \\ before it");
    }
    step.out.append(line).append(1, '\n');
  }

  void take_err(std::string_view line) { step_at(Stage::err, "a line of stderr").err.append(line).append(1, '\n'); }

  void take_exit_code(std::string_view digits) {
    auto& step = step_at(Stage::exit_code, "an exit code");
    if (step.exit_code != 0) fail("a second exit code");
    int code = 0;
    for (const char digit : digits) {
      if (digit < '0' || digit > '9' || digits.size() > 3) fail("an exit code is a number from 1 to 255");
      code = code * 10 + (digit - '0');
    }
    if (digits[0] == '0' || code > 255) fail("an exit code is a number from 1 to 255; 0 is left out");
    step.exit_code = code;
  }

  void end_without_newline(Stage part, std::string SpecStep::*stream) {
    auto& text = step_at(part, "a missing line break").*stream;
    // An empty line without a line break is no line at all.
    if (text.empty() || text == "\n" || text.ends_with("\n\n")) fail("no line before the missing line break");
    text.pop_back();
    stage_ = part == Stage::out ? Stage::out_ended : Stage::err_ended;
  }

  Spec spec_;
  std::vector<std::string> before_;
  Stage stage_ = Stage::command;
  int line_number_;
};

void append_lines(std::string& text, const std::vector<std::string>& lines) {
  for (const auto& line : lines) text.append(line).append(1, '\n');
}

/// Appends `marker`, followed by a space and `line` if it is not empty.
void append_marked(std::string& text, char marker, std::string_view line) {
  text.append(1, marker);
  if (!line.empty()) text.append(1, ' ').append(line);
  text.append(1, '\n');
}

}  // namespace

Spec parse_spec(std::string_view text, int first_line) {
  Parser parser(first_line);
  if (!each_line(text, [&](std::string_view line) { parser.take(line); })) {
    parser.fail("the last line has no line break");
  }
  return parser.finish();
}

std::string render_expectation(const SpecStep& step) {
  std::string text;
  const bool out_ends = each_line(step.out, [&](std::string_view line) {
    if (needs_shield(line)) text.append(1, '\\');
    text.append(line).append(1, '\n');
  });
  if (!out_ends) text.append(kNoNewline).append(1, '\n');
  if (!each_line(step.err, [&](std::string_view line) { append_marked(text, '!', line); })) {
    text.append(kErrNoNewline).append(1, '\n');
  }
  if (step.exit_code != 0) append_marked(text, '?', std::to_string(step.exit_code));
  return text;
}

std::string render_spec(const Spec& spec) {
  std::string text;
  for (const auto& step : spec.steps) {
    append_lines(text, step.before);
    char marker = '$';
    each_line(step.command, [&](std::string_view line) { append_marked(text, std::exchange(marker, '>'), line); });
    // each_line does not report an empty last line; a command can have one.
    if (step.command.ends_with('\n')) text.append(">\n");
    text.append(render_expectation(step));
  }
  append_lines(text, spec.after);
  return text;
}

std::string_view prose_text(std::string_view line) { return line.size() <= 2 ? std::string_view() : line.substr(2); }

}  // namespace ec2mimic::cli
