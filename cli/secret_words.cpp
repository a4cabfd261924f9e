#include "cli/secret_words.h"

#include <algorithm>
#include <array>

#include "cli/globals.h"
#include "cli/words.h"
#include "core/python/text.h"

namespace ec2mimic::cli {
namespace {

// What credentials are called, so that they are masked beside a misspelt `configure` as well.
constexpr std::array<std::string_view, 2> kCredentials{"secret_access_key", "session_token"};
constexpr std::array<std::string_view, 4> kSecrets{"secret", "token", "password", "access_key"};

bool names_one(std::string_view word, std::span<const std::string_view> names) {
  std::string plain = python::lower(word);
  std::replace(plain.begin(), plain.end(), '-', '_');
  return std::any_of(names.begin(), names.end(), [&](auto name) { return plain.find(name) != std::string::npos; });
}

// Where words stand that are neither global options nor values of them.
std::vector<std::size_t> others(std::span<const std::string_view> words) {
  std::vector<std::size_t> places;
  try {
    const std::vector<Word> read = read_words(global_options(), words);
    for (std::size_t at = 0; at < read.size(); ++at) {
      const Word& word = read[at];
      if (word.kind == Word::Kind::separator) continue;
      if (word.kind != Word::Kind::option) {
        places.push_back(at);
      } else if (word.option->takes != Takes::nothing && !word.attached) {
        ++at;
      }
    }
  } catch (const Failure&) {  // an ambiguous one, so that nothing is known of the line
    places.resize(words.size());
    for (std::size_t at = 0; at < places.size(); ++at) places[at] = at;
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
  const auto set = std::find_if(places.begin(), first, is("set"));
  for (auto at = set == first ? first : set + 1; at != places.end() && first != places.end(); ++at) {
    std::string& word = safe.words[*at];
    const std::size_t shown = names_secret(*at) ? std::min(word.find('='), word.size() - 1) + 1 : 0;
    if (shown == word.size()) continue;
    word.replace(shown, std::string::npos, kMasked);
    safe.masked = true;
  }
  return safe;
}

}  // namespace ec2mimic::cli
