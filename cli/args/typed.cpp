#include "cli/args/typed.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "cli/args/argparse.h"
#include "cli/args/other_line.h"
#include "cli/python/text.h"
#include "core/text/ascii.h"

namespace ec2mimic::cli {
namespace {

// One of argparse's passes over a line, fed word by word. After a fault it only looks for ambiguous abbreviations,
// because argparse reports those before anything else.
class Pass {
 public:
  explicit Pass(std::span<const OptionSpec> options) : reader_(options) {}
  Pass(const Pass&) = delete;
  Pass& operator=(const Pass&) = delete;
  virtual ~Pass() = default;

  void take(std::string_view text) {
    if (ambiguous_) return;
    try {
      const Word word = reader_.read(text);
      if (!is_done_ && !fault_) take(word);
    } catch (Failure& failure) {
      // The reader only throws for ambiguous names. Once a word is being taken, the fault is one of its option.
      (is_taking_ ? fault_ : ambiguous_) = std::move(failure);
    }
    is_taking_ = false;
  }

  // Call after the last word. Returns the fault of the line, if any.
  std::optional<Failure> end() {
    if (ambiguous_) return std::move(ambiguous_);
    if (!fault_ && !is_done_ && reader_.pending() != nullptr) fault_ = lacks_value(*reader_.pending());
    return std::move(fault_);
  }

 protected:
  // `value` is empty if the option takes none.
  virtual void take_option(const OptionSpec& option, std::string_view value) = 0;
  virtual void take_other(const Argument&) {}

  void stop() { is_done_ = true; }
  [[nodiscard]] bool is_done() const { return is_done_; }
  [[nodiscard]] bool is_ambiguous() const { return ambiguous_.has_value(); }

 private:
  void take(const Word& word) {
    is_taking_ = true;
    if (word.unmet != nullptr) throw lacks_value(*word.unmet);
    if (word.role == Word::Role::other) return take_other(word.argument);
    if (word.role == Word::Role::value) return take_option(*word.option, word.argument.text);
    const auto& attached = word.argument.attached;
    if (word.option->arity == Arity::nothing) {
      if (attached) throw takes_no_value(*word.option, *attached);
      return take_option(*word.option, {});
    }
    if (attached) take_option(*word.option, *attached);
  }

  WordReader reader_;
  bool is_taking_ = false, is_done_ = false;
  std::optional<Failure> ambiguous_{}, fault_{};
};

// The options that the AWS CLI looks for before anything else, with a usage text of its own.
constexpr std::array<OptionSpec, 4> kFirst{{
    {"-h", Arity::nothing, false, Era::v2_30},
    {"--help", Arity::nothing, false, Era::v2_30},
    {"--profile"},
    {"--debug", Arity::nothing},
}};

class FirstLook final : public Pass {
 public:
  FirstLook() : Pass(kFirst) {}

  [[nodiscard]] bool has_help() const { return is_done(); }

 private:
  void take_option(const OptionSpec& option, std::string_view) override {
    if (option.name == "-h" || option.name == "--help") stop();
  }
};

// A scheme as in urllib: a letter, then letters, digits, `+`, `-` and `.`, then a colon.
bool has_scheme(std::string_view url) {
  const std::size_t colon = url.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  return ascii::is_letter(url.front()) &&
         std::all_of(url.begin(), url.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](char c) { return ascii::is_alphanumeric(c) || c == '+' || c == '-' || c == '.'; });
}

// Reads the global options and the command, and keeps all other words for later passes.
class GlobalsPass final : public Pass {
 public:
  explicit GlobalsPass(Typed& typed) : Pass(global_specs()), typed_(typed) {}

  // The checks that the AWS CLI makes once it has read the whole line.
  std::optional<Failure> end_checked() {
    // argparse looks for ambiguous names before it takes any word, so it knows of no command yet.
    if (is_ambiguous()) typed_.command.reset();
    if (auto fault = end(); fault || is_done()) return fault;
    const auto& url = typed_.globals.endpoint_url;
    if (url && !has_scheme(*url)) {
      return failures::refused("Bad value for --endpoint-url \"" + std::string(*url) +
                               "\": scheme is missing.  Must be of the form http://<hostname>/ or https://<hostname>/");
    }
    for (const std::string_view timeout : timeouts_) {
      if (python::integer(timeout).outcome == python::Integer::Outcome::malformed) {
        return failures::general(python::invalid_integer(timeout));
      }
    }
    return std::nullopt;
  }

  // Call after end_checked(). Stores the words after `ec2`.
  void finish() {
    if (!typed_.in_service || typed_.globals_fault) return;
    typed_.command = in_service_.value;
    typed_.rest = std::move(in_service_.rest);
  }

 private:
  void take_option(const OptionSpec& spec, std::string_view value) override {
    is_beside_command_ = false;
    const GlobalOption& option = global_options()[static_cast<std::size_t>(&spec - global_specs().data())];
    set(typed_.globals, option, value);
    if (typed_.globals.version) return stop();
    if (option.name.ends_with("-timeout")) timeouts_.push_back(value);
  }

  void take_other(const Argument& word) override {
    const bool is_beside = std::exchange(is_beside_command_, false);
    if (word.kind == Argument::Kind::value && !typed_.command) {
      typed_.command = word.text;
      typed_.in_service = word.text == kService;
      is_beside_command_ = true;
      if (!typed_.in_service) return;
      for (const std::string_view before : typed_.rest) in_service_.take(before);
    } else if (word.kind != Argument::Kind::separator || (typed_.command && !is_beside)) {
      if (typed_.in_service) return in_service_.take(word.text);
      typed_.rest.push_back(word.text);
    }
  }

  Typed& typed_;
  Positional in_service_{};  // the line without `ec2`
  std::vector<std::string_view> timeouts_{};
  bool is_beside_command_ = false;  // the previous word was its name
};

// Looks for a few options without parsing the line, so that it also finds them on a faulty one.
class EarlyOptionFinder {
 public:
  explicit EarlyOptionFinder(EarlyOptions& early) : early_(early) {}

  void take(std::string_view word) {
    take_format(word);
    if (is_over_) return;
    take(word, "--state", early_.state, wants_state_);
    take(word, "--log", early_.log, wants_log_);
    is_over_ = word == "--";
  }

 private:
  static void take(std::string_view word, std::string_view name, std::optional<std::string_view>& value, bool& wants) {
    if (wants) value = word;
    wants = word == name;
    if (word.size() > name.size() && word[name.size()] == '=' && word.starts_with(name)) {
      value = word.substr(name.size() + 1);
    }
  }

  // --cli-error-format, in full or abbreviated.
  void take_format(std::string_view word) {
    constexpr std::string_view kOption = "--cli-error-format", kShortest = "--cli-e";
    if (std::exchange(wants_format_, false)) early_.error_format = word;
    if (!word.starts_with(kShortest)) return;
    const std::size_t equals = word.find('=');
    if (!kOption.starts_with(word.substr(0, equals))) return;
    wants_format_ = equals == std::string_view::npos;
    early_.error_format = wants_format_ ? std::string_view() : word.substr(equals + 1);
  }

  EarlyOptions& early_;
  bool wants_state_ = false, wants_log_ = false, wants_format_ = false;
  bool is_over_ = false;  // after `--` there are no more options of ours
};

// Two options that exclude each other. The AWS CLI looks for these exact words.
class AutoPrompt {
 public:
  void take(std::string_view word) {
    yes_ = yes_ || word == "--cli-auto-prompt";
    no_ = no_ || word == "--no-cli-auto-prompt";
  }

  [[nodiscard]] std::optional<Failure> end() const {
    if (!yes_ || !no_) return std::nullopt;
    return failures::refused("Both --cli-auto-prompt and --no-cli-auto-prompt cannot be specified at the same time.");
  }

 private:
  bool yes_ = false, no_ = false;
};

std::optional<Failure> as_first_usage(std::optional<Failure> fault) {
  if (!fault) return std::nullopt;
  return Failure(Failure::Kind::first_usage, fault->message(), fault->exit_code())
      .current_wording(fault->message(Era::current));
}

Typed read_ours(std::span<const std::string_view> words, BuiltinCommands commands, bool& may_run_other) {
  Typed typed;
  typed.words = words;
  EarlyOptionFinder early(typed.early);
  AutoPrompt prompt;
  FirstLook first;
  GlobalsPass globals(typed);
  for (const std::string_view word : words) {
    early.take(word);
    prompt.take(word);
    first.take(word);
    globals.take(word);
    may_run_other = may_run_other || runs_other(commands, word);
  }
  typed.first_fault = prompt.end();
  auto fault = first.end();
  typed.has_help_option = !fault && first.has_help();
  if (!typed.first_fault) typed.first_fault = as_first_usage(std::move(fault));
  typed.globals_fault = globals.end_checked();
  globals.finish();
  return typed;
}

}  // namespace

Typed read_typed(std::span<const std::string_view> words, BuiltinCommands commands) {
  bool may_run_other = false;
  Typed typed = read_ours(words, commands, may_run_other);
  // Nearly all lines are done here. Only one that runs another program is read again, without that part.
  if (!may_run_other) return typed;
  const SplitLine split = split_line(commands, words);
  if (!split.runs_other) return typed;
  typed = read_ours(split.ours, commands, may_run_other);
  typed.other = split.other;
  typed.runs_other = true;
  return typed;
}

}  // namespace ec2mimic::cli
