// Filters on ids of which AWS checks the form.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/operation/filters.h"

namespace ec2mimic {

/// Throws what `error` returns for the first value of the filter `name` that can match no id with this prefix. Patterns
/// that begin with a wildcard may.
template <class Error>
void require_id_filter(const std::vector<Filter>& filters, std::string_view name, std::string_view prefix,
                       const Error& error) {
  for (const Filter& filter : filters) {
    if (filter.name != name) continue;
    for (const std::string& value : filter.values) {
      if (!value.starts_with(prefix) && !value.starts_with('*') && !value.starts_with('?')) throw error(value);
    }
  }
}

}  // namespace ec2mimic
