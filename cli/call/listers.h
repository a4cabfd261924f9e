// Describe operations as a way to learn ids, found through what they say of themselves.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/operation/operation.h"

namespace ec2mimic::cli {

struct Lister {
  const Operation* operation;  ///< `DescribeVpcs`
  const model::Member* ids;    ///< The list of ids in its request: `VpcIds`
  const model::Member* items;  ///< The list in its result: `Vpcs`
  std::string id;              ///< The member of an item, or of a part of one, that is the id: `VpcId`
  std::string parts{};         ///< The list of an item's parts, where it is their ids that are listed: `Associations`
};

/// Those that list resources of a type, `vpc`, or parts whose ids begin so, `rtbassoc-`; all resources for `*`.
[[nodiscard]] std::vector<Lister> listers(std::string_view type);

}  // namespace ec2mimic::cli
