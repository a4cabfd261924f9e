// Describe operations as a way to learn ids, found through what they say of themselves.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/operation.h"

namespace ec2mimic::cli {

struct Lister {
  const Operation* operation;  ///< `DescribeVpcs`
  const model::Member* ids;    ///< The list of ids in its request: `VpcIds`
  const model::Member* items;  ///< The list in its result: `Vpcs`
  std::string id;              ///< The member of an item that is the id: `VpcId`
};

/// Those that list resources of a type, `vpc`; all for `*`.
[[nodiscard]] std::vector<Lister> listers(std::string_view type);

}  // namespace ec2mimic::cli
