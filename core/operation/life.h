// The end of resources that AWS goes on listing for a while, such as deleted NAT gateways. Their records stay until
// then. A noun says when a record ended with a function `Life life() const` of its record. From it follow:
// - require_live() does not find such a resource;
// - it serves no VPC, and what it refers to may be deleted or missing (core/operation/references.h);
// - the log calls it deleted (core/engine.cpp);
// - once it is no longer listed no call sees it, and the next one that writes removes it (forget_ended()).
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/operation/noun.h"
#include "core/operation/resource.h"
#include "core/records/context.h"
#include "core/records/records.h"

namespace ec2mimic {

enum class Presence : std::uint8_t {
  alive,
  listed,  ///< It ended, and describes still show it.
  gone,
};
/// The state of the resource with that id at `time`. Throws RecordError.
[[nodiscard]] Presence presence(const Records& records, std::string_view id, const CallTime& time);

/// Removes the records of the noun in the caller's region that are no longer listed. Throws RecordError.
void forget_ended(Context& context, const Noun& noun);

/// True if the time is present and at least that long ago.
[[nodiscard]] bool has_passed(const Context& context, const std::optional<std::string>& time,
                              std::chrono::seconds since);

/// The record of a resource that is alive. Throws the noun's NotFound otherwise, and RecordError.
template <class View>
typename Resource<View>::Record require_live(Context& context, std::string_view id) {
  auto record = require<View>(context, id);
  if (record.life().ended) throw Resource<View>::noun.not_found(id);
  return record;
}

/// A member of records with a `life()`, for their descriptions.
namespace recorded {

template <auto Pointer>
inline constexpr auto deletion_time = model::member<Pointer>("DeletionTime",
                                                             "When it was deleted, in UTC; absent if it was not.",
                                                             {.ends = true, .fault = &value_faults::time});

}  // namespace recorded
}  // namespace ec2mimic
