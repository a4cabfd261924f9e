#include "core/new_ids.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstdio>

#include "core/idempotency.h"
#include "core/model/line.h"
#include "core/registry.h"
#include "core/table.h"

namespace ec2mimic {
namespace {

bool is_named_in(const Records& records, std::string_view table, std::string_view id) {
  bool found = false;
  records.scan(table, quoted(id), [&found](std::string_view, std::string_view) { found = true; });
  return found;
}

// True if the id was given before as far as the records tell: to a resource, also to one that is gone and that a client
// token remembers, or to a part of one. Searches tables, which takes milliseconds in a large account.
bool was_given(const Records& records, std::string_view id) {
  if (noun_of_id(id) != nullptr) return is_used(records, id) || is_named_in(records, TokenRecord::kTable, id);
  return std::any_of(nouns().begin(), nouns().end(),
                     [&](const Noun* noun) { return is_named_in(records, noun->table, id); });
}

}  // namespace

bool is_used(const Records& records, std::string_view id) {
  const Noun* noun = noun_of_id(id);
  return noun != nullptr && records.find(noun->table, id);
}

std::string derived_id(std::string_view base, std::string_view prefix, unsigned count) {
  std::string text(base);
  text.append("\n").append(prefix).append("\n").append(std::to_string(count));
  const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
  char digits[18];
  std::snprintf(digits, sizeof digits, "0%016llx", static_cast<unsigned long long>(hash.low64));
  return std::string(prefix) + digits;
}

std::string DerivedIds::next(std::string_view prefix) {
  std::string id;
  do {
    id = derived_id(base_, prefix, ++count_);
  } while (is_used(records_, id));
  return id;
}

CallIds::CallIds(Records& records, Identifiers& identifiers, const std::optional<std::string>& seed)
    : records_(records), identifiers_(identifiers) {
  if (seed) derived_.emplace(records, *seed + '\n' + std::to_string(records.revision()));
}

std::string CallIds::next(std::string_view prefix) {
  if (auto id = take_laid_down(prefix)) return *std::move(id);
  for (;;) {
    std::string id = derived_ ? derived_->next(prefix) : std::string(prefix) + identifiers_.hex17();
    // Chance does not give 64 bits twice and is not worth a search. A seed does, once the revision was lowered.
    if (derived_ ? !was_given(records_, id) : !is_used(records_, id)) return id;
  }
}

std::optional<std::string> CallIds::take_laid_down(std::string_view prefix) {
  const auto line = records_.find(NextIds::kTable, prefix);
  if (!line) return std::nullopt;
  NextIds next;
  model::read_line(model::shape_of<NextIds>, &next, *line);
  std::optional<std::string> taken;
  while (!taken && !next.ids.empty()) {
    if (!is_used(records_, next.ids.front())) taken = next.ids.front();
    next.ids.erase(next.ids.begin());
  }
  if (next.ids.empty()) {
    records_.erase(NextIds::kTable, prefix);
  } else {
    records_.put(NextIds::kTable, prefix, model::write_line(model::shape_of<NextIds>, &next));
  }
  return taken;
}

}  // namespace ec2mimic
