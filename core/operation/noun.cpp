#include "core/operation/noun.h"

#include "core/operation/malformed_ids.h"

namespace ec2mimic {
namespace {

std::string with_id(std::string_view text, std::string_view id) {
  const std::size_t place = text.find("{}");
  return std::string(text.substr(0, place)).append(id).append(text.substr(place + 2));
}

}  // namespace

ApiError Noun::not_found(std::string_view id) const {
  if (auto error = malformed_id(type, prefix, id)) return *std::move(error);
  return {std::string(not_found_code), with_id(not_found_text, id)};
}

ApiError Noun::has_dependencies(std::string_view id) const {
  return {"DependencyViolation", with_id(dependency_text, id)};
}

}  // namespace ec2mimic
