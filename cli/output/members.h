// Parts of documents in the order and the kinds that text, tables and YAML ask for.
#pragma once

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include "core/seam/json.h"

namespace ec2mimic::cli {

using Member = Json::object_t::value_type;

/// Names of members, each once and in order; they belong to the document.
using Names = std::set<std::string_view>;

/// The members of a map by name, in the order of their characters' numbers; they stay the map's own.
[[nodiscard]] inline std::vector<const Member*> sorted_members(const Json& map) {
  const auto& members = map.get_ref<const Json::object_t&>();
  std::vector<const Member*> sorted;
  sorted.reserve(members.size());
  for (const Member& member : members) sorted.push_back(&member);
  std::sort(sorted.begin(), sorted.end(), [](const Member* a, const Member* b) { return a->first < b->first; });
  return sorted;
}

/// True of what is neither a list nor a map.
[[nodiscard]] inline bool is_scalar(const Json& value) { return !value.is_structured(); }

}  // namespace ec2mimic::cli
