#include <algorithm>

#include "core/operation/creating.h"
#include "core/ops/security_group/security_group.h"
#include "core/ops/vpc/vpc.h"
#include "core/ops/vpc_endpoint/vpc_endpoint.h"
#include "core/ops/vpc_endpoint/vpc_endpoint_request.h"
#include "core/records/transition.h"

namespace ec2mimic {
namespace {

struct CreateVpcEndpoint {
  std::optional<bool> dry_run{};
  std::optional<std::string> vpc_endpoint_type{};
  std::string vpc_id{};
  std::optional<std::string> service_name{};
  std::optional<std::string> policy_document{};
  std::vector<std::string> route_table_ids{};
  std::vector<std::string> subnet_ids{};
  std::vector<std::string> security_group_ids{};
  std::optional<std::string> ip_address_type{};
  std::optional<DnsOptionsSpecification> dns_options{};
  std::optional<std::string> client_token{};
  std::optional<bool> private_dns_enabled{};
  std::vector<TagSpecification> tag_specifications{};
  std::vector<SubnetConfiguration> subnet_configurations{};
  std::optional<std::string> service_network_arn{};
  std::optional<std::string> resource_configuration_arn{};
  std::optional<std::string> service_region{};
};

struct CreateVpcEndpointResult {
  VpcEndpoint vpc_endpoint{};
  std::optional<std::string> client_token{};
};

}  // namespace

template <>
struct model::Describe<CreateVpcEndpoint> {
  using Self = CreateVpcEndpoint;
  static constexpr std::string_view name = "CreateVpcEndpointRequest";
  static constexpr auto members = model::members(
      dry_run<&Self::dry_run>,
      member<&Self::vpc_endpoint_type>("VpcEndpointType", "Its type, Gateway or Interface; by default Gateway.",
                                       {.choices = kEndpointTypes}),
      member<&Self::vpc_id>("VpcId", "The VPC to create it in.",
                            {.required = true, .insists_on = "VpcId", .refers = "vpc"}),
      member<&Self::service_name>("ServiceName", "The service that it leads to, such as com.amazonaws.us-east-1.s3.",
                                  {.insists_on = "ServiceName"}),
      member<&Self::policy_document>("PolicyDocument", "Who may use it for what, as JSON; full access by default."),
      member<&Self::route_table_ids>("RouteTableIds", "The tables that get a route to a Gateway.",
                                     {.refers = "route-table"}),
      member<&Self::subnet_ids>("SubnetIds", "The subnets of an Interface, at most one in each zone.",
                                {.refers = "subnet"}),
      member<&Self::security_group_ids>("SecurityGroupIds",
                                        "The groups of an Interface; by default the default group of the VPC.",
                                        {.refers = "security-group"}),
      member<&Self::ip_address_type>("IpAddressType", "The addresses of an Interface; by default ipv4.",
                                     {.choices = kEndpointIpAddressTypes}),
      member<&Self::dns_options>("DnsOptions", "How its names are answered."),
      member<&Self::client_token>("ClientToken", creating::kClientTokenDoc),
      member<&Self::private_dns_enabled>(
          "PrivateDnsEnabled",
          "Whether an Interface has the service's own name in the VPC; by default if the service has one."),
      creating::tags<&Self::tag_specifications>("Tags for the new endpoint; ResourceType is vpc-endpoint."),
      member<&Self::subnet_configurations>("SubnetConfigurations", "Addresses in its subnets.", {.no_effect = true}),
      member<&Self::service_network_arn>("ServiceNetworkArn", "The service network that it leads to.",
                                         {.no_effect = true}),
      member<&Self::resource_configuration_arn>("ResourceConfigurationArn",
                                                "The resource configuration that it leads to.", {.no_effect = true}),
      member<&Self::service_region>("ServiceRegion", "The region of the service.", {.no_effect = true}));
};

template <>
struct model::Describe<CreateVpcEndpointResult> {
  static constexpr std::string_view name = "CreateVpcEndpointResult";
  static constexpr auto members =
      model::members(member<&CreateVpcEndpointResult::vpc_endpoint>("VpcEndpoint", "The endpoint."),
                     creating::token<&CreateVpcEndpointResult::client_token>);
};

namespace {

// Throws unless the service has endpoints of that type.
void check_service(const std::string& name, std::string_view type, const Context& context) {
  const auto services = net::find_endpoint_services(name, context.region());
  if (services.empty()) {
    throw ApiError{"InvalidServiceName", "The Vpc Endpoint Service '" + name + "' does not exist"};
  }
  std::string available;
  for (const net::EndpointService& one : services) {
    const std::string_view its = one.is_gateway ? kGateway : kInterface;
    if (its == type) return;
    available.append(available.empty() ? "" : ", ").append(its);
  }
  throw ApiError{"InvalidParameter", "Endpoint type (" + std::string(type) +
                                         ") does not match available service types ([" + available + "])."};
}

std::string default_group(const std::string& vpc_id, Context& context) {
  for (const auto& [id, group] : Table<SecurityGroupRecord>(context).all(Narrowing().in_line({in_quotes(vpc_id)}))) {
    if (group.came_along_with() == vpc_id) return id;
  }
  return {};
}

// An Interface has more than a Gateway: groups, addresses and names.
void fill_interface(VpcEndpointRecord& endpoint, const CreateVpcEndpoint& request, Context& context) {
  auto groups = request.security_group_ids;
  if (groups.empty()) groups.push_back(default_group(endpoint.vpc_id, context));
  std::erase(groups, "");
  endpoints::add_groups(endpoint, groups, context);
  endpoint.ip_address_type =
      endpoints::one_of(kEndpointIpAddressTypes, request.ip_address_type, "ipAddressType").value_or("ipv4");
  endpoint.dns_options = DnsOptions{};
  endpoint.dns_options->dns_record_ip_type = "ipv4";
  const auto services = net::find_endpoint_services(endpoint.service_name, context.region());
  const bool has_name = std::any_of(services.begin(), services.end(), [&](const net::EndpointService& one) {
    return one.private_dns_name(context.region()).has_value();
  });
  endpoint.private_dns_enabled = request.private_dns_enabled.value_or(has_name);
}

CreateVpcEndpointResult run_create_vpc_endpoint(const CreateVpcEndpoint& request, Context& context) {
  VpcEndpointRecord endpoint;
  endpoint.tags = sorted(tags_for(request.tag_specifications, ops::vpc_endpoint.type));
  endpoints::check_vpc_id(request.vpc_id);
  static_cast<void>(require<Vpc>(context, request.vpc_id));
  endpoint.region = context.region();
  endpoint.vpc_id = request.vpc_id;
  endpoint.vpc_endpoint_type = request.vpc_endpoint_type.value_or(std::string(kGateway));
  endpoint.service_name = request.service_name.value_or("");
  check_service(endpoint.service_name, endpoint.vpc_endpoint_type, context);
  endpoint.policy_document = request.policy_document.value_or(endpoints::default_policy(endpoint.vpc_endpoint_type));
  const std::string id = context.new_id(ops::vpc_endpoint.prefix);
  endpoints::add_route_tables(endpoint, id, request.route_table_ids, context);
  endpoints::add_subnets(endpoint, request.subnet_ids, context);
  if (endpoint.is_gateway()) {
    endpoints::add_groups(endpoint, request.security_group_ids, context);
    endpoint.private_dns_enabled = request.private_dns_enabled.value_or(false);
  } else {
    fill_interface(endpoint, request, context);
    endpoint.transition_start = begin_transition(context);
  }
  endpoints::set_dns_options(endpoint, request.dns_options);
  if (endpoint.private_dns_enabled) endpoints::check_private_dns(endpoint, id, context);
  endpoint.creation_timestamp = shown_time(context.now());
  Table<VpcEndpointRecord>(context).create(id, endpoint);
  return {*find_created<VpcEndpoint>(context, id), {}};
}

// AWS's clients make up no token for this call.
constexpr Operation with_token(Operation operation) {
  operation.token = &model::described_member<&CreateVpcEndpoint::client_token>();
  return operation;
}

constexpr std::string_view kCreateVpcEndpointErrors[] = {
    "DuplicateSubnetsInSameZone", "InvalidParameter",          "InvalidRouteTableId.Malformed",
    "InvalidServiceName",         "InvalidSubnetId.Malformed", "InvalidVpcId.Malformed",
    "RouteAlreadyExists"};

}  // namespace

namespace ops {

extern constinit const Operation create_vpc_endpoint =
    with_token(define_create<&run_create_vpc_endpoint, &CreateVpcEndpoint::tag_specifications,
                             &CreateVpcEndpointResult::vpc_endpoint, &CreateVpcEndpointResult::client_token>({
        .name = "CreateVpcEndpoint",
        .effect = Effect::writes,
        .summary = "Creates an endpoint for a service in a VPC",
        .description =
            "A Gateway endpoint, which only S3 and DynamoDB have, is available at once: each of the route tables gets "
            "a route to it, for the prefix list of the service. A table can have only one for each service.\n\n"
            "An Interface endpoint is recorded with its subnets, security groups and names, but has no network "
            "interfaces. The answer says that it is pending; every later call finds it available; with "
            "EC2MIMIC_TRANSITIONS=real, only calls a minute later do. Names of the service itself need a VPC with DNS "
            "hostnames, "
            "and only one endpoint of a VPC can have them; --no-private-dns-enabled does without.\n\n"
            "A call can safely be repeated with the same client token, as with create-route-table. Without "
            "--client-token each call creates an endpoint.",
        .errors = kCreateVpcEndpointErrors,
    }));

}  // namespace ops
}  // namespace ec2mimic
