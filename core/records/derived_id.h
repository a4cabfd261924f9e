// Ids that follow from a text, so that the same thing has the same id wherever it is created.
#pragma once

#include <string>
#include <string_view>

namespace ec2mimic {

/// The id number `count`, from 1, of those with that prefix derived from `base`.
[[nodiscard]] std::string derived_id(std::string_view base, std::string_view prefix, unsigned count);

}  // namespace ec2mimic
