#include "core/operation/noun.h"

#include <algorithm>

#include "core/text/ascii.h"
#include "core/text/replaced.h"

namespace ec2mimic {
namespace {

bool can_be_id(std::string_view prefix, std::string_view id) {
  if (id.size() <= prefix.size() || !id.starts_with(prefix)) return false;
  const std::string_view rest = id.substr(prefix.size());
  return std::all_of(rest.begin(), rest.end(), [](char c) { return ascii::is_lower(c) || ascii::is_digit(c); });
}

}  // namespace

bool Noun::keeps_references(std::string_view key, std::string_view line) const {
  if (life == nullptr) return true;
  const Life its = life(key, line);
  return !its.ended || its.being_deleted;
}

ApiError Noun::not_found(std::string_view id) const {
  if (!malformed_code.empty() && !can_be_id(prefix, id)) {
    return {std::string(malformed_code), replaced(malformed_text, "{}", id)};
  }
  return {std::string(not_found_code), replaced(not_found_text, "{}", id)};
}

ApiError Noun::has_dependencies(std::string_view id) const {
  return {"DependencyViolation", replaced(dependency_text, "{}", id)};
}

}  // namespace ec2mimic
