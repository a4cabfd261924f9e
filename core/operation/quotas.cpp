#include "core/operation/quotas.h"

#include <map>

#include "core/operation/registry.h"
#include "core/records/records.h"
#include "core/seam/api_error.h"
#include "core/text/replaced.h"

namespace ec2mimic {
namespace {

using Uses = std::map<std::string, std::size_t, std::less<>>;

Quota::Add add_to(Uses& uses) {
  return [&uses](std::string_view group, std::size_t count) { uses[std::string(group)] += count; };
}

// What the records of a noun use that name a record.
void count_users(const Records& records, const Noun& noun, const Quota& quota, std::string_view named, Uses& uses) {
  records.scan(noun.table, named,
               [&](std::string_view id, std::string_view line) { quota.count(records, id, line, add_to(uses)); });
}

// The groups in which the records put by this call, and those that name one of them, use more than before. Only these
// are checked: an account that has too many already, as from a seed, can still be changed otherwise.
Uses grown(const Records& records, const Noun& noun, const Quota& quota) {
  const Records unchanged = records.unchanged();
  Uses before;
  Uses now;
  for (const auto& [table, id] : records.put_by_call()) {
    if (table == noun.table) {
      if (const auto line = unchanged.find(table, id)) quota.count(unchanged, id, *line, add_to(before));
      if (const auto line = records.find(table, id)) quota.count(records, id, *line, add_to(now));
    } else if (table == quota.weighed_by) {
      count_users(unchanged, noun, quota, id, before);
      count_users(records, noun, quota, id, now);
    }
  }
  std::erase_if(now, [&](const auto& group) {
    const auto was = before.find(group.first);
    return was != before.end() && was->second >= group.second;
  });
  return now;
}

}  // namespace

void require_quotas(const Records& records) {
  for (const Noun* noun : nouns()) {
    for (const Quota& quota : noun->quotas) {
      const Uses groups = grown(records, *noun, quota);
      if (groups.empty()) continue;
      Uses all;
      records.scan(noun->table, {},
                   [&](std::string_view id, std::string_view line) { quota.count(records, id, line, add_to(all)); });
      for (const auto& entry : groups) {
        if (all[entry.first] > quota.limit)
          throw ApiError{std::string(quota.code), replaced(quota.text, "{}", entry.first)};
      }
    }
  }
}

}  // namespace ec2mimic
