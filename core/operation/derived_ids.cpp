#include "core/operation/derived_ids.h"

#include "core/operation/registry.h"
#include "core/records/derived_id.h"

namespace ec2mimic {

bool is_used(const Records& records, std::string_view id) {
  const Noun* noun = noun_of_id(id);
  return noun != nullptr && records.find(noun->table, id);
}

std::string DerivedIds::next(std::string_view prefix) {
  std::string id;
  // An id may be taken although it is derived: a seed document can name any id.
  do {
    id = derived_id(base_, prefix, ++count_);
  } while (is_used(records_, id));
  return id;
}

}  // namespace ec2mimic
