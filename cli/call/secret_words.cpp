#include "cli/call/secret_words.h"

#include <algorithm>
#include <array>

#include "cli/args/argparse.h"
#include "cli/args/global_options.h"
#include "cli/python/text.h"
#include "core/text/ascii.h"

namespace ec2mimic::cli {
namespace {

// Names of credentials. They count even without `configure`, which may be misspelt.
constexpr std::array<std::string_view, 2> kCredentials{"secret_access_key", "session_token"};
constexpr std::array<std::string_view, 4> kSecrets{"secret", "token", "password", "access_key"};

std::string plain(std::string_view word) {
  std::string text = ascii::lower(word);
  std::replace(text.begin(), text.end(), '-', '_');
  return text;
}

bool names_one(std::string_view word, std::span<const std::string_view> names) {
  const std::string text = plain(word);
  return std::any_of(names.begin(), names.end(), [&](auto name) { return text.find(name) != std::string::npos; });
}

// True for `aws_session_token`, `profile.p.aws_session_token` and `aws_session_token=VALUE`.
bool is_credential(std::string_view word) {
  constexpr std::array<std::string_view, 5> kNames{"aws_access_key_id", "aws_secret_access_key", "aws_session_token",
                                                   "aws_security_token", "aws_secret_key"};
  const std::string text = plain(word.substr(0, word.find('=')));
  const std::string_view name = std::string_view(text).substr(text.rfind('.') + 1);
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

// True for a word that is neither a global option nor the value of one. An ambiguous abbreviation may be anything.
bool is_other(WordReader& reader, std::string_view text) try {
  const Word word = reader.read(text);
  return word.role == Word::Role::other && word.argument.kind != Argument::Kind::separator;
} catch (const Failure&) {
  return true;
}

// The positions of these words.
std::vector<std::size_t> others(std::span<const std::string_view> words) {
  std::vector<std::size_t> places;
  WordReader reader(global_specs());
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (is_other(reader, words[at])) places.push_back(at);
  }
  return places;
}

}  // namespace

SafeWords without_secrets(std::span<const std::string_view> words) {
  SafeWords safe{{words.begin(), words.end()}, false};
  const std::vector<std::size_t> places = others(words);
  const auto is = [&](std::string_view text) { return [&, text](std::size_t at) { return words[at] == text; }; };
  const bool configures = std::any_of(places.begin(), places.end(), is("configure"));
  const auto names = configures ? std::span<const std::string_view>(kSecrets) : kCredentials;
  const auto names_secret = [&](std::size_t at) { return names_one(words[at], names); };
  const auto first = std::find_if(places.begin(), places.end(), names_secret);
  if (first == places.end()) return safe;
  const auto set = std::find_if(places.begin(), first, is("set"));
  const auto begin = set == first ? first : set + 1;
  // The word that is the name stays visible. Values can look like names, so the name of an actual credential is
  // preferred.
  auto name = std::find_if(begin, places.end(), [&](std::size_t at) { return is_credential(words[at]); });
  if (name == places.end()) name = first;
  for (auto at = begin; at != places.end(); ++at) {
    std::string& word = safe.words[*at];
    const std::size_t shown = at == name ? std::min(word.find('='), word.size() - 1) + 1 : 0;
    if (shown == word.size()) continue;
    word.replace(shown, std::string::npos, kMasked);
    safe.masked = true;
  }
  return safe;
}

}  // namespace ec2mimic::cli
