#include "core/operation/operation.h"
#include "core/ops/vpc_endpoint/vpc_endpoint.h"
#include "core/ops/vpc_endpoint/vpc_endpoint_request.h"

namespace ec2mimic {
namespace {

struct ModifyVpcEndpoint {
  std::optional<bool> dry_run{};
  std::string vpc_endpoint_id{};
  std::optional<bool> reset_policy{};
  std::optional<std::string> policy_document{};
  std::vector<std::string> add_route_table_ids{};
  std::vector<std::string> remove_route_table_ids{};
  std::vector<std::string> add_subnet_ids{};
  std::vector<std::string> remove_subnet_ids{};
  std::vector<std::string> add_security_group_ids{};
  std::vector<std::string> remove_security_group_ids{};
  std::optional<std::string> ip_address_type{};
  std::optional<DnsOptionsSpecification> dns_options{};
  std::optional<bool> private_dns_enabled{};
  std::vector<SubnetConfiguration> subnet_configurations{};
};

struct ModifyVpcEndpointResult {
  std::optional<bool> return_{};
};

}  // namespace

template <>
struct model::Describe<ModifyVpcEndpoint> {
  using Self = ModifyVpcEndpoint;
  static constexpr std::string_view name = "ModifyVpcEndpointRequest";
  static constexpr auto members = model::members(
      dry_run<&Self::dry_run>,
      member<&Self::vpc_endpoint_id>("VpcEndpointId", "The endpoint.",
                                     {.required = true, .insists_on = "VpcEndpointId", .refers = "vpc-endpoint"}),
      member<&Self::reset_policy>("ResetPolicy", "Gives it the policy that it has by default."),
      member<&Self::policy_document>("PolicyDocument", "Who may use it for what, as JSON."),
      member<&Self::add_route_table_ids>("AddRouteTableIds", "Tables that get a route to a Gateway.",
                                         {.refers = "route-table"}),
      member<&Self::remove_route_table_ids>("RemoveRouteTableIds", "Tables that lose their route to it.",
                                            {.refers = "route-table"}),
      member<&Self::add_subnet_ids>("AddSubnetIds", "Subnets to add to an Interface.", {.refers = "subnet"}),
      member<&Self::remove_subnet_ids>("RemoveSubnetIds", "Subnets to take from it.", {.refers = "subnet"}),
      member<&Self::add_security_group_ids>("AddSecurityGroupIds", "Groups to add to an Interface.",
                                            {.refers = "security-group"}),
      member<&Self::remove_security_group_ids>("RemoveSecurityGroupIds", "Groups to take from it.",
                                               {.refers = "security-group"}),
      member<&Self::ip_address_type>("IpAddressType", "The addresses of an Interface.",
                                     {.choices = kEndpointIpAddressTypes}),
      member<&Self::dns_options>("DnsOptions", "How its names are answered."),
      member<&Self::private_dns_enabled>("PrivateDnsEnabled",
                                         "Whether an Interface has the service's own name in the VPC."),
      member<&Self::subnet_configurations>("SubnetConfigurations", "Addresses in its subnets.", {.no_effect = true}));
};

template <>
struct model::Describe<ModifyVpcEndpointResult> {
  static constexpr std::string_view name = "ModifyVpcEndpointResult";
  static constexpr auto members = model::members(member<&ModifyVpcEndpointResult::return_>("Return", "Always true."));
};

namespace {

void set_policy(VpcEndpointRecord& endpoint, const ModifyVpcEndpoint& request) {
  if (request.policy_document) {
    endpoint.policy_document = *request.policy_document;
  } else if (request.reset_policy.value_or(false)) {
    endpoint.policy_document = endpoints::default_policy(endpoint.vpc_endpoint_type);
  }
}

// Removes before it adds, so that a subnet can take the place of another one in its zone.
void set_places(VpcEndpointRecord& endpoint, const ModifyVpcEndpoint& request, Context& context) {
  const std::string& id = request.vpc_endpoint_id;
  endpoints::remove_route_tables(endpoint, id, request.remove_route_table_ids, context);
  endpoints::add_route_tables(endpoint, id, request.add_route_table_ids, context);
  for (const std::string& subnet : request.remove_subnet_ids) std::erase(endpoint.subnet_ids, subnet);
  endpoints::add_subnets(endpoint, request.add_subnet_ids, context);
  for (const std::string& removed : request.remove_security_group_ids) {
    std::erase_if(endpoint.groups, [&](const EndpointGroup& group) { return group.group_id == removed; });
  }
  endpoints::add_groups(endpoint, request.add_security_group_ids, context);
}

ModifyVpcEndpointResult run_modify_vpc_endpoint(const ModifyVpcEndpoint& request, Context& context) {
  const std::string& id = request.vpc_endpoint_id;
  auto endpoint = require<VpcEndpoint>(context, id);
  set_policy(endpoint, request);
  set_places(endpoint, request, context);
  if (request.ip_address_type) {
    endpoint.ip_address_type = endpoints::one_of(kEndpointIpAddressTypes, request.ip_address_type, "ipAddressType");
  }
  endpoints::set_dns_options(endpoint, request.dns_options);
  if (request.private_dns_enabled) {
    endpoint.private_dns_enabled = *request.private_dns_enabled;
    if (endpoint.private_dns_enabled) endpoints::check_private_dns(endpoint, id, context);
  }
  Table<VpcEndpointRecord>(context).put(id, endpoint);
  return {true};
}

constexpr std::string_view kModifyVpcEndpointErrors[] = {"DuplicateSubnetsInSameZone", "InvalidParameter",
                                                         "InvalidRouteTableId.Malformed", "InvalidSubnetId.Malformed",
                                                         "RouteAlreadyExists"};

}  // namespace

namespace ops {

extern constinit const Operation modify_vpc_endpoint = define<&run_modify_vpc_endpoint>({
    .name = "ModifyVpcEndpoint",
    .effect = Effect::writes,
    .summary = "Changes an endpoint",
    .description = "Changes the policy, the route tables of a Gateway, or the subnets, security groups and names of an "
                   "Interface. What is to be removed but is not there is ignored.",
    .errors = kModifyVpcEndpointErrors,
});

}  // namespace ops
}  // namespace ec2mimic
