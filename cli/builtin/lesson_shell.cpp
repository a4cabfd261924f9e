#include "cli/builtin/lesson_shell.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "cli/call/hash.h"
#include "cli/data/embedded.h"
#include "cli/errors/failure.h"
#include "cli/python/shell_words.h"
#include "cli/system/visible.h"
#include "core/text/ascii.h"
#include "core/text/replaced.h"
#include "core/text/split.h"

namespace ec2mimic::cli {
namespace {

constexpr std::string_view kProgram = "ec2mimic";
constexpr std::string_view kTakenOver = "aws";
constexpr std::string_view kActivation = "eval \"$(ec2mimic activate)\"";
constexpr std::string_view kDeactivation = "ec2mimic_deactivate";
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

// With EC2MIMIC_SEED not only the ids repeat but also the tokens that the client makes up, which a client on its own
// cannot do: it does not know how many there were.
class LessonIdentifiers final : public Identifiers {
 public:
  LessonIdentifiers(Identifiers& real, std::optional<std::string_view> seed, std::uint64_t& made)
      : real_(real), seed_(seed), made_(made) {}

  std::string hex17() override { return real_.hex17(); }

  std::string uuid() override {
    if (!seed_) return real_.uuid();
    const std::string base = std::string(*seed_) + "/token/" + std::to_string(++made_);
    std::string digits;
    for (const std::uint64_t half : {0, 1}) {
      const std::uint64_t bits = hash_of(base, half);
      for (int shift = 60; shift >= 0; shift -= 4) digits += "0123456789abcdef"[bits >> shift & 15];
    }
    // Of version 4 and the usual variant.
    digits[12] = '4';
    digits[16] = '8';
    for (const std::size_t place : {20, 16, 12, 8}) digits.insert(place, 1, '-');
    return digits;
  }

 private:
  Identifiers& real_;
  std::optional<std::string_view> seed_;
  std::uint64_t& made_;
};

// The process as a call in a lesson sees it: the fault `kill` ends the call and not the lesson.
class LessonProcess final : public Process {
 public:
  struct Killed {};

  explicit LessonProcess(Process& real) : real_(real) {}

  [[noreturn]] void die() override { throw Killed(); }

  std::string program() const override { return real_.program(); }
  std::string parent() const override { return real_.parent(); }
  std::string folder() const override { return real_.folder(); }
  Moment now() const override { return real_.now(); }
  Kept keep_file(std::string_view text) override { return real_.keep_file(text); }
  void sleep(std::chrono::milliseconds time) override { real_.sleep(time); }
  Started start(const std::vector<std::string>& words, const std::pair<std::string, std::string>& variable) override {
    return real_.start(words, variable);
  }
  std::unique_ptr<ProcessGroup> new_group() override { return real_.new_group(); }
  Found find_program(const std::string& name, std::string_view search) const override {
    return real_.find_program(name, search);
  }
  int become(const std::string& path, const std::vector<std::string>& words,
             std::span<const Variable> variables) override {
    return real_.become(path, words, variables);
  }

 private:
  Process& real_;
};

constexpr std::string_view kShell = "sh";
constexpr std::string_view kSearchPath = "/usr/local/bin:/usr/bin:/bin";

// What of the lesson's is beside its state: the names of the program, and the folder in which the commands begin, where
// a lesson finds nothing but what it made itself.
constexpr std::string_view kNameFolder = "/bin";
constexpr std::string_view kHomeFolder = "/home";

// Runs the command. What it printed and the variables that are set at its end, also if that is an `exit`, are left in
// files beside the state: new ones, as a command that was left running in the background may still write to those of an
// earlier step. Functions of earlier steps are defined again.
constexpr std::string_view kScript = R"(cd "$1" || exit
rm -f .out .err .variables
mkdir -p bin home
link() { [ -e "$2" ] || [ -L "$2" ] || ln -s "$1" "$2"; }
link "$2" bin/ec2mimic
link "$2" bin/aws
[ -z "$6" ] || link "../$6" "home/$6"
exec >.out 2>.err
_own=$1 _folder=$3 _functions=$4 _command=$5
trap 'env -0 >"$_own/.variables"' EXIT
shift 6
set -a
cd "$_folder" || exit
eval "$_functions"
eval "$_command"
set -- $?
env -0 >"$_own/.variables"
exit "$1"
)";

bool needs_shell(std::string_view command) {
  constexpr std::string_view kOperators = "|&;<>()$`*?[#\n";
  constexpr std::string_view kInQuotes = "$`";
  char quote = 0;
  for (std::size_t i = 0; i < command.size(); ++i) {
    const char one = command[i];
    if (quote == '\'') {
      if (one == quote) quote = 0;
    } else if (one == '\\') {
      ++i;
    } else if (one == quote) {
      quote = 0;
    } else if (quote == 0 && (one == '\'' || one == '"')) {
      quote = one;
    } else if ((quote == 0 ? kOperators : kInQuotes).find(one) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

bool is_assignment(std::string_view word) {
  const std::size_t end = word.find('=');
  if (end == std::string_view::npos || end == 0 || ascii::is_digit(word.front())) return false;
  return std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(end),
                     [](char one) { return ascii::is_alphanumeric(one) || one == '_'; });
}

// `run` would make this process the command, and there can be only one lesson in it.
bool needs_process(const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return word == "run" || word == "walkthrough"; });
}

// True if it begins with the definition of a function, such as `retry() {`.
bool defines_function(std::string_view command) {
  const std::size_t end = std::min(command.find_first_of(" ("), command.size());
  const std::size_t name_end = command.find_first_not_of(' ', end);
  return end > 0 && is_assignment(std::string(command.substr(0, end)) + '=') && name_end != std::string_view::npos &&
         command.substr(name_end).starts_with("()");
}

// What is not a variable of the lesson's own.
bool is_of_shell(std::string_view name) {
  constexpr std::array<std::string_view, 10> kOwn{"PATH", "HOME",   "PWD", "OLDPWD",       "SHLVL",
                                                  "_",    "LC_ALL", "TZ",  kStateVariable, kLogVariable};
  return std::find(kOwn.begin(), kOwn.end(), name) != kOwn.end();
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
  // It changes nothing here, where `aws` is never the AWS CLI.
  if (command == kActivation) return {{}, activation_message(), 0};
  if (command == kDeactivation) return {};
  if (needs_shell(command)) return run_by_shell(command);
  std::vector<std::string> words = shell_words(command).words;
  std::map<std::string, std::string> variables = variables_;
  while (!words.empty() && is_assignment(words.front())) {
    set(variables, words.front());
    words.erase(words.begin());
  }
  if (words.empty()) return run_by_shell(command);
  const std::string& verb = words.front();
  if (verb == "export" && std::all_of(words.begin() + 1, words.end(), is_assignment)) {
    for (auto word = words.begin() + 1; word != words.end(); ++word) set(variables_, *word);
    return {};
  }
  if (verb == "unset") {
    for (auto word = words.begin() + 1; word != words.end(); ++word) variables_.erase(*word);
    return {};
  }
  const bool is_ours = verb == kProgram || verb == kTakenOver;
  if (is_ours && !needs_process(words) && !names_file(words)) return call(words, variables);
  return run_by_shell(command);
}

std::string LessonShell::own_folder() const {
  const std::string folder = state_.substr(0, state_.rfind('/'));
  return folder.starts_with('/') ? folder : system_.process.folder() + '/' + folder;
}

std::string LessonShell::shell_folder() const {
  return folder_.empty() ? own_folder() + std::string(kHomeFolder) : folder_;
}

std::string LessonShell::named_log() const { return names_log_ ? log_.substr(log_.rfind('/') + 1) : std::string(); }

bool LessonShell::names_file(const std::vector<std::string>& words) const {
  const std::string folder = shell_folder();
  return std::any_of(words.begin() + 1, words.end(), [&](std::string_view word) {
    if (const std::size_t scheme = word.find("://"); scheme != std::string_view::npos) word.remove_prefix(scheme + 3);
    if (names_log_ && word == named_log()) return true;
    return !word.empty() && system_.files.read_regular(folder + '/' + std::string(word)).error == 0;
  });
}

CommandResult LessonShell::run_by_shell(const std::string& command) {
  const std::string folder = own_folder();
  const std::string search(system_.environment.filled("PATH").value_or(kSearchPath));
  const Process::Found shell = system_.process.find_program(std::string(kShell), search);
  if (shell.error != 0) throw failures::general("This step needs sh, which was not found: " + command);
  std::vector<std::string> words{"env", "-i"};
  for (const auto& [name, value] : variables_) words.push_back(name + '=' + value);
  const auto file = [&](std::string_view path) { return folder + std::string(path.substr(path.rfind('/'))); };
  for (const std::string& own :
       {"PATH=" + folder + std::string(kNameFolder) + ':' + search, "HOME=" + folder + std::string(kHomeFolder),
        std::string("LC_ALL=C.UTF-8"), std::string("TZ=UTC"), std::string(kStateVariable) + '=' + file(state_),
        std::string(kLogVariable) + '=' + file(log_)}) {
    words.push_back(own);
  }
  for (const std::string& word : {shell.path, std::string("-c"), std::string(kScript), std::string(kShell), folder,
                                  system_.process.program(), shell_folder(), functions_, command, named_log()}) {
    words.push_back(word);
  }
  if (!group_) group_ = system_.process.new_group();
  const ProcessGroup::Ended ended = group_->run(words);
  const auto left = [&](std::string_view name) { return system_.files.read_regular(folder + '/' + std::string(name)); };
  if (ended.error != 0 || left(".out").error != 0) throw failures::general("sh cannot run this step: " + command);
  const Files::Content variables = left(".variables");
  // There are none if sh was killed, or if the step exits and has a trap of its own.
  if (variables.error == 0) variables_.clear();
  for (const std::string_view one : split(variables.text, '\0')) {
    const std::string name(one.substr(0, one.find('=')));
    if (name == "PWD") folder_ = one.substr(name.size() + 1);
    if (!one.empty() && !is_of_shell(name)) variables_[name] = one.substr(name.size() + 1);
  }
  if (defines_function(command)) functions_ += command + '\n';
  return {left(".out").text, replaced(visible(left(".err").text), file(state_), kTemporaryState), ended.code};
}

CommandResult LessonShell::call(const std::vector<std::string>& words,
                                const std::map<std::string, std::string>& variables) {
  std::map<std::string, std::string> all = variables;
  all.emplace(kStateVariable, state_);
  all.emplace(kLogVariable, log_);
  CommandResult seen;
  CaughtStreams streams(seen);
  const LessonEnvironment environment(all);
  LessonProcess process(system_.process);
  LessonIdentifiers identifiers(system_.identifiers, environment.filled("EC2MIMIC_SEED"), tokens_made_);
  System inner{words.front(), streams,     environment,     system_.files,
               system_.clock, identifiers, system_.engines, process};
  const std::vector<std::string_view> line(words.begin() + 1, words.end());
  try {
    seen.exit_code = run_(inner, line);
  } catch (const LessonProcess::Killed&) {
    // What a shell says and gives then.
    seen.err += "Killed\n";
    seen.exit_code = 128 + SIGKILL;
  }
  seen.err = replaced(seen.err, state_, kTemporaryState);
  return seen;
}

void LessonShell::set(std::map<std::string, std::string>& variables, std::string_view assignment) {
  const std::size_t end = assignment.find('=');
  const std::string name(assignment.substr(0, end));
  const std::string_view value = assignment.substr(end + 1);
  // The calls of a lesson are logged there in any case.
  if (name == kLogVariable && value == log_.substr(log_.rfind('/') + 1)) {
    names_log_ = true;
    return;
  }
  if (name == kStateVariable || name == kLogVariable) {
    throw failures::general("A lesson has a state and a log of its own and cannot set " + name + '.');
  }
  variables[name] = value;
}

}  // namespace ec2mimic::cli
