// Finds the describe operations that list the ids of a type of resource, from their descriptions.
#pragma once

#include <string_view>
#include <vector>

#include "core/operation/operation.h"

namespace ec2mimic::cli {

struct Lister {
  const Operation* operation;  ///< `DescribeVpcs`
  const model::Member* ids;    ///< The list of ids in its request: `VpcIds`
  const model::Member* items;  ///< The list in its result: `Vpcs`
  const model::Member* id;     ///< The member with the id, in an item or in a part of one: `VpcId`
  const model::Member* parts =
      nullptr;  ///< If the ids are those of parts, the list of parts in an item: `Associations`
};

/// The listers of a type of resource, `vpc`; of all resources for `*`; or, for a prefix such as `rtbassoc-`, of the
/// parts whose ids begin with it.
[[nodiscard]] std::vector<Lister> listers(std::string_view type);

}  // namespace ec2mimic::cli
