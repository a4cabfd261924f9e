#include "cli/python/suggest.h"

#include <algorithm>
#include <utility>

#include "cli/python/text.h"
#include "core/text/ascii.h"

namespace ec2mimic::cli {
namespace {

// The number of characters in matching blocks: those of the longest common block (of several, the one that begins first
// in `a`, then in `b`) and of the matches to its left and right.
std::size_t matched(std::u32string_view a, std::u32string_view b) {
  std::size_t best_a = 0, best_b = 0, best = 0;
  std::vector<std::size_t> ending(b.size() + 1), before(b.size() + 1);
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::swap(ending, before);
    for (std::size_t j = 0; j < b.size(); ++j) {
      ending[j + 1] = a[i] == b[j] ? before[j] + 1 : 0;
      if (ending[j + 1] > best) {
        best = ending[j + 1];
        best_a = i + 1 - best;
        best_b = j + 1 - best;
      }
    }
  }
  if (best == 0) return 0;
  return best + matched(a.substr(0, best_a), b.substr(0, best_b)) +
         matched(a.substr(best_a + best), b.substr(best_b + best));
}

double ratio(std::size_t matched, std::size_t of_both) {
  return of_both == 0 ? 1.0 : 2.0 * static_cast<double>(matched) / static_cast<double>(of_both);
}

double likeness(std::u32string_view a, std::u32string_view b) { return ratio(matched(a, b), a.size() + b.size()); }

std::u32string sorted(std::u32string text) {
  std::sort(text.begin(), text.end());
  return text;
}

// The number of characters that two sorted texts have in common: an upper bound for what can match in any order.
std::size_t common(std::u32string_view a, std::u32string_view b) {
  std::size_t count = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const bool is_less = a[i] < b[j];
    const bool is_more = b[j] < a[i];
    count += !is_less && !is_more;
    i += !is_more;
    j += !is_less;
  }
  return count;
}

}  // namespace

double likeness(std::string_view a, std::string_view b) { return likeness(python::decode(a), python::decode(b)); }

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& choices, std::string_view kind) {
  double best = 0.6;
  std::string text;
  for (const std::string_view choice : choices) {
    const double alike = likeness(ascii::lower(word), ascii::lower(choice));
    if (alike < best || (alike == best && !text.empty())) continue;
    best = alike;
    text = " Did you mean " + std::string(kind) + python::repr(choice) + '?';
  }
  return text;
}

std::vector<std::string_view> close_matches(std::string_view word, const std::vector<std::string_view>& choices) {
  constexpr double kLeast = 0.8;
  constexpr std::size_t kMost = 3;
  const std::u32string wanted = python::decode(word);
  const std::u32string wanted_sorted = sorted(wanted);
  std::vector<std::pair<double, std::string_view>> near;
  for (const std::string_view choice : choices) {
    // Lengths and letters rule out most words; this also keeps a huge word from costing anything.
    const std::u32string characters = python::decode(choice);
    const std::size_t of_both = characters.size() + wanted.size();
    if (ratio(std::min(characters.size(), wanted.size()), of_both) < kLeast) continue;
    if (ratio(common(sorted(characters), wanted_sorted), of_both) < kLeast) continue;
    const double likely = likeness(characters, wanted);
    if (likely >= kLeast) near.emplace_back(likely, choice);
  }
  // Words that are equally like it in descending order, too: Python compares pairs of likeness and word.
  std::sort(near.rbegin(), near.rend());
  if (near.size() > kMost) near.resize(kMost);
  std::vector<std::string_view> best;
  for (const auto& one : near) best.push_back(one.second);
  return best;
}

}  // namespace ec2mimic::cli
