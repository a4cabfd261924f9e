#include "core/operation/noun.h"

#include "core/text/id_form.h"
#include "core/text/replaced.h"

namespace ec2mimic {
bool Noun::keeps_references(std::string_view key, std::string_view line) const {
  if (life == nullptr) return true;
  const Life its = life(key, line);
  return !its.ended || its.being_deleted;
}

ApiError Noun::not_found(std::string_view id) const {
  if (!malformed_code.empty() && !is_alphanumeric_id_of(prefix, id)) {
    return {std::string(malformed_code), replaced(malformed_text, "{}", id)};
  }
  return {std::string(not_found_code), replaced(not_found_text, "{}", id)};
}

ApiError Noun::has_dependencies(std::string_view id) const {
  return {"DependencyViolation", replaced(dependency_text, "{}", id)};
}

}  // namespace ec2mimic
