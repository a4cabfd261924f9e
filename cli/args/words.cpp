#include "cli/args/words.h"

#include <string>
#include <utility>

#include "cli/errors/failure.h"
#include "cli/python/text.h"
#include "core/text/ascii.h"

namespace ec2mimic::cli {
namespace {

// argparse: '^-\d+$|^-\d*\.\d+$'
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
  std::string earlier, today;
  const auto list = [](std::string& all, const OptionSpec& option) {
    all += (all.empty() ? "" : ", ") + std::string(option.name);
  };
  for (const OptionSpec& option : options) {
    if (option.exact || !option.name.starts_with(name)) continue;
    meant = &option;
    ++count;
    if (option.only != Voice::today) list(earlier, option);
    if (option.only != Voice::earlier) list(today, option);
  }
  if (count < 2) return meant;
  const std::string start = "ambiguous option: " + std::string(word) + " could match ";
  throw failures::bad_usage(start + earlier).said_today(start + today);
}

Word read_word(std::span<const OptionSpec> options, std::string_view word) {
  Word value{Word::Kind::value, word, nullptr, {}};
  if (word.size() < 2 || word.front() != '-') return value;
  if (const OptionSpec* exact = find(options, word)) return {Word::Kind::option, word, exact, {}};
  const std::size_t equals = word.find('=');
  const std::string_view name = word.substr(0, equals);
  std::optional<std::string_view> attached;
  if (equals != std::string_view::npos) attached = word.substr(equals + 1);
  const OptionSpec* meant = find(options, name);
  if (meant == nullptr) meant = find_shortened(options, word, name);
  if (meant != nullptr) return {Word::Kind::option, word, meant, attached};
  if (is_negative_number(word) || word.find(' ') != std::string_view::npos) return value;
  return {Word::Kind::unknown, word, nullptr, {}};
}

}  // namespace

Word Sorter::sort(std::string_view word) {
  if (values_only_) return {Word::Kind::value, word, nullptr, {}};
  if (word != "--") return read_word(options_, word);
  values_only_ = true;
  return {Word::Kind::separator, word, nullptr, {}};
}

std::vector<Word> read_words(std::span<const OptionSpec> options, std::span<const std::string_view> words) {
  std::vector<Word> read;
  read.reserve(words.size());
  Sorter sorter(options);
  for (const std::string_view word : words) read.push_back(sorter.sort(word));
  return read;
}

Failure lacks_value(const OptionSpec& option) {
  return failures::bad_usage("argument " + std::string(option.name) + ": expected one argument");
}

Failure takes_no_value(const OptionSpec& option, std::string_view value) {
  return failures::bad_usage("argument " + std::string(option.name) + ": ignored explicit argument " +
                             python::repr(value));
}

std::vector<std::string_view> take_option(std::span<const Word> words, std::size_t& at) {
  const Word& word = words[at++];
  const Takes takes = word.option->takes;
  if (word.attached) {
    if (takes == Takes::nothing) throw takes_no_value(*word.option, *word.attached);
    return {*word.attached};
  }
  const std::size_t most = takes == Takes::nothing ? 0 : takes == Takes::many ? words.size() : 1;
  std::vector<std::string_view> values;
  while (at < words.size() && values.size() < most && words[at].kind == Word::Kind::value) {
    values.push_back(words[at++].text);
  }
  if (takes == Takes::one && values.empty()) throw lacks_value(*word.option);
  return values;
}

void Positional::take(std::string_view text) {
  const Word word = sorter_.sort(text);
  const bool beside = std::exchange(beside_, false);
  if (word.kind == Word::Kind::value && !value) {
    value = text;
    beside_ = true;
  } else if (word.kind != Word::Kind::separator || (value && !beside)) {
    rest.push_back(text);
  }
}

Positional take_positional(std::span<const std::string_view> words) {
  Positional found;
  for (const std::string_view word : words) found.take(word);
  return found;
}

}  // namespace ec2mimic::cli
