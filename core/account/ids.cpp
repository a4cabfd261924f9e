#include "core/account/ids.h"

#include "core/operation/idempotency.h"
#include "core/operation/references.h"
#include "core/operation/registry.h"
#include "core/records/record.h"
#include "core/records/table.h"

namespace ec2mimic {

bool was_given(const Records& records, std::string_view id) {
  if (noun_of_id(id) == nullptr) return find_part(records, id).has_value();
  if (is_used(records, id)) return true;
  // The resource may be gone, but its client token still answers with this id, so it must not name another resource.
  bool remembered = false;
  records.scan(TokenRecord::kTable, in_quotes(id), [&](std::string_view, std::string_view) { remembered = true; });
  return remembered;
}

CallIds::CallIds(Records& records, Identifiers& identifiers, const std::optional<std::string>& seed)
    : records_(records), identifiers_(identifiers) {
  // With the revision, so that two calls in a row get different ids, and the same sequence of calls always the same.
  if (seed) derived_.emplace(records, *seed + '\n' + std::to_string(records.revision()));
}

std::string CallIds::next(std::string_view prefix) {
  if (auto id = take_reserved(prefix)) return *std::move(id);
  for (;;) {
    std::string id = derived_ ? derived_->next(prefix) : std::string(prefix) + identifiers_.hex17();
    // Randomness does not give 64 bits twice, so it is not worth a search. A seed does repeat if the revision was
    // lowered.
    if (derived_ ? !was_given(records_, id) : !is_used(records_, id)) return id;
  }
}

std::optional<std::string> CallIds::take_reserved(std::string_view prefix) {
  const auto line = records_.find(NextIds::kTable, prefix);
  if (!line) return std::nullopt;
  auto next = read_record<NextIds>(prefix, *line);
  std::optional<std::string> taken;
  while (!taken && !next.ids.empty()) {
    if (!was_given(records_, next.ids.front())) taken = next.ids.front();
    next.ids.erase(next.ids.begin());
  }
  // An empty list is not kept: the check of a record refuses one.
  if (next.ids.empty()) {
    records_.erase(NextIds::kTable, prefix);
  } else {
    records_.put(NextIds::kTable, prefix, write_record(next));
  }
  return taken;
}

}  // namespace ec2mimic
