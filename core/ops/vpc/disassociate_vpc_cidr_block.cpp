#include <algorithm>

#include "core/net/cidr.h"
#include "core/net/ipv6_cidr.h"
#include "core/operation/references.h"
#include "core/ops/route_table/route_table_changes.h"
#include "core/ops/subnet/subnet.h"
#include "core/ops/vpc/cidr_block_association.h"

namespace ec2mimic {
namespace {

struct DisassociateVpcCidrBlock {
  std::string association_id{};
};

}  // namespace

template <>
struct model::Describe<DisassociateVpcCidrBlock> {
  static constexpr std::string_view name = "DisassociateVpcCidrBlockRequest";
  static constexpr auto members = model::members(member<&DisassociateVpcCidrBlock::association_id>(
      "AssociationId", "The association of the block, as describe-vpcs shows it.",
      {.required = true, .insists_on = "AssociationId", .refers = "vpc-cidr-assoc-"}));
};

namespace {

constexpr auto kDisassociateVpcCidrBlockResult = vpc_cidr_block::result("DisassociateVpcCidrBlockResult");

template <class Block>
bool contains(const std::string& whole, std::string_view part) {
  const auto outer = Block::parse(whole);
  const auto inner = Block::parse(part);
  return outer && inner && outer->contains(*inner);
}

bool has_addresses_in(const SubnetRecord& subnet, const std::string& block) {
  if (contains<net::Cidr>(block, subnet.cidr_block)) return true;
  return subnet.has_ipv6() &&
         std::any_of(subnet.ipv6_cidr_blocks->begin(), subnet.ipv6_cidr_blocks->end(),
                     [&](const auto& one) { return contains<net::Ipv6Cidr>(block, one.ipv6_cidr_block); });
}

void check_unused(Context& context, const std::string& vpc_id, const std::string& block) {
  for (const auto& [id, subnet] : Table<SubnetRecord>(context).all(Narrowing().in_line({in_quotes(vpc_id)}))) {
    if (subnet.vpc_id != vpc_id || !has_addresses_in(subnet, block)) continue;
    throw ApiError{"InvalidCidrBlock.InUse",
                   "The vpc " + vpc_id + " currently has a subnet within CIDR block " + block};
  }
}

// Removes the association from the list and returns it, or nothing if it is not there.
template <class Association>
std::optional<Association> take(std::vector<Association>& list, const std::string& id) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const auto& one) { return one.association_id == id; });
  if (found == list.end()) return std::nullopt;
  Association taken = *found;
  list.erase(found);
  return taken;
}

Table<VpcRecord>::Entry vpc_with(Context& context, const std::string& association_id) {
  const auto part = find_part(context.records(), association_id);
  if (part && part->noun == &ops::vpc) {
    if (auto vpc = Table<VpcRecord>(context).find(part->record_id)) return {part->record_id, *std::move(vpc)};
  }
  throw ApiError{"InvalidVpcCidrBlockAssociationID.NotFound",
                 "The vpc CIDR block association ID '" + association_id + "' does not exist"};
}

VpcCidrBlockResult run_disassociate_vpc_cidr_block(const DisassociateVpcCidrBlock& request, Context& context) {
  auto [vpc_id, vpc] = vpc_with(context, request.association_id);
  if (vpc.cidr_blocks.at(0).association_id == request.association_id) {
    throw ApiError{"OperationNotPermitted",
                   "The vpc CIDR block with association ID " + request.association_id +
                       " may not be disassociated. It is the primary IPv4 CIDR block of the VPC"};
  }
  VpcCidrBlockResult result;
  result.vpc_id = vpc_id;
  std::string block;
  if (auto ipv4 = take(vpc.cidr_blocks, request.association_id)) {
    block = ipv4->cidr_block;
    ipv4->cidr_block_state = VpcCidrBlockState{"disassociating", {}};
    result.cidr_block_association = std::move(ipv4);
  } else if (auto ipv6 = take(vpc.ipv6_cidr_blocks, request.association_id)) {
    block = ipv6->ipv6_cidr_block;
    ipv6->ipv6_cidr_block_state = VpcCidrBlockState{"disassociating", {}};
    result.ipv6_cidr_block_association = std::move(ipv6);
  }
  check_unused(context, vpc_id, block);
  remove_local_routes(context, vpc_id, block);
  Table<VpcRecord>(context).put(vpc_id, vpc);
  return result;
}

constexpr std::string_view kDisassociateVpcCidrBlockErrors[] = {
    "InvalidCidrBlock.InUse", "InvalidVpcCidrBlockAssociationID.NotFound", "OperationNotPermitted"};

}  // namespace

namespace ops {

extern constinit const Operation disassociate_vpc_cidr_block =
    define<&run_disassociate_vpc_cidr_block, &model::shape_of<DisassociateVpcCidrBlock>,
           &model::shape_by<kDisassociateVpcCidrBlockResult>>({
        .name = "DisassociateVpcCidrBlock",
        .effect = Effect::writes,
        .summary = "Removes an address block from a VPC",
        .description =
            "The local routes to the block go with it. The primary IPv4 block of a VPC cannot be removed, nor a block "
            "that has a subnet. The answer says that the block is disassociating; it is gone at once.",
        .errors = kDisassociateVpcCidrBlockErrors,
    });

}  // namespace ops
}  // namespace ec2mimic
