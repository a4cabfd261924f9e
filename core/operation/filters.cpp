#include "core/operation/filters.h"

#include <algorithm>

#include "core/seam/errors.h"
#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace ec2mimic {
namespace {

// AWS's limits: values in one call, and characters in one value.
constexpr std::size_t kMostValues = 200;
constexpr std::size_t kLongestValue = 255;

// The rule for a name, or null. A rule whose name ends in a colon needs a qualifier after it.
const FilterRule* find_rule(std::span<const FilterRule> rules, std::string_view name) {
  for (const FilterRule& rule : rules) {
    const bool qualified = rule.name.ends_with(':');
    if (qualified ? name.starts_with(rule.name) && name.size() > rule.name.size() : name == rule.name) return &rule;
  }
  return nullptr;
}

// True for a value that JSON does not escape and that matches only itself.
bool plain(std::string_view value) {
  return !value.empty() && std::all_of(value.begin(), value.end(), [](char c) {
    return ascii::is_alphanumeric(c) || c == '-' || c == '.' || c == ':' || c == '_' || c == '/';
  });
}

// The number of bytes that the first literal character of a pattern takes, including the backslash of an escape; 0 for
// a wildcard.
std::size_t literal(std::string_view pattern) {
  if (pattern[0] == '*' || pattern[0] == '?') return 0;
  if (pattern[0] == '\\' && pattern.size() > 1) return 1 + utf8::first(pattern.substr(1));
  return utf8::first(pattern);
}

}  // namespace

bool wildcard_match(std::string_view pattern, std::string_view text) {
  // Greedy, backtracking only to the last `*`: once a later one is reached, an earlier one need never be tried again,
  // so the time is never exponential.
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = std::string_view::npos;
  std::size_t retry = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      retry = t;
      continue;
    }
    if (p < pattern.size()) {
      const std::size_t width = utf8::first(text.substr(t));
      const std::size_t length = literal(pattern.substr(p));
      // `?` takes one character, not one byte; `*` was handled above.
      if (length == 0) {
        ++p;
        t += width;
        continue;
      }
      const std::size_t escape = pattern[p] == '\\' && length > 1 ? 1 : 0;
      if (pattern.substr(p + escape, length - escape) == text.substr(t, width)) {
        p += length;
        t += width;
        continue;
      }
    }
    if (star == std::string_view::npos) return false;
    p = star + 1;
    retry += utf8::first(text.substr(retry));
    t = retry;
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

void FilterMatch::offer(std::string_view value) {
  matched_ = matched_ || std::any_of(patterns_.begin(), patterns_.end(),
                                     [value](const std::string& pattern) { return wildcard_match(pattern, value); });
}

Filters::Filters(std::span<const FilterRule> rules, const std::vector<Filter>& filters) {
  std::size_t count = 0;
  for (const Filter& filter : filters) {
    // AWS treats a missing name as null and names it so in its error.
    const std::string_view name = filter.name ? std::string_view(*filter.name) : "null";
    const FilterRule* rule = filter.name ? find_rule(rules, name) : nullptr;
    if (rule == nullptr) throw errors::invalid_filter(name);
    count += filter.values.size();
    if (count > kMostValues) throw errors::too_many_filter_values();
    for (const std::string& value : filter.values) {
      if (utf8::length(value) > kLongestValue) throw errors::filter_value_too_long();
    }
    bound_.push_back({rule, rule->name.ends_with(':') ? name.substr(rule->name.size()) : "", &filter.values});
    // One filter is enough to narrow the scan; match() decides on the records that are left.
    if (containing_.empty() && rule->stored && filter.values.size() == 1 && plain(filter.values[0])) {
      containing_ = '"' + filter.values[0] + '"';
    }
  }
}

bool Filters::match(const void* view) const {
  return std::all_of(bound_.begin(), bound_.end(), [view](const Bound& bound) {
    FilterMatch match(bound.qualifier, *bound.values);
    bound.rule->offer(view, match);
    return match.matched();
  });
}

}  // namespace ec2mimic
