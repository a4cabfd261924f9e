// What associating a block with a VPC and disassociating it have in common.
#pragma once

#include <algorithm>
#include <functional>

#include "core/operation/operation.h"
#include "core/ops/route_table/route_table.h"
#include "core/ops/vpc/vpc.h"

namespace ec2mimic {

/// The answer of both, which has one of the associations.
struct VpcCidrBlockResult {
  std::optional<VpcIpv6CidrBlockAssociation> ipv6_cidr_block_association{};
  std::optional<VpcCidrBlockAssociation> cidr_block_association{};
  std::string vpc_id{};
};

namespace vpc_cidr_block {

constexpr auto result(std::string_view name) {
  using Self = VpcCidrBlockResult;
  return model::described(
      name, model::member<&Self::ipv6_cidr_block_association>("Ipv6CidrBlockAssociation", "The IPv6 block."),
      model::member<&Self::cidr_block_association>("CidrBlockAssociation", "The IPv4 block."),
      model::member<&Self::vpc_id>("VpcId", "The VPC.", {.refers = "vpc"}));
}

/// Calls `change` with each route table of a VPC, and stores the table if that returns true.
inline void change_route_tables(Context& context, const std::string& vpc_id,
                                const std::function<bool(RouteTableRecord& table)>& change) {
  Table<RouteTableRecord> tables(context);
  for (auto& [id, table] : tables.all(Narrowing().in_line({in_quotes(vpc_id)}))) {
    if (table.vpc_id == vpc_id && change(table)) tables.put(id, table);
  }
}

/// True for the local route to a block of either kind.
inline bool is_local_to(const Route& route, const std::string& block) {
  return route.gateway_id == "local" &&
         (route.destination_cidr_block == block || route.destination_ipv6_cidr_block == block);
}

}  // namespace vpc_cidr_block
}  // namespace ec2mimic
