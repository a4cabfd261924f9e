// How many resources AWS allows an account to have unless it is asked for more. Each noun declares its quotas.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "core/model/describe.h"
#include "core/records/record.h"

namespace ec2mimic {

class Records;

/// A limit on what is counted in groups, such as the subnets of each VPC.
struct Quota {
  std::size_t limit = 0;
  std::string_view code{};
  std::string_view text{};  ///< `{}` is replaced by the group.
  /// The operations that can reach the limit: `AllocateAddress`. If none is named, the one that creates the noun.
  using Operations = std::array<std::string_view, 5>;
  Operations operations{};
  /// Adds a number of uses to a group.
  using Add = std::function<void(std::string_view group, std::size_t uses)>;
  /// The table whose records decide how much a record that names them uses: a rule that names a prefix list counts as
  /// the size of the list.
  std::string_view weighed_by{};
  /// Says what a record uses. Throws RecordError.
  void (*count)(const Records& records, std::string_view id, std::string_view line, const Add& add) = nullptr;
};

namespace detail {

template <class Record>
void count_typed(void (*count)(std::string_view, const Record&, const Quota::Add&), const Records& /*records*/,
                 std::string_view id, std::string_view line, const Quota::Add& add) {
  count(id, read_record<Record>(id, line), add);
}

template <class Record>
void count_typed(void (*count)(const Records&, const Record&, const Quota::Add&), const Records& records,
                 std::string_view id, std::string_view line, const Quota::Add& add) {
  count(records, read_record<Record>(id, line), add);
}

template <class Record>
void count_typed(void (*count)(const Records&, std::string_view, const Record&, const Quota::Add&),
                 const Records& records, std::string_view id, std::string_view line, const Quota::Add& add) {
  count(records, id, read_record<Record>(id, line), add);
}

}  // namespace detail

/// A quota on what `Count(id, record, add)` counts, which may take the records first, and need not take the id then.
template <auto Count>
constexpr Quota quota(std::size_t limit, std::string_view code, std::string_view text,
                      const Quota::Operations& operations = {}, std::string_view weighed_by = {}) {
  return {limit,
          code,
          text,
          operations,
          weighed_by,
          [](const Records& records, std::string_view id, std::string_view line, const Quota::Add& add) {
            detail::count_typed(Count, records, id, line, add);
          }};
}

/// A quota on the records that have the same text in a member: `quota_per<&SubnetRecord::vpc_id>`.
template <auto Member>
constexpr Quota quota_per(std::size_t limit, std::string_view code, std::string_view text,
                          const Quota::Operations& operations = {}) {
  return {limit,
          code,
          text,
          operations,
          {},
          [](const Records& /*records*/, std::string_view id, std::string_view line, const Quota::Add& add) {
            add(read_record<typename model::detail::Pointee<decltype(Member)>::OwnerType>(id, line).*Member, 1);
          }};
}

}  // namespace ec2mimic
