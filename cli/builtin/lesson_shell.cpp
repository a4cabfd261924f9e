#include "cli/builtin/lesson_shell.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "cli/data/embedded.h"
#include "cli/errors/failure.h"
#include "cli/python/shell_words.h"
#include "core/text/ascii.h"
#include "core/text/replaced.h"

namespace ec2mimic::cli {
namespace {

constexpr std::string_view kProgram = "ec2mimic";
constexpr std::string_view kTakenOver = "aws";
constexpr std::string_view kActivation = "eval \"$(ec2mimic activate)\"";
constexpr std::string_view kStateVariable = "EC2MIMIC_STATE";
constexpr std::string_view kLogVariable = "EC2MIMIC_LOG";

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
  explicit LessonEnvironment(const std::map<std::string, std::string>& variables) : variables_(variables) {}

  std::optional<std::string_view> variable(const char* name) const override {
    const auto found = variables_.find(name);
    return found == variables_.end() ? std::nullopt : std::optional<std::string_view>(found->second);
  }

 private:
  const std::map<std::string, std::string>& variables_;
};

Failure not_of_a_lesson(const std::string& command) {
  return failures::general("A lesson can run only ec2mimic, not: " + command);
}

bool is_assignment(std::string_view word) {
  const std::size_t end = word.find('=');
  if (end == std::string_view::npos || end == 0 || ascii::is_digit(word.front())) return false;
  return std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(end),
                     [](char one) { return ascii::is_alphanumeric(one) || one == '_'; });
}

// The message of the script that `activate` prints, which a shell would show.
std::string activation_message() {
  constexpr std::string_view kBefore = "_ec2mimic_active=yes\nprintf '%s\\n' '";
  std::string_view text = embedded("activate/sh");
  text.remove_prefix(text.find(kBefore) + kBefore.size());
  return std::string(text.substr(0, text.find('\''))) + '\n';
}

}  // namespace

CommandResult LessonShell::perform(const std::string& command) {
  if (command == kActivation) {
    is_activated_ = true;
    return {{}, activation_message(), 0};
  }
  std::vector<std::string> words = shell_words(command).words;
  std::map<std::string, std::string> variables = variables_;
  while (!words.empty() && is_assignment(words.front())) {
    set(variables, words.front());
    words.erase(words.begin());
  }
  if (words.empty()) throw not_of_a_lesson(command);
  const std::string& verb = words.front();
  if (verb == "export" && std::all_of(words.begin() + 1, words.end(), is_assignment)) {
    for (auto word = words.begin() + 1; word != words.end(); ++word) set(variables_, *word);
    return {};
  }
  if (verb == "unset") {
    for (auto word = words.begin() + 1; word != words.end(); ++word) variables_.erase(*word);
    return {};
  }
  if (verb != kProgram && !(is_activated_ && verb == kTakenOver)) throw not_of_a_lesson(command);
  return call(words, variables);
}

CommandResult LessonShell::call(const std::vector<std::string>& words,
                                const std::map<std::string, std::string>& variables) {
  std::map<std::string, std::string> all = variables;
  all.emplace(kStateVariable, state_);
  all.emplace(kLogVariable, log_);
  CommandResult seen;
  CaughtStreams streams(seen);
  const LessonEnvironment environment(all);
  System inner{words.front(),       streams,         environment,    system_.files, system_.clock,
               system_.identifiers, system_.engines, system_.process};
  const std::vector<std::string_view> line(words.begin() + 1, words.end());
  seen.exit_code = run_(inner, line);
  seen.err = replaced(seen.err, state_, kTemporaryState);
  return seen;
}

void LessonShell::set(std::map<std::string, std::string>& variables, std::string_view assignment) const {
  const std::size_t end = assignment.find('=');
  const std::string name(assignment.substr(0, end));
  if (name == kStateVariable || name == kLogVariable) {
    throw failures::general("A lesson has a state and a log of its own and cannot set " + name + '.');
  }
  variables[name] = assignment.substr(end + 1);
}

}  // namespace ec2mimic::cli
