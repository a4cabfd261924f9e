// What associating a block with a VPC and disassociating it have in common.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/operation/operation.h"
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

}  // namespace vpc_cidr_block
}  // namespace ec2mimic
