// Filters of the describe operations. Each noun lists the filters it has; how they match is defined here for all of
// them.
//
// A resource must match all filters of a call, and at least one value of each. In a value `*` matches any run of
// characters and `?` exactly one; a backslash makes the next `*`, `?` or backslash literal. Values are case-sensitive.
// A filter selects resources; it never removes parts of the resources shown.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/describe.h"
#include "core/operation/filter_texts.h"
#include "core/operation/tags.h"
#include "core/operation/wildcards.h"

namespace ec2mimic {

class Context;

/// A filter in a request.
struct Filter {
  std::optional<std::string> name{};
  std::vector<std::string> values{};
};

/// Compares the values that a resource has for a filter with the values that the filter accepts.
class FilterMatch {
 public:
  /// For the filter `tag:Owner` the qualifier is `Owner`.
  FilterMatch(std::string_view qualifier, std::span<const std::string> patterns)
      : qualifier_(qualifier), patterns_(patterns) {}

  [[nodiscard]] std::string_view qualifier() const { return qualifier_; }
  [[nodiscard]] bool matched() const { return matched_; }

  /// Compares a value that the resource has; once one matched, matched() stays true.
  void offer(std::string_view value);
  void offer(bool value) { offer(std::string_view(value ? "true" : "false")); }
  void offer(std::int64_t value) { offer(std::string_view(std::to_string(value))); }

 private:
  std::string_view qualifier_;
  std::span<const std::string> patterns_;
  bool matched_ = false;
};

/// A filter that a noun supports.
struct FilterRule {
  std::string_view name;  ///< `association.main`; one that ends in a colon takes any qualifier: `tag:`
  std::string_view doc;
  /// Calls match.offer() with every value that the view has for this filter.
  void (*offer)(const void* view, FilterMatch& match);
  const model::Member* value;  ///< The member of the view that holds the values.
  StoredAs stored_as;          ///< As the descriptions of the members say.
  bool exact = false;          ///< AWS treats wildcards in its values as ordinary characters.
  /// For values that are computed: rules out records whose values match none of the patterns. Null if every record has
  /// to be decoded.
  void (*narrow)(Narrowing& narrowing, const std::vector<std::string>& patterns, Context& context) = nullptr;
  /// For a flag of the elements of a list: the member with that list, which a record without such elements has as an
  /// empty one. Otherwise null.
  const model::Member* flagged_list = nullptr;
};

namespace detail {

template <auto First, auto... Rest, class Owner>
void offer_member(const Owner& owner, FilterMatch& match);

/// Offers the values at the end of a path of members; descends into all elements of lists.
template <auto... Path, class Value>
void offer_value(const Value& value, FilterMatch& match) {
  if constexpr (model::detail::Optional<Value>::value) {
    if (value) offer_value<Path...>(*value, match);
  } else if constexpr (requires { typename model::detail::Element<Value>::Type; }) {
    for (const auto& element : value) offer_value<Path...>(element, match);
  } else if constexpr (sizeof...(Path) == 0) {
    match.offer(value);
  } else {
    offer_member<Path...>(value, match);
  }
}

template <auto First, auto... Rest, class Owner>
void offer_member(const Owner& owner, FilterMatch& match) {
  offer_value<Rest...>(owner.*First, match);
}

template <auto... Path>
constexpr const model::Member* last_member() {
  const model::Member* last = nullptr;
  for (const model::Member* member : {&model::described_member<Path>()...}) last = member;
  return last;
}

constexpr StoredAs storage_of(std::initializer_list<const model::Member*> path) {
  const model::Member* last = nullptr;
  for (const model::Member* member : path) {
    if (member->traits.computed && member->traits.if_absent.empty()) return StoredAs::nothing;
    last = member;
  }
  if (last == nullptr) return StoredAs::nothing;
  if (last->traits.key) return StoredAs::key;
  const model::Shape& leaf = last->shape->kind == model::Kind::list ? *last->shape->element : *last->shape;
  switch (leaf.kind) {
    case model::Kind::string:
      return StoredAs::string;
    case model::Kind::integer:
      return StoredAs::number;
    case model::Kind::boolean:
      return StoredAs::boolean;
    default:
      return StoredAs::nothing;
  }
}

template <auto... Path>
constexpr StoredAs storage() {
  return storage_of({&model::described_member<Path>()...});
}

template <auto First, auto... Rest>
constexpr const model::Member* flagged_list() {
  const model::Member& first = model::described_member<First>();
  const bool is_flagged = sizeof...(Rest) == 1 && storage<First, Rest...>() == StoredAs::boolean;
  return is_flagged && first.shape->kind == model::Kind::list ? &first : nullptr;
}

inline constexpr std::string_view kTagFilterDoc = "The value of the tag with this key, such as tag:Owner.";

}  // namespace detail

/// A filter on the values at the end of a path of members:
/// `filter<&RouteTable::routes, &Route::origin>("route.origin", "...")`.
template <auto First, auto... Rest>
constexpr FilterRule filter(std::string_view name, std::string_view doc) {
  using View = typename model::detail::Access<First>::Owner;
  return {name,
          doc,
          [](const void* view, FilterMatch& match) {
            detail::offer_member<First, Rest...>(*static_cast<const View*>(view), match);
          },
          detail::last_member<First, Rest...>(),
          detail::storage<First, Rest...>(),
          false,
          nullptr,
          detail::flagged_list<First, Rest...>()};
}

/// The same filter without wildcards.
constexpr FilterRule exact(FilterRule rule) {
  rule.exact = true;
  return rule;
}

/// The same filter with its own narrowing function.
constexpr FilterRule narrowed(FilterRule rule, decltype(FilterRule::narrow) narrow) {
  rule.narrow = narrow;
  return rule;
}

/// The filter `tag:KEY`, on the tags of a view.
template <auto Tags>
constexpr FilterRule tag_filter() {
  using Access = model::detail::Access<Tags>;
  return {"tag:", detail::kTagFilterDoc,
          [](const void* view, FilterMatch& match) {
            if (!Access::present(view)) return;
            for (const Tag& tag : *static_cast<const std::vector<Tag>*>(Access::get(view))) {
              if (tag.key == match.qualifier()) match.offer(tag.value);
            }
          },
          detail::last_member<&Tag::value>(), detail::storage<Tags, &Tag::value>()};
}

/// The same on a view that is itself a tag.
template <auto Key, auto Value>
constexpr FilterRule tag_filter() {
  using View = typename model::detail::Access<Key>::Owner;
  return {"tag:", detail::kTagFilterDoc,
          [](const void* view, FilterMatch& match) {
            const View& tag = *static_cast<const View*>(view);
            if (tag.*Key == match.qualifier()) match.offer(tag.*Value);
          },
          detail::last_member<Value>(), detail::storage<Value>()};
}

template <auto Tags>
constexpr FilterRule tag_key_filter() {
  return filter<Tags, &Tag::key>("tag-key", "The key of any tag, whatever its value.");
}

template <auto Tags>
constexpr FilterRule tag_value_filter() {
  return filter<Tags, &Tag::value>("tag-value", "The value of any tag, whatever its key.");
}

/// The filters of one request, checked against the rules of one noun.
class Filters {
 public:
  /// Keeps references to the rules and to the names of the filters. Throws ApiError for an unknown name, and for more
  /// or longer values than AWS accepts.
  Filters(std::span<const FilterRule> rules, const std::vector<Filter>& filters);

  /// Rules out records that do not match, as far as that can be determined without decoding them. Throws RecordError.
  [[nodiscard]] Narrowing narrowing(Context& context) const;

  /// True if the resource passes all filters. `view` points to the type that the rules are for.
  [[nodiscard]] bool match(const void* view) const;

 private:
  struct Bound {
    const FilterRule* rule;
    std::string_view qualifier;
    std::vector<std::string> patterns;
  };
  std::vector<Bound> bound_;
};

template <>
struct model::Describe<Filter> {
  static constexpr std::string_view name = "Filter";
  static constexpr auto members = model::members(
      member<&Filter::name>("Name", "The property to look at; the names are listed under FILTERS."),
      member<&Filter::values>("Values", "The values it may have: one of these must match. `*` and `?` are wildcards."));
};

/// The member with the filters of a request, for its description. AWS calls it `Filter` in a few requests.
template <auto Pointer>
constexpr auto requested_filters(std::string_view name = "Filters") {
  return model::member<Pointer>(name, "Shows only what matches all of these filters.");
}

}  // namespace ec2mimic
