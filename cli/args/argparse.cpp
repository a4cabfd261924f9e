#include "cli/args/argparse.h"

#include <string>
#include <utility>

#include "cli/errors/failure.h"
#include "cli/python/text.h"
#include "core/text/ascii.h"

namespace ec2mimic::cli {
namespace {

// argparse's pattern: '^-\d+$|^-\d*\.\d+$'
bool is_negative_number(std::string_view word) {
  word.remove_prefix(1);
  const auto digits = [&] {
    std::size_t count = 0;
    while (!word.empty() && ascii::is_digit(word.front())) word.remove_prefix(1), ++count;
    return count;
  };
  const bool whole = digits() > 0;
  if (word.empty()) return whole;
  if (word.front() != '.') return false;
  word.remove_prefix(1);
  return digits() > 0 && word.empty();
}

const OptionSpec* find(std::span<const OptionSpec> options, std::string_view name) {
  for (const OptionSpec& option : options) {
    if (option.name == name) return &option;
  }
  return nullptr;
}

const OptionSpec* find_shortened(std::span<const OptionSpec> options, std::string_view word, std::string_view name) {
  if (!name.starts_with("--")) return nullptr;
  const OptionSpec* meant = nullptr;
  std::size_t count = 0;
  std::string v2_30, current;
  const auto list = [](std::string& all, const OptionSpec& option) {
    all += (all.empty() ? "" : ", ") + std::string(option.name);
  };
  for (const OptionSpec& option : options) {
    // Options of ours must be typed in full, so that no abbreviation that the AWS CLI accepts becomes ambiguous.
    if (option.exact || !option.name.starts_with(name)) continue;
    meant = &option;
    ++count;
    if (option.only != Era::current) list(v2_30, option);
    if (option.only != Era::v2_30) list(current, option);
  }
  if (count < 2) return meant;
  const std::string start = "ambiguous option: " + std::string(word) + " could match ";
  throw failures::bad_usage(start + v2_30).current_wording(start + current);
}

Argument read_argument(std::span<const OptionSpec> options, std::string_view word) {
  Argument value{Argument::Kind::value, word, nullptr, {}};
  // A dash alone is a value; for many programs it stands for standard input.
  if (word.size() < 2 || word.front() != '-') return value;
  if (const OptionSpec* exact = find(options, word)) return {Argument::Kind::option, word, exact, {}};
  const std::size_t equals = word.find('=');
  const std::string_view name = word.substr(0, equals);
  std::optional<std::string_view> attached;
  if (equals != std::string_view::npos) attached = word.substr(equals + 1);
  // A full name counts before any abbreviation, even if other names begin with it.
  const OptionSpec* meant = find(options, name);
  if (meant == nullptr) meant = find_shortened(options, word, name);
  if (meant != nullptr) return {Argument::Kind::option, word, meant, attached};
  // Checked last, as in argparse: `--name=a b` is an option although it contains a space.
  if (is_negative_number(word) || word.find(' ') != std::string_view::npos) return value;
  return {Argument::Kind::unknown, word, nullptr, {}};
}

void check_number(const OptionSpec& option, std::string_view value) {
  const bool is_wrong = option.is_number && python::integer(value).outcome == python::Integer::Outcome::malformed;
  if (is_wrong) throw bad_number(option.name, value);
}

}  // namespace

Argument ArgumentClassifier::classify(std::string_view word) {
  if (values_only_) return {Argument::Kind::value, word, nullptr, {}};
  if (word != "--") return read_argument(options_, word);
  // From here on even a word with dashes is a value.
  values_only_ = true;
  return {Argument::Kind::separator, word, nullptr, {}};
}

Word WordReader::read(std::string_view text) {
  const Argument argument = classifier_.classify(text);
  const OptionSpec* before = std::exchange(pending_, nullptr);
  if (before != nullptr && argument.kind == Argument::Kind::value)
    return {Word::Role::value, argument, before, nullptr};
  if (argument.kind != Argument::Kind::option) return {Word::Role::other, argument, nullptr, before};
  if (argument.option->arity != Arity::nothing && !argument.attached) pending_ = argument.option;
  return {Word::Role::option, argument, argument.option, before};
}

std::vector<Argument> read_arguments(std::span<const OptionSpec> options, std::span<const std::string_view> words) {
  std::vector<Argument> read;
  read.reserve(words.size());
  ArgumentClassifier classifier(options);
  for (const std::string_view word : words) read.push_back(classifier.classify(word));
  return read;
}

Failure lacks_value(const OptionSpec& option) {
  return failures::bad_usage("argument " + std::string(option.name) + ": expected one argument");
}

Failure takes_no_value(const OptionSpec& option, std::string_view value) {
  return failures::bad_usage("argument " + std::string(option.name) + ": ignored explicit argument " +
                             python::repr(value));
}

Failure bad_number(std::string_view option, std::string_view value) {
  return failures::bad_usage("argument " + std::string(option) + ": invalid int value: " + python::repr(value));
}

std::vector<std::string_view> take_option(std::span<const Argument> words, std::size_t& at) {
  const Argument& word = words[at++];
  const Arity arity = word.option->arity;
  if (word.attached) {
    // Even an option with many values takes no more words after an attached one.
    if (arity == Arity::nothing) throw takes_no_value(*word.option, *word.attached);
    check_number(*word.option, *word.attached);
    return {*word.attached};
  }
  const std::size_t most = arity == Arity::nothing ? 0 : arity == Arity::many ? words.size() : 1;
  std::vector<std::string_view> values;
  while (at < words.size() && values.size() < most && words[at].kind == Argument::Kind::value) {
    check_number(*word.option, words[at].text);
    values.push_back(words[at++].text);
  }
  if (arity == Arity::one && values.empty()) throw lacks_value(*word.option);
  return values;
}

void Positional::take(std::string_view text) {
  const Argument word = classifier_.classify(text);
  const bool beside = std::exchange(beside_, false);
  if (word.kind == Argument::Kind::value && !value) {
    value = text;
    beside_ = true;
    // argparse drops separators before the value and right after it, and keeps any other.
  } else if (word.kind != Argument::Kind::separator || (value && !beside)) {
    rest.push_back(text);
  }
}

Positional take_positional(std::span<const std::string_view> words) {
  Positional found;
  for (const std::string_view word : words) found.take(word);
  return found;
}

}  // namespace ec2mimic::cli
