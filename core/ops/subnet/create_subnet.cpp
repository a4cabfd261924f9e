#include <algorithm>

#include "core/net/blocks.h"
#include "core/net/cidr.h"
#include "core/net/ipv6_cidr.h"
#include "core/operation/creating.h"
#include "core/ops/subnet/subnet.h"
#include "core/records/transition.h"
#include "core/seam/errors.h"

namespace ec2mimic {
namespace {

struct CreateSubnet {
  std::vector<TagSpecification> tag_specifications{};
  std::optional<std::string> availability_zone{};
  std::optional<std::string> availability_zone_id{};
  std::optional<std::string> cidr_block{};
  std::optional<std::string> ipv6_cidr_block{};
  std::optional<std::string> outpost_arn{};
  std::string vpc_id{};
  std::optional<bool> ipv6_native{};
  std::optional<std::string> ipv4_ipam_pool_id{};
  std::optional<std::int64_t> ipv4_netmask_length{};
  std::optional<std::string> ipv6_ipam_pool_id{};
  std::optional<std::int64_t> ipv6_netmask_length{};
  std::optional<bool> dry_run{};
};

struct CreateSubnetResult {
  Subnet subnet{};
};

}  // namespace

template <>
struct model::Describe<CreateSubnet> {
  static constexpr std::string_view name = "CreateSubnetRequest";
  static constexpr auto members = model::members(
      creating::tags<&CreateSubnet::tag_specifications>("Tags for the new subnet; ResourceType is subnet."),
      member<&CreateSubnet::availability_zone>("AvailabilityZone",
                                               "The zone to create it in; without one, the first zone of the region."),
      member<&CreateSubnet::availability_zone_id>("AvailabilityZoneId", "The id of that zone instead of its name."),
      member<&CreateSubnet::cidr_block>("CidrBlock",
                                        "The IPv4 addresses of the subnet, /16 to /28, out of those of the VPC."),
      member<&CreateSubnet::ipv6_cidr_block>("Ipv6CidrBlock",
                                             "The IPv6 addresses of the subnet, /44 to /64, out of those of the VPC."),
      member<&CreateSubnet::outpost_arn>("OutpostArn", "The Outpost to create it in.", {.no_effect = true}),
      member<&CreateSubnet::vpc_id>("VpcId", "The VPC to create the subnet in.",
                                    {.required = true, .insists_on = "VpcId", .refers = "vpc"}),
      member<&CreateSubnet::ipv6_native>("Ipv6Native", "Creates a subnet with only IPv6 addresses."),
      member<&CreateSubnet::ipv4_ipam_pool_id>("Ipv4IpamPoolId", "The IPAM pool to take the IPv4 addresses from.",
                                               {.no_effect = true}),
      member<&CreateSubnet::ipv4_netmask_length>("Ipv4NetmaskLength", "The size of the block to take from that pool.",
                                                 {.no_effect = true}),
      member<&CreateSubnet::ipv6_ipam_pool_id>("Ipv6IpamPoolId", "The IPAM pool to take the IPv6 addresses from.",
                                               {.no_effect = true}),
      member<&CreateSubnet::ipv6_netmask_length>("Ipv6NetmaskLength", "The size of the block to take from that pool.",
                                                 {.no_effect = true}),
      dry_run<&CreateSubnet::dry_run>);
};

template <>
struct model::Describe<CreateSubnetResult> {
  static constexpr std::string_view name = "CreateSubnetResult";
  static constexpr auto members = model::members(member<&CreateSubnetResult::subnet>("Subnet", "The subnet."));
};

namespace {

// There are no IPAM pools here, so a block that is to come from one is refused.
ApiError no_such_pool(const std::string& id) {
  return {"InvalidIpamPoolId.NotFound", "The ipam-pool ID '" + id + "' does not exist"};
}

// Checks that the block of each family that the subnet is to have is given.
void check_address_families(const CreateSubnet& request) {
  const bool has_ipv4 = request.cidr_block || request.ipv4_ipam_pool_id;
  const bool is_native = request.ipv6_native.value_or(false);
  if (is_native && has_ipv4) {
    throw ApiError{"InvalidParameterCombination",
                   "When specifying ipv4 parameters, cidrBlock or ipv4IpamPoolId, you cannot set ipv6Native to true."};
  }
  if (is_native && !request.ipv6_cidr_block && !request.ipv6_ipam_pool_id) {
    throw ApiError{"MissingParameter", "Either 'ipv6CidrBlock' or 'ipv6IpamPoolId' should be provided."};
  }
  if (!is_native && !has_ipv4) {
    throw ApiError{"MissingParameter", "Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided."};
  }
  if (!is_native && !request.cidr_block) throw no_such_pool(*request.ipv4_ipam_pool_id);
  if (!request.ipv6_cidr_block && request.ipv6_ipam_pool_id) throw no_such_pool(*request.ipv6_ipam_pool_id);
}

net::Cidr ipv4_block(const std::string& text) {
  const auto block = net::Cidr::parse(text);
  if (!block) throw errors::not_a_cidr_block(text, "cidrBlock");
  return *block;
}

net::Ipv6Cidr ipv6_block(const std::string& text) {
  const auto block = net::Ipv6Cidr::parse(text);
  if (block && value_faults::subnet_ipv6_cidr_block(block->text()).empty()) return *block;
  throw ApiError{"InvalidParameterValue", "invalid value for parameter ipv6-cidr-block: " + text};
}

// The blocks asked for, as they are written in the request and as they are.
struct Blocks {
  std::optional<net::Cidr> ipv4{};
  std::optional<net::Ipv6Cidr> ipv6{};
  std::string ipv4_text{};
  std::string ipv6_text{};
};

Blocks blocks_of(const CreateSubnet& request) {
  check_address_families(request);
  Blocks blocks;
  blocks.ipv4_text = request.cidr_block.value_or("");
  blocks.ipv6_text = request.ipv6_cidr_block.value_or("");
  if (request.cidr_block) blocks.ipv4 = ipv4_block(*request.cidr_block);
  if (request.ipv6_cidr_block) blocks.ipv6 = ipv6_block(*request.ipv6_cidr_block);
  return blocks;
}

void check_range(const Blocks& blocks, const VpcRecord& vpc) {
  if (blocks.ipv4) {
    const unsigned prefix = blocks.ipv4->prefix;
    if (prefix < kLargestSubnet || prefix > kSmallestSubnet || !net::is_in_any(*blocks.ipv4, vpc.blocks())) {
      throw ApiError{"InvalidSubnet.Range", "The CIDR '" + blocks.ipv4_text + "' is invalid."};
    }
  }
  if (blocks.ipv6 && !net::is_in_any(*blocks.ipv6, vpc.ipv6_blocks())) {
    throw ApiError{"InvalidSubnet.Range", "The IPv6 CIDR '" + blocks.ipv6_text + "' is invalid."};
  }
}

void check_overlap(const Blocks& blocks, const std::string& vpc_id, Context& context) {
  for (const auto& [id, subnet] : Table<SubnetRecord>(context).all(Narrowing().in_line({in_quotes(vpc_id)}))) {
    if (subnet.vpc_id != vpc_id) continue;
    const auto its = net::Cidr::parse(subnet.cidr_block);
    if (blocks.ipv4 && its && its->overlaps(*blocks.ipv4)) {
      throw ApiError{"InvalidSubnet.Conflict", "The CIDR '" + blocks.ipv4_text + "' conflicts with another subnet"};
    }
    if (!blocks.ipv6 || !subnet.has_ipv6()) continue;
    for (const SubnetIpv6CidrBlockAssociation& one : *subnet.ipv6_cidr_blocks) {
      const auto other = net::Ipv6Cidr::parse(one.ipv6_cidr_block);
      if (!other || !other->overlaps(*blocks.ipv6)) continue;
      throw ApiError{"InvalidSubnet.Conflict",
                     "The IPv6 CIDR '" + blocks.ipv6_text + "' conflicts with another subnet"};
    }
  }
}

CreateSubnetResult run_create_subnet(const CreateSubnet& request, Context& context) {
  const Blocks blocks = blocks_of(request);
  SubnetRecord subnet;
  subnet.tags = sorted(tags_for(request.tag_specifications, ops::subnet.type));
  subnet.availability_zone = chosen_zone({request.availability_zone, request.availability_zone_id}, context.region());
  check_range(blocks, require<Vpc>(context, request.vpc_id));
  check_overlap(blocks, request.vpc_id, context);
  subnet.vpc_id = request.vpc_id;
  if (blocks.ipv4) subnet.cidr_block = blocks.ipv4->text();
  if (blocks.ipv6) {
    subnet.ipv6_cidr_blocks.emplace().push_back(
        {context.new_id("subnet-cidr-assoc-"), blocks.ipv6->text(), {}, "public", "amazon"});
    subnet.transition_start = begin_transition(context);
  }
  return {*find_created<Subnet>(context, put_new_subnet(context, subnet))};
}

constexpr std::string_view kCreateSubnetErrors[] = {"InvalidIpamPoolId.NotFound", "InvalidParameterCombination",
                                                    "InvalidSubnet.Conflict", "InvalidSubnet.Range"};
constexpr std::string_view kCreateSubnetSeeAlso[] = {"create-vpc", "describe-availability-zones"};

}  // namespace

namespace ops {

extern constinit const Operation create_subnet = define<&run_create_subnet>({
    .name = "CreateSubnet",
    .effect = Effect::writes,
    .summary = "Creates a subnet in a VPC",
    .description =
        "The block must be part of one of the VPC's blocks and must not overlap that of another subnet. Host bits are "
        "cleared: 10.0.1.7/24 becomes 10.0.1.0/24. AWS reserves five of the addresses. The subnet uses the default "
        "network ACL and, without an association of its own, the main route table of the VPC.\n\n"
        "An IPv6 block must be part of one of the VPC's IPv6 blocks. The answer says that it is associating; every "
        "later call finds it associated; with EC2MIMIC_TRANSITIONS=real, only calls a few seconds later do.",
    .errors = kCreateSubnetErrors,
    .see_also = kCreateSubnetSeeAlso,
});

}  // namespace ops
}  // namespace ec2mimic
