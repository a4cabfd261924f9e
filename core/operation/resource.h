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
/// and, if the answer of its create differs from describe, `static void as_created(RouteTable& view)`.
template <class View>
struct Resource;

/// The view of a resource as it is now, or nothing if the caller's region has none of that id. Throws RecordError.
template <class View>
[[nodiscard]] std::optional<View> find_resource(Context& context, std::string_view id) {
  const auto record = Table<typename Resource<View>::Record>(context).find(id);
  if (!record) return std::nullopt;
  return Resource<View>::view(std::string(id), *record, context);
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
