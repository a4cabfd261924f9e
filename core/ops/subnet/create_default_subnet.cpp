#include <algorithm>

#include "core/net/cidr.h"
#include "core/operation/operation.h"
#include "core/ops/subnet/subnet.h"
#include "core/seam/errors.h"

namespace ec2mimic {
namespace {

struct CreateDefaultSubnet {
  std::optional<std::string> availability_zone{};
  std::optional<bool> dry_run{};
  std::optional<bool> ipv6_native{};
  std::optional<std::string> availability_zone_id{};
};

struct CreateDefaultSubnetResult {
  Subnet subnet{};
};

}  // namespace

template <>
struct model::Describe<CreateDefaultSubnet> {
  static constexpr std::string_view name = "CreateDefaultSubnetRequest";
  static constexpr auto members =
      model::members(member<&CreateDefaultSubnet::availability_zone>("AvailabilityZone", "The zone to create it in."),
                     dry_run<&CreateDefaultSubnet::dry_run>,
                     member<&CreateDefaultSubnet::ipv6_native>(
                         "Ipv6Native", "Creates a subnet with only IPv6 addresses.", {.no_effect = true}),
                     member<&CreateDefaultSubnet::availability_zone_id>("AvailabilityZoneId",
                                                                        "The id of that zone instead of its name."));
};

template <>
struct model::Describe<CreateDefaultSubnetResult> {
  static constexpr std::string_view name = "CreateDefaultSubnetResult";
  static constexpr auto members = model::members(member<&CreateDefaultSubnetResult::subnet>("Subnet", "The subnet."));
};

namespace {

using Subnets = std::vector<Table<SubnetRecord>::Entry>;

Subnets subnets_of(Context& context, const std::string& vpc_id) {
  Subnets subnets = Table<SubnetRecord>(context).all(Narrowing().in_line({in_quotes(vpc_id)}));
  std::erase_if(subnets, [&](const auto& one) { return one.second.vpc_id != vpc_id; });
  return subnets;
}

void check_is_first(const Subnets& subnets, const std::string& zone) {
  for (const auto& [id, subnet] : subnets) {
    if (!subnet.default_for_az || subnet.availability_zone != zone) continue;
    throw ApiError{"DefaultSubnetAlreadyExistsInAvailabilityZone",
                   "'" + id + "' is already the default subnet in " + zone + "."};
  }
}

bool is_free(const net::Cidr& block, const Subnets& subnets) {
  return std::none_of(subnets.begin(), subnets.end(), [&](const auto& one) {
    const auto its = net::Cidr::parse(one.second.cidr_block);
    return its && its->overlaps(block);
  });
}

// The first block of the VPC that no subnet has. A default VPC of a seed may be smaller than a default subnet.
std::string free_block(const VpcRecord& vpc, const Subnets& subnets) {
  const net::Cidr whole = net::Cidr::parse(vpc.cidr_blocks.at(0).cidr_block).value();
  net::Cidr block{whole.address, std::max(whole.prefix, kDefaultSubnetPrefix)};
  for (; whole.contains(block); block.address += 1U << (32 - block.prefix)) {
    if (is_free(block, subnets)) return block.text();
  }
  block.address = whole.address;
  throw ApiError{"InvalidSubnet.Conflict", "The CIDR '" + block.text() + "' conflicts with another subnet"};
}

CreateDefaultSubnetResult run_create_default_subnet(const CreateDefaultSubnet& request, Context& context) {
  if (!request.availability_zone && !request.availability_zone_id) throw errors::missing_parameter("availabilityZone");
  SubnetRecord subnet;
  subnet.availability_zone = chosen_zone({request.availability_zone, request.availability_zone_id}, context.region());
  const auto vpc = default_vpc(context);
  if (!vpc) {
    throw ApiError{"DefaultVpcDoesNotExist", "No default VPC exists for this account in this region."};
  }
  const Subnets subnets = subnets_of(context, vpc->first);
  check_is_first(subnets, subnet.availability_zone);
  subnet.vpc_id = vpc->first;
  subnet.cidr_block = free_block(vpc->second, subnets);
  subnet.default_for_az = true;
  subnet.map_public_ip_on_launch = true;
  return {*find_created<Subnet>(context, put_new_subnet(context, subnet))};
}

constexpr std::string_view kCreateDefaultSubnetErrors[] = {"DefaultSubnetAlreadyExistsInAvailabilityZone",
                                                           "DefaultVpcDoesNotExist", "InvalidParameterValue",
                                                           "InvalidSubnet.Conflict", "MissingParameter"};
constexpr std::string_view kCreateDefaultSubnetSeeAlso[] = {"create-default-vpc", "describe-availability-zones"};

}  // namespace

namespace ops {

extern constinit const Operation create_default_subnet = define<&run_create_default_subnet>({
    .name = "CreateDefaultSubnet",
    .effect = Effect::writes,
    .summary = "Recreates the default subnet of a zone",
    .description =
        "A default VPC has a default subnet in each zone from the start. Once that of a zone is deleted, this creates "
        "another, with the first /20 block of the VPC that no subnet has. Instances in it get public addresses.",
    .errors = kCreateDefaultSubnetErrors,
    .see_also = kCreateDefaultSubnetSeeAlso,
});

}  // namespace ops
}  // namespace ec2mimic
