#include "core/net/cidr.h"
#include "core/net/region_table.h"
#include "core/operation/creating.h"
#include "core/ops/network_acl/network_acl.h"
#include "core/ops/subnet/subnet.h"
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
      member<&CreateSubnet::ipv6_cidr_block>("Ipv6CidrBlock", "The IPv6 addresses of the subnet.", {.no_effect = true}),
      member<&CreateSubnet::outpost_arn>("OutpostArn", "The Outpost to create it in.", {.no_effect = true}),
      member<&CreateSubnet::vpc_id>("VpcId", "The VPC to create the subnet in.", {.required = true, .refers = "vpc"}),
      member<&CreateSubnet::ipv6_native>("Ipv6Native", "Whether it has only IPv6 addresses."),
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

// A subnet with only IPv6 addresses needs a block that we cannot give it, so each such request is refused.
void check_address_families(const CreateSubnet& request) {
  const bool has_ipv4 = request.cidr_block || request.ipv4_ipam_pool_id;
  if (!request.ipv6_native.value_or(false)) {
    if (request.cidr_block) return;
    throw ApiError{"MissingParameter", "Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided."};
  }
  if (has_ipv4) {
    throw ApiError{"InvalidParameterCombination",
                   "When specifying ipv4 parameters, cidrBlock or ipv4IpamPoolId, you cannot set ipv6Native to true."};
  }
  throw ApiError{"MissingParameter", "Either 'ipv6CidrBlock' or 'ipv6IpamPoolId' should be provided."};
}

ApiError no_such_zone(const std::string& value, const std::string& parameter, const std::vector<Zone>& zones,
                      std::string Zone::*member) {
  std::string known;
  for (const Zone& zone : zones) known += (known.empty() ? "" : ", ") + zone.*member;
  return {"InvalidParameterValue", "Value (" + value + ") for parameter " + parameter +
                                       " is invalid. Subnets can currently only be created in the following "
                                       "availability zones: " +
                                       known + "."};
}

// The name of the zone that is asked for by name or by id.
std::string chosen_zone(const CreateSubnet& request, const std::string& region) {
  const std::vector<Zone> zones = zones_of(region);
  if (!request.availability_zone && !request.availability_zone_id) return zones.at(0).name;
  const bool by_name = request.availability_zone.has_value();
  const auto member = by_name ? &Zone::name : &Zone::id;
  const std::string& value = by_name ? *request.availability_zone : *request.availability_zone_id;
  for (const Zone& zone : zones) {
    if (zone.*member == value) return zone.name;
  }
  throw no_such_zone(value, by_name ? "availabilityZone" : "availabilityZoneId", zones, member);
}

void check_range(const std::string& text, const net::Cidr& block, const VpcRecord& vpc) {
  bool is_inside = false;
  for (const std::string& one : vpc.blocks()) {
    const auto its = net::Cidr::parse(one);
    is_inside = is_inside || (its && its->contains(block));
  }
  if (is_inside && block.prefix >= 16 && block.prefix <= 28) return;
  throw ApiError{"InvalidSubnet.Range", "The CIDR '" + text + "' is invalid."};
}

void check_overlap(const std::string& text, const net::Cidr& block, const std::string& vpc_id, Context& context) {
  for (const auto& [id, subnet] : Table<SubnetRecord>(context).all()) {
    const auto its = net::Cidr::parse(subnet.cidr_block);
    if (subnet.vpc_id == vpc_id && its && its->overlaps(block)) {
      throw ApiError{"InvalidSubnet.Conflict", "The CIDR '" + text + "' conflicts with another subnet"};
    }
  }
}

// Every subnet uses a network ACL from the start: the default one of its VPC.
void associate_with_default_acl(const std::string& subnet_id, const std::string& vpc_id, Context& context) {
  Table<NetworkAclRecord> acls(context);
  for (auto& [id, acl] : acls.all()) {
    if (!acl.is_default || acl.vpc_id != vpc_id) continue;
    acl.associations.push_back({context.new_id("aclassoc-"), {}, subnet_id});
    acls.put(id, acl);
    return;
  }
}

CreateSubnetResult run(const CreateSubnet& request, Context& context) {
  check_address_families(request);
  const std::string& text = *request.cidr_block;
  const auto block = net::Cidr::parse(text);
  if (!block) throw errors::not_a_cidr_block(text, "cidrBlock");
  SubnetRecord subnet;
  subnet.tags = sorted(tags_for(request.tag_specifications, ops::subnet.type));
  subnet.availability_zone = chosen_zone(request, context.region());
  check_range(text, *block, require<Vpc>(context, request.vpc_id));
  check_overlap(text, *block, request.vpc_id, context);
  subnet.vpc_id = request.vpc_id;
  subnet.cidr_block = block->text();
  const std::string id = context.new_id(ops::subnet.prefix);
  Table<SubnetRecord>(context).create(id, subnet);
  associate_with_default_acl(id, request.vpc_id, context);
  return {*find_created<Subnet>(context, id)};
}

constexpr std::string_view kErrors[] = {"InvalidParameterCombination", "InvalidSubnet.Conflict", "InvalidSubnet.Range",
                                        "MissingParameter"};
constexpr std::string_view kSeeAlso[] = {"create-vpc", "describe-availability-zones"};

}  // namespace

namespace ops {

extern constinit const Operation create_subnet = define<&run>({
    .name = "CreateSubnet",
    .effect = Effect::writes,
    .summary = "Creates a subnet in a VPC",
    .description =
        "The block must be part of one of the VPC's blocks and must not overlap that of another subnet. Host bits are "
        "cleared: 10.0.1.7/24 becomes 10.0.1.0/24. AWS reserves five of the addresses. The subnet uses the default "
        "network ACL and, without an association of its own, the main route table of the VPC.",
    .errors = kErrors,
    .see_also = kSeeAlso,
});

}  // namespace ops
}  // namespace ec2mimic
