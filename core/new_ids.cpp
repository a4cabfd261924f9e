#include "core/new_ids.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cstdio>

#include "core/model/line.h"

namespace ec2mimic {

std::string DerivedIds::next(std::string_view prefix) {
  const std::string text = base_ + '\n' + std::string(prefix) + '\n' + std::to_string(++count_);
  const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
  char digits[18];
  std::snprintf(digits, sizeof digits, "0%016llx", static_cast<unsigned long long>(hash.low64));
  return std::string(prefix) + digits;
}

CallIds::CallIds(Records& records, Identifiers& identifiers, const std::optional<std::string>& seed)
    : records_(records), identifiers_(identifiers) {
  if (seed) derived_.emplace(*seed + '\n' + std::to_string(records.revision()));
}

std::string CallIds::next(std::string_view prefix) {
  if (const auto line = records_.find(NextIds::kTable, prefix)) {
    NextIds next;
    model::read_line(model::shape_of<NextIds>, &next, *line);
    std::string id = next.ids.at(0);
    next.ids.erase(next.ids.begin());
    if (next.ids.empty()) {
      records_.erase(NextIds::kTable, prefix);
    } else {
      records_.put(NextIds::kTable, prefix, model::write_line(model::shape_of<NextIds>, &next));
    }
    return id;
  }
  return derived_ ? derived_->next(prefix) : std::string(prefix) + identifiers_.hex17();
}

}  // namespace ec2mimic
