#include "core/operation/creating.h"
#include "core/operation/region_record.h"
#include "core/ops/vpc/address_pool.h"
#include "core/ops/vpc/vpc.h"
#include "core/records/transition.h"
#include "core/seam/errors.h"

namespace ec2mimic {
namespace {

constexpr std::string_view kModes[] = {"monitor", "enforce"};
constexpr std::string_view kExclusions[] = {"enable", "disable"};

struct VpcEncryptionControlConfiguration {
  std::string mode{};
  std::optional<std::string> internet_gateway_exclusion{};
  std::optional<std::string> egress_only_internet_gateway_exclusion{};
  std::optional<std::string> nat_gateway_exclusion{};
  std::optional<std::string> virtual_private_gateway_exclusion{};
  std::optional<std::string> vpc_peering_exclusion{};
  std::optional<std::string> lambda_exclusion{};
  std::optional<std::string> vpc_lattice_exclusion{};
  std::optional<std::string> elastic_file_system_exclusion{};
};

struct CreateVpc {
  std::optional<std::string> cidr_block{};
  std::optional<std::string> ipv6_pool{};
  std::optional<std::string> ipv6_cidr_block{};
  std::optional<std::string> ipv4_ipam_pool_id{};
  std::optional<std::int64_t> ipv4_netmask_length{};
  std::optional<std::string> ipv6_ipam_pool_id{};
  std::optional<std::int64_t> ipv6_netmask_length{};
  std::optional<std::string> ipv6_cidr_block_network_border_group{};
  std::optional<VpcEncryptionControlConfiguration> vpc_encryption_control{};
  std::vector<TagSpecification> tag_specifications{};
  std::optional<bool> dry_run{};
  std::optional<std::string> instance_tenancy{};
  std::optional<bool> amazon_provided_ipv6_cidr_block{};
};

struct CreateVpcResult {
  Vpc vpc{};
};

}  // namespace

template <>
struct model::Describe<VpcEncryptionControlConfiguration> {
  using Self = VpcEncryptionControlConfiguration;
  static constexpr std::string_view name = "VpcEncryptionControlConfiguration";
  static constexpr auto members = model::members(
      member<&Self::mode>("Mode", "Whether unencrypted traffic is only monitored or also blocked.",
                          {.required = true, .choices = kModes}),
      member<&Self::internet_gateway_exclusion>("InternetGatewayExclusion", "Whether internet gateways are exempt.",
                                                {.choices = kExclusions}),
      member<&Self::egress_only_internet_gateway_exclusion>("EgressOnlyInternetGatewayExclusion",
                                                            "Whether egress-only internet gateways are exempt.",
                                                            {.choices = kExclusions}),
      member<&Self::nat_gateway_exclusion>("NatGatewayExclusion", "Whether NAT gateways are exempt.",
                                           {.choices = kExclusions}),
      member<&Self::virtual_private_gateway_exclusion>(
          "VirtualPrivateGatewayExclusion", "Whether virtual private gateways are exempt.", {.choices = kExclusions}),
      member<&Self::vpc_peering_exclusion>("VpcPeeringExclusion", "Whether peering connections are exempt.",
                                           {.choices = kExclusions}),
      member<&Self::lambda_exclusion>("LambdaExclusion", "Whether Lambda functions are exempt.",
                                      {.choices = kExclusions}),
      member<&Self::vpc_lattice_exclusion>("VpcLatticeExclusion", "Whether VPC Lattice is exempt.",
                                           {.choices = kExclusions}),
      member<&Self::elastic_file_system_exclusion>("ElasticFileSystemExclusion",
                                                   "Whether Elastic File System is exempt.", {.choices = kExclusions}));
};

template <>
struct model::Describe<CreateVpc> {
  static constexpr std::string_view name = "CreateVpcRequest";
  static constexpr auto members = model::members(
      member<&CreateVpc::cidr_block>("CidrBlock", "The IPv4 addresses of the VPC, /16 to /28, such as 10.0.0.0/16."),
      address_pool::ipv6_pool<&CreateVpc::ipv6_pool>, address_pool::ipv6_cidr_block<&CreateVpc::ipv6_cidr_block>,
      address_pool::ipv4_ipam_pool_id<&CreateVpc::ipv4_ipam_pool_id>,
      address_pool::ipv4_netmask_length<&CreateVpc::ipv4_netmask_length>,
      address_pool::ipv6_ipam_pool_id<&CreateVpc::ipv6_ipam_pool_id>,
      address_pool::ipv6_netmask_length<&CreateVpc::ipv6_netmask_length>,
      address_pool::ipv6_cidr_block_network_border_group<&CreateVpc::ipv6_cidr_block_network_border_group>,
      member<&CreateVpc::vpc_encryption_control>("VpcEncryptionControl", "Whether traffic must be encrypted.",
                                                 {.no_effect = true}),
      creating::tags<&CreateVpc::tag_specifications>("Tags for the new VPC; ResourceType is vpc."),
      dry_run<&CreateVpc::dry_run>,
      member<&CreateVpc::instance_tenancy>("InstanceTenancy", "The hardware that instances run on.",
                                           {.choices = kTenancies}),
      member<&CreateVpc::amazon_provided_ipv6_cidr_block>("AmazonProvidedIpv6CidrBlock",
                                                          "Adds a /56 block of IPv6 addresses to the VPC."));
};

template <>
struct model::Describe<CreateVpcResult> {
  static constexpr std::string_view name = "CreateVpcResult";
  static constexpr auto members = model::members(member<&CreateVpcResult::vpc>("Vpc", "The VPC."));
};

namespace {

std::string checked_tenancy(const std::string& tenancy) {
  // `host` is in the parameter's list of values, but AWS refuses it for a VPC.
  if (tenancy != "default" && tenancy != "dedicated") throw errors::invalid_parameter(tenancy, "instanceTenancy");
  return tenancy;
}

// There are no IPAM pools here, so a block that is to come from one is refused.
ApiError no_cidr_block(const CreateVpc& request) {
  if (!request.ipv4_ipam_pool_id) {
    return {"MissingParameter", "Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided."};
  }
  if (!request.ipv4_netmask_length) {
    return {"InvalidParameterCombination",
            "The request cannot contain empty CIDR and Netmask Length for a pool with no default allocation netmask "
            "length set. Exactly one of them should be provided."};
  }
  return {"InvalidIpamPoolId.NotFound", "The ipam-pool ID '" + *request.ipv4_ipam_pool_id + "' does not exist"};
}

CreateVpcResult run_create_vpc(const CreateVpc& request, Context& context) {
  VpcPlan plan;
  if (!request.cidr_block) throw no_cidr_block(request);
  plan.tags = tags_for(request.tag_specifications, ops::vpc.type);
  plan.cidr_block = canonical_vpc_block(*request.cidr_block);
  if (request.instance_tenancy) plan.instance_tenancy = checked_tenancy(*request.instance_tenancy);
  if (request.amazon_provided_ipv6_cidr_block.value_or(false)) plan.ipv6_cidr_block = new_ipv6_block(context);
  plan.dhcp_options_id = default_dhcp_options(context);
  plan.transition_start = begin_transition(context);
  const std::string id = context.new_id(ops::vpc.prefix);
  create_vpc_with_defaults(context, id, plan);
  return {*find_created<Vpc>(context, id)};
}

constexpr std::string_view kCreateVpcErrors[] = {"InvalidIpamPoolId.NotFound", "InvalidParameterCombination",
                                                 "InvalidVpc.Range", "MissingParameter"};
constexpr std::string_view kCreateVpcSeeAlso[] = {"create-network-acl", "create-route-table"};

}  // namespace

namespace ops {

extern constinit const Operation create_vpc = define<&run_create_vpc>({
    .name = "CreateVpc",
    .effect = Effect::writes,
    .summary = "Creates a VPC",
    .description = "The VPC is created with a main route table, a default network ACL and a security group named "
                   "default. The host bits of the address block are cleared: 10.237.19.7/20 becomes 10.237.16.0/20. "
                   "Two VPCs may have the same addresses. The answer says that the VPC is pending; every later call "
                   "finds it available; with EC2MIMIC_TRANSITIONS=real, only calls two seconds later do.",
    .errors = kCreateVpcErrors,
    .see_also = kCreateVpcSeeAlso,
});

}  // namespace ops
}  // namespace ec2mimic
