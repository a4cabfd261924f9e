// Modify operations change one attribute per call.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "core/seam/api_error.h"

namespace ec2mimic {

/// Checks that exactly one attribute is given. Each has its name on the wire, such as `enableDnsSupport`. Throws
/// InvalidParameterCombination.
inline void require_one_attribute(std::initializer_list<std::pair<std::string_view, bool>> attributes) {
  std::string given;
  int count = 0;
  for (const auto& [name, is_given] : attributes) {
    if (!is_given) continue;
    given += (count++ == 0 ? "" : ", ") + std::string(name);
  }
  if (count == 0) throw ApiError{"InvalidParameterCombination", "No attributes specified."};
  if (count > 1) {
    throw ApiError{"InvalidParameterCombination", "Fields for multiple attribute types specified: " + given};
  }
}

}  // namespace ec2mimic
