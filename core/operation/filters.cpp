#include "core/operation/filters.h"

#include <algorithm>

#include "core/seam/errors.h"
#include "core/text/utf8.h"

namespace ec2mimic {
namespace {

// AWS's limits: values in one call, and characters in one value.
constexpr std::size_t kMostValues = 200;
constexpr std::size_t kLongestFilterValue = 255;

// The rule for a name, or null. A rule whose name ends in a colon needs a qualifier after it.
const FilterRule* find_rule(std::span<const FilterRule> rules, std::string_view name) {
  for (const FilterRule& rule : rules) {
    const bool qualified = rule.name.ends_with(':');
    if (qualified ? name.starts_with(rule.name) && name.size() > rule.name.size() : name == rule.name) return &rule;
  }
  return nullptr;
}

std::vector<std::string> patterns_of(const FilterRule& rule, std::vector<std::string> values) {
  if (rule.exact) {
    for (std::string& value : values) value = literal_pattern(value);
  }
  return values;
}

}  // namespace

void FilterMatch::offer(std::string_view value) { matched_ = matched_ || any_matches(patterns_, value); }

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
      if (utf8::length(value) > kLongestFilterValue) throw errors::filter_value_too_long();
    }
    const std::string_view qualifier = rule->name.ends_with(':') ? name.substr(rule->name.size()) : "";
    bound_.push_back({rule, qualifier, patterns_of(*rule, filter.values)});
  }
}

Narrowing Filters::narrowing(Context& context) const {
  Narrowing narrowing;
  for (const Bound& bound : bound_) {
    const FilterRule& rule = *bound.rule;
    if (!can_match(*rule.value, bound.patterns, context)) return narrowing.is_key({});
    narrow(narrowing, rule.stored_as, *rule.value, bound.qualifier, bound.patterns);
    if (rule.flagged_list != nullptr) narrow_to_elements(narrowing, *rule.flagged_list);
    if (rule.narrow != nullptr) rule.narrow(narrowing, bound.patterns, context);
  }
  return narrowing;
}

bool Filters::match(const void* view) const {
  return std::all_of(bound_.begin(), bound_.end(), [view](const Bound& bound) {
    FilterMatch match(bound.qualifier, bound.patterns);
    bound.rule->offer(view, match);
    return match.matched();
  });
}

}  // namespace ec2mimic
