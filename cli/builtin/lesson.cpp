#include "cli/builtin/lesson.h"

#include <algorithm>
#include <vector>

#include "cli/errors/failure.h"
#include "cli/python/shell_words.h"
#include "core/text/replaced.h"
#include "core/text/split.h"

namespace ec2mimic::cli {
namespace {

constexpr std::string_view kProgram = "ec2mimic";
// Where the state is when the lesson runs as a test, and how the walkthrough calls its own, whose name is random.
constexpr std::string_view kUsualState = "$HOME/.local/state/ec2mimic/state.json";
constexpr std::string_view kTemporaryState = "a temporary file";

class CaughtStreams final : public Streams {
 public:
  explicit CaughtStreams(CommandResult& seen) : seen_(seen) {}

  Written write_out(std::string_view text) override {
    seen_.out += text;
    return {};
  }
  // A step must not take the keys that the reader presses to continue.
  std::string read_in(std::size_t) override { return {}; }
  std::optional<std::string> read_line() override { return std::nullopt; }
  bool in_is_terminal() const override { return false; }
  bool out_is_terminal() const override { return false; }
  // Fixed, so that the output does not depend on the reader's terminal.
  int width() const override { return 80; }

 private:
  void put_error(std::string_view text) override { seen_.err += text; }

  CommandResult& seen_;
};

// Nothing of the user's own environment, because a region or a profile would change what the lesson shows.
class LessonEnvironment final : public Environment {
 public:
  explicit LessonEnvironment(std::string_view state) : state_(state) {}

  std::optional<std::string_view> variable(const char* name) const override {
    return std::string_view(name) == "EC2MIMIC_STATE" ? std::optional(state_) : std::nullopt;
  }

 private:
  std::string_view state_;
};

}  // namespace

CommandResult replay(System& system, RunLine run, const std::string& command, const std::string& state) {
  const std::vector<std::string> typed = shell_words(command).words;
  if (typed.empty() || typed.front() != kProgram) {
    throw failures::general("A lesson can run only ec2mimic, not: " + command);
  }
  CommandResult seen;
  CaughtStreams streams(seen);
  const LessonEnvironment environment(state);
  System inner{kProgram,           streams,        environment,   system.files, system.clock,
               system.identifiers, system.engines, system.process};
  const std::vector<std::string_view> words(typed.begin() + 1, typed.end());
  seen.exit_code = run(inner, words);
  seen.err = replaced(seen.err, state, kTemporaryState);
  return seen;
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
