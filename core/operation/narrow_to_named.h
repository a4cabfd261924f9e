// Filters on values that a resource shows of other records, as a security group shows those of its rules.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/records/context.h"
#include "core/records/record.h"
#include "core/records/rows.h"

namespace ec2mimic {

/// With more records than this, looking each of them up takes longer than decoding the whole table.
inline constexpr std::size_t kMostNamed = 256;

/// Rules out records whose keys are not among those that records of another kind name in a member, such as
/// `&SecurityGroupRuleRecord::group_id`. `others` leaves the records of that kind that can match; if that is all of
/// them or too many, nothing is ruled out. Throws RecordError.
template <class Record, class Member>
void narrow_to_named(Narrowing& narrowing, const Narrowing& others, Context& context, Member Record::*member) {
  if (others.rules_out_nothing()) return;
  const std::vector<Row> rows = find_rows(context, {&row_source<Record>, 1}, others);
  if (rows.size() > kMostNamed) return;
  std::vector<std::string> keys;
  for (const Row& row : rows) {
    std::optional<std::string> key = read_record<Record>(row.id, row.line).*member;
    if (key) keys.push_back(*std::move(key));
  }
  narrowing.is_key(std::move(keys));
}

}  // namespace ec2mimic
