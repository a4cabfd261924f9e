// Associations of route tables, for the operations that make and replace them.
#pragma once

#include <string>
#include <string_view>

#include "core/ops/route_table/route_table.h"
#include "core/seam/errors.h"

namespace ec2mimic {

inline constexpr std::string_view kAssociationPrefix = "rtbassoc-";

[[nodiscard]] ApiError different_networks(const std::string& table_id, const std::string& and_what);

/// Throws ApiError if the subnet or gateway of an association does not exist, or is not in the table's VPC.
void check_association(Context& context, const std::string& table_id, const RouteTableRecord& table,
                       const RouteTableAssociation& association);

/// True if any table is associated with the same subnet or gateway.
[[nodiscard]] bool is_associated(Context& context, const RouteTableAssociation& association);

struct TakenAssociation {
  std::string table_id{};
  RouteTableRecord table{};  ///< Without the association.
  RouteTableAssociation association{};
};

/// Finds an association by its id, and takes it out of its table. Stores nothing. Throws ApiError if there is none.
[[nodiscard]] TakenAssociation take_association(Context& context, const std::string& id);

}  // namespace ec2mimic
