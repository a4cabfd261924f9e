#include "core/operation/filter_texts.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/model/describe.h"
#include "core/model/line.h"
#include "core/operation/wildcards.h"
#include "core/records/context.h"

namespace ec2mimic {
namespace {

using Patterns = std::vector<std::string>;

// With more texts than this, looking for all of them takes longer than decoding all records.
constexpr std::size_t kMostTexts = 8;

// The text as a record spells it, with its quotation marks.
std::string spelt_whole(const std::string& text) { return model::write_line(model::shape_of<std::string>, &text); }

// The quotation marks belong to a text at the beginning or the end of a pattern.
std::string spelt(const LiteralText& part) {
  std::string text = spelt_whole(part.text);
  if (!part.at_end) text.pop_back();
  if (!part.at_begin) text.erase(0, 1);
  return text;
}

std::optional<std::string> longest(const std::string& pattern, std::string (*spell)(const LiteralText&)) {
  std::string longest;
  for (const LiteralText& part : literal_texts(pattern)) {
    if (part.text.empty()) continue;
    std::string text = spell(part);
    if (text.size() > longest.size()) longest = std::move(text);
  }
  return longest.empty() ? std::nullopt : std::optional(std::move(longest));
}

std::string as_it_is(const LiteralText& part) { return part.text; }

// A text that the line, or the key, of every matching record contains.
std::optional<std::string> certain_text(StoredAs stored_as, const model::Member& member, const std::string& pattern) {
  if (!member.traits.if_absent.empty() && wildcard_match(pattern, member.traits.if_absent)) return std::nullopt;
  switch (stored_as) {
    case StoredAs::string:
      return longest(pattern, &spelt);
    case StoredAs::key:
      return longest(pattern, &as_it_is);
    case StoredAs::number: {
      auto digits = longest(pattern, &as_it_is);
      return digits == "0" ? std::nullopt : digits;
    }
    case StoredAs::boolean:
      if (wildcard_match(pattern, "false")) return std::nullopt;
      return spelt_whole(std::string(member.name)) + ":true";
    case StoredAs::nothing:
      break;
  }
  return std::nullopt;
}

// A text for each pattern, or nothing unless all have one.
std::optional<std::vector<std::string>> certain_texts(StoredAs stored_as, const model::Member& member,
                                                      const Patterns& patterns) {
  if (patterns.empty() || patterns.size() > kMostTexts) return std::nullopt;
  std::vector<std::string> texts;
  for (const std::string& pattern : patterns) {
    auto text = certain_text(stored_as, member, pattern);
    if (!text) return std::nullopt;
    texts.push_back(*std::move(text));
  }
  return texts;
}

}  // namespace

bool any_matches(std::span<const std::string> patterns, std::string_view value) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [value](const std::string& pattern) { return wildcard_match(pattern, value); });
}

std::optional<std::vector<std::string>> exact_texts(const Patterns& patterns) {
  std::vector<std::string> texts;
  for (const std::string& pattern : patterns) {
    auto parts = literal_texts(pattern);
    if (parts.size() != 1) return std::nullopt;
    texts.push_back(std::move(parts[0].text));
  }
  return texts;
}

bool can_match(const model::Member& member, const Patterns& patterns, const Context& context) {
  const model::Traits& traits = member.traits;
  if (traits.account) return any_matches(patterns, context.account());
  const bool is_boolean = member.shape->kind == model::Kind::boolean;
  if (is_boolean) return any_matches(patterns, "true") || any_matches(patterns, "false");
  // A record that an editor left may lack the value.
  const auto values = model::possible_values(traits);
  return values.empty() || any_matches(patterns, "") ||
         std::any_of(values.begin(), values.end(),
                     [&](std::string_view value) { return any_matches(patterns, value); });
}

void narrow_to_elements(Narrowing& narrowing, const model::Member& list) {
  narrowing.unless_in_line(spelt_whole(std::string(list.name)) + ":[]");
}

void narrow(Narrowing& narrowing, StoredAs stored_as, const model::Member& member, std::string_view qualifier,
            const Patterns& patterns) {
  const std::string_view at_rest = member.traits.at_rest;
  if (!at_rest.empty() && !any_matches(patterns, at_rest)) narrowing.in_line({spelt_whole("TransitionStart")});
  if (stored_as == StoredAs::key) {
    if (auto keys = exact_texts(patterns)) {
      narrowing.is_key(*std::move(keys));
      return;
    }
  }
  if (auto texts = certain_texts(stored_as, member, patterns)) {
    stored_as == StoredAs::key ? narrowing.in_key(*std::move(texts)) : narrowing.in_line(*std::move(texts));
  } else if (stored_as == StoredAs::string && !qualifier.empty()) {
    narrowing.in_line({spelt_whole(std::string(qualifier))});
  }
}

}  // namespace ec2mimic
