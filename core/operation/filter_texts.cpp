#include "core/operation/filter_texts.h"

#include <optional>
#include <utility>

#include "core/model/describe.h"
#include "core/model/line.h"
#include "core/operation/wildcards.h"

namespace ec2mimic {
namespace {

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
std::optional<std::string> certain_text(StoredAs stored_as, const std::string& pattern) {
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
      return ":true";
    case StoredAs::nothing:
      break;
  }
  return std::nullopt;
}

// A text for each pattern, or nothing unless all have one.
std::optional<std::vector<std::string>> certain_texts(StoredAs stored_as, const std::vector<std::string>& patterns) {
  if (patterns.empty() || patterns.size() > kMostTexts) return std::nullopt;
  std::vector<std::string> texts;
  for (const std::string& pattern : patterns) {
    auto text = certain_text(stored_as, pattern);
    if (!text) return std::nullopt;
    texts.push_back(*std::move(text));
  }
  return texts;
}

// The patterns as texts, or nothing if one of them has wildcards.
std::optional<std::vector<std::string>> exact_texts(const std::vector<std::string>& patterns) {
  std::vector<std::string> texts;
  for (const std::string& pattern : patterns) {
    auto parts = literal_texts(pattern);
    if (parts.size() != 1) return std::nullopt;
    texts.push_back(std::move(parts[0].text));
  }
  return texts;
}

}  // namespace

void narrow(Narrowing& narrowing, StoredAs stored_as, std::string_view qualifier,
            const std::vector<std::string>& patterns) {
  if (stored_as == StoredAs::key) {
    if (auto keys = exact_texts(patterns)) {
      narrowing.is_key(*std::move(keys));
      return;
    }
  }
  if (auto texts = certain_texts(stored_as, patterns)) {
    stored_as == StoredAs::key ? narrowing.in_key(*std::move(texts)) : narrowing.in_line(*std::move(texts));
  } else if (stored_as == StoredAs::string && !qualifier.empty()) {
    narrowing.in_line({spelt_whole(std::string(qualifier))});
  }
}

}  // namespace ec2mimic
