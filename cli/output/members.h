// Views of documents, sorted and classified as the text, table and YAML formats need them.
#pragma once

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include "core/seam/json.h"

namespace ec2mimic::cli {

using Member = Json::object_t::value_type;

/// Distinct member names in sorted order, as views into the document.
using Names = std::set<std::string_view>;

/// The members of a map, sorted by the code points of their names. The pointers are into the map.
[[nodiscard]] inline std::vector<const Member*> sorted_members(const Json& map) {
  const auto& members = map.get_ref<const Json::object_t&>();
  std::vector<const Member*> sorted;
  sorted.reserve(members.size());
  for (const Member& member : members) sorted.push_back(&member);
  std::sort(sorted.begin(), sorted.end(), [](const Member* a, const Member* b) { return a->first < b->first; });
  return sorted;
}

/// True if the value is neither a list nor a map.
[[nodiscard]] inline bool is_scalar(const Json& value) { return !value.is_structured(); }

}  // namespace ec2mimic::cli
