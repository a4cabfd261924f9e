// How the record of a noun becomes the view that callers see.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/operation/filters.h"
#include "core/operation/noun.h"
#include "core/records/table.h"

namespace ec2mimic {

/// Specialised next to each view (RouteTable, as AWS shows a route table) with:
///
///     using Record = RouteTableRecord;
///     static constexpr const Noun& noun = ops::route_table;
///     static constexpr std::span<const FilterRule> filters = ...;
///     static constexpr auto id = &RouteTable::route_table_id;
///     static constexpr auto tags = &RouteTable::tags;
///     static RouteTable view(const std::string& id, const RouteTableRecord& record, Context& context);
///
/// and, if the answer of its create differs from describe, `static void as_created(RouteTable& view)`. If its views
/// show records of other tables, it has a class `Lookup` that finds them, constructed from a Context, which may
/// remember what it read; view() then takes a reference to one as a fourth argument.
template <class View>
struct Resource;

/// Makes the views of one call, possibly many.
template <class View>
class Views {
 public:
  /// Keeps a reference to the context, whose records must not change in the meantime.
  explicit Views(Context& context) : context_(context), lookup_(context) {}

  /// Throws RecordError.
  [[nodiscard]] View operator()(const std::string& id, const typename Resource<View>::Record& record) {
    if constexpr (requires { typename Resource<View>::Lookup; }) {
      return Resource<View>::view(id, record, context_, lookup_);
    } else {
      return Resource<View>::view(id, record, context_);
    }
  }

 private:
  struct Nothing {
    explicit Nothing(Context&) {}
  };
  template <class Of>
  struct LookupOf {
    using Type = Nothing;
  };
  template <class Of>
  requires requires { typename Of::Lookup; }
  struct LookupOf<Of> {
    using Type = typename Of::Lookup;
  };

  Context& context_;
  typename LookupOf<Resource<View>>::Type lookup_;
};

/// The view of a resource as it is now, or nothing if the caller's region has no such resource. Throws RecordError.
template <class View>
[[nodiscard]] std::optional<View> find_resource(Context& context, std::string_view id) {
  const auto record = Table<typename Resource<View>::Record>(context).find(id);
  if (!record) return std::nullopt;
  return Views<View>(context)(std::string(id), *record);
}

/// The same view as the answer of a create shows it, both the first time and when its client token is repeated.
template <class View>
[[nodiscard]] std::optional<View> find_created(Context& context, std::string_view id) {
  auto view = find_resource<View>(context, id);
  if constexpr (requires { Resource<View>::as_created(*view); }) {
    if (view) Resource<View>::as_created(*view);
  }
  return view;
}

/// The record of an id in a request. Throws the noun's NotFound if it is missing, and RecordError.
template <class View>
typename Resource<View>::Record require(Context& context, std::string_view id) {
  auto record = Table<typename Resource<View>::Record>(context).find(id);
  if (!record) throw Resource<View>::noun.not_found(id);
  return *std::move(record);
}

}  // namespace ec2mimic
