// Resources that AWS goes on listing for a while after their deletion, in the state `deleted`. Their records stay, with
// the time of the deletion in a member `deletion_time`, and no longer refer to anything. After that time, no
// call sees them any more, and the next one that writes removes them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/operation/resource.h"
#include "core/records/context.h"
#include "core/records/table.h"
#include "core/text/iso_time.h"

namespace ec2mimic {

/// How long something that is over is still listed. AWS documents about an hour, for NAT gateways.
inline constexpr std::chrono::hours kListedAfterwards(1);

/// True if that time, which may be absent, is at least kListedAfterwards ago.
[[nodiscard]] inline bool is_long_over(const Context& context, const std::optional<std::string>& time) {
  const auto over = time ? parse_iso_time(*time) : std::nullopt;
  return over && context.now() >= *over + kListedAfterwards;
}

/// How the member is spelt in a line. In a text of a record its quotes would be escaped.
inline constexpr std::string_view kDeletionTimeInLine = "\"DeletionTime\":";

/// Removes the records, of all regions, whose deletion is long over: what `catch_up` does for such a noun. Throws
/// RecordError.
template <class Record>
void forget_deleted(Context& context) {
  std::vector<std::string> over;
  context.records().scan(Record::kTable, kDeletionTimeInLine, [&](std::string_view key, std::string_view line) {
    if (is_long_over(context, read_record<Record>(key, line).deletion_time)) over.emplace_back(key);
  });
  for (const std::string& key : over) context.records().erase(Record::kTable, key);
}

/// True if the line is of a resource that was deleted, and is only listed.
[[nodiscard]] inline bool is_of_deleted(std::string_view line) {
  return line.find(kDeletionTimeInLine) != std::string_view::npos;
}

/// The record of a resource that was not deleted. Throws the noun's NotFound otherwise, and RecordError.
template <class View>
typename Resource<View>::Record require_live(Context& context, std::string_view id) {
  auto record = require<View>(context, id);
  if (record.deletion_time) throw Resource<View>::noun.not_found(id);
  return record;
}

/// A member of such a record, for its description.
namespace recorded {

template <auto Pointer>
inline constexpr auto deletion_time = model::member<Pointer>("DeletionTime",
                                                             "When it was deleted, in UTC; absent if it was not.",
                                                             {.fault = &value_faults::time});

}  // namespace recorded
}  // namespace ec2mimic
