#include <algorithm>

#include "core/net/cidr.h"
#include "core/ops/network_acl/network_acl.h"
#include "core/ops/route_table/route_table_changes.h"
#include "core/ops/security_group/security_group.h"
#include "core/ops/vpc/address_pool.h"
#include "core/ops/vpc/cidr_block_association.h"

namespace ec2mimic {
namespace {

struct AssociateVpcCidrBlock {
  std::optional<std::string> cidr_block{};
  std::optional<std::string> ipv6_cidr_block_network_border_group{};
  std::optional<std::string> ipv6_pool{};
  std::optional<std::string> ipv6_cidr_block{};
  std::optional<std::string> ipv4_ipam_pool_id{};
  std::optional<std::int64_t> ipv4_netmask_length{};
  std::optional<std::string> ipv6_ipam_pool_id{};
  std::optional<std::int64_t> ipv6_netmask_length{};
  std::string vpc_id{};
  std::optional<bool> amazon_provided_ipv6_cidr_block{};
};

}  // namespace

template <>
struct model::Describe<AssociateVpcCidrBlock> {
  using Self = AssociateVpcCidrBlock;
  static constexpr std::string_view name = "AssociateVpcCidrBlockRequest";
  static constexpr auto members = model::members(
      member<&Self::cidr_block>("CidrBlock", "The IPv4 addresses to add, /16 to /28."),
      address_pool::ipv6_cidr_block_network_border_group<&Self::ipv6_cidr_block_network_border_group>,
      address_pool::ipv6_pool<&Self::ipv6_pool>, address_pool::ipv6_cidr_block<&Self::ipv6_cidr_block>,
      address_pool::ipv4_ipam_pool_id<&Self::ipv4_ipam_pool_id>,
      address_pool::ipv4_netmask_length<&Self::ipv4_netmask_length>,
      address_pool::ipv6_ipam_pool_id<&Self::ipv6_ipam_pool_id>,
      address_pool::ipv6_netmask_length<&Self::ipv6_netmask_length>,
      member<&Self::vpc_id>("VpcId", "The VPC.", {.required = true, .insists_on = "VpcId", .refers = "vpc"}),
      member<&Self::amazon_provided_ipv6_cidr_block>("AmazonProvidedIpv6CidrBlock",
                                                     "Adds a /56 block of IPv6 addresses."));
};

namespace {

constexpr auto kAssociateVpcCidrBlockResult = vpc_cidr_block::result("AssociateVpcCidrBlockResult");

bool is_in(const net::Cidr& block, std::string_view range) { return net::Cidr::parse(range)->contains(block); }
bool meets(const net::Cidr& block, std::string_view range) { return net::Cidr::parse(range)->overlaps(block); }

// AWS's table of which blocks go with which primary block: private ranges do not mix, and some parts of them are kept
// for its own services.
bool is_restricted(const net::Cidr& primary, const net::Cidr& block) {
  constexpr std::string_view kPrivate[] = {"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "198.19.0.0/16"};
  for (const std::string_view range : kPrivate) {
    if (meets(block, range) && !is_in(primary, range)) return true;
  }
  if (is_in(primary, "10.0.0.0/15") && meets(block, "10.0.0.0/16")) return true;
  return is_in(primary, "172.16.0.0/12") && meets(block, "172.31.0.0/16");
}

bool overlaps_any(const net::Cidr& block, const std::vector<std::string>& blocks) {
  return std::any_of(blocks.begin(), blocks.end(), [&](const std::string& one) { return meets(block, one); });
}

// A local route to the block would take the traffic of a route to the same addresses, or to some of them.
bool takes_over_route(Context& context, const std::string& vpc_id, const net::Cidr& block) {
  const auto is_inside = [&](const Route& route) {
    const auto to = net::Cidr::parse(route.destination_cidr_block.value_or(""));
    return to && block.contains(*to);
  };
  const auto tables = Table<RouteTableRecord>(context).all(Narrowing().in_line({in_quotes(vpc_id)}));
  return std::any_of(tables.begin(), tables.end(), [&](const auto& entry) {
    const std::vector<Route>& routes = entry.second.routes;
    return entry.second.vpc_id == vpc_id && std::any_of(routes.begin(), routes.end(), is_inside);
  });
}

std::string checked_block(const AssociateVpcCidrBlock& request, const VpcRecord& vpc, Context& context) {
  const std::string& text = *request.cidr_block;
  const net::Cidr block = net::Cidr::parse(canonical_vpc_block(text)).value();
  const auto primary = net::Cidr::parse(vpc.cidr_blocks.at(0).cidr_block).value();
  if (overlaps_any(block, vpc.blocks()) || takes_over_route(context, request.vpc_id, block)) {
    throw ApiError{"InvalidVpc.Range", "The CIDR '" + text + "' is invalid."};
  }
  if (is_restricted(primary, block)) {
    throw ApiError{"InvalidVpc.Range",
                   "The CIDR '" + text +
                       "' is restricted. Use a CIDR from the same private address range as the current VPC CIDR, or "
                       "use a publicly-routable CIDR.\nFor additional restrictions, see "
                       "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html"};
  }
  return block.text();
}

VpcIpv6CidrBlockAssociation add_ipv6_block(const AssociateVpcCidrBlock& request, VpcRecord& vpc, Context& context) {
  const std::string block = new_ipv6_block(context);
  if (vpc.ipv6_cidr_blocks.empty()) {
    add_ipv6_entries(context, request.vpc_id);
    allow_ipv6_egress(context, request.vpc_id);
  }
  add_to_all_tables(context, request.vpc_id, local_routes({}, {block}));
  VpcIpv6CidrBlockAssociation association = vpc.ipv6_cidr_blocks.emplace_back(new_ipv6_association(context, block));
  association.ipv6_cidr_block_state = VpcCidrBlockState{"associating", {}};
  // As in the answer of a create: which addresses it has is not known yet.
  association.ipv6_cidr_block.clear();
  association.ipv6_address_attribute.reset();
  association.ip_source.reset();
  return association;
}

VpcCidrBlockAssociation add_ipv4_block(const AssociateVpcCidrBlock& request, VpcRecord& vpc, Context& context) {
  const std::string block = checked_block(request, vpc, context);
  add_to_all_tables(context, request.vpc_id, local_routes({block}, {}));
  VpcCidrBlockAssociation association{context.new_id("vpc-cidr-assoc-"), block, {}};
  vpc.cidr_blocks.push_back(association);
  association.cidr_block_state = VpcCidrBlockState{"associating", {}};
  return association;
}

void check_families(const AssociateVpcCidrBlock& request) {
  const bool has_ipv6 = request.amazon_provided_ipv6_cidr_block.value_or(false);
  if (request.cidr_block && has_ipv6) {
    throw ApiError{"InvalidParameterCombination", "An IPv4 and an IPv6 block cannot be associated in one call."};
  }
  if (request.cidr_block || has_ipv6) return;
  const auto& pool = request.ipv4_ipam_pool_id ? request.ipv4_ipam_pool_id : request.ipv6_ipam_pool_id;
  if (pool) throw ApiError{"InvalidIpamPoolId.NotFound", "The ipam-pool ID '" + *pool + "' does not exist"};
  throw ApiError{"MissingParameter", "Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided."};
}

VpcCidrBlockResult run_associate_vpc_cidr_block(const AssociateVpcCidrBlock& request, Context& context) {
  auto vpc = require<Vpc>(context, request.vpc_id);
  check_families(request);
  VpcCidrBlockResult result;
  result.vpc_id = request.vpc_id;
  if (request.cidr_block) {
    result.cidr_block_association = add_ipv4_block(request, vpc, context);
  } else {
    result.ipv6_cidr_block_association = add_ipv6_block(request, vpc, context);
  }
  Table<VpcRecord>(context).put(request.vpc_id, vpc);
  return result;
}

constexpr std::string_view kAssociateVpcCidrBlockErrors[] = {
    "InvalidIpamPoolId.NotFound", "InvalidParameterCombination", "InvalidParameterValue", "InvalidVpc.Range"};

}  // namespace

namespace ops {

extern constinit const Operation associate_vpc_cidr_block =
    define<&run_associate_vpc_cidr_block, &model::shape_of<AssociateVpcCidrBlock>,
           &model::shape_by<kAssociateVpcCidrBlockResult>>({
        .name = "AssociateVpcCidrBlock",
        .effect = Effect::writes,
        .summary = "Adds an address block to a VPC",
        .description =
            "Every route table of the VPC gets a local route to the block. An IPv4 block must not overlap another of "
            "the VPC, nor hold the destination of a route, and must be of the same private range as the primary block "
            "or of no private range. AWS's quota is five blocks of each kind.\n\n"
            "With its first IPv6 block, the network ACLs of the VPC get entries for IPv6, and its default security "
            "group lets IPv6 traffic out. The answer says that the block is associating; every later call finds it "
            "associated.",
        .errors = kAssociateVpcCidrBlockErrors,
    });

}  // namespace ops
}  // namespace ec2mimic
